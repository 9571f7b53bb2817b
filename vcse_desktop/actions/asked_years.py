"""How much say people had from year to year: one table of years and rungs, and its picture."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.reading import day
from vcse_desktop.figures.table import NOT_RECORDED, FigureTable, Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.reports.blocks import Chart, Row, Series, Shown, Table, Text, Words

MOST = 10
"""Years, the latest."""
RUNGS, ID = "engagement_rungs", "table-years"
TITLE, YEAR = N_("Rungs reached, year by year"), N_("Year")
NOTE = N_("A piece of asking counts in each year on a day of which it was open.")


@dataclass(frozen=True, slots=True)
class Years:
    """The figures of each year with any, by the year, and the blocks that show them."""

    tables: Mapping[str, FigureTable]
    blocks: tuple[Chart | Table, ...]


def by_year(records: Records, lists: Lists, now: date) -> Years:
    """Return the rungs that were reached in each year so far."""
    days = [when for row in records.engagement for code in ("opens", "closes") if (when := day(row, code))]
    years = range(min(days).year, min(max(days), now).year + 1)[-MOST:] if days else range(0)
    tables = {}
    for year in years:
        period = Period(date(year, 1, 1), date(year, 12, 31))
        (tables[str(year)],) = figure_tables(records, period, lists=lists, only={RUNGS})
    return Years(tables, _blocks(tables) if tables else ())


def _blocks(tables: Mapping[str, FigureTable]) -> tuple[Chart | Table, ...]:
    rungs = next(iter(tables.values())).codes[0]
    known = {rung.code: rung.label for table in tables.values() for rung in table.codes[0]}
    columns = {
        rung.code: tuple(Shown(table.value("rung_reached", (rung.code,))) for table in tables.values())
        for rung in rungs
    }
    series = tuple(
        Series(known[code], cells)
        for code, cells in columns.items()
        if code != NOT_RECORDED and any(cell.number for cell in cells)
    )
    lines = zip(tables, zip(*columns.values(), strict=True), strict=True)
    rows = tuple(Row((Text((Words(year),)), *cells)) for year, cells in lines)
    names = (tr(YEAR), *(rung.label for rung in rungs))
    table = Table(tr(TITLE), names, rows, (tr(NOTE),), stub=1, id=ID)
    return Chart("line", tr(TITLE), tuple(tables), series, ID, id="chart-years"), table
