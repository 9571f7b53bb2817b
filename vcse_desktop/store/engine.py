"""How the encrypted file is opened, on which thread it is used, and what the driver's faults mean."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from vcse_desktop.store import bind
from vcse_desktop.store.errors import CannotWrite, Damaged, DiskFull, Locked, WrongKeyOrDamaged

Answer = TypeVar("Answer")

DATA = "data.db"
APPLICATION_ID = 0x56435345
PATIENCE = 2.0
"""Seconds that a running job is given when its lane is closed."""
LISTENING = 0.2
"""Seconds between two moments at which whoever waits can be stopped: Windows hears Ctrl+C only then."""
CACHE_KIB = 65536
PRAGMAS = (
    "synchronous=FULL",
    "fullfsync=ON",  # heard on macOS alone
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    f"cache_size=-{CACHE_KIB}",
    "mmap_size=0",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "recursive_triggers=ON",
    "cell_size_check=ON",
)
_FULL, _CORRUPT, _NOT_A_DATABASE, _INTERRUPTED = 13, 11, 26, 9
_OF_THE_DISK = {5, 6, 8, 10, 14}  # busy, locked, read-only, input or output, cannot open


@contextmanager
def told() -> Iterator[None]:
    """Turn the driver's faults that the world has caused into ours; any other is a bug and stays one."""
    try:
        yield
    except bind.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code == _FULL:
            raise DiskFull from error
        if code in (_CORRUPT, _NOT_A_DATABASE):
            raise Damaged from error
        if code == _INTERRUPTED:
            raise Locked from error
        if code in _OF_THE_DISK:
            raise CannotWrite from error
        raise


def connect(path: Path, data_key: bytes, *, new: bool = False, reader: bool = False) -> bind.Connection:
    """Return a connection to the encrypted file; WrongKeyOrDamaged when the key is not its key."""
    with told():
        con = bind.connect(path)
        try:
            _prove(con, data_key)
            if new:
                con.execute(f"PRAGMA application_id={APPLICATION_ID}")
            if _asked(con, "application_id") != APPLICATION_ID or _asked(con, "journal_mode=WAL") != "wal":
                raise Damaged
            for pragma in PRAGMAS:
                con.execute(f"PRAGMA {pragma}").fetchall()
            if ("TEMP_STORE=2",) not in con.execute("PRAGMA compile_options").fetchall():
                raise ImportError("this SQLite may write temporary files in plain text")
            con.execute(f"PRAGMA query_only={'ON' if reader else 'OFF'}")
        except BaseException:
            con.close()
            raise
    return con


def _prove(con: bind.Connection, data_key: bytes) -> None:
    con.execute(f"PRAGMA key=\"x'{data_key.hex()}'\"")
    con.execute("PRAGMA cipher_log_level=NONE")
    try:
        con.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except bind.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == _NOT_A_DATABASE:
            raise WrongKeyOrDamaged from None
        raise


def _asked(con: bind.Connection, pragma: str) -> object:
    return con.execute(f"PRAGMA {pragma}").fetchone()[0]


class Lane:
    """One thread that owns one connection. Jobs run one after another; whoever asks waits for the answer."""

    def __init__(self, opening: Callable[[], bind.Connection]) -> None:
        """``opening`` runs on the thread, which alone may use what it returns."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="vault")
        self._open, self._ending, self._guard = True, False, threading.Lock()
        try:
            with told():
                self._connection = self._thread.submit(opening).result()
        except BaseException:
            self._thread.shutdown()
            raise

    def run(self, job: Callable[[bind.Connection], Answer]) -> Answer:
        """Return what the job returns; Locked once the lane is closed.

        Whoever is stopped while they wait stops the job, and the job is over when they go on.
        """
        with self._guard:
            if not self._open:
                raise Locked
            future = self._thread.submit(self._told, job)
        try:
            while not wait([future], LISTENING).done:
                pass
        except BaseException:
            future.cancel()
            self._stop(future)
            raise
        return future.result()

    def close(self, last: Callable[[bind.Connection], object] = lambda _: None) -> None:
        """Take no more jobs, give the running one a little time, do the last one, close the connection."""
        with self._guard:
            if not self._open:
                return
            self._open = False
            ended = self._thread.submit(self._end, last)
        wait([ended], PATIENCE)
        self._stop(ended)
        try:
            ended.result()
        finally:
            self._thread.shutdown()

    def _stop(self, future: Future[Answer]) -> None:
        """Interrupt what runs until this is done: one interrupt stops one statement, and a job has many."""
        while not future.done():
            with self._guard:
                if not self._ending:  # who interrupts a connection that is being closed crashes
                    self._connection.interrupt()
            wait([future], 0.05)

    def _told(self, job: Callable[[bind.Connection], Answer]) -> Answer:
        with told():
            return job(self._connection)

    def _end(self, last: Callable[[bind.Connection], object]) -> None:
        with self._guard:
            self._ending = True
        try:
            with suppress(bind.Error):  # a full disk must not keep the vault from being locked
                last(self._connection)
        finally:
            self._connection.close()
