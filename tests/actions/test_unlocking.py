"""Making a vault leaves nothing behind when it fails; passphrases and the recovery code do what they say."""

import itertools
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE
from vcse_desktop.actions import example, unlocking
from vcse_desktop.actions.example_units import example_units
from vcse_desktop.actions.unlocking import Vault, new_vault, people, rehearse, unlock
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.store.passphrase import FLOOR

NEW = "another four plain words"


def test_a_vault_that_could_not_be_finished_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise WorldError(N_("The disk is full"), N_("Nothing was made."))

    monkeypatch.setattr(Vault, "keep_signing_key", full)
    with pytest.raises(WorldError):
        new_vault(tmp_path / "vault", "Our group", PASSPHRASE, kdf=FLOOR)
    assert not (tmp_path / "vault").exists()
    monkeypatch.undo()
    new_vault(tmp_path / "vault", "Our group", PASSPHRASE, kdf=FLOOR)[0].lock()


def test_what_else_is_in_the_folder_stays_when_a_vault_cannot_be_finished(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "there before"
    place.mkdir()

    def stopped(*_: object) -> None:
        (place / "letter.txt").write_text("mine", "utf-8")
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(Vault, "keep_signing_key", stopped)
        new_vault(place, "Our group", PASSPHRASE, kdf=FLOOR)
    assert [file.name for file in place.iterdir()] == ["letter.txt"]
    (place / "letter.txt").unlink()
    monkeypatch.setattr(Vault, "keep_signing_key", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        new_vault(place, "Our group", PASSPHRASE, kdf=FLOOR)
    assert list(place.iterdir()) == []


def test_an_example_that_was_stopped_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(until: date) -> Iterator[object]:
        yield from itertools.islice(example_units(until), 3)
        raise KeyboardInterrupt

    monkeypatch.setattr(example, "example_units", stopped)
    with pytest.raises(KeyboardInterrupt):
        example.make_example(tmp_path / "deep" / "example", PASSPHRASE, kdf=FLOOR)
    assert list(tmp_path.iterdir()) == []


def test_the_code_is_rehearsed_and_stands_in_for_a_forgotten_passphrase(tmp_path: Path) -> None:
    vault, code = new_vault(tmp_path / "vault", "Our group", PASSPHRASE, kdf=FLOOR)
    with vault:
        assert not vault.rehearsed
        rehearse(vault, code)
        assert vault.rehearsed
        unlocking.change_passphrase(vault, code, NEW)
    with pytest.raises(Refused):
        unlock(tmp_path / "vault", PASSPHRASE)
    with unlock(tmp_path / "vault", NEW) as again:
        assert again.rehearsed
        assert [row["name"] for row in again.rows("organisation")] == ["Our group"]


def test_our_own_record_and_the_keeper_are_as_they_were_typed(tmp_path: Path) -> None:
    made, _ = new_vault(
        tmp_path / "vault", " Our  group ", PASSPHRASE, keeper=" Nia ", kind="charity", kdf=FLOOR
    )
    with made:
        (us,) = made.rows("organisation", is_us=True)
        assert (us["name"], us["type"]) == ("Our group", "charity")
    assert [one.label for one in people(tmp_path / "vault")] == ["Nia"]


def test_a_kind_that_is_not_in_the_list_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        new_vault(tmp_path / "vault", "Our group", PASSPHRASE, kind="no such", kdf=FLOOR)
    assert not (tmp_path / "vault").exists()
