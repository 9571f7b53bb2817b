"""A backup and a secret of its day are enough, on any computer; what is replaced is kept, what was erased
stays erased, and nothing that people typed is ever in a file."""

import errno
import json
import os
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from tests.store.state import living
from tests.store.test_leak import PLANTED, forms, traces
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.errors import Refused
from vcse_desktop.paths import HOME_VARIABLE, profile_dir
from vcse_desktop.store import replaced
from vcse_desktop.store.backup_key import by_code, by_passphrase
from vcse_desktop.store.container import BACKUP, header, read_head, unsealed
from vcse_desktop.store.errors import AlreadyOpen, CannotWrite, DiskFull, WrongKeyOrDamaged
from vcse_desktop.store.ident import new_id
from vcse_desktop.store.keysfile import BEFORE, NAME
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.restoring import rehearse, restore
from vcse_desktop.store.unfit import AnotherVault, DamagedBackup, DoesNotOpen, NotABackup, Stopped
from vcse_desktop.store.vault import SigningKey, Vault, open_vault, open_with_code, people
from vcse_desktop.store.wholefile import replace_file

NEW = "another four words here"
OLD = by_passphrase(PASSPHRASE)
Made = tuple[Vault, str]


@pytest.fixture
def made(tmp_path: Path) -> Made:
    """A vault with records and the right to sign, and its code."""
    vault, code = make_vault(tmp_path / "vault")
    add(vault, "Ann")
    add(vault, PLANTED)
    vault.keep_signing_key(SigningKey(b"private", b"certificate", "{}"))
    return vault, code


def add(vault: Vault, name: str) -> int:
    with vault.unit("add") as unit:
        return unit.save("person", None, {"known_as": name, "note": name})


def names(vault: Vault) -> list[object]:
    return [row["known_as"] for row in vault.rows("person")]


def files(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.rglob("*") if one.is_file())


@pytest.mark.parametrize("by", ["code", "passphrase"])
def test_on_another_laptop_the_file_and_a_secret_are_enough(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by: str
) -> None:
    vault, code = made
    with vault:
        rows, units, device = living(vault), vault.units(), vault.device
        file = Path(shutil.move(vault.back_up().file, tmp_path / "only.vcse-backup"))
    shutil.rmtree(vault.folder)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "another"))
    back = restore(file, by_code(code) if by == "code" else OLD, tmp_path / "new" / "place")
    with back.vault:
        assert living(back.vault) == rows
        assert back.vault.units() == units
        assert back.vault.device != device
        assert (back.aside, back.erased, back.unread) == (None, 0, 0)
        add(back.vault, "After")
        assert back.vault.units(1)[0].device == back.vault.device
        assert back.vault.verify() == []
    for opening, secret in ((open_vault, PASSPHRASE), (open_with_code, code)):
        with opening(back.vault.folder, secret) as again:
            assert names(again) == ["Ann", PLANTED, "After"]


def test_on_this_laptop_the_vault_before_is_set_aside_and_opens_from_there(made: Made) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
        device = vault.device
        add(vault, "Later")
    back = restore(file, OLD, vault.folder)
    with back.vault:
        assert names(back.vault) == ["Ann", PLANTED]
        assert back.vault.device != device
        assert [one.file for one in back.vault.backups()] == [file]
    assert back.aside is not None
    with open_vault(back.aside, PASSPHRASE) as before:
        assert names(before) == ["Ann", PLANTED, "Later"]
    assert [one.name for one in vault.folder.glob("restoring-*")] == []


def test_two_restores_in_one_second_set_both_aside(made: Made) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
    asides = set()
    for _ in range(2):
        back = restore(file, OLD, vault.folder)
        asides.add(back.aside)
        back.vault.lock()
    assert len(asides) == 2
    assert all(aside is not None and files(aside) for aside in asides)


def test_a_backup_of_the_very_last_moment_gives_a_new_number_too(made: Made) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
    with restore(file, OLD, vault.folder).vault as back:
        assert back.device != vault.device
    with open_vault(vault.folder, PASSPHRASE) as again:
        assert again.device == back.device


