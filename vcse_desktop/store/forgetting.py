"""What an open vault can be made to forget: a record with all that goes with it, or the past of a field."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from vcse_desktop.store import erasing, repository
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.erasing import Key, Plan
from vcse_desktop.store.ident import new_id
from vcse_desktop.store.journal import ERASE
from vcse_desktop.store.knowing import Knowing
from vcse_desktop.store.mentions import DRAFT
from vcse_desktop.store.unit import Job


@dataclass(frozen=True, slots=True)
class Erasure:
    """One erasure that was done: its unit, when (UTC), by which member, and the rows that went."""

    unit: int
    at: str
    member: int
    rows: tuple[Key, ...]


class Forgetting(Knowing):
    """What cannot be undone. Each of these raises NotAllowed unless a keeper is in."""

    def plan_erasure(self, table: str, id: int) -> Plan:  # noqa: A002
        """Return what would go with a record; KeyError when there is none, Erased when it is gone already."""
        self._keepers_only()
        return self._ask(lambda con: erasing.plan(con, table, id))

    def erase(self, plan: Plan, leaving: tuple[str, Mapping[str, object]] | None = None) -> Erasure:
        """Erase a record and all that goes with it, for good; Refused when more goes with it than planned.

        ``leaving`` is a new row, by table and fields, that stays in its stead without a name.

        No value of these rows is left in any row, in the journal or in the search; the history can still be
        checked. Call ``sweep`` after the last of several.
        """
        self._keepers_only()
        inside = self._inside
        jobs: list[Job] = [lambda con: erasing.erase(con, inside.tables, plan)]
        if leaving:
            shape = inside.shapes[leaving[0]]
            jobs.append(partial(repository.save, shape=shape, record=new_id(), values=leaving[1]))
        unit = self._write("erase", jobs)
        return self._ask(lambda con: _erasures(con, self._table_names(), unit))[0]

    def sweep(self) -> None:
        """Write the file anew, so that no gap of it holds what was erased; seconds for each 100 MB.

        When it fails, what was erased stays so, and the file is swept when it is opened next.
        """
        self._keepers_only()
        self._inside.writer.run(erasing.sweep)

    def clear_history(self, table: str, id: int, field: str) -> None:  # noqa: A002
        """Wipe what a field of a record has ever said before; what it says now stays. Then ``sweep``."""
        self._keepers_only()
        kept = self._inside.tables[table]
        self._write("clear", [partial(erasing.clear, table=kept, record=id, column=field)])

    def rewrite(self, table: str, id: int, values: Mapping[str, object]) -> None:  # noqa: A002
        """Write these fields of a record and wipe what they have said before. Then ``sweep``."""
        self._keepers_only()
        shape = self._inside.shapes[table]
        jobs: list[Job] = [partial(repository.save, shape=shape, record=id, values=values)]
        jobs += [partial(erasing.clear, table=shape.table, record=id, column=field) for field in values]
        self._write("clear", jobs)

    def wipe(self, table: str, id: int, field: str) -> None:  # noqa: A002
        """Take the words out of a field, of a removed record too, and out of its history; a draft goes whole.

        Then ``sweep``.
        """
        self._keepers_only()
        if table == DRAFT:
            self._inside.writer.run(lambda con: erasing.give_up_draft(con, id))
            return
        kept = self._inside.tables[table]
        jobs = [partial(job, table=kept, record=id, column=field) for job in (erasing.empty, erasing.clear)]
        self._write("clear", jobs)

    def erasures(self) -> list[Erasure]:
        """Return what was erased so far, newest first."""
        self._keepers_only()
        return self._ask(lambda con: _erasures(con, self._table_names(), None))

    def late(self) -> list[Key]:
        """Return the rows that belong to somebody erased: they are hidden until a keeper has settled them."""
        self._keepers_only()
        return self._ask(lambda con: erasing.late(con, self._inside.tables))

    def _table_names(self) -> dict[int, str]:
        return {table.number: name for name, table in self._inside.tables.items()}


def _erasures(con: Connection, names: dict[int, str], unit: int | None) -> list[Erasure]:
    found = con.execute(
        "SELECT n, at, user, first, count FROM tx WHERE why='erase' AND ? IN (n, 0) "
        "ORDER BY hlc DESC, dev DESC",
        (unit or 0,),
    ).fetchall()
    return [Erasure(n, at, member, _rows(con, names, first, count)) for n, at, member, first, count in found]


def _rows(con: Connection, names: dict[int, str], first: int, count: int) -> tuple[Key, ...]:
    sql = "SELECT tbl, id FROM chg WHERE seq>=? AND seq<? AND op=?"
    found = con.execute(sql, (first, first + count, ERASE))
    return tuple(sorted((names[table], row) for table, row in found))
