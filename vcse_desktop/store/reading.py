"""What an open vault can be asked; nothing here changes it."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.store import history, local, repository, search
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.engine import Answer, Lane
from vcse_desktop.store.history import Change, UnitInfo
from vcse_desktop.store.ident import derived_id
from vcse_desktop.store.journal import Author, Journalled
from vcse_desktop.store.keysfile import Keys
from vcse_desktop.store.local import SigningKey
from vcse_desktop.store.lockfile import LockFile
from vcse_desktop.store.migrations import TABLES
from vcse_desktop.store.repository import Row
from vcse_desktop.store.search import Hit
from vcse_desktop.store.shapes import Shape


@dataclass(slots=True)
class Inside:
    """What an open vault stands on."""

    folder: Path
    keys: Keys
    data_key: bytearray
    lock: LockFile
    author: Author
    writer: Lane
    reader: Lane
    tables: Mapping[str, Journalled]
    shapes: Mapping[str, Shape]


class Reading:
    """The questions. Every answer is from one moment, after the last unit that has ended."""

    def __init__(self, inside: Inside) -> None:
        """``inside`` belongs to this vault from now on."""
        self._inside = inside
        self.folder = inside.folder
        self.member = inside.author.member
        self.device = inside.author.device

    def _ask(self, question: Callable[[Connection], Answer]) -> Answer:
        def job(con: Connection) -> Answer:
            con.execute("BEGIN")
            try:
                return question(con)
            finally:
                con.execute("COMMIT")

        return self._inside.reader.run(job)

    def rows(self, table: str, /, **equal: object) -> list[Row]:
        """Return the living rows whose fields have these values, oldest first.

        A LINKS field is asked by one id that must be among its own. KeyError when there is no such table or
        field.
        """
        shape = self._inside.shapes[table]
        return self._ask(lambda con: repository.rows(con, shape, equal))

    def row(self, table: str, id: int) -> Row | None:  # noqa: A002
        """Return one living row."""
        return next(iter(self.rows(table, id=id)), None)

    def search(self, words: str, *, ranked: bool = False, limit: int = 50) -> list[Hit]:
        """Return the records that have a word beginning with each of these: newest first, or best first."""
        return self._ask(lambda con: search.find(con, words, ranked=ranked, limit=limit))

    def history(self, table: str, id: int) -> list[Change]:  # noqa: A002
        """Return what was ever done to a record and to its links, newest first."""
        shape = self._inside.shapes[table]
        return self._ask(lambda con: history.history(con, shape, id))

    def units(self, limit: int = 50) -> list[UnitInfo]:
        """Return the newest units of work, newest first."""
        return self._ask(lambda con: history.units(con, limit))

    def last_unit(self) -> UnitInfo | None:
        """Return the newest unit that can be undone and is not; an undo is none."""
        return self._ask(history.last_unit)

    def setting(self, name: str) -> object | None:
        """Return a setting of the group; None when it was never set."""
        found = self.row("setting", derived_id(TABLES["setting"], name))
        return json.loads(str(found["value"])) if found else None

    def signing_key(self) -> SigningKey | None:
        """Return the key that packs are signed with on this laptop."""
        return self._ask(local.signing_key)

    @property
    def ledger_key(self) -> bytes:
        """The 32 bytes that turn a person into a token of the ledger."""
        return self._ask(local.ledger_key)

    @property
    def rehearsed(self) -> bool:
        """Whether the printed recovery code was ever typed back in full."""
        return any(row["rehearsed_on"] for row in self.rows("slot"))
