"""How what a release told is made a table again: its numbers, and who stood in them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from vcse_desktop.disclosure.earlier import UNKNOWN, Days, PastTable, Where
from vcse_desktop.disclosure.entries import Entry, Member
from vcse_desktop.disclosure.ledger import Release
from vcse_desktop.figures.table import TOTAL, Code, Counted, Dimension, Measure, Period, TableKind, Unit

_Key = tuple[str, int, Days]
"""A table, its version and its days."""
_Cells = dict[int, tuple[Entry, Mapping[str, Any]]]
"""The numbers of a table by their place in the release, each with what its definition says."""


@dataclass(frozen=True, slots=True)
class Who:
    """A record that is in the tables of now, and who gave the time that it holds."""

    id: int
    heads: int
    giver: int


def retold(
    release: Release, members: Sequence[Member], linked: Mapping[str, set[Days]], known: dict[str, Who]
) -> Iterator[PastTable]:
    """Yield the tables of a release as they were told, without what is not linked."""
    tables: dict[_Key, _Cells] = defaultdict(dict)
    for place, entry in enumerate(release.entries):
        said = entry.said
        if days_of(entry) in linked.get(entry.universe, ()):
            tables[said["table"], said["version"], days_of(entry)][place] = entry, said
    for (ident, version, days), cells in sorted(tables.items()):
        rows = {tuple(said["codes"]): _holds(said) for _, said in cells.values()}
        measures = {said["measure"]: _measure(entry, said) for entry, said in cells.values()}
        by = next(said["by"] for _, said in cells.values())
        kind = TableKind(ident, version, "", tuple(measures.values()), tuple(_dimensions(by, rows)))
        yield PastTable(
            kind,
            Period(*map(date.fromisoformat, days)),
            tuple(tuple(_codes((row[n], holds[n]) for row, holds in rows.items())) for n in range(len(by))),
            tuple(_counted(members, cells, known)),
            release=release.id,
            windows={_where(said): (entry.low, entry.high) for entry, said in cells.values()},
            about=frozenset(_where(said) for _, said in cells.values() if said["protected"]),
        )


def _where(said: Mapping[str, Any]) -> Where:
    return said["measure"], tuple(said["codes"])


def _measure(entry: Entry, said: Mapping[str, Any]) -> Measure:
    return Measure(said["measure"], "", Unit(said["unit"]), entry.universe, said["within"])


def _holds(said: Mapping[str, Any]) -> list[tuple[str, ...]]:
    """Return, for each dimension, the leaves that are joined in the code of a number; () where none are."""
    return [tuple(leaves) for leaves in said.get("holds", [()] * len(said["codes"]))]


def _codes(found: Iterable[tuple[str, tuple[str, ...]]]) -> Iterator[Code]:
    return (Code(code, "", holds) for code, holds in dict.fromkeys(found) if code != TOTAL or holds)


def _dimensions(by: Sequence[str], rows: Collection[tuple[str, ...]]) -> Iterator[Dimension]:
    for n, code in enumerate(by):
        yield Dimension(code, "", overlaps=all(row[n] != TOTAL for row in rows))


def _counted(members: Sequence[Member], cells: _Cells, known: dict[str, Who]) -> Iterator[Counted]:
    for member in members:
        leaves: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for _, said in (cells[place] for place in member.pattern if place in cells):
            if all(c != TOTAL or holds for c, holds in zip(said["codes"], _holds(said), strict=True)):
                leaves[said["measure"]].add(tuple(said["codes"]))
        who = known.setdefault(member.token, Who(-1 - len(known), 1, UNKNOWN))
        for measure, places in leaves.items():
            yield Counted(measure, who.id, member.amount, frozenset(places), who.heads, who.giver)


def days_of(entry: Entry) -> Days:
    """Return the days that a number is about."""
    start, end = entry.said["period"]
    return start, end
