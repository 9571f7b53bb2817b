"""What an open vault stands on, whoever is in, and how a question reaches the thread that reads."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import RLock

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.engine import Answer, Lane
from vcse_desktop.store.errors import Locked
from vcse_desktop.store.journal import Author, Journalled
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.roles import Verb, may
from vcse_desktop.store.shapes import Shape
from vcse_desktop.store.stopping import STEPS, Overtaken, stopped_by


@dataclass(slots=True)
class Inside:
    """What an open vault stands on."""

    folder: Path
    keys: Keys
    data_key: bytearray
    lock: LockFile
    author: Author
    role: str
    writer: Lane
    reader: Lane
    tables: Mapping[str, Journalled]
    shapes: Mapping[str, Shape]
    profile: Path
    changing: RLock = field(default_factory=RLock)
    """Held while slots or the data key change: what one key sealed must not be kept under another."""
    found: tuple[str, ...] = ()
    """What is wrong with the vault, as codes; with anything in it nothing is written any more."""
    closing: bool = False
    """Whether the vault is being locked: long work on it ends as soon as it can."""
    copied: bool = False
    """Whether its files were set aside after that."""


class Opened:
    """An open vault as far as its questions and its changes share it."""

    def __init__(self, inside: Inside) -> None:
        """``inside`` belongs to this vault from now on."""
        self._inside = inside
        self.folder = inside.folder
        self.member, self.role = inside.author.member, inside.role
        self.device = inside.author.device

    def _ask(self, question: Callable[[Connection], Answer]) -> Answer:
        stopped = stopped_by()

        def job(con: Connection) -> Answer:
            if con.in_transaction:  # it belongs to questions that are asked at once
                return question(con)
            if stopped is not None:
                con.set_progress_handler(stopped, STEPS)
            con.execute("BEGIN")
            try:
                return question(con)
            finally:
                if stopped is not None:
                    con.set_progress_handler(None, 0)
                con.execute("COMMIT")

        try:
            return self._inside.reader.run(job)
        except Locked:
            if stopped is None or not stopped():
                raise
        raise Overtaken

    def at_once(self, questions: Callable[[], Answer]) -> Answer:
        """Return what comes of many questions to this vault: all are answered from the same moment, and no
        time is lost between the threads. It must not write."""
        return self._ask(lambda _: questions())

    def may(self, verb: Verb, table: str) -> bool:
        """Say whether whoever is in may do this with the records of a table."""
        return may(self.role, verb, table)

    def may_read(self, table: str) -> bool:
        """Say whether whoever is in may read the records of a table, if only their names."""
        return may(self.role, Verb.READ, table)
