"""An example of all that a report may know, and ways to make protected tables."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import cycle

from vcse_desktop.disclosure.plan import Cell, ProtectedRow, ProtectedTable, Status
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import TOTAL, Note, Period, TableKind, Unit
from vcse_desktop.reports.material import Quoted, ReportInput

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30))
HIDDEN = Cell(Status.HIDDEN, None)
NONE = Cell(Status.SHOWN, 0)
MONTHS = (("2026-07", "July 2026"), ("2026-08", "August 2026"), ("2026-09", "September 2026"))
THINGS = (("first", "Tuesday lunch club"), ("second", "Coffee for carers"), ("third", "Walking group"))

EMPTY = ReportInput(
    organisation="Dragon Valley Community Link",
    number="GB-CHC-1234567",
    area="Ashby and the villages around it",
    period=PERIOD,
    audience=("NHS Dragon Valley Integrated Care Board", "Ashby Town Council"),
    pack="20261121-7f3a9kq2",
    sequence=3,
    signatures=2,
    issued=datetime(2026, 11, 21, 14, 30, tzinfo=UTC),
    policy=POLICIES["nhs_1_7_r5"],
)
QUOTES = (
    Quoted("I had never told anyone that I look after Mum.", "A carer", "Being listened to"),
    Quoted("Nid oes bws; dŵr, tŷ.", "A neighbour", "Transport", "There is no bus.", "cy"),
    Quoted("The letter came after the appointment.", "A volunteer", "Waiting"),
    Quoted("Nobody asked us.", "A carer", "Being listened to"),
)


def shown(value: int) -> Cell:
    """A number that may be shown."""
    return Cell(Status.ROUNDED, value)


def protected(kind: TableKind, cells: Iterator[Cell], labels: Sequence[tuple[str, str]]) -> ProtectedTable:
    """A table with a row for each label, its row of blanks and its total row, filled from the cells."""
    places: list[tuple[tuple[str, ...], tuple[str, ...]]] = [((), ())]
    if kind.dimensions:
        one = kind.dimensions[0]
        more = [code for code in (one.blank, "" if one.overlaps else TOTAL) if code]
        places = [((code,), (text,)) for code, text in (*labels, *zip(more, more, strict=True))]
    rows = [ProtectedRow(c, t, tuple(next(cells) for _ in kind.measures)) for c, t in places]
    return ProtectedTable(kind, PERIOD, tuple(rows), (Note(1, "We wrote this down: {n}", (("n", 2),)),))


def filled(kind: TableKind, start: int) -> ProtectedTable:
    """A table of this kind with some numbers hidden, some nought and the others shown."""
    hours = any(measure.unit is Unit.PERSON_HOURS for measure in kind.measures)
    numbers = [shown(5 * n * (3 if hours else 1)) for n in range(start, start + 9)]
    month = bool(kind.dimensions) and kind.dimensions[0].code == "month"
    return protected(kind, cycle([*numbers, HIDDEN, NONE]), MONTHS if month else THINGS)


FULL = replace(
    EMPTY,
    purpose="So that the Board hears what carers in the valley say.",
    lawful_basis="Legitimate interests",
    retention="Until the end of March 2029",
    contact="Dragon Valley Community Link, 01234 567890",
    digits=("12345", "67890", "24680", "13579", "11223", "44556"),
    tables={name: filled(kind, start) for start, (name, kind) in enumerate(TABLES.items(), 3)},
    quotes=QUOTES,
)
