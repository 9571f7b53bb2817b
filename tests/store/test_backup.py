"""A backup is whole or is not there; it is made while others work; old ones go, and one a week stays."""

import errno
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.test_leak import PLANTED, forms, traces
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store import backup, carrying, kept, migrations
from vcse_desktop.store.backup import make_backup
from vcse_desktop.store.bind import Database, Migrations
from vcse_desktop.store.container import read_head, unsealed
from vcse_desktop.store.engine import connect
from vcse_desktop.store.errors import CannotWrite, DiskFull
from vcse_desktop.store.kept import ALL, DAILY, kept_in, too_old
from vcse_desktop.store.unfit import DamagedBackup, NoRoom, NotBackedUp, Stopped
from vcse_desktop.store.vault import Vault, open_vault

CONNECT = connect
NOW = datetime(2026, 11, 21, 18, 30, 5, tzinfo=UTC)


def add(vault: Vault, number: int = 1) -> None:
    with vault.unit("add") as unit:
        for n in range(number):
            unit.save("person", None, {"known_as": f"{PLANTED} {n}", "note": PLANTED * 30})


def sealed(vault: Vault, file: Path) -> dict[str, object]:
    found: dict[str, object] = unsealed(read_head(file), bytes(vault._inside.data_key))
    return found


def files(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.rglob("*") if file.is_file())


def test_a_backup_says_what_it_holds_to_nobody_without_the_key(vault: Vault) -> None:
    add(vault, 7)
    made = vault.back_up()
    head = read_head(made.file)
    assert head.fields["body_sha256"] == made.sha256
    assert head.vault == vault._inside.keys.vault
    inner = sealed(vault, made.file)
    assert inner["rows"]["person"] == [7, 7]  # type: ignore[index]
    assert inner["last"] == made.summary.last
    assert traces([made.file.parent], [*forms(PLANTED), b"known_as", bytes(vault._inside.data_key)]) == []


def test_its_name_says_when_and_nothing_else(vault: Vault) -> None:
    names = [vault.back_up().file.name for _ in range(3)]
    assert len(set(names)) == 3
    assert all(kept._NAME.fullmatch(name) and ":" not in name for name in names)
    assert {one.file.name for one in vault.backups()} == set(names)
    assert files(vault.folder / "backups") == sorted(names)


def test_the_vault_can_be_written_to_meanwhile_and_the_backup_holds_one_moment(vault: Vault) -> None:
    add(vault, 3000)
    wrote: list[int] = []

    def progress(done: int, total: int) -> None:
        assert 0 <= done <= total
        if len(wrote) < 3:
            add(vault)
            wrote.append(done)

    made = vault.back_up(progress)
    assert wrote
    assert made.summary.rows["person"][0] in range(3000, 3004)
    assert len(vault.rows("person")) == 3003
    assert vault.verify() == []


def test_it_can_be_stopped_and_leaves_nothing(vault: Vault) -> None:
    add(vault, 2000)
    for after in (0, 3, 9):
        asked: list[int] = []

        def cancelled(asked: list[int] = asked, after: int = after) -> bool:
            asked.append(1)
            return len(asked) > after

        with pytest.raises(Stopped):
            vault.back_up(cancelled=cancelled)
        assert files(vault.folder / "backups") == []
    assert vault.back_up().file.is_file()


