"""The file is opened as it must be, and what the driver says is said again in words that help."""

import threading
import time
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from tests.store.state import key_of
from tests.vaults import PASSPHRASE
from vcse_desktop.errors import VcseError
from vcse_desktop.store import bind, engine
from vcse_desktop.store.drafts import Draft
from vcse_desktop.store.engine import Lane, connect, told
from vcse_desktop.store.errors import CannotWrite, Damaged, DiskFull, Locked, StoppedLate, WrongKeyOrDamaged
from vcse_desktop.store.vault import Vault, open_vault

WANTED = {
    "application_id": 0x56435345,
    "journal_mode": "wal",
    "synchronous": 2,
    "foreign_keys": 1,
    "temp_store": 2,
    "mmap_size": 0,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "secure_delete": 1,
    "recursive_triggers": 1,
    "cell_size_check": 1,
    "page_size": "4096",
}


@pytest.mark.parametrize(("pragma", "value"), WANTED.items(), ids=list(WANTED))
@pytest.mark.parametrize("lane", ["writer", "reader"])
def test_both_connections_are_set_as_they_must_be(
    shared: Vault, lane: str, pragma: str, value: object
) -> None:
    opened: Lane = getattr(shared._inside, lane)
    assert opened.run(lambda con: con.execute(f"PRAGMA {pragma}").fetchone()[0]) == value


def test_what_is_held_of_the_file_is_little(shared: Vault) -> None:
    held = [
        lane.run(lambda con: con.execute("PRAGMA cache_size").fetchone()[0])
        for lane in (shared._inside.writer, shared._inside.reader)
    ]
    assert held == [-8192, -1024]


def test_the_reader_alone_may_not_write(shared: Vault) -> None:
    asked = [
        lane.run(lambda con: con.execute("PRAGMA query_only").fetchone()[0])
        for lane in (shared._inside.writer, shared._inside.reader)
    ]
    assert asked == [0, 1]


def test_a_connection_answers_its_own_thread_alone(shared: Vault) -> None:
    con = shared._inside.reader.run(lambda con: con)
    with pytest.raises(bind.Error, match="thread"):
        con.execute("SELECT 1")


def test_another_key_does_not_open_the_file(vault: Vault) -> None:
    path, key = vault.folder / "data.db", key_of(vault)
    vault.lock()
    with pytest.raises(WrongKeyOrDamaged):
        connect(path, bytes(32))
    con = connect(path, key, reader=True)
    assert con.execute("SELECT count(*) FROM person").fetchone() == (0,)
    con.close()


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (13, DiskFull),  # SQLITE_FULL
        (11, Damaged),  # SQLITE_CORRUPT
        (11 | 1 << 8, Damaged),  # SQLITE_CORRUPT_VTAB
        (26, Damaged),  # SQLITE_NOTADB
        (10 | 3 << 8, CannotWrite),  # SQLITE_IOERR_WRITE
        (8, CannotWrite),  # SQLITE_READONLY
        (14, CannotWrite),  # SQLITE_CANTOPEN
        (5, CannotWrite),  # SQLITE_BUSY
        (9, Locked),  # SQLITE_INTERRUPT
    ],
)
def test_faults_of_the_world_have_words(code: int, kind: type[VcseError]) -> None:
    fault = bind.OperationalError("disk and path details")
    fault.sqlite_errorcode = code  # type: ignore[attr-defined]
    with pytest.raises(kind) as raised, told():
        raise fault
    assert len(raised.value.sentence) > 60
    assert str(raised.value) == raised.value.title


def test_our_own_faults_stay_what_they_are(tmp_path: Path) -> None:
    con = bind.connect(tmp_path / "a.db")
    with pytest.raises(bind.OperationalError, match="syntax"), told():
        con.execute("SELEC")
    con.close()


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT count(*) FROM n"
SHORT = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n LIMIT 5000) SELECT count(*) FROM n"


@pytest.mark.parametrize("sql", [ENDLESS, SHORT], ids=["one statement", "many statements"])
@pytest.mark.parametrize("lane", ["reader", "writer"])
def test_locking_stops_what_reads_at_once_and_gives_what_writes_a_little_time(
    vault: Vault, sql: str, lane: str
) -> None:
    running = threading.Event()
    stopped: list[Locked] = []

    def endless(con: bind.Connection) -> None:
        running.set()
        while True:
            con.execute(sql).fetchall()

    def ask() -> None:
        try:
            getattr(vault._inside, lane).run(endless)
        except Locked as locked:
            stopped.append(locked)

    thread = threading.Thread(target=ask)
    thread.start()
    running.wait()
    start = time.monotonic()
    vault.lock()
    thread.join()
    took = time.monotonic() - start
    assert took < 1.4 if lane == "reader" else 1.4 < took < 6
    assert len(stopped) == 1
    assert [file.name for file in vault.folder.iterdir() if "wal" in file.name] == []


