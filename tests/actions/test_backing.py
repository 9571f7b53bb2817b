"""Backups as people meet them: made on the way out, copied to a stick, tried, and brought back."""

import errno
import shutil
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.actions import backing, not_yet, restoring, unlocking
from vcse_desktop.actions.gathering import signer
from vcse_desktop.actions.grouping import set_group
from vcse_desktop.errors import Refused
from vcse_desktop.paths import HOME_VARIABLE
from vcse_desktop.store import carrying
from vcse_desktop.store.errors import AlreadyOpen
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.roles import NotAllowed
from vcse_desktop.store.vault import Vault, open_vault

NEW = "another four words here"


@pytest.fixture
def ours(tmp_path: Path) -> tuple[Vault, str]:
    """The vault of a group, open, with the right to sign; and its code."""
    vault, code = unlocking.new_vault(tmp_path / "vault", "Anytown Carers", PASSPHRASE, kdf=FLOOR)
    vault.rehearse(code)
    return vault, code


def files(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir()) if folder.is_dir() else []


def waits(vault: Vault, on: date) -> list[tuple[str, int | None]]:
    found = not_yet.waiting(vault, on).waits
    return [(one.kind, one.days) for one in found if one.kind in ("rests", "copy", "trial")]


def test_on_the_way_out_a_backup_is_made_when_something_changed(ours: tuple[Vault, str]) -> None:
    vault, _ = ours
    assert backing.leave(vault) is None
    assert len(files(vault.folder / "backups")) == 1
    for _ in range(2):  # nothing changed, and the last one is new
        assert backing.leave(open_vault(vault.folder, PASSPHRASE)) is None
    assert len(files(vault.folder / "backups")) == 1


def test_when_there_is_no_time_none_is_made_and_the_vault_is_locked(ours: tuple[Vault, str]) -> None:
    vault, _ = ours
    assert backing.leave(vault, at_once=True) is None
    assert files(vault.folder / "backups") == []
    open_vault(vault.folder, PASSPHRASE).lock()


