"""How the encrypted file is opened, on which thread it is used, and what the driver's faults mean."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from vcse_desktop.errors import VcseError
from vcse_desktop.store import bind
from vcse_desktop.store.errors import (
    CannotWrite,
    Damaged,
    DiskFull,
    Erased,
    IndexDamaged,
    Locked,
    WrongKeyOrDamaged,
)

Answer = TypeVar("Answer")

APPLICATION_ID = 0x56435345
PATIENCE = 1.5
"""Seconds that a running job is given when its lane is closed: the whole of a lock takes two at most."""
LISTENING = 0.2
"""Seconds between two moments at which whoever waits can be stopped: Windows hears Ctrl+C only then."""
CACHE_KIB, READERS_KIB, LARGE_KIB = 8192, 1024, 49152
"""Of the connection that writes, and of those that read: lists and figures read indexes that cover them, and
memory is dear on an old laptop. A large import has more: it would write its indexes again and again."""
PRAGMAS = (
    "synchronous=FULL",
    "fullfsync=ON",  # heard on macOS alone
    "checkpoint_fullfsync=ON",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "mmap_size=0",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "secure_delete=ON",
    "recursive_triggers=ON",
    "cell_size_check=ON",
)
_CORRUPT_INDEX = 267  # of a virtual table: our only ones are the search index and the words in it
_FULL, _CORRUPT, _NOT_A_DATABASE, _INTERRUPTED, _CONSTRAINT = 13, 11, 26, 9, 19
_OF_THE_DISK = {5, 6, 8, 10, 14}  # busy, locked, read-only, input or output, cannot open


@contextmanager
def told() -> Iterator[None]:
    """Turn the driver's faults that the world has caused into ours; any other is a bug and stays one."""
    try:
        yield
    except bind.Error as error:
        exactly = getattr(error, "sqlite_errorcode", 0)
        code = exactly & 0xFF
        if code == _FULL:
            raise DiskFull from error
        if exactly == _CORRUPT_INDEX:
            raise IndexDamaged from error
        if code in (_CORRUPT, _NOT_A_DATABASE):
            raise Damaged from error
        if code == _INTERRUPTED:
            raise Locked from error
        if code == _CONSTRAINT and str(error) == "erased":  # what the guard of the journal says
            raise Erased from error
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
            _prepare(con, reader=reader)
        except BaseException:
            con.close()
            raise
    return con


@contextmanager
def glimpse(path: Path, data_key: bytes) -> Iterator[bind.Connection]:
    """Give a connection that only reads an encrypted copy which nobody has open; WrongKeyOrDamaged, Damaged.

    Unlike ``connect`` it leaves the copy as it is: no file appears beside it.
    """
    with told():
        con = bind.connect(path)
        try:
            _prove(con, data_key)
            if _asked(con, "application_id") != APPLICATION_ID:
                raise Damaged
            _prepare(con, reader=True)
            yield con
        finally:
            con.close()


def room(con: bind.Connection, kib: int) -> None:
    """Let a connection hold so much of the file in memory."""
    con.execute(f"PRAGMA cache_size=-{kib}").fetchall()


def opens(path: Path, data_key: bytes) -> bool:
    """Say whether this is the key of the encrypted file; nothing else is looked at."""
    with told():
        con = bind.connect(path)
        try:
            _prove(con, data_key)
        except WrongKeyOrDamaged:
            return False
        finally:
            con.close()
    return True


def rekey(path: Path, old: bytes, new: bytes) -> None:
    """Encrypt a copy with another key, in place: a crash in between spoils it, so it must be a copy."""
    with told():
        con = bind.connect(path)
        try:
            _prove(con, old)
            con.execute("PRAGMA journal_mode=OFF").fetchall()
            con.execute("PRAGMA synchronous=OFF")
            con.execute(f"PRAGMA rekey=\"x'{new.hex()}'\"").fetchall()
        finally:
            con.close()


def _prepare(con: bind.Connection, *, reader: bool) -> None:
    for pragma in PRAGMAS:
        con.execute(f"PRAGMA {pragma}").fetchall()
    if ("TEMP_STORE=2",) not in con.execute("PRAGMA compile_options").fetchall():
        raise ImportError("this SQLite may write temporary files in plain text")
    con.execute(f"PRAGMA query_only={'ON' if reader else 'OFF'}")
    con.execute(f"PRAGMA cache_size=-{READERS_KIB if reader else CACHE_KIB}").fetchall()


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


