"""A vault is made, opened by those who hold it, refused to all others, and locked."""

import os
from pathlib import Path

import pytest

from tests.store.state import key_of, living, raw
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.store.bind import IntegrityError
from vcse_desktop.store.errors import AlreadyOpen, Damaged, Locked, NewerVault, NotAVault, WrongKeyOrDamaged
from vcse_desktop.store.passphrase import FLOOR, Kdf
from vcse_desktop.store.vault import SigningKey, Vault, create_vault, open_vault, open_with_code, people

NEW = "another phrase of words"


def content(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder but the lock, whose text means nothing."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.name != "vault.lock"}


def test_a_new_vault_is_whole_and_opens_again_with_what_was_saved(tmp_path: Path) -> None:
    made, code = make_vault(tmp_path / "deep" / "vault")
    with made:
        assert made.verify() == []
        with made.unit("add") as unit:
            person = unit.save("person", None, {"known_as": "Ann"})
        before = living(made)
    assert sorted(content(tmp_path / "deep" / "vault")) == ["data.db", "vault.keys", "vault.keys.bak"]
    with open_vault(made.folder, PASSPHRASE) as opened:
        assert living(opened) == before
        assert opened.verify() == []
        assert opened.member == made.member
    with open_with_code(made.folder, code.lower().replace("-", " ")) as opened:
        assert opened.row("person", person) == before["person"][0]
        assert opened.member != made.member


def test_the_screen_before_opening_knows_the_people_and_no_more(vault: Vault) -> None:
    assert [(person.slot, person.label, person.role) for person in people(vault.folder)] == [
        (str(vault.member), "A. K.", "keeper")
    ]


def test_a_wrong_passphrase_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path)
    vault.lock()
    before = content(tmp_path)
    for secret in ("", "four words make if", code):
        with pytest.raises(WrongKeyOrDamaged):
            open_vault(tmp_path, secret)
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(tmp_path, PASSPHRASE, slot="12")
    with pytest.raises(Refused, match="slip"):
        open_with_code(tmp_path, PASSPHRASE)
    assert content(tmp_path) == before
    open_vault(tmp_path, PASSPHRASE, slot=str(vault.member)).lock()


def test_the_code_of_another_vault_opens_nothing(tmp_path: Path) -> None:
    one, _ = make_vault(tmp_path / "one")
    two, code = make_vault(tmp_path / "two")
    two.lock()
    with one, pytest.raises(Refused, match="This code does not open the vault"):
        one.rehearse(code)
    with pytest.raises(WrongKeyOrDamaged):
        open_with_code(one.folder, code)


def test_what_is_no_vault_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    (tmp_path / "empty").mkdir()
    for place in ("file", "empty", "missing"):
        with pytest.raises(NotAVault):
            open_vault(tmp_path / place, PASSPHRASE)
    assert list((tmp_path / "empty").iterdir()) == []


def test_a_missing_or_foreign_data_file_is_damage(tmp_path: Path) -> None:
    one, _ = make_vault(tmp_path / "one")
    one.lock()
    two, _ = make_vault(tmp_path / "two")
    two.lock()
    (one.folder / "data.db").write_bytes((two.folder / "data.db").read_bytes())
    with pytest.raises(Damaged):  # the passphrase fits its slot, so it is not that
        open_vault(one.folder, PASSPHRASE)
    (one.folder / "data.db").unlink()
    with pytest.raises(Damaged):
        open_vault(one.folder, PASSPHRASE)
    assert not (one.folder / "data.db").exists()


def test_a_database_of_another_program_under_our_key_is_damage(vault: Vault) -> None:
    key = key_of(vault)
    vault.lock()
    con = raw(vault.folder, key)
    con.execute("PRAGMA application_id=1")
    con.close()
    with pytest.raises(Damaged):
        open_vault(vault.folder, PASSPHRASE)


def test_a_vault_is_made_in_a_folder_of_its_own_alone(tmp_path: Path) -> None:
    (tmp_path / "used").mkdir()
    (tmp_path / "used" / "letter.txt").write_text("mine", encoding="utf-8")
    for place in ("used", "used/letter.txt"):
        with pytest.raises(Refused, match="This folder is in use"):
            make_vault(tmp_path / place)
    with pytest.raises(WorldError):
        make_vault(tmp_path / "used" / "letter.txt" / "vault")
    assert content(tmp_path / "used") == {"letter.txt": b"mine"}


