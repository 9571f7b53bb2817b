"""What of the ledger a new pack could be compared with, joined with who is in its own tables."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from vcse_desktop.disclosure.atoms import universe_name
from vcse_desktop.disclosure.earlier import Days, Past, PastTable, Told
from vcse_desktop.disclosure.entries import token, told_columns
from vcse_desktop.disclosure.forgotten import forgotten, is_forgotten, linked
from vcse_desktop.disclosure.joins import Joins, joins
from vcse_desktop.disclosure.ledger import Release, Rows, behind, head
from vcse_desktop.disclosure.policy import Window
from vcse_desktop.disclosure.retold import Who, days_of, retold
from vcse_desktop.figures.table import FigureTable

NOBODY: Mapping[int, Collection[int]] = {}
"""Whom nobody was joined to."""


def remembered(
    vault: Rows,
    releases: Sequence[Release],
    tables: Sequence[FigureTable],
    ledger_key: bytes,
    same: Mapping[int, Collection[int]] = NOBODY,
) -> Past:
    """Return what was told of the people and the days of these tables, or of days that lead to theirs.

    ``same`` holds the ids of the person records that were joined to another by the id that stands for them.
    """
    known = _known(tables, ledger_key)
    one = joins(tables, same, known, ledger_key)
    return _past(vault, releases, _linked(releases, tables), known, one)


def everything(vault: Rows, releases: Sequence[Release]) -> Past:
    """Return all that was ever told, of whatever people and days."""
    days: dict[str, set[Days]] = defaultdict(set)
    for entry in (entry for release in releases for entry in release.entries):
        days[entry.universe].add(days_of(entry))
    return _past(vault, releases, days, {}, Joins({}, {}))


def _past(
    vault: Rows,
    releases: Sequence[Release],
    days: Mapping[str, set[Days]],
    known: dict[str, Who],
    one: Joins,
) -> Past:
    made: list[PastTable] = []
    gone: list[Release] = []
    for release in releases:
        if any(days_of(entry) in days.get(entry.universe, ()) for entry in release.entries):
            members = behind(vault, release)
            if is_forgotten(release, members):
                gone.append(release)
            else:
                once = one.told_once(members, release.entries)
                for table in retold(release, once, days, known):
                    _add(made, table)
    held = {release.digest for release in releases if release not in gone}
    gone = [release for release in gone if release.digest not in held]  # another laptop knew who was in it
    told = {release.id: Told(release.audience, release.made_at[:10]) for release in releases}
    lost = forgotten(gone, releases)
    return Past(head(releases), tuple(made), {table.release: told[table.release] for table in made}, lost)


def _linked(releases: Sequence[Release], tables: Sequence[FigureTable]) -> dict[str, set[Days]]:
    """Return the days of each universe that meet those of the tables, or others that do."""
    days: dict[str, set[Days]] = defaultdict(set)
    for table, measure in told_columns(tables):
        mine = table.period.start.isoformat(), table.period.end.isoformat()
        days[universe_name(table, measure)].add(mine)
    told = {(entry.universe, days_of(entry)) for release in releases for entry in release.entries}
    return {name: linked(mine, {days for of, days in told if of == name}) for name, mine in days.items()}


def _known(tables: Sequence[FigureTable], ledger_key: bytes) -> dict[str, Who]:
    """Return whom the tokens of now stand for; others get numbers below nought."""
    return {
        token(measure, counted, ledger_key): Who(counted.member, counted.heads, counted.giver)
        for table, measure in told_columns(tables)
        for counted in table.counted
        if counted.measure == measure.code
    }


def _add(made: list[PastTable], table: PastTable) -> None:
    """Take a table in, or, where just the same was told before, what is known of it more."""
    for n, other in enumerate(made):
        if _same(other, table):
            windows = {where: _both(mine, other.windows[where]) for where, mine in table.windows.items()}
            made[n] = replace(other, windows=windows)
            return
    made.append(table)


def _same(one: PastTable, other: PastTable) -> bool:
    alike = (one.kind, one.period, one.codes) == (other.kind, other.period, other.codes)
    return alike and Counter(one.counted) == Counter(other.counted)


def _both(one: Window, other: Window) -> Window:
    ends = [high for _, high in (one, other) if high is not None]
    return max(one[0], other[0]), min(ends, default=None)
