"""How the values of a record become columns and pairs of its tables, and columns become values again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from vcse_desktop.records.catalogue import TABLES as DECLARED
from vcse_desktop.records.columns import pair_tables
from vcse_desktop.records.fields import Kind
from vcse_desktop.store.journal import Journalled

WORDS = (Kind.TEXT, Kind.NOTE)
UNSEARCHED = ("equality",)
"""Tables whose words are never put where a search could meet them."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The table in which a LINKS field lies: one living row for each record it names."""

    field: str
    table: str
    number: int
    mine: str
    theirs: str


@dataclass(frozen=True)
class Shape:
    """One table and what its columns carry. Tables without a declaration carry their values as they are."""

    table: Journalled
    lists: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    pairs: tuple[Pairs, ...] = ()
    words: tuple[str, ...] = field(default=())

    @cached_property
    def fields(self) -> frozenset[str]:
        """The codes of all fields."""
        return frozenset(self.table.columns[1:]) | self.elsewhere

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The codes of those that are no columns."""
        return frozenset(pairs.field for pairs in self.pairs)

    def columns(self, values: Mapping[str, object]) -> dict[str, object]:
        """Return what goes into the columns for these values; KeyError for a field that is not there."""
        strange = values.keys() - self.fields
        if strange:
            raise KeyError(f"{self.table.name} has no field {min(strange)}")
        return {code: self._kept(code, value) for code, value in values.items() if code not in self.elsewhere}

    def value(self, code: str, kept: object) -> object:
        """Return the value that a column carries."""
        if kept is None:
            return None
        if code in self.lists:
            return json.loads(str(kept))
        return bool(kept) if code in self.flags else kept

    def _kept(self, code: str, value: object) -> object:
        if code in self.lists and isinstance(value, list | tuple):
            return json.dumps(sorted(value), separators=(",", ":")) if value else None
        return int(value) if isinstance(value, bool) else value


def shapes(tables: Mapping[str, Journalled]) -> dict[str, Shape]:
    """Return the shape of every table that has a name of its own; pairs are part of their owner."""
    hidden = {name for kind in DECLARED.values() for name in pair_tables(kind)}
    return {name: _shape(table, tables) for name, table in tables.items() if name not in hidden}


def _shape(table: Journalled, tables: Mapping[str, Journalled]) -> Shape:
    if table.name not in DECLARED:
        return Shape(table)
    kind = DECLARED[table.name]
    of = {k: [f.code for f in kind.fields if f.kind is k] for k in Kind}
    pairs = (
        Pairs(name.removeprefix(f"{kind.code}_"), name, tables[name].number, mine, theirs)
        for name, (mine, theirs) in pair_tables(kind).items()
    )
    words = tuple(f.code for f in kind.fields if f.kind in WORDS and kind.code not in UNSEARCHED)
    return Shape(table, frozenset(of[Kind.CHOICES]), frozenset(of[Kind.YES_NO_UNKNOWN]), tuple(pairs), words)
