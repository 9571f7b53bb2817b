"""Drafts and PINs stay on this laptop, in the vault, each for whoever they are of; no journal has them."""

from dataclasses import replace
from pathlib import Path

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.drafts import Draft
from vcse_desktop.store.vault import Vault, open_vault, open_with_code

WORDS = "Mrs Aardvark forgets her tablets"


def draft(vault: Vault, number: int = 7, member: int | None = None) -> Draft:
    return Draft(number, "insight", 5, member or vault.member, "2026-11-21T10:42:00Z", WORDS)


def test_a_draft_outlives_the_lock_and_is_in_no_file_to_be_read(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    vault.keep_drafts([draft(vault)])
    vault.lock()
    assert not [file for file in tmp_path.iterdir() if b"Aardvark" in file.read_bytes()]
    with open_vault(tmp_path, PASSPHRASE) as opened:
        assert opened.drafts() == [draft(opened)]
        assert [unit.why for unit in opened.units()] == ["keys"]
        assert opened.verify() == []
        assert opened.search("Aardvark") == []


def test_the_words_of_a_draft_are_for_whoever_typed_it(vault: Vault) -> None:
    vault.keep_drafts([draft(vault), draft(vault, 8, vault.member + 1)])
    assert [(one.id, one.body) for one in vault.drafts()] == [(7, WORDS), (8, "")]


def test_a_draft_keeps_when_it_was_begun_and_goes_when_it_is_dropped(vault: Vault) -> None:
    vault.keep_drafts([draft(vault)])
    vault.keep_drafts([replace(draft(vault), at="2026-11-22T09:00:00Z", body="more")], [9])
    assert vault.drafts() == [replace(draft(vault), body="more")]
    vault.keep_drafts([], [7])
    assert vault.drafts() == []


def test_a_pin_is_checked_changed_and_taken_away(vault: Vault) -> None:
    assert not vault.has_pin and not vault.pin_fits("4711")
    vault.keep_pin("4711")
    assert vault.has_pin and vault.pin_fits("4711") and not vault.pin_fits("4712")
    vault.keep_pin("08154")
    assert vault.pin_fits("08154") and not vault.pin_fits("4711")
    vault.keep_pin(None)
    assert not vault.has_pin and not vault.pin_fits("08154")


def test_a_pin_is_nobody_elses_and_outlives_the_lock(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path)
    vault.keep_pin("4711")
    vault.lock()
    with open_vault(tmp_path, PASSPHRASE) as opened:
        assert opened.pin_fits("4711")
    with open_with_code(tmp_path, code) as other:
        assert not other.has_pin and not other.pin_fits("4711")
