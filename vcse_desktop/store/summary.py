"""What an encrypted image holds, in numbers: enough to say whether a copy of it is the same."""

# ruff: noqa: S608 - every name in this SQL comes from the file's own schema, none from a person

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.store import migrations
from vcse_desktop.store.bind import Connection, wrapped
from vcse_desktop.store.engine import glimpse
from vcse_desktop.store.errors import Damaged
from vcse_desktop.store.migrations import TABLES


@dataclass(frozen=True, slots=True)
class Summary:
    """``rows``: for each table all rows and the living ones. ``last``: for each device its newest stamp and
    the hash of that unit, as hex. ``newest``: when the newest unit was made, UTC. ``erased``: how many rows
    were erased. Numbers that JSON would harm are text."""

    rows: dict[str, list[int]]
    last: dict[str, list[str]]
    newest: str
    erased: int

    @property
    def records(self) -> int:
        """How many living records there are, of every kind that a person writes."""
        return sum(self.rows.get(code, [0, 0])[1] for code in KINDS)


def read(con: Connection) -> Summary:
    """Return what the file holds; Damaged when its journal does not add up."""
    names = con.execute(
        "SELECT name FROM sqlite_schema WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%' "
        "AND name NOT GLOB 'find*' AND name NOT GLOB 'sqlite_*' ORDER BY name"
    ).fetchall()
    rows = {name: _counted(con, name) for (name,) in names}
    last = latest(con)
    newest = con.execute("SELECT at FROM tx ORDER BY hlc DESC, dev DESC LIMIT 1").fetchone()
    noted = con.execute("SELECT coalesce(sum(count), 0) FROM tx").fetchone()[0]
    if noted != rows["chg"][0]:
        raise Damaged
    return Summary(rows, last, newest[0] if newest else "", rows["erased"][0])


def _counted(con: Connection, table: str) -> list[int]:
    living = "coalesce(sum(alive), 0)" if table in TABLES else "count(*)"
    return list(con.execute(f'SELECT count(*), {living} FROM "{table}"').fetchone())


def latest(con: Connection) -> dict[str, list[str]]:
    """Return for each device its newest stamp and that unit's hash."""
    found = con.execute(
        "SELECT dev, hlc, hex(hash) FROM tx WHERE (dev, hlc) IN (SELECT dev, max(hlc) FROM tx GROUP BY dev)"
    )
    return {str(dev): [str(hlc), hashed] for dev, hlc, hashed in found}


def from_json(found: Any) -> Summary:  # noqa: ANN401 - what was sealed in a header, so our own program's
    """Return the summary that a header carries."""
    return Summary(found["rows"], found["last"], found["newest"], found["erased"])


def inspect(path: Path, data_key: bytes) -> tuple[Summary, list[str]]:
    """Open a copy, check every page of it, and return what it holds, and the steps its tables have had.

    Damaged or WrongKeyOrDamaged when it is not whole. Beside the copy nothing is written.
    """
    with glimpse(path, data_key) as con:
        if con.execute("PRAGMA cipher_integrity_check").fetchall():
            raise Damaged
        return read(con), [done.name for done in migrations.steps.applied(wrapped(con))]