def test_too_little_room_is_said_before_anything_is_written(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(vault, 100)
    usage = shutil.disk_usage(vault.folder)._replace(free=100_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(NoRoom) as raised:
        vault.back_up()
    said = raised.value.values
    assert int(str(said["need"])) * 1_000_000 >= (vault.folder / "data.db").stat().st_size
    assert said["free"] == 0
    assert files(vault.folder / "backups") == []


def _full(*_: object) -> NoReturn:
    raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("where", ["_copied", "wrap", "replace_file"])
def test_a_disk_that_is_full_in_the_middle_leaves_no_half_backup(
    vault: Vault, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    add(vault, 10)
    before = vault.back_up().file
    with monkeypatch.context() as patch:
        if where == "_copied":
            patch.setattr(backup, "connect", _on_a_small_disk)
        else:
            patch.setattr(backup, where, lambda *_: _as_ours())
        with pytest.raises(NotBackedUp) as raised:
            vault.back_up()
    assert "are as they were" in raised.value.sentence
    assert files(vault.folder / "backups") == [before.name]
    add(vault)
    assert vault.verify() == []
    assert vault.back_up().file.is_file()


def _as_ours() -> NoReturn:
    raise DiskFull


def _on_a_small_disk(path: Path, key: bytes, *, reader: bool) -> object:
    """Return a connection whose copy is refused as SQLite refuses when the disk is full."""

    class Full:
        def __init__(self) -> None:
            self._con = CONNECT(path, key, reader=reader)

        def __getattr__(self, name: str) -> object:
            return getattr(self._con, name)

        def execute(self, sql: str, *values: object) -> object:
            if sql.startswith("VACUUM"):
                half = Path(values[0][0])  # type: ignore[index]
                half.write_bytes(b"half")
                raise DiskFull
            return self._con.execute(sql, *values)  # type: ignore[arg-type]

    return Full()


def test_a_half_that_a_crash_left_is_swept_away_and_other_files_stay(vault: Vault) -> None:
    place = vault.folder / "backups"
    place.mkdir()
    (place / "2026-01-01T000000Z.vcse-backup.part").write_bytes(b"half")
    (place / "2026-01-01T000000Z.vcse-backup.part-journal").write_bytes(b"half")
    (place / "notes.txt").write_text("mine", "utf-8")
    made = vault.back_up()
    assert files(place) == [made.file.name, "notes.txt"]


def test_a_copy_that_does_not_have_what_the_vault_had_is_no_backup(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(vault)
    vault.back_up()
    real = backup._copied

    def older(source: object, half: Path, gauge: object) -> object:
        last = real(source, half, gauge)  # type: ignore[arg-type]
        return {dev: [str(int(stamp) + 1), hashed] for dev, (stamp, hashed) in last.items()}

    monkeypatch.setattr(backup, "_copied", older)
    with pytest.raises(Exception, match="damaged"):
        vault.back_up()
    assert len(files(vault.folder / "backups")) == 1


def test_it_is_due_when_something_changed_and_the_last_is_twenty_hours_old(vault: Vault) -> None:
    now = datetime.now(UTC)
    add(vault)
    assert vault.backup_due(now)
    vault.back_up()
    add(vault)
    assert not vault.backup_due(now + timedelta(hours=19))
    assert vault.backup_due(now + timedelta(hours=21))
    vault.back_up()
    assert not vault.backup_due(now + timedelta(days=30))
    assert not vault.backup_due(now + timedelta(days=300))


def test_a_clock_that_was_wrong_does_not_keep_backups_from_being_made(vault: Vault) -> None:
    add(vault)
    vault.back_up()
    add(vault)
    assert vault.backup_due(datetime.now(UTC) - timedelta(days=400))


def ages(draw: list[int]) -> list[datetime]:
    return [NOW - timedelta(hours=age) for age in draw]


@given(
    hours=st.lists(st.integers(-48, 24 * 400), max_size=60),
    days=st.sampled_from([30, 90, 365]),
)
def test_what_is_kept(hours: list[int], days: int) -> None:
    made = ages(hours)
    gone = too_old(made, NOW, days)
    stay = [one for place, one in enumerate(made) if place not in gone]
    assert all(one in stay for one in made if NOW - one < ALL)
    assert all(NOW - one < timedelta(days=days) for one in stay)
    week_old = [one for one in stay if ALL <= NOW - one < DAILY]
    assert len(week_old) == len({one.date() for one in week_old}) <= 7
    older = [one for one in stay if NOW - one >= DAILY]
    assert len(older) == len({one.isocalendar()[:2] for one in older}) <= days / 7 + 2
    for one in made:  # of each week that had one inside the time, one is still there
        if NOW - one < timedelta(days=days):
            assert any(other.isocalendar()[:2] == one.isocalendar()[:2] for other in stay)
    assert too_old(stay, NOW, days) == set()


def test_old_ones_of_this_vault_are_deleted_and_those_of_others_are_not(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(vault)
    mine = vault.back_up().file
    other, _ = make_vault(tmp_path / "other")
    with other:
        theirs = shutil.copy(other.back_up().file, mine.parent / "2026-01-01T000000Z.vcse-backup")
    strange = mine.parent / "2020-01-01T000000Z.vcse-backup"
    strange.write_bytes(b"unreadable")
    later = datetime.now(UTC) + timedelta(days=100)
    assert kept.thin_out(mine.parent, vault._inside.keys.vault, later, 90) == [mine.name]
    assert Path(theirs).is_file()
    assert strange.is_file()


def test_a_second_place_gets_a_copy_to_the_byte(vault: Vault, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    add(vault)
    made = vault.back_up()
    assert vault.remembered_backups().copied is None
    vault.carry_backup(made.file, stick)
    assert (stick / made.file.name).read_bytes() == made.file.read_bytes()
    assert files(stick) == [made.file.name]
    copied = vault.remembered_backups().copied
    assert copied is not None
    assert abs(datetime.now(UTC) - copied) < timedelta(minutes=1)
    assert [one.file.parent for one in vault.backups(stick)] == [stick]


@pytest.mark.parametrize("how", ["pulled out", "full", "gone", "flips"])
def test_a_stick_pulled_out_in_the_middle_holds_no_half_backup(
    vault: Vault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    stick = tmp_path / "stick"
    add(vault, 20)
    made = vault.back_up()
    if how != "gone":
        stick.mkdir()

    def half(file: Path, target: Path, gauge: object) -> None:
        content = file.read_bytes()
        target.write_bytes(content[: len(content) // 2] if how != "flips" else content[:-9] + bytes(9))
        if how == "pulled out":
            raise OSError(errno.EIO, "Input/output error")
        if how == "full":
            _full()

    monkeypatch.setattr(carrying, "_copy", half)
    with pytest.raises((CannotWrite, DiskFull, DamagedBackup)):
        vault.carry_backup(made.file, stick)
    assert not stick.exists() or files(stick) == []
    assert made.file.is_file()
    assert vault.remembered_backups().copied is None


def test_while_it_is_made_no_file_holds_plain_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP", "SQLITE_TMPDIR"):
        monkeypatch.setenv(name, str(temporary))
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    vault, _ = make_vault(tmp_path / "vault")
    found: list[str] = []
    with vault:
        add(vault, 2000)
        wanted = [*forms(PLANTED), b"SQLite format 3", b"CREATE TABLE", bytes(vault._inside.data_key)]
        moments: list[int] = []

        def progress(done: int, _: int) -> None:
            moments.append(done)
            if len(moments) % 4 == 0:
                found.extend(traces([tmp_path], wanted))

        vault.back_up(progress)
    assert len(moments) > 8
    assert found == []
    assert traces([tmp_path], wanted) == []
    assert list(temporary.iterdir()) == []


def test_the_tables_are_brought_up_to_date_only_after_a_backup(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(vault)
    vault.lock()
    steps = Migrations("vcse")
    _new_table.__name__ = "m999_new"
    before = [step.__name__ for step in migrations.STEPS]
    for step in (*migrations.STEPS, _new_table):
        steps(name=step.__name__)(step)
    monkeypatch.setattr(migrations, "steps", steps)
    monkeypatch.setattr(migrations, "STEPS", (*migrations.STEPS, _new_table))
    usage = shutil.disk_usage(vault.folder)._replace(free=100)
    with monkeypatch.context() as patch, pytest.raises(NoRoom):
        patch.setattr(shutil, "disk_usage", lambda _: usage)
        open_vault(vault.folder, PASSPHRASE)
    with open_vault(vault.folder, PASSPHRASE) as opened:
        [kept] = opened.backups()
        assert kept.head.fields["migrations"] == before
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert len(opened.backups()) == 1


def _new_table(db: Database) -> None:
    db.execute("CREATE TABLE new(id INTEGER PRIMARY KEY)")


def test_the_plain_function_backs_up_a_vault_that_is_locked(vault: Vault) -> None:
    add(vault, 3)
    keys, key = vault._inside.keys, bytes(vault._inside.data_key)
    vault.lock()
    made = make_backup(vault.folder, keys, key)
    assert made.summary.rows["person"] == [3, 3]
    assert [one.file for one in kept_in(vault.folder / "backups", keys.vault)] == [made.file]