def test_a_vault_that_died_with_its_work_in_the_wal_is_set_aside_whole(made: Made, tmp_path: Path) -> None:
    vault, _ = made
    file = vault.back_up().file
    add(vault, "In the WAL")
    dead = shutil.copytree(vault.folder, tmp_path / "dead", ignore=shutil.ignore_patterns("vault.lock"))
    vault.lock()
    back = restore(dead / "backups" / file.name, OLD, dead)
    back.vault.lock()
    assert back.aside is not None
    with open_vault(back.aside, PASSPHRASE) as before:
        assert names(before) == ["Ann", PLANTED, "In the WAL"]
        assert before.verify() == []


def test_an_old_backup_opens_with_the_passphrase_of_its_day_and_not_with_the_new_one(made: Made) -> None:
    vault, code = made
    with vault:
        file = vault.back_up().file
        slots = {slot["pub"] for slot in vault.slots()}
        vault.change_passphrase(PASSPHRASE, NEW, kdf=FLOOR)
        tried = rehearse(file, OLD)
        assert tried.slot["pub"] in slots
        assert tried.slot["pub"] not in {slot["pub"] for slot in vault.slots()}
        assert rehearse(file, by_code(code)).slot["pub"] in {slot["pub"] for slot in vault.slots()}
    for way in (rehearse, lambda f, s: restore(f, s, vault.folder)):
        with pytest.raises(DoesNotOpen):
            way(file, by_passphrase(NEW))
    with restore(file, OLD, vault.folder).vault as back:
        assert names(back) == ["Ann", PLANTED]
    with pytest.raises(WrongKeyOrDamaged):
        open_vault(vault.folder, NEW)


def test_what_was_erased_in_the_vault_being_replaced_stays_erased(made: Made) -> None:
    vault, _ = made
    with vault:
        planted = next(row["id"] for row in vault.rows("person") if row["known_as"] == PLANTED)
        number = vault._inside.tables["person"].number
        file = vault.back_up().file
        never = new_id()
        vault.erase_again({(number, int(str(planted))), (number, never)})
        assert vault.verify() == []
    back = restore(file, OLD, vault.folder)
    with back.vault as opened:
        assert back.erased == 2
        assert names(opened) == ["Ann"]
        assert opened.search("Xanthippe") == []
        assert opened.verify() == []
        assert opened.units(1)[0].why == "erase"
        assert opened.erased_rows() == {(number, int(str(planted))), (number, never)}
        ask = "SELECT count(*) FROM chg WHERE id=? AND (new IS NOT NULL OR old IS NOT NULL)"
        assert opened._ask(lambda con: con.execute(ask, (planted,)).fetchone()) == (0,)
        assert any(change.new is None and not change.field for change in opened.history("person", never))


def test_what_newer_backups_know_to_be_erased_stays_erased_when_the_vault_is_gone(
    made: Made, tmp_path: Path
) -> None:
    vault, _ = made
    with vault:
        rows = {(vault._inside.tables["person"].number, int(str(row["id"]))) for row in vault.rows("person")}
        old = vault.back_up().file
        old = old.rename(old.with_name("2020-01-01T000000Z.vcse-backup"))
        backdate(vault, old)
        vault.erase_again(rows)
        newer = vault.back_up().file
    stick = tmp_path / "stick"
    stick.mkdir()
    shutil.move(newer, stick / newer.name)
    (vault.folder / "data.db").unlink()
    for places, gone, left in (((), 0, ["Ann", PLANTED]), ((stick,), 2, [])):
        folder = tmp_path / f"new{gone}"
        back = restore(old, OLD, folder, places=places)
        with back.vault as opened:
            assert (back.erased, back.unread) == (gone, 0)
            assert names(opened) == left
            assert opened.verify() == []


def backdate(vault: Vault, file: Path) -> None:
    """Have a backup say that it was made in 2020."""
    head, key = read_head(file), bytes(vault._inside.data_key)
    inner = unsealed(head, key)
    fields = {**head.fields, "made_at": "2020-01-01T00:00:00Z"}
    for name in ("nonce", "sealed", "format"):
        del fields[name]
    body = file.read_bytes()[head.size :]
    file.write_bytes(header(BACKUP, fields, inner, key) + body)


