"""Words that were taken back leave in no draft, and the packs that they are in already are named."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.groups import KIND, PARTNER, TIME, make_group, quarter
from tests.journeys.test_what_leaves import everything
from vcse_desktop.actions.consents import consents, take_back
from vcse_desktop.actions.heard import heard
from vcse_desktop.actions.hearing import agree
from vcse_desktop.actions.packing import draft_pack, write_signed
from vcse_desktop.actions.quoted_in import packs_with
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.disclosure import ledger
from vcse_desktop.errors import Refused


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """A group's vault of one's own."""
    with make_group(tmp_path / "vault") as made:
        yield made


def said(vault: Vault, words: str) -> int:
    return int(str(vault.rows("insight", words=words)[0]["id"]))


def test_the_packs_that_words_are_in_are_named_once_they_are_taken_back(vault: Vault, tmp_path: Path) -> None:
    kind = said(vault, KIND)
    with vault.unit("edit") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        unit.save("insight", kind, {"person": ann})
    write_signed(vault, draft_pack(vault, quarter()), tmp_path / "one.zip")
    write_signed(vault, draft_pack(vault, quarter("Our landlord")), tmp_path / "two.zip")
    stale = draft_pack(vault, quarter("A third one"))
    says = Sayings(vault, "en")
    (consent,) = consents(vault, says, [ann])
    assert (consent.over, consent.packs) == ("", ())
    take_back(vault, consent.id)
    (consent,) = consents(vault, says, [ann])
    assert [PARTNER in consent.packs[0], "Our landlord" in consent.packs[1]] == [True, True]
    assert consent.packs[0].startswith(
        "“Carers of the Vale: 1 January 2024 to 31 March 2024”, for Our council"
    )
    (one,) = heard(vault, only=kind)
    assert (one.standing, one.packs) == ("no_consent", consent.packs)
    with pytest.raises(Refused):
        write_signed(vault, stale, tmp_path / "three.zip")
    left = draft_pack(vault, quarter("A third one"))
    assert [quote.text for quote in left.made_of.quotes] == [TIME]
    write_signed(vault, left, tmp_path / "three.zip")
    assert len(packs_with(vault, kind, "en")) == 2
    assert len(packs_with(vault, said(vault, TIME), "en")) == 3


def test_words_that_were_in_no_pack_name_none(vault: Vault) -> None:
    agree(vault, said(vault, KIND), "no")
    assert [one.packs for one in heard(vault, only=said(vault, KIND))] == [()]


def test_what_quotes_tell_is_in_the_ledger_and_in_no_file_of_the_pack(vault: Vault, tmp_path: Path) -> None:
    draft = draft_pack(vault, quarter())
    write_signed(vault, draft, tmp_path / "pack.zip")
    (release,) = ledger.read(vault)
    told = {
        entry.said["table"]: entry for entry in release.entries if entry.said["table"].startswith("quote")
    }
    assert told["quoted"].value == 2
    assert {(entry.state, entry.high) for name, entry in told.items() if name != "quoted"} == {
        ("at_least", None)
    }
    assert ledger.changed(vault) == []
    assert "quotes_by" not in everything(tmp_path / "pack.zip")
    assert {file.name for file in draft.files() if "quote" in file.name} == {"data/quotes.csv"}
    again = draft_pack(vault, quarter("Our landlord"))
    assert again.plan.digest == draft.plan.digest, "to another partner the same goes"
