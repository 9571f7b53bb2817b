"""How sqlite-utils is bound to sqlcipher3: the only place that names a SQLite driver."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any, cast

from sqlcipher3 import dbapi2

from vcse_desktop.store.driver import Connection

BORROWED = "pysqlite3"
UNWANTED = ("numpy", "pandas")  # sqlite-utils would load them for types that we never store
STATEMENTS = 512  # kept compiled: the driver keeps the first that it meets, not the last

if "sqlite_utils" in sys.modules:
    raise ImportError("vcse_desktop.store.bind must be imported before sqlite_utils")


@contextmanager
def _lent() -> Iterator[None]:
    """Lend sqlcipher3 the name that sqlite-utils prefers, so that it catches what our connection raises."""
    alias = ModuleType(BORROWED)
    vars(alias).update({name: value for name, value in vars(dbapi2).items() if not name.startswith("__")})
    vars(alias).update(dbapi2=dbapi2, __path__=[])
    lent: dict[str, Any] = {BORROWED: alias, f"{BORROWED}.dbapi2": dbapi2}
    lent |= {name: None for name in UNWANTED if name not in sys.modules}
    sys.modules.update(lent)
    try:
        yield
    finally:
        for name in lent:
            del sys.modules[name]


with _lent():
    import sqlite_utils.utils
    from sqlite_utils import Database, Migrations

if sqlite_utils.utils.OperationalError is not dbapi2.OperationalError:
    raise ImportError("sqlite-utils did not bind to sqlcipher3: a failed write would leave it half done")

Error: type[Exception] = dbapi2.Error
OperationalError: type[Exception] = dbapi2.OperationalError
IntegrityError: type[Exception] = dbapi2.IntegrityError

__all__ = [
    "Connection",
    "Database",
    "Error",
    "IntegrityError",
    "Migrations",
    "OperationalError",
    "connect",
    "wrapped",
]


def connect(path: Path) -> Connection:
    """Return a connection that begins and ends no transaction by itself; only its own thread may use it."""
    return cast(Connection, dbapi2.connect(str(path), isolation_level=None, cached_statements=STATEMENTS))


class _OneByOne(Database):
    """Reads a script by its semicolons: sqlite-utils looks at all of a statement anew at every letter."""

    def executescript(self, sql: str) -> Any:  # noqa: ANN401 - a cursor of the driver
        """Run each statement by itself; no transaction is begun or ended."""
        cursor = self.conn.cursor()
        for statement in _statements(sql):
            cursor.execute(statement)
        return cursor


def _statements(script: str) -> Iterator[str]:
    """Yield what a script says one by one; what stands between BEGIN and END of a trigger is one."""
    begun = ""
    for piece in script.split(";"):
        begun += f"{piece};"
        if dbapi2.complete_statement(begun):
            if begun.strip("; \n"):
                yield begun
            begun = ""
    if begun.strip("; \n"):  # not complete: SQLite itself says what is wrong with it
        yield begun


def wrapped(connection: Connection) -> Database:
    """Return sqlite-utils over this connection, without the plugins that somebody may have installed."""
    return _OneByOne(cast(Any, connection), execute_plugins=False, recursive_triggers=True)
