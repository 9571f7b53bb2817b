"""Everything ever shared about people, as it was told, and who was in it."""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Protocol

from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.entries import Entry, Member, entries, entries_read, members, rows_hash
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.disclosure.printed import Printed
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import N_


class Rows(Protocol):
    """Whoever can be asked for living rows: an open vault."""

    def rows(self, table: str, /, **equal: object) -> Sequence[Mapping[str, object]]: ...


class Saver(Protocol):
    """Whoever writes a record and says its id: a unit of work."""

    def save(self, table: str, id: None, values: Mapping[str, object]) -> int: ...  # noqa: A002 - the store's


class Unfit(Refused):
    """The plan was not found safe, or others were shared since."""


@dataclass(frozen=True, slots=True)
class Release:
    """One pack that left. ``rows_hash`` is over its rows as they were written, ``digest`` is the pack's."""

    id: int
    audience: str
    made_at: str
    rows_hash: str
    entries: tuple[Entry, ...]
    digest: str


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
        Release(
            _whole(row["id"]),
            str(row["audience"]),
            str(row["made_at"]),
            str(row["rows_hash"]),
            tuple(map(_entry, cells)),
            str(row["digest"]),
        )
        for row in vault.rows("release")
        for cells in [vault.rows("released_cell", release=row["id"])]
    ]
    return tuple(sorted(found, key=lambda release: release.id))


def head(releases: Iterable[Release]) -> str:
    """Return the SHA-256 over the row hashes of all releases: laptops that know the same ones agree."""
    lines = sorted((release.id, release.rows_hash) for release in releases)
    return hashlib.sha256(json.dumps(lines).encode()).hexdigest()


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
    report is good, of this plan and of all that was shared before, and the head is still the same.
    """
    if not report.ok or report.plan != plan.digest:
        raise Unfit(
            N_("These numbers were not found safe"),
            N_("The check for small groups did not pass, or the numbers changed since. Nothing was shared."),
        )
    if not head(releases) == gathered == report.ledger:
        raise Unfit(
            N_("Something else was shared meanwhile"),
            N_("Another pack was made since these tables were. Nothing was shared. Make this pack again."),
        )
    known = entries(plan, tables)
    counted = members(tables, known, ledger_key)
    release = unit.save("release", None, _values(leaving, plan, report, gathered, rows_hash(known, counted)))
    _write(unit, release, known, counted)
    return release


def take_in(unit: Saver, leaving: Leaving, read: Sequence[Printed], policy: str) -> int:
    """Write a release that this ledger does not know, from the tables of its pack, and return its id.

    Who was counted cannot be read in a pack, so nobody stands behind these numbers (see ``beside``).
    """
    known = entries_read(read)
    said = {"policy": policy, "engine": "", "certificate": "{}", "rows_hash": rows_hash(known, ())}
    release = unit.save("release", None, asdict(leaving) | said)
    _write(unit, release, known, ())
    return release


def changed(vault: Rows) -> list[int]:
    """Return the releases whose rows are not the ones that were written: changed, removed, or foreign."""
    found = []
    for release in read(vault):
        if rows_hash(release.entries, behind(vault, release)) != release.rows_hash:
            found.append(release.id)
    return found


def behind(vault: Rows, release: Release) -> list[Member]:
    """Return who stands behind the entries of a release."""
    patterns: dict[object, list[int]] = defaultdict(list)
    for place, cell in enumerate(vault.rows("released_cell", release=release.id)):
        for row in vault.rows("cell_pattern", released_cell=cell["id"]):
            patterns[row["pattern"]].append(place)
    return [
        Member(str(row["token"]), _whole(row["amount"]), tuple(patterns[row["pattern"]]))
        for row in vault.rows("released_member", release=release.id)
    ]


def _values(leaving: Leaving, plan: Plan, report: AuditReport, gathered: str, rows: str) -> dict[str, object]:
    certificate = {"head": gathered, "plan": plan.digest, "worlds": report.worlds, "seconds": report.seconds}
    return asdict(leaving) | {
        "policy": f"{plan.policy.code} {plan.policy.version}",
        "engine": report.engine,
        "certificate": json.dumps(certificate, sort_keys=True),
        "rows_hash": rows,
    }


def _write(unit: Saver, release: int, known: Sequence[Entry], counted: Sequence[Member]) -> None:
    patterns = {pattern: n for n, pattern in enumerate(sorted({member.pattern for member in counted}))}
    for member in counted:
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
