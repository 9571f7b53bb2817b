"""The example organisation as units of work, in the order in which they can be written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain

from vcse_desktop.actions import (
    example_consents,
    example_counts,
    example_hours,
    example_support,
    example_unnamed,
    example_voices,
    example_weeks,
)
from vcse_desktop.actions.example_book import ExampleRecord, written
from vcse_desktop.actions.example_days import WRITTEN_UNTIL, later_by, moved

BEFORE = ("places", "lists", "organisations")
ALSO_BEFORE = ("activities", "engagements")
AFTER = ("connections", "answers", "reviews", "capacity")


@dataclass(frozen=True, slots=True)
class ExampleUnit:
    """Records that are written together; each points only to records that stand before it."""

    records: tuple[ExampleRecord, ...]


def example_units(until: date = WRITTEN_UNTIL) -> Iterator[ExampleUnit]:
    """Return the whole example as it stands on a day: the same on every computer."""
    by = later_by(until)
    for unit in _units():
        yield ExampleUnit(tuple(moved(record, by) for record in unit.records))


def _units() -> Iterator[ExampleUnit]:
    yield _unit(*map(written, BEFORE), example_consents.people(), *map(written, ALSO_BEFORE))
    yield _unit(
        chain.from_iterable(meeting.records for meeting in example_weeks.meetings()), example_counts.tallies()
    )
    yield _unit(example_hours.given())
    yield _unit(example_support.support(), example_unnamed.unnamed_support())
    yield _unit(example_voices.voices())
    yield _unit(*map(written, AFTER))


def _unit(*records: Iterable[ExampleRecord]) -> ExampleUnit:
    return ExampleUnit(tuple(chain.from_iterable(records)))
