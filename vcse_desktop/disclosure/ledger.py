"""Everything ever shared about people, and whether more may follow it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.entries import Entry, Member, entries, members, rows_hash
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import N_


class Rows(Protocol):
    """Whoever can be asked for living rows: an open vault."""

    def rows(self, table: str, /, **equal: object) -> Sequence[Mapping[str, object]]: ...


class Saver(Protocol):
    """Whoever writes a record and says its id: a unit of work."""

    def save(self, table: str, id: None, values: Mapping[str, object]) -> int: ...  # noqa: A002 - the store's


class NotYet(Refused):
    """Something else was shared about the same people and the same time."""

    def __init__(self, day: str) -> None:
        sentence = N_(
            "On {day} you shared other numbers about the same people and the same time. Both together could"
            " give somebody away, and this version cannot check that yet. Share exactly the same tables"
            " again, or choose a period that does not overlap."
        )
        super().__init__(N_("Not yet"), sentence, day=day)


class Unfit(Refused):
    """The plan was not found safe, or others were shared since."""


@dataclass(frozen=True, slots=True)
class Release:
    """One pack that left. ``rows_hash`` is over its rows as they were written."""

    id: int
    made_at: str
    rows_hash: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Leaving:
    """The pack that is about to leave: its id and digest, for whom, when (UTC, ISO), from which device."""

    pack: str
    digest: str
    audience: str
    made_at: str
    device: int


def read(vault: Rows) -> tuple[Release, ...]:
    """Return every release, by id."""
    found = [
        Release(_whole(row["id"]), str(row["made_at"]), str(row["rows_hash"]), tuple(map(_entry, cells)))
        for row in vault.rows("release")
        for cells in [vault.rows("released_cell", release=row["id"])]
    ]
    return tuple(sorted(found, key=lambda release: release.id))


def head(releases: Iterable[Release]) -> str:
    """Return the SHA-256 over the row hashes of all releases: laptops that know the same ones agree."""
    lines = sorted((release.id, release.rows_hash) for release in releases)
    return hashlib.sha256(json.dumps(lines).encode()).hexdigest()


def may_release(plan: Plan, tables: Sequence[FigureTable], releases: Iterable[Release]) -> None:
    """Raise NotYet where an earlier release told other numbers of a shared universe about the same time.

    Numbers that were told exactly so before, and other periods, may go.
    """
    mine: dict[str, set[Entry]] = defaultdict(set)
    for entry in entries(plan, tables):
        mine[entry.universe].add(entry)
    days: dict[str, str] = {}
    theirs: dict[str, set[Entry]] = defaultdict(set)
    periods = {universe: {entry.period for entry in told} for universe, told in mine.items()}
    for release in releases:
        for entry in release.entries:
            start, end = entry.period
            if any(first <= end and start <= last for first, last in periods.get(entry.universe, ())):
                theirs[entry.universe].add(entry)
                days[entry.universe] = release.made_at[:10]
    for universe, told in theirs.items():
        people = any(entry.protected for entry in mine[universe] | told)
        if people and not mine[universe] <= told:
            raise NotYet(days[universe])


def append(  # noqa: PLR0913 - what a release is made of
    unit: Saver,
    leaving: Leaving,
    plan: Plan,
    tables: Sequence[FigureTable],
    report: AuditReport,
    *,
    releases: Sequence[Release],
    gathered: str,
    ledger_key: bytes,
) -> int:
    """Write a release into the unit of work that registers its pack, and return its id.

    ``releases`` are those of now, ``gathered`` was their head when the tables were. Raises Unfit unless the
    report is good and of this plan and the head is still the same, and NotYet as ``may_release``.
    """
    if not report.ok or report.plan != plan.digest:
        raise Unfit(
            N_("These numbers were not found safe"),
            N_("The check for small groups did not pass, or the numbers changed since. Nothing was shared."),
        )
    if head(releases) != gathered:
        raise Unfit(
            N_("Something else was shared meanwhile"),
            N_("Another pack was made since these tables were. Nothing was shared. Make this pack again."),
        )
    may_release(plan, tables, releases)
    known = entries(plan, tables)
    behind = members(tables, known, ledger_key)
    release = unit.save("release", None, _values(leaving, plan, report, gathered, rows_hash(known, behind)))
    _write(unit, release, known, behind)
    return release


def changed(vault: Rows) -> list[int]:
    """Return the releases whose rows are not the ones that were written: changed, removed, or foreign."""
    found = []
    for release in read(vault):
        cells = vault.rows("released_cell", release=release.id)
        patterns: dict[object, list[int]] = defaultdict(list)
        for place, cell in enumerate(cells):
            for row in vault.rows("cell_pattern", released_cell=cell["id"]):
                patterns[row["pattern"]].append(place)
        behind = [
            Member(str(row["token"]), _whole(row["amount"]), tuple(patterns[row["pattern"]]))
            for row in vault.rows("released_member", release=release.id)
        ]
        if rows_hash([_entry(cell) for cell in cells], behind) != release.rows_hash:
            found.append(release.id)
    return found


def _values(leaving: Leaving, plan: Plan, report: AuditReport, gathered: str, rows: str) -> dict[str, object]:
    certificate = {"head": gathered, "plan": plan.digest, "worlds": report.worlds, "seconds": report.seconds}
    return asdict(leaving) | {
        "policy": f"{plan.policy.code} {plan.policy.version}",
        "engine": report.engine,
        "certificate": json.dumps(certificate, sort_keys=True),
        "rows_hash": rows,
    }


def _write(unit: Saver, release: int, known: Sequence[Entry], behind: Sequence[Member]) -> None:
    patterns = {pattern: n for n, pattern in enumerate(sorted({member.pattern for member in behind}))}
    for member in behind:
        row = {"token": member.token, "amount": member.amount, "pattern": patterns[member.pattern]}
        unit.save("released_member", None, {"release": release, **row})
    for place, entry in enumerate(known):
        cell = unit.save("released_cell", None, {"release": release, **asdict(entry)})
        for pattern, number in patterns.items():
            if place in pattern:
                unit.save("cell_pattern", None, {"released_cell": cell, "pattern": number})


def _entry(row: Mapping[str, object]) -> Entry:
    universe, definition, state = (str(row[name]) for name in ("universe", "definition", "state"))
    value, high = (None if row[name] is None else _whole(row[name]) for name in ("value", "high"))
    return Entry(universe, definition, state, value, _whole(row["low"]), high)


def _whole(value: object) -> int:
    return int(str(value))
