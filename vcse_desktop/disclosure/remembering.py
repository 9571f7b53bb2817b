"""What of the ledger a new pack could be compared with, joined with who is in its own tables."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from vcse_desktop.disclosure.atoms import universe_name
from vcse_desktop.disclosure.earlier import Past, PastTable, Told
from vcse_desktop.disclosure.entries import token, told_columns
from vcse_desktop.disclosure.ledger import Release, Rows, behind, head
from vcse_desktop.disclosure.policy import Window
from vcse_desktop.disclosure.retold import Days, Who, days_of, retold
from vcse_desktop.figures.table import FigureTable


def remembered(
    vault: Rows, releases: Sequence[Release], tables: Sequence[FigureTable], ledger_key: bytes
) -> Past:
    """Return what was told of the people and the days of these tables, or of days that lead to theirs."""
    linked = _linked(releases, tables)
    known = _known(tables, ledger_key)
    made: list[PastTable] = []
    for release in releases:
        if any(days_of(entry) in linked.get(entry.universe, ()) for entry in release.entries):
            for table in retold(release, behind(vault, release), linked, known):
                _add(made, table)
    told = {release.id: Told(release.audience, release.made_at[:10]) for release in releases}
    return Past(head(releases), tuple(made), {table.release: told[table.release] for table in made})


def _linked(releases: Sequence[Release], tables: Sequence[FigureTable]) -> dict[str, set[Days]]:
    """Return the days of each universe that meet those of the tables, or others that do."""
    linked: dict[str, set[Days]] = defaultdict(set)
    for table, measure in told_columns(tables):
        days = table.period.start.isoformat(), table.period.end.isoformat()
        linked[universe_name(table, measure)].add(days)
    told = {(entry.universe, days_of(entry)) for release in releases for entry in release.entries}
    for universe, mine in linked.items():
        left = {days for name, days in told if name == universe} - mine
        while near := {days for days in left if any(_meet(days, other) for other in mine)}:
            mine.update(near)
            left -= near
    return dict(linked)


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


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
