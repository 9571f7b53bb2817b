"""The figures of a week or a month for ourselves, each with the records that it counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from vcse_desktop.actions.entries import Entries, Entry
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.reading import day, number
from vcse_desktop.figures.table import TOTAL, Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.records.vocabularies import lists

WEEK = ("hours", "volunteers", "insights")
MONTH = (
    "held",
    "attendances",
    "people",
    "hours",
    "identified_people",
    "identified_contacts",
    "supported_people",
    "supported_contacts",
    "involved_people",
    "involved_contacts",
    "insights",
    "insights_answered",
    "insights_told",
    "wishes_now",
    "wishes_before",
    "asked_by_us",
    "given_to_us",
    "asked_of_us",
    "given_by_us",
)
_SESSIONS, _ANSWERS = ("sessions_by_certainty", "session"), ("answers", "insight")
_WISHES, _CAPACITY = ("engagement_wishes", "person"), ("capacity_by_kind", "capacity_support")
_WHERE = {
    "held": _SESSIONS,
    "attendances": _SESSIONS,
    "people": ("people", "person"),
    "volunteers": ("people", "person"),
    "hours": ("time", "time_given"),
    "insights": _ANSWERS,
    "insights_answered": _ANSWERS,
    "insights_told": _ANSWERS,
    "wishes_now": _WISHES,
    "wishes_before": _WISHES,
    "asked_by_us": _CAPACITY,
    "given_to_us": _CAPACITY,
    "asked_of_us": _CAPACITY,
    "given_by_us": _CAPACITY,
}
"""For each measure the table that it is taken from, and the kind of record that it counts."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: the code of its measure, how much (hours in minutes), and the records behind it."""

    code: str
    amount: int
    entries: tuple[Entry, ...]


def figures(records: Records, period: Period, codes: Sequence[str]) -> list[Figure]:
    """Return these figures of a period, true and not hidden: they are for ourselves and never leave."""
    where = {code: _WHERE.get(code) or ("carers", _carer(code)) for code in codes}
    seen = _about(records, period)
    made = figure_tables(seen, period, lists=lists(), only={table for table, _ in where.values()})
    tables, entries = {table.kind.id: table for table in made}, Entries(records)
    found = []
    for code, (name, kind) in where.items():
        row = (TOTAL,) * len(tables[name].kind.dimensions)
        counted = tables[name].members(code, row)
        behind = entries.named(kind, (one.member for one in counted))
        found.append(Figure(code, sum(one.amount for one in counted), tuple(behind)))
    return found


def _carer(code: str) -> str:
    return "person" if code.endswith("_people") else "support"


def _about(records: Records, period: Period) -> Records:
    """Return the records without the sessions and the time of other days, which are by far the most."""
    dated = {id(row): day(row, "date") for row in (*records.session, *records.time_given)}
    time = [row for row in records.time_given if _touches(dated[id(row)], day(row, "until"), period)]
    used = {number(row, "session") for row in (*time, *records.support, *records.insight)}
    sessions = [row for row in records.session if dated[id(row)] in period or row["id"] in used]
    return replace(records, session=sessions, time_given=time)


def _touches(first: object, last: object, period: Period) -> bool:
    """Say whether days may lie in a period; a row without a day has the day of its session."""
    return first is None or first in period or last is not None
