"""Who came, beside who lives here: each list that people were counted by, for ourselves, with its picture."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from vcse_desktop.actions.lives_here import ALSO, Here, Lives, printed
from vcse_desktop.actions.open_kept import deprivation
from vcse_desktop.actions.reached_list import Counts, ListMade, OneList
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.dimensions import TALLIED
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.narrow import gather_period
from vcse_desktop.figures.reading import ident, text
from vcse_desktop.figures.table import TOTAL, FigureTable, Period
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.figures.view import Areas
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.postcodes import shortened
from vcse_desktop.records.vocabularies import label
from vcse_desktop.reports.blocks import Chart, Table
from vcse_desktop.reports.exact import exact
from vcse_desktop.reports.lives_here import lives_here_table
from vcse_desktop.reports.numbers import whole
from vcse_desktop.reports.report import completed
from vcse_desktop.reports.tables import table_blocks
from vcse_desktop.store.conditions import Among
from vcse_desktop.store.vault import Vault

GROUPS, LISTS, SESSIONS, CORE20 = "reach_groups", "reach_lists", "sessions_by_certainty", "people_core20"
PLACE = "own:place"
UNUSED = N_("Nobody was counted by: {lists}.")
DEPRIVED = N_(
    "{few} of {many} small areas in {area} are among the most deprived fifth in England (IMD {index}, by "
    "{year} areas). Source: {source}."
)


@dataclass(frozen=True, slots=True)
class Reached:
    """Who was reached in some days. ``homes`` say where people by name live, ``also`` what else is
    known of those who live here; ``unused`` are the lists by which nobody was counted, by name."""

    came: int
    lists: tuple[OneList, ...]
    homes: tuple[Chart | Table, ...]
    also: tuple[Table, ...]
    deprived: str
    unused: tuple[str, ...]


def reached(vault: Vault, days: tuple[date, date], area: str, language: str) -> Reached:
    """Return who came in these days, both inside, beside who lives in an area ("" for none)."""
    period, here, known = Period(*days), Here(vault), deprivation(vault)
    lists, records = group_lists(vault), _records(vault, period)
    tables = _tables(records, period, lists, known)
    lives = here.lives(area) if area else {}
    came = tables[SESSIONS].value("attendances", (TOTAL,))
    counts = {vocab: Counts(tables, vocab, came) for vocab in TALLIED}
    used = [vocab for vocab, one in counts.items() if one.base]
    homes = completed(list(table_blocks(exact(tables[CORE20]), language)), language)
    made = (
        ListMade(counts[vocab], _groups(records, lists, vocab), lists, lives.get(vocab), language)
        for vocab in used
    )
    return Reached(
        came,
        tuple(one.made() for one in made),
        tuple(block for block in homes if isinstance(block, Chart | Table)) if known else (),
        tuple(_also(lives, lists, language)),
        _deprived(here, area, language),
        tuple(tr(TALLIED[vocab]) for vocab in TALLIED if vocab not in used),
    )


def _records(vault: Vault, period: Period) -> Records:
    """Read what came in these days, and by what it was counted."""
    found = gather_period(vault, period)
    sessions = [ident(row) for row in found.session]
    tally = vault.pick("tally", Among("session", sessions)) if sessions else []
    return replace(found, tally=tally, place=vault.rows("place"))


def _tables(records: Records, period: Period, lists: Lists, areas: Areas | None) -> Mapping[str, FigureTable]:
    only = (GROUPS, LISTS, SESSIONS, CORE20)
    made = figure_tables(records, period, lists=lists, only=only, areas=areas)
    return {table.kind.id: table for table in made}


def _deprived(here: Here, area: str, language: str) -> str:
    found = here.deprived(area) if area else None
    if found is None:
        return ""
    (few, many, kept), names = found, dict(here.offered())
    return tr(
        DEPRIVED,
        few=whole(few, language),
        many=whole(many, language),
        area=names.get(area, area),
        index=kept.index,
        year=kept.year,
        source=kept.source,
    )


def _also(lives: Mapping[str, Lives], lists: Lists, language: str) -> Iterator[Table]:
    """Yield what is known of those who live here and nobody is counted by, such as unpaid care."""
    found = [
        lives_here_table(printed(lives[vocab], title, lists))
        for vocab, title in ALSO.items()
        if vocab in lives
    ]
    yield from (block for block in completed([*found], language) if isinstance(block, Table))


def _groups(records: Records, lists: Lists, vocab: str) -> dict[str, str]:
    """Return the groups of a list that anybody was counted in, each by its code and its words."""
    codes = {text(row, "code") for row in records.tally if text(row, "vocab") == vocab} - {""}
    places = {text(row, "code"): text(row, "name") for row in records.place} if vocab == PLACE else {}
    return {code: shortened(places.get(code) or label(lists, vocab, code)) for code in codes}


def said_unused(unused: Sequence[str]) -> str:
    """Return which lists were not used, in a sentence; "" for none."""
    lists = " · ".join(unused)
    return tr(UNUSED, lists=lists) if unused else ""
