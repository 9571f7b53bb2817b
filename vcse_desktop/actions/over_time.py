"""Figures month by month for ourselves: true, each in a picture and a table, with the records behind each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from vcse_desktop.actions.counted import behind
from vcse_desktop.actions.entries import Entry
from vcse_desktop.actions.part_by_part import PartByPart
from vcse_desktop.actions.point import Group
from vcse_desktop.actions.themes import TOLD, themes
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.narrow import gather_month
from vcse_desktop.figures.table import FigureTable, Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.i18n import N_
from vcse_desktop.reports.blocks import Block, Chart, Table
from vcse_desktop.reports.exact import exact
from vcse_desktop.reports.report import completed
from vcse_desktop.reports.tables import table_blocks
from vcse_desktop.store.vault import Vault

MONTHS = 12
SHOWN = {
    "sessions_by_month": (N_("Attendances"), "attendances"),
    "people_by_month": (N_("People by name"), "people"),
    "time_by_month": (N_("Hours given"), "hours"),
    "carers_by_month": (N_("Carers"), "identified_people"),
    "insight_by_month": (N_("What people said"), "insights"),
    "engagement_wishes": (N_("How people want to be involved"), "wishes_now"),
    "capacity_by_kind": (N_("Support asked for and given"), "asked_by_us"),
}
"""Each table, what it is called where one chooses, and its first measure: those of its unit are drawn."""
THEMES = "themes"
OFFERED = {name: title for name, (title, _) in SHOWN.items()} | {THEMES: N_("Themes, and what was said")}
"""What one can look at, and what that is called."""


@dataclass(frozen=True, slots=True)
class OverTime:
    """For each table its blocks: the picture, where one helps, and the table itself; and words on themes."""

    blocks: Mapping[str, tuple[Chart | Table, ...]]
    said: tuple[Group, ...]
    _themes: PartByPart
    _tables: Mapping[str, FigureTable]
    _records: Records

    def behind(self, block: Table, row: int, column: int) -> Sequence[Entry]:
        """Return the records that a number counts, those entered last first of each kind."""
        if block.id == f"table-{TOLD.id}":
            return self._themes.behind(self._records, row, column)
        table = self._tables[block.id.removeprefix("table-")]
        measure = table.kind.measures[column - block.stub]
        return behind(self._records, [table], measure.code, table.rows()[row])


def over_time(vault: Vault, now: date, language: str) -> OverTime:
    """Return the twelve months that end with the one of a day, as far as whoever is in may see them."""
    first = now.replace(day=1)
    for _ in range(MONTHS - 1):
        first = (first - timedelta(days=1)).replace(day=1)
    period = Period(first, now)
    records, words = vault.at_once(lambda: gather_month(vault, period)), group_lists(vault)
    tables = {
        table.kind.id: _ordered(table)
        for table in figure_tables(records, period, lists=words, only=SHOWN.keys())
    }
    blocks = {name: _blocks(list(table_blocks(exact(tables[name]), language)), language) for name in SHOWN}
    found = themes(records, period, words, language)
    blocks[THEMES] = _blocks([*found.months.blocks(TOLD)], language)
    return OverTime(blocks, found.said, found.months, tables, records)


def _ordered(table: FigureTable) -> FigureTable:
    """Return a table with its first measure and those of the same unit before the others."""
    measures = {measure.code: measure for measure in table.kind.measures}
    first = measures[SHOWN[table.kind.id][1]]
    order = sorted(measures.values(), key=lambda one: (one is not first, one.unit is not first.unit))
    return replace(table, kind=replace(table.kind, measures=tuple(order)))


def _blocks(made: list[Block], language: str) -> tuple[Chart | Table, ...]:
    return tuple(block for block in completed(made, language) if isinstance(block, Chart | Table))