def test_a_full_disk_keeps_nobody_from_leaving(
    ours: tuple[Vault, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = ours
    usage = shutil.disk_usage(vault.folder)._replace(free=10)
    with monkeypatch.context() as patch:
        patch.setattr(shutil, "disk_usage", lambda _: usage)
        error = backing.leave(vault)
    assert error is not None
    assert error.title == "There is too little room"
    with open_vault(vault.folder, PASSPHRASE) as again:
        assert again.verify() == []
        assert backing.due(again)


def test_who_stops_it_leaves_without_a_backup(ours: tuple[Vault, str]) -> None:
    vault, _ = ours
    assert isinstance(backing.leave(vault, cancelled=lambda: True), backing.Stopped)
    assert files(vault.folder / "backups") == []
    open_vault(vault.folder, PASSPHRASE).lock()


def test_the_example_has_no_backups(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    set_group(vault, "is_example", True)
    assert backing.leave(vault) is None
    assert files(vault.folder / "backups") == []


def test_a_second_place_gets_a_copy_and_is_said_when_it_does_not(
    ours: tuple[Vault, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = ours
    stick = tmp_path / "stick"
    with vault:
        assert backing.back_up(vault).copied is None
        with pytest.raises(Refused):
            backing.choose_place(str(stick))
        with pytest.raises(Refused):
            backing.choose_place("stick")
        stick.mkdir()
        backing.choose_place(f" {stick} ")
        made = backing.back_up(vault)
        assert made.copied
        assert files(stick) == [made.file.name]
        state = backing.state(vault)
        assert (state.place, state.place_there, state.count) == (str(stick), True, 2)
        assert state.copied is not None

        def pulled_out(file: Path, half: Path, gauge: object) -> None:
            half.write_bytes(file.read_bytes()[:3000])
            raise OSError(errno.EIO, "Input/output error")

        with monkeypatch.context() as patch:
            patch.setattr(carrying, "_copy", pulled_out)
            second = backing.back_up(vault)
        assert second.copied is False
        assert second.why is not None
        assert "could not be copied" in second.why.sentence
        assert second.file.is_file()
        assert files(stick) == [made.file.name]
        shutil.rmtree(stick)
        third = backing.back_up(vault)
        assert third.why is not None
        assert third.why.title == "The second place is not there"
        assert len(backing.state(vault).place) > 0
        backing.choose_place("")
        assert backing.back_up(vault).why is None


def test_how_long_they_are_kept_is_the_groups_choice(
    ours: tuple[Vault, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, _ = ours
    asked = []
    with vault:
        monkeypatch.setattr(
            type(vault), "thin_out_backups", lambda self, days, folder=None: asked.append((days, folder))
        )
        backing.back_up(vault)
        set_group(vault, "backup_days", 365)
        backing.back_up(vault)
        set_group(vault, "backup_days", 5000)
        assert backing.state(vault).days == 90
    assert asked == [(90, None), (365, None)]


def test_today_says_when_there_was_no_copy_and_no_trial_for_long(
    ours: tuple[Vault, str], tmp_path: Path
) -> None:
    vault, code = ours
    now = datetime.now(UTC).astimezone().date()
    with vault:
        assert waits(vault, now + timedelta(days=28)) == []
        assert waits(vault, now + timedelta(days=32)) == [("copy", 32)]
        assert waits(vault, now + timedelta(days=184)) == [("copy", 184), ("trial", 184)]
        backing.choose_place(str(tmp_path))
        made = backing.back_up(vault)
        assert [kind for kind, _ in waits(vault, now + timedelta(days=184))] == ["copy", "trial"]
        restoring.try_backup(made.file, restoring.secret(code, sheet=True), vault)
        assert waits(vault, now + timedelta(days=29)) == []
        with vault.unit("edit") as unit:
            unit.set("is_example", True)
        assert waits(vault, now + timedelta(days=999)) == []


def test_a_trial_says_what_is_in_the_file_and_whether_the_secret_still_holds(
    ours: tuple[Vault, str],
) -> None:
    vault, code = ours
    with vault:
        for name in ("Ann", "Bo"):
            with vault.unit("add") as unit:
                unit.save("person", None, {"known_as": name})
        file = backing.back_up(vault).file
        today = datetime.now(UTC).astimezone().date()
        by_sheet = restoring.try_backup(file, restoring.secret(code, sheet=True), vault)
        assert by_sheet == restoring.Trial(3, today, today, sheet=True, old=False)
        old = restoring.secret(PASSPHRASE, sheet=False)
        assert restoring.try_backup(file, old, vault).old is False
        vault.change_passphrase(PASSPHRASE, NEW, kdf=FLOOR)
        assert restoring.try_backup(file, old, vault).old is True
        assert restoring.try_backup(file, old).old is None
        with pytest.raises(restoring.DoesNotOpen):
            restoring.try_backup(file, restoring.secret(NEW, sheet=False), vault)
        assert vault.remembered_backups().tried == today


def test_nothing_is_signed_after_a_restore_until_a_keeper_has_typed_the_sheet(
    ours: tuple[Vault, str],
) -> None:
    vault, code = ours
    key = vault.signing_key()
    file = backing.back_up(vault).file
    present = restoring.before_restoring(vault)
    back = restoring.restore(file, restoring.secret(PASSPHRASE, sheet=False), present)
    with back.vault as again:
        now = datetime.now(UTC).astimezone().date()
        assert waits(again, now) == [("rests", None)]
        with pytest.raises(Refused, match="rests"):
            signer(again)
        other, theirs = make_vault(vault.folder.parent / "other")
        other.lock()
        for wrong in (theirs, "ABCD", PASSPHRASE):
            with pytest.raises(Refused):
                restoring.confirm_signing(again, wrong)
        assert again.signing_key() is None
        restoring.confirm_signing(again, code)
        assert again.signing_key() == key
        signer(again)
        assert waits(again, now) == []


def test_before_a_restore_a_last_backup_is_made_and_the_vault_is_locked(ours: tuple[Vault, str]) -> None:
    vault, code = ours
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Last words"})
    with pytest.raises(AlreadyOpen):
        restoring.restore(
            backing.back_up(vault).file,
            restoring.secret(code, sheet=True),
            restoring.Present(vault.folder),
        )
    present = restoring.before_restoring(vault)
    assert present == restoring.Present(vault.folder, frozenset())
    newest = restoring.newest_in(vault.folder)
    assert newest is not None
    back = restoring.restore(newest, restoring.secret(code, sheet=True), present)
    with back.vault:
        assert [row["known_as"] for row in back.vault.rows("person")] == ["Last words"]


def test_only_a_keeper_replaces_what_is_there_or_confirms_the_right_to_sign(
    ours: tuple[Vault, str],
) -> None:
    vault, code = ours
    with vault:
        for role in ("helper", "member"):
            vault.role = vault._inside.role = role
            for act in (
                lambda: restoring.before_restoring(vault),
                lambda: restoring.confirm_signing(vault, code),
            ):
                with pytest.raises(NotAllowed):
                    act()
        assert backing.back_up(vault).file.is_file()  # a backup is made whoever is in


def test_on_another_computer_the_file_and_the_sheet_are_enough(
    ours: tuple[Vault, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault, code = ours
    with vault:
        file = Path(shutil.copy(backing.back_up(vault).file, tmp_path / "a.vcse-backup"))
    shutil.rmtree(vault.folder)
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path / "another"))
    synced = tmp_path / "Dropbox" / "here"
    secret = restoring.secret(code, sheet=True)
    with pytest.raises(Refused, match="copied to other places"):
        restoring.restore(file, secret, restoring.Present(synced))
    assert not synced.exists()
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to the council.txt").write_text("x", "utf-8")
    with pytest.raises(Refused, match="in use"):
        restoring.restore(file, secret, restoring.Present(tmp_path / "letters"))
    assert files(tmp_path / "letters") == ["to the council.txt"]
    back = restoring.restore(file, secret, restoring.Present(tmp_path / "here"))
    with back.vault as again:
        assert again.rows("organisation", is_us=True)[0]["name"] == "Anytown Carers"
        again.change_passphrase(code, NEW, kdf=FLOOR)
    open_vault(tmp_path / "here", NEW).lock()
