"""On which days the example organisation lives: its two years move so that they end now."""

from dataclasses import replace
from datetime import date, timedelta

from vcse_desktop.actions.example_book import LAST, ExampleRecord
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Kind

WRITTEN_UNTIL = date.fromisoformat(LAST)
"""The last day of the example as it is written."""
_WEEK = 7
DAYS = {
    table: frozenset(field.code for field in kind.fields if field.kind is Kind.DATE)
    for table, kind in TABLES.items()
}


def later_by(until: date) -> timedelta:
    """Return by how much every day moves so that what happened ends in the week up to this day.

    Whole weeks: what happens on a Tuesday goes on happening on Tuesdays.
    """
    return timedelta(days=(until - WRITTEN_UNTIL).days // _WEEK * _WEEK)


def moved(record: ExampleRecord, by: timedelta) -> ExampleRecord:
    """Return the record with all of its days moved."""
    days = DAYS.get(record.table, frozenset())
    return replace(record, values={c: _moved(v, by) if c in days else v for c, v in record.values.items()})


def _moved(day: object, by: timedelta) -> object:
    return (date.fromisoformat(str(day)) + by).isoformat() if day else day
