"""How the group asked people, for itself: true figures in pictures, tables and points."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.asked_points import groups
from vcse_desktop.actions.asked_words import Words
from vcse_desktop.actions.asked_years import YEARS, by_year
from vcse_desktop.actions.counted import behind, place
from vcse_desktop.actions.entries import Entry
from vcse_desktop.actions.part_by_part import PartByPart
from vcse_desktop.actions.point import Group
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.asking import askings
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.reading import ident, number
from vcse_desktop.figures.table import FigureTable, Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.figures.view import view
from vcse_desktop.i18n import N_, pgettext
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports.blocks import Block, Chart, Table
from vcse_desktop.reports.exact import ExactTable, exact
from vcse_desktop.reports.report import completed
from vcse_desktop.reports.tables import has_material, table_blocks
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Vault

SHOWN: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "rungs": (N_("How much say people had"), ("engagement_rungs",)),
    "lead": (N_("How early we asked"), ("engagement_lead", "engagement_stages")),
    "duties": (N_("Duties in law"), ("engagement_duties",)),
    "who": (N_("Who was there, and who was missing"), ("engagement_who", "engagement_missing")),
    "methods": (N_("Ways of asking"), ("engagement_methods",)),
    "barriers": (N_("What stood in the way"), ("engagement_barriers",)),
    "cost": (N_("Cost beside reach, and money people decided on"), ("capacity_cost",)),
    "programmes": (N_("Programmes of several pieces"), ()),
}
"""What one can look at: its name where one chooses, and its tables."""
LADDER, DUTIES = "ladder_of_engagement", "duty_reference"
SESSION = "activity date status certainty people_n helpers_n carers_n came missing engagements".split()
PARTS = ("engagement", "stakeholder", "audience", "barrier")


@dataclass(frozen=True, slots=True)
class Asked:
    """For each thing to look at its pictures and tables, its points in groups, and what its codes mean."""

    blocks: Mapping[str, tuple[Chart | Table, ...]]
    groups: Mapping[str, tuple[Group, ...]]
    meanings: Mapping[str, tuple[tuple[str, str], ...]]
    _told: Mapping[str, ExactTable]
    _tables: Mapping[str, FigureTable]
    _years: PartByPart
    _records: Records

    def behind(self, block: Table, row: int, column: int) -> Sequence[Entry]:
        """Return the records that a number counts, those entered last first of each kind."""
        if block.id == f"table-{YEARS.id}":
            return self._years.behind(self._records, row, column)
        found = place(self._told, block, row, column)
        return behind(self._records, [self._tables[found[0]]], *found[1:]) if found else ()


def asked(vault: Vault, span: tuple[date, date] | None, language: str) -> Asked:
    """Return how people were asked on these days, both inside, or ever."""
    records, lists = vault.at_once(lambda: _gathered(vault)), group_lists(vault)
    period = Period(*span) if span else Period(date.min, date.max)
    wanted = {table for _, tables in SHOWN.values() for table in tables}
    tables = {one.kind.id: one for one in figure_tables(records, period, lists=lists, only=wanted)}
    told = {name: exact(table) for name, table in tables.items()}
    words = Words(records, lists, askings(view(records, period)), language)
    years = by_year(records, lists, today())
    blocks = {code: [*_blocks(map(told.__getitem__, shown), language)] for code, (_, shown) in SHOWN.items()}
    blocks["cost"] = [block for block in blocks["cost"] if not isinstance(block, Chart)]  # never alone
    if len(years.tables) > 1:
        blocks["rungs"] += completed([*years.blocks(YEARS)], language)
    return Asked(
        {code: tuple(b for b in made if isinstance(b, Chart | Table)) for code, made in blocks.items()},
        groups(words),
        {"rungs": _meanings(lists, LADDER), "duties": _meanings(lists, DUTIES)},
        told,
        tables,
        years,
        records,
    )


def _gathered(vault: Vault) -> Records:
    """Return the pieces of asking, what belongs to them, and the sessions at which people were asked."""
    rows = {kind: vault.pick(kind) for kind in PARTS}
    named = {number(row, "session") for row in rows["barrier"]} - {None}
    there = vault.pick("session", Among("engagements", [*map(ident, rows["engagement"])]), fields=SESSION)
    there += vault.pick("session", Among("id", named - {ident(row) for row in there}), fields=SESSION)
    return Records(
        **{kind: tuple(found) for kind, found in rows.items()},
        session=tuple(there),
        activity=tuple(vault.pick("activity", fields=("title", "kind"))),
    )


def _blocks(tables: Iterable[ExactTable], language: str) -> Iterable[Block]:
    made = [block for table in tables if has_material(table) for block in table_blocks(table, language)]
    return completed(made, language)


def _meanings(lists: Lists, vocab: str) -> tuple[tuple[str, str], ...]:
    """Return the items of a list that say more of themselves: their words, and what they mean."""
    items = (one for one in lists.get(vocab, ()) if one.help and not one.hidden)
    return tuple((label(lists, vocab, one.code), pgettext(vocab, one.help)) for one in items)
