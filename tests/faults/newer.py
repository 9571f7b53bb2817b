"""A newer program than this one, with two more steps of its tables; and whether a vault is as one left it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from tests.store.state import raw
from vcse_desktop.store import bind, migrations

COLUMN = "ALTER TABLE person ADD COLUMN added TEXT; CREATE INDEX added_first ON person(added);"
TABLE = """CREATE TABLE added(id INTEGER PRIMARY KEY, body TEXT) STRICT;
CREATE INDEX added_body ON added(body);
INSERT INTO added(body) SELECT hex(randomblob(900)) FROM (SELECT 1 FROM sqlite_schema LIMIT 40);"""
MADE = ("added_first", "added", "added_body")
STEPS = ("m901_column", "m902_table")


def _first(db: bind.Database) -> None:
    db.executescript(COLUMN)


def _second(db: bind.Database) -> None:
    db.executescript(TABLE)


@contextmanager
def newer(first: Any = _first, second: Any = _second) -> Iterator[None]:  # noqa: ANN401
    """Be the newer program for a while."""
    steps = bind.Migrations("vcse")
    for step in migrations.STEPS:
        steps()(step)
    added = [steps(name=name)(step) for name, step in zip(STEPS, (first, second), strict=True)]
    for name, step in zip(STEPS, added, strict=True):
        step.__name__ = name
    with mock.patch.multiple(migrations, steps=steps, STEPS=(*migrations.STEPS, *added)):
        yield


def is_between(folder: Path, key: bytes) -> bool:
    """Say whether a locked vault has part of a step, or a step that is not written down as done."""
    con = raw(folder, key)
    try:
        done = {name for (name,) in con.execute("SELECT name FROM _sqlite_migrations")}
        there = {name for (name,) in con.execute("SELECT name FROM sqlite_schema")}
        columns = [row[1] for row in con.execute("PRAGMA table_info(person)")]
        rows = con.execute("SELECT count(*) FROM added").fetchone()[0] if "added" in there else 0
    finally:
        con.close()
    shape = (len({STEPS[0]} & done), len({STEPS[1]} & done))
    return (
        shape not in ((0, 0), (1, 0), (1, 1))
        or ["added" in columns, "added_first" in there] != [bool(shape[0])] * 2
        or ["added" in there, "added_body" in there, rows == 40] != [bool(shape[1])] * 3
    )