def listen(future: Future[Answer], seconds: float) -> bool:
    """Wait so long for an answer and say whether it is there; half as dear as waiting for one of several."""
    with suppress(TimeoutError):
        future.exception(seconds)
    return future.done()


class Lane:
    """One thread that owns one connection. Jobs run one after another; whoever asks waits for the answer."""

    def __init__(self, opening: Callable[[], bind.Connection]) -> None:
        """``opening`` runs on the thread, which alone may use what it returns."""
        self.harmed: Callable[[Damaged], Damaged] = lambda error: error
        """Told of damage that a job has met; returns what is raised in its place."""
        self._opening = opening
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="vault")
        self._open, self._ending, self._guard = True, False, threading.Lock()
        self._asking = 0
        self._halted, self._leaving = threading.Event(), False
        self._own = self._thread.submit(threading.get_ident).result()
        try:
            with told():
                self._connection = self._thread.submit(opening).result()
        except BaseException:
            self._thread.shutdown()
            raise

    def run(self, job: Callable[[bind.Connection], Answer]) -> Answer:
        """Return what the job returns; Locked once the lane is closed.

        Whoever is stopped while they wait stops the job, and the job is over when they go on. What a job of
        this lane asks of it is done within that job.
        """
        if threading.get_ident() == self._own:
            return self._told(job)
        with self._guard:
            if not self._open:
                raise Locked
            self._asking += 1
            halted = threading.Event()
            future = self._thread.submit(self._begun, job, halted)
        try:
            while not listen(future, LISTENING):
                pass
        except BaseException:
            future.cancel()
            halted.set()
            self._stop(future)
            raise
        finally:
            with self._guard:
                self._asking -= 1
        return future.result()

    def wanted(self) -> bool:
        """Say whether somebody waits behind the job that runs; asked by that job."""
        return self._asking > 1 or not self._open

    def close(
        self, last: Callable[[bind.Connection], object] = lambda _: None, patience: float = PATIENCE
    ) -> None:
        """Take no more jobs, give the running one some seconds, do the last one, close the connection."""
        with self._guard:
            if not self._open:
                return
            self._open = False
            ended = self._thread.submit(self._end, last)
        wait([ended], patience)
        self._leaving = True
        self._stop(ended)
        try:
            ended.result()
        finally:
            self._thread.shutdown()

    @contextmanager
    def aside(self) -> Iterator[None]:
        """Have the connection closed for this block, and opened anew after it; jobs wait meanwhile."""
        gone, back = threading.Event(), threading.Event()
        with self._guard:
            if not self._open:
                raise Locked
            future = self._thread.submit(self._step_aside, gone, back)
        gone.wait()
        try:
            yield
        finally:
            back.set()
            future.result()

    def _step_aside(self, gone: threading.Event, back: threading.Event) -> None:
        with self._guard:
            self._ending = True
        self._connection.close()
        gone.set()
        back.wait()
        try:
            with told():
                self._connection = self._opening()
        except BaseException:
            with self._guard:
                self._open = False
            raise
        with self._guard:
            self._ending = False

    def _stop(self, future: Future[Answer]) -> None:
        """Interrupt what runs until this is done: one interrupt stops one statement, and a job has many."""
        while not future.done():
            with self._guard:
                if not self._ending:  # who interrupts a connection that is being closed crashes
                    self._connection.interrupt()
            wait([future], 0.05)

    def must_go_on(self) -> None:
        """Return unless whoever waits for the job that asks was stopped, or the lane is closed: then Locked.

        An interrupt stops a statement alone; between two of them a job asks for itself.
        """
        if self._halted.is_set() or self._leaving:
            raise Locked

    def _begun(self, job: Callable[[bind.Connection], Answer], halted: threading.Event) -> Answer:
        self._halted = halted
        return self._told(job)

    def _told(self, job: Callable[[bind.Connection], Answer]) -> Answer:
        try:
            with told():
                return job(self._connection)
        except Damaged as error:
            self._begin_anew()
            raise self.harmed(error) from error

    def _begin_anew(self) -> None:
        """Open the connection again: once SQLCipher has met a page that was changed, it reads no other."""
        with self._guard:
            if self._ending:
                return
            self._ending = True
        self._connection.close()
        with suppress(bind.Error, VcseError), told():  # else it stays closed, and says so to who asks next
            self._connection = self._opening()
        with self._guard:
            self._ending = False

    def _end(self, last: Callable[[bind.Connection], object]) -> None:
        with self._guard:
            self._ending = True
        try:
            with suppress(bind.Error):  # a full disk must not keep the vault from being locked
                last(self._connection)
        finally:
            self._connection.close()
