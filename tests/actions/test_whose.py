"""A contact without a name is put together with a person later: one step, and what it does to the figures."""

from collections.abc import Mapping
from datetime import date

import pytest

from tests.vaults import as_somebody_else
from vcse_desktop.actions.entering import New, enter
from vcse_desktop.actions.recording import undo
from vcse_desktop.actions.standing import HELPER
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.whose import put_name, unnamed
from vcse_desktop.errors import Refused
from vcse_desktop.figures import carers
from vcse_desktop.figures.facts import Fact
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.view import view

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def add(vault: Vault, kind: str, **values: object) -> int:
    """Add a record and return its id."""
    return enter(vault, kind, None, values).ids[0]


def figures(vault: Vault) -> Mapping[str, int]:
    """Return how many different members each figure about carers has in the year (rule 13)."""
    records = Records(person=vault.rows("person"), support=vault.rows("support"))
    members: dict[str, set[int]] = {}
    for fact in carers.facts(view(records, YEAR)):
        if isinstance(fact, Fact):
            members.setdefault(fact.measure, set()).add(fact.member)
    return {measure: len(each) for measure, each in members.items()}


def test_contacts_get_a_name_in_one_step_and_undo_parts_them_again(vault: Vault) -> None:
    cal = add(vault, "person", known_as="Cal")
    for day, new in (("2026-03-02", True), ("2026-03-01", None), ("2026-04-01", None)):
        values = {"date": day, "who_for": "carer", "newly_identified": new, "who_hint": "red coat"}
        add(vault, "support", **values)
    before = figures(vault), vault.rows("support"), vault.rows("person")
    assert figures(vault) == {"supported_contacts": 3, "identified_contacts": 1}
    shown = unnamed(vault, "en")
    assert ([one.day for one in shown.contacts], shown.found) == (
        ["2026-04-01", "2026-03-02", "2026-03-01"],
        3,
    )
    assert {one.hint for one in shown.contacts} == {"red coat"}
    put_name(vault, "support", [one.id for one in shown.contacts[1:]], cal)
    assert vault.rows("person")[0]["identified_on"] == "2026-03-01"
    assert [row["who_hint"] for row in vault.rows("support")] == ["red coat"] * 3
    now = figures(vault)
    assert {code: now.get(code) for code in ("supported", "supported_people", "identified_people")} == {
        "supported": 1,
        "supported_people": 1,
        "identified_people": 1,
    }
    assert (now["supported_contacts"], now.get("identified_contacts")) == (1, None)
    undo(vault)
    assert (figures(vault), vault.rows("support"), vault.rows("person")) == before


def test_somebody_new_is_added_and_somebody_known_stays_known_since_then(vault: Vault) -> None:
    first, second = (add(vault, "support", date=f"2026-0{n}-01", who_for="both") for n in (1, 2))
    (cal,) = put_name(vault, "support", [second], New("person", "  Cal ")).ids
    row = vault.row("person", cal)
    assert row is not None and (row["known_as"], row["identified_on"]) == ("Cal", "2026-02-01")
    put_name(vault, "support", [first], cal)
    again = vault.row("person", cal)
    assert again is not None and again["identified_on"] == "2026-02-01"
    undo(vault)
    undo(vault)
    assert vault.row("person", cal) is None
    assert unnamed(vault, "en").found == 2


def test_words_get_a_name_and_nobody_is_made_a_carer_by_them(vault: Vault) -> None:
    ann = add(vault, "person", known_as="Ann")
    said = add(vault, "insight", words="It is quiet.")
    put_name(vault, "insight", [said], ann)
    row, person = vault.row("insight", said), vault.row("person", ann)
    assert row and person and (row["person"], person["identified_on"]) == (ann, None)


def test_what_has_a_name_or_is_gone_or_asked_by_a_helper_is_refused_and_nothing_changes(vault: Vault) -> None:
    ann, cal = add(vault, "person", known_as="Ann"), add(vault, "person", known_as="Cal")
    named, bare = (
        add(vault, "support", date="2026-01-01", person=ann),
        add(vault, "support", date="2026-01-02"),
    )
    before = vault.rows("support")
    for records, who in (([bare, named], cal), ([bare], 7), ([7], cal)):
        with pytest.raises(Refused):
            put_name(vault, "support", records, who)
    assert vault.rows("support") == before
    with as_somebody_else(vault, HELPER) as theirs:
        for act in (lambda: unnamed(theirs, "en"), lambda: put_name(theirs, "support", [bare], ann)):
            with pytest.raises(Refused):
                act()