def test_locking_rolls_back_a_unit_that_does_not_end_and_keeps_the_drafts_given_to_it(vault: Vault) -> None:
    started = threading.Event()

    def endless(con: bind.Connection) -> None:
        started.set()
        while True:
            con.execute(SHORT).fetchall()

    def write() -> None:
        with suppress(Locked), vault.unit("import") as unit:
            unit.save("person", None, {"known_as": "Ann"})
            unit.jobs.append(endless)

    thread = threading.Thread(target=write)
    thread.start()
    started.wait()
    draft = Draft(7, "person", None, vault.member, "2026-11-21T10:42:00Z", "half a name")
    vault.keep_drafts_at_lock([draft])
    vault.lock()
    thread.join()
    assert not [file.name for file in vault.folder.iterdir() if "wal" in file.name]
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert opened.rows("person") == []
        assert opened.drafts() == [draft]
        assert opened.verify() == []


def test_locking_keeps_nothing_of_a_unit_that_counts_for_too_long(vault: Vault) -> None:
    started = threading.Event()

    def count(_: bind.Connection) -> None:  # no statement runs that could be interrupted
        started.set()
        time.sleep(2.5)

    def write() -> None:
        with pytest.raises(Locked), vault.unit("import") as unit:
            unit.save("person", None, {"known_as": "Ann"})
            unit.jobs.append(count)

    with ThreadPoolExecutor(1) as other:
        ended = other.submit(write)
        started.wait()
        vault.lock()
        ended.result()
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert opened.rows("person") == []


def test_locking_waits_for_a_unit_that_is_nearly_done(vault: Vault) -> None:
    with ThreadPoolExecutor(1) as other, vault.unit("import") as unit:
        started = threading.Event()

        def slow(_: bind.Connection) -> None:
            started.set()
            time.sleep(0.3)

        unit.save("person", None, {"known_as": "Ann"})
        unit.jobs.append(slow)
        other.submit(started.wait).add_done_callback(lambda _: vault.lock())
    with open_vault(vault.folder, PASSPHRASE) as opened:
        assert [row["known_as"] for row in opened.rows("person")] == ["Ann"]


def test_whoever_is_stopped_while_they_wait_goes_on_when_the_job_is_over(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls = engine.listen, iter([KeyboardInterrupt])

    def stopped(future: Future[object], seconds: float) -> bool:
        for stop in calls:
            raise stop
        return real(future, seconds)

    def slow(con: bind.Connection) -> None:
        for _ in range(1000):
            con.execute(SHORT).fetchall()

    with pytest.raises(KeyboardInterrupt), vault.unit("import") as unit:
        unit.save("person", None, {"known_as": "Ann"})
        unit.jobs.append(slow)
        monkeypatch.setattr("vcse_desktop.store.engine.listen", stopped)
    assert vault.rows("person") == []
    assert not vault.kept


def test_whoever_is_stopped_while_a_job_counts_keeps_nothing(
    vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, calls, counting = engine.listen, iter([KeyboardInterrupt]), threading.Event()

    def stopped(future: Future[object], seconds: float) -> bool:
        for stop in calls:
            counting.wait()
            raise stop
        return real(future, seconds)

    def count(_: bind.Connection) -> None:  # no statement runs that could be interrupted
        counting.set()
        time.sleep(0.3)

    with pytest.raises(KeyboardInterrupt), vault.unit("import") as unit:
        unit.save("person", None, {"known_as": "Ann"})
        unit.jobs.append(count)
        monkeypatch.setattr("vcse_desktop.store.engine.listen", stopped)
    assert vault.rows("person") == []
    with vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Bob"})
    assert [row["known_as"] for row in vault.rows("person")] == ["Bob"]


def test_a_stop_after_a_change_was_saved_says_so(vault: Vault) -> None:
    with pytest.raises(StoppedLate), vault:
        with vault.unit("add") as unit:
            unit.save("person", None, {"known_as": "Ann"})
        raise KeyboardInterrupt