def test_nothing_is_left_behind_when_making_fails(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(Refused, match="This passphrase is too short"):
        create_vault(tmp_path / "new", "too short", "A.", kdf=FLOOR)
    for place in ("empty", "new/deep/vault"):
        with pytest.raises(ValueError, match="out of range"):
            create_vault(tmp_path / place, PASSPHRASE, "A.", kdf=Kdf(1, 1))
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["empty"]


def test_two_who_make_a_vault_in_one_folder_do_not_hurt_each_other(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    with vault:
        with pytest.raises(Refused):
            make_vault(tmp_path)
        with pytest.raises(AlreadyOpen):
            open_vault(tmp_path, PASSPHRASE)
        assert vault.verify() == []


def test_a_newer_vault_is_refused_untouched(vault: Vault) -> None:
    key = key_of(vault)
    vault.lock()
    con = raw(vault.folder, key)
    con.execute("INSERT INTO _sqlite_migrations(migration_set, name, applied_at) VALUES('vcse', 'm999', '')")
    con.close()
    before = content(vault.folder)
    with pytest.raises(NewerVault):
        open_vault(vault.folder, PASSPHRASE)
    assert content(vault.folder) == before
    with pytest.raises(NewerVault):  # and the lock was given back
        open_vault(vault.folder, PASSPHRASE)


def test_a_new_passphrase_opens_instead_of_the_old_one(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path)
    with vault:
        with pytest.raises(WrongKeyOrDamaged):
            vault.change_passphrase("not the old one", NEW)
        with pytest.raises(Refused, match="too short"):
            vault.change_passphrase(PASSPHRASE, "short")
        vault.change_passphrase(PASSPHRASE, NEW)
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(tmp_path, PASSPHRASE)
    (tmp_path / "vault.keys").unlink()  # the one before must not let the old one in again
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(tmp_path, PASSPHRASE)
    with open_vault(tmp_path, NEW) as opened:
        assert opened.verify() == []
    with open_with_code(tmp_path, code) as opened:
        assert opened.verify() == []


def test_whoever_forgot_the_passphrase_sets_a_new_one_with_the_code(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path)
    vault.lock()
    with open_with_code(tmp_path, code) as opened:
        with pytest.raises(WrongKeyOrDamaged):
            opened.change_passphrase(PASSPHRASE, NEW)  # the code came in, so the code must answer
        opened.change_passphrase(code, NEW)
    with open_vault(tmp_path, NEW) as opened:
        assert opened.member == vault.member


def test_a_passphrase_that_cannot_be_kept_is_not_half_changed(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    with vault:
        blocked = tmp_path / "vault.keys.new"
        blocked.mkdir()
        with pytest.raises(WorldError):
            vault.change_passphrase(PASSPHRASE, NEW)
        blocked.rmdir()
        with vault.unit("add") as unit:
            unit.save("person", None, {"known_as": "Ann"})
    for _ in range(2):
        with pytest.raises(WrongKeyOrDamaged):
            open_vault(tmp_path, NEW)
        open_vault(tmp_path, PASSPHRASE).lock()


def test_a_passphrase_whose_unit_fails_at_the_end_is_not_half_changed(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    writer = vault._inside.writer
    with vault:
        failing = "CREATE TEMP TRIGGER failing BEFORE INSERT ON main.tx BEGIN SELECT RAISE(ABORT, 'no'); END"
        writer.run(lambda con: con.execute(failing))
        with pytest.raises(IntegrityError):
            vault.change_passphrase(PASSPHRASE, NEW)
        writer.run(lambda con: con.execute("DROP TRIGGER failing"))
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(tmp_path, NEW)
    open_vault(tmp_path, PASSPHRASE).lock()


def test_the_code_is_rehearsed_by_opening_its_slot(tmp_path: Path) -> None:
    vault, code = make_vault(tmp_path)
    with vault:
        assert not vault.rehearsed
        with pytest.raises(Refused, match="slip"):
            vault.rehearse(code[:-1])
        assert not vault.rehearsed
        vault.rehearse(code.lower())
        assert vault.rehearsed
    with open_vault(tmp_path, PASSPHRASE) as opened:
        assert opened.rehearsed


def test_a_locked_vault_answers_nothing_and_leaves_no_wal(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    inside = vault._inside
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Ann"})
    vault.lock()
    vault.lock()
    assert inside.data_key == bytearray(32)
    assert {file.name for file in tmp_path.iterdir()} == {
        "data.db",
        "vault.keys",
        "vault.keys.bak",
        "vault.lock",
    }
    with pytest.raises(Locked):
        vault.rows("person")
    with pytest.raises(Locked), vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Bo"})


def test_the_right_to_sign_and_the_key_of_the_ledger_stay_with_the_vault(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    with vault:
        assert vault.signing_key() is None
        vault.keep_signing_key(SigningKey(b"old", b"", "{}"))
        vault.keep_signing_key(SigningKey(b"private", b"certificate", '{"name":"Us"}'))
        ledger_key = vault.ledger_key
    with open_vault(tmp_path, PASSPHRASE) as opened:
        assert opened.signing_key() == SigningKey(b"private", b"certificate", '{"name":"Us"}')
        assert opened.ledger_key == ledger_key
        assert len(ledger_key) == 32
        assert ledger_key not in (bytes(32), os.urandom(32))


def test_settings_of_the_group_are_kept(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    with vault:
        assert vault.setting("pack_purpose") is None
        with vault.unit("edit") as unit:
            unit.set("pack_purpose", "To be heard")
            unit.set("names", {"en": ["Lunch club"], "n": 2, "on": True})
        with vault.unit("edit") as unit:
            unit.set("pack_purpose", "Łódź")
    with open_vault(tmp_path, PASSPHRASE) as opened:
        assert opened.setting("pack_purpose") == "Łódź"
        assert opened.setting("names") == {"en": ["Lunch club"], "n": 2, "on": True}
        assert len(opened.rows("setting")) == 2
