"""Erasing somebody as a keeper does it: the prospect, texts elsewhere, the certificate, figures as before."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.reports.reading import pages
from tests.vaults import as_somebody_else, make_vault
from vcse_desktop.actions import erasing, keeping, letting_go
from vcse_desktop.actions.backups_left import backups_left
from vcse_desktop.actions.certifying import certificate, certificate_text, save_certificate
from vcse_desktop.actions.counting import figures
from vcse_desktop.actions.erasing import Prospect, Stopped
from vcse_desktop.actions.grouping import who_is_in
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.table import Period
from vcse_desktop.store.ident import symbols
from vcse_desktop.store.mentions import When

NAME = "Zelda Plantedvale"
DAY = "2026-03-02"


def told(vault: Vault) -> dict[str, int]:
    """Keep what can be kept of two people who helped at one session; returns the ids by a word."""
    with vault.unit("add") as unit:
        walk = unit.save("activity", None, {"title": "Walk"})
        ann = unit.save("person", None, {"known_as": NAME, "roles": ["volunteer"]})
        bo = unit.save("person", None, {"known_as": "Bo"})
        session = unit.save(
            "session",
            None,
            {"activity": walk, "date": DAY, "came": [ann, bo], "note": f"{NAME} led the walk"},
        )
        for person in (ann, bo):
            unit.save("time_given", None, {"person": person, "session": session, "hours": 120, "date": DAY})
        support = unit.save("support", None, {"person": ann, "date": DAY, "matters_words": "Her garden"})
        said = unit.save(
            "insight", None, {"person": ann, "words": "I like the walk", "quote_name": "Zed", "heard_on": DAY}
        )
        offer = unit.save("connection", None, {"offer_person": ann, "offer": "lifts in a red van"})
    return {"ann": ann, "bo": bo, "session": session, "support": support, "said": said, "offer": offer}


def seen(vault: Vault, ids: dict[str, int]) -> Prospect:
    return erasing.prospect(vault, "person", ids["ann"], "en")


def test_figures_stay_as_they_were(vault: Vault) -> None:
    """Rule 16: Ann 2 h, Bo 2 h; Ann erased: 2 helpers, 4 h, 1 named."""
    ids = told(vault)
    period = Period(date(2026, 3, 1), date(2026, 3, 31))
    codes = ("helpers", "hours", "attendances", "volunteers", "held")
    before = {one.code: one.amount for one in figures(gather(vault), period, codes)}
    assert (before["hours"], before["volunteers"]) == (240, 2)
    erasing.erase(vault, [seen(vault, ids).plan])
    after = {one.code: one.amount for one in figures(gather(vault), period, codes)}
    assert after == {**before, "volunteers": 1}
    assert vault.verify() == []


def test_the_prospect_says_what_goes_what_stays_and_where_else_they_are_named(vault: Vault) -> None:
    ids = told(vault)
    prospect = seen(vault, ids)
    assert prospect.title == NAME
    assert dict(prospect.going) == {"Person": 1, "Support given": 1}
    assert dict(prospect.staying) == {
        "Records of hours given": 1,
        "Sessions they came to": 1,
        "Things they said": 1,
        "Offers they made": 1,
    }
    places = [(one.mention.table, one.mention.field, one.words, one.change) for one in prospect.elsewhere]
    assert places == [
        ("insight", "quote_name", "Zed", True),
        ("session", "note", f"{NAME} led the walk", True),
        ("connection", "offer", "lifts in a red van", True),
        ("insight", "words", "I like the walk", True),
    ]


def test_a_text_elsewhere_is_mended_and_its_past_is_gone(vault: Vault) -> None:
    ids = told(vault)
    for one in seen(vault, ids).elsewhere:
        erasing.mend_mention(vault, one.mention, "" if one.mention.field == "quote_name" else "somebody led")
    session = vault.row("session", ids["session"])
    assert session is not None and session["note"] == "somebody led"
    after = seen(vault, ids).elsewhere
    assert {one.mention.field for one in after} == {"offer", "words"}  # their own, looked at until they go
    assert {one.words for one in after} == {"somebody led"}
    left = vault.mentions([NAME, "red van", "like the walk", "Zed"], [ids["ann"]])
    assert [one for one in left if one.whole] == []
    assert vault.verify() == []


def test_what_was_said_before_and_in_removed_records_is_offered_too(vault: Vault) -> None:
    ids = told(vault)
    with vault.unit("edit") as unit:
        unit.save("session", ids["session"], {"note": "somebody led"})
        unit.save("insight", ids["said"], {"quote_name": None, "words": "Something", "person": None})
        unit.save("connection", ids["offer"], {"note": NAME})
        unit.remove("connection", ids["offer"])
    found = {one.mention.when: one for one in seen(vault, ids).elsewhere}
    assert {(w, one.mention.table, one.change) for w, one in found.items()} == {
        (When.BEFORE, "session", False),
        (When.REMOVED, "connection", False),
    }
    for one in found.values():
        erasing.forget_mention(vault, one.mention)
    assert seen(vault, ids).elsewhere == []


def test_looking_can_be_stopped(vault: Vault) -> None:
    ids = told(vault)
    with pytest.raises(Stopped):
        erasing.prospect(vault, "person", ids["ann"], "en", cancelled=lambda: True)


def test_the_certificate_names_nobody_and_says_what_when_who_and_which_backups(
    vault: Vault, tmp_path: Path
) -> None:
    ids = told(vault)
    backups = vault.folder / "backups"
    backups.mkdir(exist_ok=True)
    made = today()
    (backups / f"{made.isoformat()}T183005Z.vcse-backup").write_bytes(b"")
    prospect = seen(vault, ids)
    done = erasing.erase(vault, [prospect.plan])
    shown = certificate(vault, done, prospect.backups)
    for name in ("c.pdf", "c.txt"):
        save_certificate(shown, tmp_path / name, "en")
    pdf = "\n".join(pages((tmp_path / "c.pdf").read_bytes()))
    text = (tmp_path / "c.txt").read_text("utf-8")
    assert text == certificate_text(shown, "en")
    for words in (pdf, text):
        for name in (*NAME.split(), "Zed", "garden", "Walk"):
            assert name.casefold() not in words.casefold()
        assert symbols(ids["ann"]) in words and symbols(ids["support"]) in words
        assert f"Erased by: {who_is_in(vault)}" in words.replace("Erased by\n", "Erased by: ")
        assert "183005Z" in words
    until = made + timedelta(days=90)
    assert f"deleted on {until.day} {until:%B} {until.year}" in text
    assert shown.counts() == [("Person", 1), ("Support given", 1)]


def test_backups_are_told_by_their_names_alone(tmp_path: Path) -> None:
    assert backups_left(tmp_path, date(2026, 1, 1)) == []
    (tmp_path / "backups").mkdir()
    for name in (
        "2025-12-31T235959Z.vcse-backup",
        "2026-02-03T040506Z.vcse-backup",
        "2026-02-30T040506Z.vcse-backup",
        "notes.txt",
    ):
        (tmp_path / "backups" / name).write_bytes(b"")
    (only,) = backups_left(tmp_path, date(2026, 1, 1), days=30)
    assert (only.made, only.until) == (date(2026, 2, 3), date(2026, 3, 5))


def test_what_is_gone_cannot_be_erased_again(vault: Vault) -> None:
    ids = told(vault)
    erasing.erase(vault, [seen(vault, ids).plan])
    for record in (ids["ann"], 12345):
        with pytest.raises(Refused):
            erasing.prospect(vault, "person", record, "en")


def test_a_keeper_alone_may_look_erase_and_export(tmp_path: Path) -> None:
    made, _ = make_vault(tmp_path / "vault")
    ids = told(made)
    plan = seen(made, ids).plan
    mention = seen(made, ids).elsewhere[0].mention
    with as_somebody_else(made, "member") as vault:
        for ask in (
            lambda: seen(vault, ids),
            lambda: erasing.erase(vault, [plan]),
            lambda: erasing.mend_mention(vault, mention, "x"),
            lambda: erasing.forget_mention(vault, mention),
            lambda: letting_go.due_lines(vault, "en"),
        ):
            with pytest.raises(Refused, match="A keeper can do this"):
                ask()
        assert vault.row("person", ids["ann"]) is not None


def test_the_doctor_says_so_when_an_erasure_was_tampered_with(vault: Vault) -> None:
    ids = told(vault)
    erasing.erase(vault, [seen(vault, ids).plan])
    assert keeping.doctor(vault) == []
    vault._inside.writer.run(lambda con: con.execute("DELETE FROM erased"))
    assert "The list of what was erased differs from the history." in keeping.doctor(vault)
