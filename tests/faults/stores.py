"""The two stores that the same faults strike: ours, and plain SQLite as Python brings it."""

import _sqlite3
import sqlite3
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType
from typing import ClassVar

from sqlcipher3 import _sqlite3 as _sqlcipher

from tests.faults.content import Add, Found, Rows, judged, unit
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.store.errors import CannotWrite, Damaged, DiskFull, WrongKeyOrDamaged
from vcse_desktop.store.vault import Vault, open_vault


class Opened(ABC):
    """A store that is open."""

    @abstractmethod
    def do(self, number: int) -> None:
        """Do unit ``number``; it is promised once this returns."""

    @abstractmethod
    def rows(self) -> Rows:
        """Read all that the store holds."""

    @abstractmethod
    def problems(self) -> list[str]:
        """Return what the store itself finds wrong with its files."""

    def found(self) -> Found:
        """Say what the store holds."""
        return judged(self.rows())


class Store(ABC):
    """A kind of store."""

    name: ClassVar[str]
    driver: ClassVar[ModuleType]
    refusals: ClassVar[tuple[type[Exception], ...]]
    """How it says that it cannot read, or that its files are not what was written."""
    full: ClassVar[tuple[type[Exception], ...]]
    """How it says that the disk does not take more."""

    @abstractmethod
    def make(self, folder: Path) -> None:
        """Make an empty one in a new folder."""

    @abstractmethod
    def open(self, folder: Path) -> AbstractContextManager[Opened]:
        """Open the one in this folder."""


class OpenVault(Opened):
    """One of our vaults, open."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault

    def do(self, number: int) -> None:
        match unit(number):
            case Add(name, note, came, said):
                with self.vault.unit("add") as one:
                    person = one.save("person", None, {"known_as": name, "note": note})
                    session = one.save("session", None, {"came": [person], "people_n": came})
                    one.save("time_given", None, {"session": session, "person": person, "note": said})
            case edit:
                person = int(str(self.vault.rows("person", known_as=edit.name)[0]["id"]))
                session = int(str(self.vault.rows("session", came=person)[0]["id"]))
                with self.vault.unit("edit") as one:
                    one.save("person", person, {"phone": edit.phone})
                    one.save("session", session, {"people_n": edit.came})

    def rows(self) -> Rows:
        people = self.vault.rows("person")
        names = {row["id"]: row["known_as"] for row in people}
        sessions, hours = self.vault.rows("session"), self.vault.rows("time_given")
        came = [row["came"] if isinstance(row["came"], list) else [] for row in sessions]
        return Rows(
            [(row["known_as"], row["note"], row["phone"]) for row in people],
            [
                (names.get(who[0]) if len(who) == 1 else None, row["people_n"])
                for row, who in zip(sessions, came, strict=True)
            ],
            [(names.get(row["person"]), row["note"]) for row in hours],
        )

    def found(self) -> Found:
        """Say what the vault holds; its journal must tell of just these units."""
        found, told = super().found(), [one.why for one in self.vault.units(100_000)]
        if not found.wrong and found.units != sum(why in ("add", "edit") for why in told):
            return Found(found.units, half=True)
        return found

    def problems(self) -> list[str]:
        return self.vault.verify()


class OurStore(Store):
    """Our vaults."""

    name, driver = "vault", _sqlcipher
    refusals: ClassVar[tuple[type[Exception], ...]] = (Damaged, WrongKeyOrDamaged)
    full: ClassVar[tuple[type[Exception], ...]] = (DiskFull, CannotWrite)

    def __init__(self, passphrase: str = PASSPHRASE) -> None:
        """``passphrase`` opens its vaults."""
        self.passphrase = passphrase

    def make(self, folder: Path) -> None:
        make_vault(folder)[0].lock()

    @contextmanager
    def open(self, folder: Path) -> Iterator[OpenVault]:
        with open_vault(folder, self.passphrase) as vault:
            yield OpenVault(vault)


class OpenPlain(Opened):
    """A database of plain SQLite, open."""

    def __init__(self, con: sqlite3.Connection) -> None:
        self.con = con

    def do(self, number: int) -> None:
        con = self.con
        con.execute("BEGIN IMMEDIATE")
        try:
            match unit(number):
                case Add(name, note, came, said):
                    one = "INSERT INTO person(known_as, note) VALUES(?,?) RETURNING id"
                    person = con.execute(one, (name, note)).fetchone()[0]
                    con.execute("INSERT INTO session(person, people_n) VALUES(?,?)", (person, came))
                    con.execute("INSERT INTO time_given(person, note) VALUES(?,?)", (person, said))
                case edit:
                    find = "SELECT id FROM person WHERE known_as=?"
                    person = con.execute(find, (edit.name,)).fetchone()[0]
                    con.execute("UPDATE session SET people_n=? WHERE person=?", (edit.came, person))
                    con.execute("UPDATE person SET phone=? WHERE known_as=?", (edit.phone, edit.name))
            con.execute("COMMIT")
        finally:
            if con.in_transaction:
                con.execute("ROLLBACK")

    def rows(self) -> Rows:
        def of(table: str, value: str) -> list[tuple[object, ...]]:
            return self.con.execute(
                f"SELECT known_as, {value} FROM {table} t LEFT JOIN person p ON p.id=t.person ORDER BY t.id"  # noqa: S608
            ).fetchall()

        people = self.con.execute("SELECT known_as, note, phone FROM person ORDER BY id").fetchall()
        return Rows(people, of("session", "people_n"), of("time_given", "t.note"))

    def problems(self) -> list[str]:
        found = [row[0] for row in self.con.execute("PRAGMA integrity_check") if row[0] != "ok"]
        return found + [f"link {row[0]}" for row in self.con.execute("PRAGMA foreign_key_check")]


class PlainStore(Store):
    """Plain SQLite with a write-ahead log, each commit made safe."""

    name: ClassVar = "plain SQLite"
    driver: ClassVar = _sqlite3
    refusals: ClassVar[tuple[type[Exception], ...]] = (sqlite3.DatabaseError,)
    full: ClassVar[tuple[type[Exception], ...]] = (sqlite3.DatabaseError,)

    def make(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        with self.open(folder) as opened:
            opened.con.executescript("""
                CREATE TABLE person(id INTEGER PRIMARY KEY, known_as TEXT, note TEXT, phone TEXT);
                CREATE TABLE session(id INTEGER PRIMARY KEY, person INTEGER REFERENCES person(id),
                  people_n INTEGER);
                CREATE TABLE time_given(id INTEGER PRIMARY KEY, person INTEGER REFERENCES person(id),
                  note TEXT);
                CREATE INDEX person_name ON person(known_as);
                CREATE INDEX session_of ON session(person);
                CREATE INDEX time_given_of ON time_given(person);""")

    @contextmanager
    def open(self, folder: Path) -> Iterator[OpenPlain]:
        con = sqlite3.connect(folder / "data.db", isolation_level=None)
        try:
            for pragma in ("journal_mode=WAL", "synchronous=FULL", "cell_size_check=ON", "foreign_keys=ON"):
                con.execute(f"PRAGMA {pragma}").fetchall()
            yield OpenPlain(con)
        finally:
            con.close()


OURS, PLAIN = OurStore(), PlainStore()
