"""The figures and the group's own words that go into a pack, in English as packs are."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from vcse_desktop.actions.detailed import Detail, detailed
from vcse_desktop.actions.in_own_words import may_be_named
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.actions.written import About, written
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.reading import ident, text
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.figures.view import Areas
from vcse_desktop.records.fields import Lists
from vcse_desktop.reports.material import LivesHere, Written


@dataclass(frozen=True, slots=True)
class OwnWords:
    """What the group wrote itself, what kind of thing each insight is, and the organisations it may name.

    ``lives_here`` are published figures of who lives in the area, with the source as the group wrote it.
    """

    written: tuple[Written, ...] = ()
    kinds: Mapping[int, str] = field(default_factory=dict)
    named: tuple[str, ...] = ()
    lives_here: tuple[LivesHere, ...] = ()


NO_WORDS = OwnWords()


def full_tables(
    records: Records,
    about: About,
    words: Lists,
    asked_for: Collection[str],
    areas: Areas | None = None,
) -> list[FigureTable]:
    """Return the tables that were asked for and hold anything, in all their detail."""
    with speaking(about.language):
        made = figure_tables(records, about.period, lists=words, only=asked_for, areas=areas)
    return [table for table in made if table.rows()]


def in_detail(
    full: Sequence[FigureTable], detail: Detail, left_out: Collection[str], language: str
) -> list[FigureTable]:
    """Return these tables in the detail that was chosen, but those that are left out."""
    with speaking(language):
        return detailed(full, detail, left_out)


def own_words(
    records: Records,
    words: Lists,
    about: About,
    out: Collection[str],
    lives_here: tuple[LivesHere, ...] = (),
) -> OwnWords:
    """Return what the group wrote itself, but for the sections that are out, and what it added."""
    with speaking(about.language):
        ours = written(records, words, about)
    return OwnWords(
        tuple(one for one in ours if one.section not in out),
        {ident(row): text(row, "kind") for row in records.insight},
        tuple(text(row, "name") for row in records.organisation if may_be_named(row)),
        lives_here,
    )
