"""One measure year by year, or month by month: a table with a row for each, and its picture."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.actions.counted import behind
from vcse_desktop.actions.entries import Entry
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.table import NOT_RECORDED, FigureTable
from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Chart, Row, Series, Shown, Table, Text, Words

FEWEST = 2
"""Parts with something in them: fewer are told better by the table alone."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of such a table: its id, its title, what its parts are, a note; all marked words."""

    id: str
    title: str
    parts: str
    note: str


@dataclass(frozen=True, slots=True)
class PartByPart:
    """The figures of each part by what it is called, one measure of them, and the columns shown.

    ``short`` are shorter names of the parts for the picture.
    """

    tables: Mapping[str, FigureTable]
    measure: str
    codes: tuple[str, ...]
    short: tuple[str, ...] = ()

    def blocks(self, told: Told) -> tuple[Chart | Table, ...]:
        """Return the picture, where there is something in two parts, and the table; nothing of nothing."""
        if not self.tables or not self.codes:
            return ()
        labels = {code.code: code.label for table in self.tables.values() for code in table.codes[0]}
        columns = {
            code: tuple(Shown(table.value(self.measure, (code,))) for table in self.tables.values())
            for code in self.codes
        }
        lines = zip(self.tables, zip(*columns.values(), strict=True), strict=True)
        rows = tuple(Row((Text((Words(part),)), *cells)) for part, cells in lines)
        names = (tr(told.parts), *(labels[code] for code in self.codes))
        series = tuple(
            Series(labels[code], cells)
            for code, cells in columns.items()
            if code != NOT_RECORDED and any(cell.number for cell in cells)
        )
        title = tr(told.title)
        table = Table(title, names, rows, (tr(told.note),), stub=1, id=f"table-{told.id}")
        filled = sum(any(cells) for cells in zip(*(_numbers(one) for one in series), strict=True))
        if filled < FEWEST:
            return (table,)
        return Chart(
            "line", title, self.short or tuple(self.tables), series, table.id, id=f"chart-{told.id}"
        ), table

    def behind(self, records: Records, row: int, column: int) -> Sequence[Entry]:
        """Return the records behind a number; none where the place names the row."""
        if not column:
            return ()
        table = list(self.tables.values())[row]
        return behind(records, [table], self.measure, (self.codes[column - 1],))


def _numbers(series: Series) -> list[int]:
    return [cell.number for cell in series.values if isinstance(cell, Shown)]