def test_it_is_said_when_the_vault_before_cannot_be_asked_what_was_erased(made: Made) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
    data = vault.folder / "data.db"
    data.write_bytes(os.urandom(data.stat().st_size))
    back = restore(file, OLD, vault.folder)
    with back.vault as opened:
        assert back.unread == 1
        assert names(opened) == ["Ann", PLANTED]
    assert back.aside is not None
    assert (back.aside / "data.db").read_bytes() != (vault.folder / "data.db").read_bytes()


def test_the_right_to_sign_rests_until_it_is_confirmed(made: Made) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
        assert not vault.signing_rests
    with restore(file, OLD, vault.folder).vault as back:
        assert back.signing_key() is None
        assert back.signing_rests
        resting = back.back_up().file
        back.confirm_signing()
        key = back.signing_key()
        assert key is not None
        assert key.private == b"private"
        assert not back.signing_rests
    with restore(resting, OLD, vault.folder).vault as back:
        assert back.signing_rests
        back.keep_signing_key(SigningKey(b"new", b"certificate", "{}"))
        assert not back.signing_rests
        back.confirm_signing()
        back.rest_signing()
        back.confirm_signing()
        key = back.signing_key()
        assert key is not None
        assert key.private == b"new"


def test_a_rehearsal_restores_for_real_and_leaves_nothing_behind(
    made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, code = made
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    with vault:
        file = vault.back_up().file
        before = files(vault.folder), (profile_dir() / "device.json").read_bytes(), vault.units()
        tried = rehearse(file, by_code(code.lower().replace("-", " ")))
        assert (tried.records, tried.slot["kind"]) == (2, "recovery")
        assert tried.newest == vault.units(1)[0].at
        assert (files(vault.folder), (profile_dir() / "device.json").read_bytes(), vault.units()) == before
        assert list(temporary.iterdir()) == []
        with pytest.raises(DoesNotOpen):
            rehearse(file, by_passphrase("nobody knows these four words"))
        with pytest.raises(Stopped):
            rehearse(file, OLD, cancelled=lambda: True)
        assert list(temporary.iterdir()) == []


def test_a_rehearsal_is_remembered_only_as_a_note(made: Made) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
        units = vault.units()
        vault.note_rehearsal(file, date(2026, 11, 21))
        assert vault.remembered_backups().tried == date(2026, 11, 21)
        assert vault.units() == units
        elsewhere = file.rename(vault.folder / "named otherwise")
        vault.note_rehearsal(elsewhere, date(2026, 11, 22))
        assert vault.remembered_backups().tried == date(2026, 11, 22)


def test_a_backup_whose_header_lies_about_what_is_in_it_fails_the_rehearsal(made: Made) -> None:
    """Not a slip of a disk: a program that counted wrongly is found as well."""
    vault, _ = made
    with vault:
        file = vault.back_up().file
        head, key = read_head(file), bytes(vault._inside.data_key)
    inner, body = unsealed(head, key), file.read_bytes()[head.size :]
    fields = {name: value for name, value in head.fields.items() if name not in ("nonce", "sealed", "format")}
    lies = (
        {**inner, "rows": {**inner["rows"], "person": [3, 3]}},
        {**inner, "last": {}},
        {**inner, "erased": 1},
    )
    for lie in lies:
        file.write_bytes(header(BACKUP, fields, lie, key) + body)
        with pytest.raises(DamagedBackup):
            rehearse(file, OLD)


def test_nothing_is_touched_when_a_restore_cannot_be_done(made: Made, tmp_path: Path) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
        before = files(vault.folder)
        with pytest.raises(AlreadyOpen):
            restore(file, OLD, vault.folder)
        assert files(vault.folder) == before
    other, _ = make_vault(tmp_path / "other")
    with other:
        theirs = other.back_up().file
    damaged = tmp_path / "damaged.vcse-backup"
    content = bytearray(file.read_bytes())
    content[-2000] ^= 1
    damaged.write_bytes(content)
    before = files(vault.folder)
    for wrong, fault in (
        (theirs, AnotherVault),
        (damaged, DamagedBackup),
        (tmp_path / "missing", NotABackup),
        (vault.folder / "data.db", NotABackup),
    ):
        with pytest.raises(fault):
            restore(wrong, OLD, vault.folder)
        with (
            pytest.raises((fault, NotABackup, DamagedBackup))
            if wrong != theirs
            else pytest.raises(DoesNotOpen)
        ):
            restore(wrong, OLD if wrong != theirs else by_passphrase(NEW), tmp_path / "new" / "deep")
        assert not (tmp_path / "new").exists()
    with pytest.raises(Refused, match="slip"):
        by_code("ABCD")
    assert [name for name in files(vault.folder) if name != "vault.lock"] == [
        name for name in before if name != "vault.lock"
    ]
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert names(opened) == ["Ann", PLANTED]


def test_stopped_at_any_moment_the_vault_before_is_as_it_was(made: Made) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
        add(vault, "Later")
    for after in range(3):
        asked: list[int] = []

        def cancelled(asked: list[int] = asked, after: int = after) -> bool:
            asked.append(1)
            return len(asked) > after

        with pytest.raises(Stopped):
            restore(file, OLD, vault.folder, cancelled=cancelled)
        with open_vault(vault.folder, PASSPHRASE) as opened:
            assert names(opened) == ["Ann", PLANTED, "Later"]
    assert not (vault.folder / "set-aside").exists()
    assert list(vault.folder.glob("restoring-*")) == []


@pytest.mark.parametrize("refused_at", [0, 3, 5])
def test_a_disk_that_refuses_while_files_change_places_leaves_one_vault(
    made: Made, monkeypatch: pytest.MonkeyPatch, refused_at: int
) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
        add(vault, "Later")
    real, moves = replace_file, list[Path]()

    def refusing(source: Path, target: Path) -> None:
        moves.append(source)
        if len(moves) == refused_at + 1:
            raise OSError(errno.EIO, "Input/output error")
        real(source, target)

    with monkeypatch.context() as patch:
        patch.setattr(replaced, "replace_file", refusing)
        with pytest.raises(CannotWrite):
            restore(file, OLD, vault.folder)
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert names(opened) == ["Ann", PLANTED, "Later"]
        assert opened.verify() == []


def test_a_disk_that_fills_up_while_a_backup_comes_back_changes_nothing(
    made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = made
    with vault:
        file = vault.back_up().file
        add(vault, "Later")

    def full(*_: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch, pytest.raises(DiskFull):
        patch.setattr(os, "fsync", full)
        restore(file, OLD, vault.folder)
    assert list(vault.folder.glob("restoring-*")) == []
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert names(opened) == ["Ann", PLANTED, "Later"]


def test_when_both_files_of_keys_are_gone_the_newest_backup_says_who_may_open(made: Made) -> None:
    vault, code = made
    with vault:
        vault.back_up()
        add(vault, "Later")
    for name in (NAME, BEFORE):
        (vault.folder / name).write_bytes(b"{")
    assert [one.label for one in people(vault.folder)] == ["A. K."]
    with open_with_code(vault.folder, code) as opened:
        assert names(opened) == ["Ann", PLANTED, "Later"]
    assert json.loads((vault.folder / NAME).read_bytes())["vault"] == opened._inside.keys.vault


def test_while_a_backup_comes_back_no_file_holds_plain_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    vault, code = make_vault(tmp_path / "vault")
    with vault:
        for _ in range(3):
            with vault.unit("import") as unit:
                for number in range(300):
                    unit.save("person", None, {"known_as": f"{PLANTED} {number}", "note": PLANTED * 20})
        file = vault.back_up().file
        wanted = [*forms(PLANTED), *forms(PASSPHRASE), b"SQLite format 3", b"CREATE TABLE"]
        wanted += [bytes(vault._inside.data_key), code.replace("-", "")[:26].encode()]
    moments, found = list[int](), list[str]()

    def progress(done: int, _: int) -> None:
        moments.append(done)
        found.extend(traces([tmp_path, profile_dir()], wanted))

    rehearse(file, by_code(code), progress)
    restore(file, OLD, vault.folder, progress=progress).vault.lock()
    assert len(moments) >= 5
    assert found == []
    assert traces([tmp_path, profile_dir()], wanted) == []
    assert list(temporary.iterdir()) == []
