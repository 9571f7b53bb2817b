"""What an open vault can be asked; nothing here changes it."""

import json
from collections.abc import Collection
from datetime import datetime

from vcse_desktop.store import history, local, repository, search
from vcse_desktop.store.history import Change, UnitInfo
from vcse_desktop.store.ident import derived_id
from vcse_desktop.store.local import SigningKey
from vcse_desktop.store.migrations import TABLES
from vcse_desktop.store.paging import Paging
from vcse_desktop.store.repository import Row
from vcse_desktop.store.roles import KEEPER, MEMBER, Verb, must, refusal, sees, sees_all
from vcse_desktop.store.search import Hit


class Reading(Paging):
    """The questions. Every answer is from one moment, after the last unit that has ended."""

    def rows(self, table: str, /, **equal: object) -> list[Row]:
        """Return the living rows whose fields have these values, oldest first.

        A LINKS field is asked by one id that must be among its own. KeyError when there is no such table or
        field. What whoever is in may not see is None; NotAllowed when they may see nothing of it.
        """
        must(self.role, Verb.READ, table)
        for field in equal:
            if field != "id" and not sees(self.role, table, field):
                raise refusal(MEMBER)
        shape = self._inside.shapes[table]
        found = self._ask(lambda con: repository.rows(con, shape, equal))
        if not sees_all(self.role, table):
            found = [
                {f: row[f] if f == "id" or sees(self.role, table, f) else None for f in row} for row in found
            ]
        return found

    def row(self, table: str, id: int) -> Row | None:  # noqa: A002
        """Return one living row."""
        return next(iter(self.rows(table, id=id)), None)

    def search(self, words: str, *, ranked: bool = False, limit: int = 50) -> list[Hit]:
        """Return the records that have a word beginning with each of these: newest first, or best first.

        What whoever is in may not read whole is not looked through: not even its number can be told.
        """
        tables = [name for name, shape in self._inside.shapes.items() if shape.words]
        seen = [name for name in tables if sees_all(self.role, name)]
        only = None if seen == tables else seen
        return self._ask(lambda con: search.find(con, words, ranked=ranked, limit=limit, only=only))

    def history(self, table: str, id: int) -> list[Change]:  # noqa: A002
        """Return what was ever done to a record and to its links, newest first."""
        if not sees_all(self.role, table):
            raise refusal(MEMBER if sees_all(MEMBER, table) else KEEPER)
        shape = self._inside.shapes[table]
        return self._ask(lambda con: history.history(con, shape, id))

    def touched(self, unit: int, table: str) -> list[int]:
        """Return the ids of the records of a table that a unit has written."""
        return self._ask(lambda con: history.touched(con, unit, TABLES[table]))

    def beginnings(self, ids: Collection[int]) -> dict[int, tuple[int, str]]:
        """Return for each of these records the unit that first wrote it, and why it was made."""
        return self._ask(lambda con: history.beginnings(con, ids))

    def units(self, limit: int = 50) -> list[UnitInfo]:
        """Return the newest units of work, newest first."""
        return self._ask(lambda con: history.units(con, limit))

    def newest_at(self) -> datetime | None:
        """Return when the newest unit of work was written, by the clock of its writer; None for none."""
        return self._ask(history.newest_at)

    def last_unit(self) -> UnitInfo | None:
        """Return the newest unit that whoever is in can undo and that is not undone; an undo is none."""
        own = None if self.role == KEEPER else self.member
        return self._ask(lambda con: history.last_unit(con, own))

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
