"""Whatever somebody typed and a pack would carry is looked at first, wherever it was typed."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.commands import MAKE, Run
from tests.groups import KIND, make_group, quarter
from tests.journeys.test_what_leaves import everything, fill
from tests.vaults import PASSPHRASE
from vcse_desktop.actions import recording
from vcse_desktop.actions.gathering import Choices
from vcse_desktop.actions.grouping import set_group
from vcse_desktop.actions.pack_words import let_stay, pointing, typed_by_hand
from vcse_desktop.actions.packing import Draft, draft_pack, make_pack, write_signed
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse, unlock
from vcse_desktop.errors import Refused
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.records.vocabularies import lists
from vcse_desktop.store.passphrase import FLOOR

FIRST, LAST = date(2024, 1, 1), date(2024, 3, 31)
TOLD = "three carers told us"
MARK = re.compile(r"zq[a-z0-9]+zq[a-z0-9]+zq")
LISTS = {dimension.vocab for kind in TABLES.values() for dimension in kind.dimensions if dimension.vocab}
READ = {"zqinsightzqsharewordszq", "zqinsightzqwordszq", "zqinsightzqsharetranslationzq"}
"""What was said: it leaves once somebody has read exactly it over."""


def marker(kind: str, field: str) -> str:
    """Return words about three carers, and where they stand, which are nowhere else."""
    return f"{TOLD}, zq{kind}zq{field}zq".replace("_", "")


@pytest.fixture
def typed(tmp_path: Path) -> Iterator[Vault]:
    """The vault of a group that has written about three carers into every field, list and setting."""
    vault, code = new_vault(tmp_path / "vault", marker("group", "name"), PASSPHRASE, kdf=FLOOR)
    rehearse(vault, code)
    with vault:
        fill(vault, marker)
        with vault.unit("add") as unit:
            for vocab in sorted({*LISTS, "lawful_basis"}):
                for item in lists()[vocab]:
                    own = {"vocab": vocab, "code": item.code, "label": marker(vocab, item.code)}
                    unit.save("own_item", None, own)
        for name in ("pack_purpose", "pack_retention"):
            set_group(vault, name, marker("setting", name))
        set_group(vault, "pack_lawful_basis", lists()["lawful_basis"][0].code)
        yield vault


def drafted(vault: Vault, *, large: bool = False) -> Draft:
    """Return the pack of the quarter, ready to be signed."""
    return draft_pack(vault, Choices(FIRST, LAST, marker("partner", "name"), large_print=large))


def test_every_text_that_is_in_a_file_of_the_pack_was_looked_at(typed: Vault, tmp_path: Path) -> None:
    draft = drafted(typed, large=True)
    looked_at = {mark for one in typed_by_hand(draft.made_of) for mark in MARK.findall(one.text)}
    found = pointing(typed, draft.made_of)
    assert {mark for one in found for mark in MARK.findall(one.text)} == looked_at
    with pytest.raises(Refused):
        write_signed(typed, draft, tmp_path / "pack.zip")
    assert not (tmp_path / "pack.zip").exists() and typed.rows("sent") == []
    for one in found:
        let_stay(typed, one.text, one.spot.words, "known")
    write_signed(typed, draft, tmp_path / "pack.zip")
    leaves = set(MARK.findall(everything(tmp_path / "pack.zip").casefold()))
    places = {"zqactivityzqtitlezq", "zqsettingzqpackpurposezq", "zqgroupzqnamezq", "zqpartnerzqnamezq"}
    assert places <= leaves, "the markers can be found"
    assert leaves - READ <= looked_at


def test_what_was_said_stays_while_it_speaks_of_three_carers(typed: Vault) -> None:
    assert drafted(typed).quotes == ()


def test_one_letter_changed_asks_again(typed: Vault) -> None:
    made_of = drafted(typed).made_of
    before = {one.text for one in pointing(typed, made_of)}
    let_stay(typed, marker("setting", "pack_purpose"), "three carers", "known")
    assert before - {one.text for one in pointing(typed, made_of)} == {marker("setting", "pack_purpose")}
    set_group(typed, "pack_purpose", marker("setting", "pack_purpose") + "!")
    assert {one.text for one in pointing(typed, drafted(typed).made_of)} >= {
        marker("setting", "pack_purpose") + "!"
    }


def test_the_command_names_the_place_and_goes_on_when_it_is_told_why(tmp_path: Path, run: Run) -> None:
    vault, code, file = tmp_path / "vault", tmp_path / "code.txt", tmp_path / "pack.zip"
    code.write_text(run("new", vault, "--organisation", "Our group").out, "utf-8")
    run("rehearse", vault, "--code-file", code)
    days = ["--from", "2024-01-01", "--to", "2024-03-31", "--for", "Our council", "--out", file]
    with unlock(vault, PASSPHRASE) as opened:
        set_group(opened, "pack_purpose", "To thank three carers")
    made = run(*MAKE, vault, *days)
    assert made.status != 0 and not file.exists()
    assert "Settings: why you share" in made.err and "three carers" in made.err
    assert "nothing was lost" in made.err
    made = run(*MAKE, vault, *days, "--keep", "three carers")
    assert made.status == 0, made.err
    assert file.exists()


def test_a_name_that_somebody_wants_shown_is_theirs_and_anything_else_in_it_is_looked_at(
    tmp_path: Path,
) -> None:
    with make_group(tmp_path / "vault") as vault:
        said = int(str(vault.rows("insight", words=KIND)[0]["id"]))
        for name, found in (("Blodeuwedd Puw", []), ("Mair, 07700 900123", ["07700 900123"])):
            recording.change(vault, "insight", said, {"may_quote": "named", "quote_name": name})
            made_of = draft_pack(vault, quarter()).made_of
            assert name in [quote.name for quote in made_of.quotes]
            assert [one.spot.words for one in pointing(vault, made_of)] == found


def test_bodies_are_no_people(tmp_path: Path) -> None:
    vault, code = new_vault(tmp_path / "vault", "Friends of Blodeuwedd", PASSPHRASE, kdf=FLOOR)
    rehearse(vault, code)
    with vault:
        made = make_pack(vault, Choices(FIRST, LAST, "Gwyndaf Partnership"), tmp_path / "pack.zip")
        assert made.file.exists()
        landlord = draft_pack(vault, Choices(FIRST, LAST, "Our landlord, 07700 900123"))
        assert [one.spot.words for one in pointing(vault, landlord.made_of)] == ["07700 900123"]
