"""How much say people had from year to year."""

from datetime import date

from vcse_desktop.actions.part_by_part import PartByPart, Told
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.reading import day
from vcse_desktop.figures.table import Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Lists

MOST = 10
"""Years, the latest."""
RUNGS = "engagement_rungs"
YEARS = Told(
    "years",
    N_("Rungs reached, year by year"),
    N_("Year"),
    N_("A piece of asking counts in each year on a day of which it was open."),
)


def by_year(records: Records, lists: Lists, now: date) -> PartByPart:
    """Return the rungs that were reached in each year so far."""
    days = [when for row in records.engagement for code in ("opens", "closes") if (when := day(row, code))]
    years = range(min(days).year, min(max(days), now).year + 1)[-MOST:] if days else range(0)
    tables = {}
    for year in years:
        period = Period(date(year, 1, 1), date(year, 12, 31))
        (tables[str(year)],) = figure_tables(records, period, lists=lists, only={RUNGS})
    codes = dict.fromkeys(rung.code for table in tables.values() for rung in table.codes[0])
    return PartByPart(tables, "rung_reached", tuple(codes))
