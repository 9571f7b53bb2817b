"""One list that people were counted by: who came, beside who lives in an area, as a table and a picture."""

from collections.abc import Mapping
from dataclasses import dataclass

from vcse_desktop.actions.lives_here import Lives, answers
from vcse_desktop.figures.dimensions import TALLIED, plain_code
from vcse_desktop.figures.reach import group_code
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.reports.blocks import Cell, Chart, NotRecorded, Row, Series, Shown, Table, Text, Words
from vcse_desktop.reports.lives_here import ABOUT, ADDED_UP
from vcse_desktop.reports.numbers import whole
from vcse_desktop.reports.report import completed

GROUPS, LISTS = "reach_groups", "reach_lists"
FEWEST = 20
"""People who came: of fewer, how many they would be in every hundred says nothing."""
HUNDRED = 100
FEWEST_BARS, MOST_BARS = 2, 20
GROUP, CAME, LIVE = N_("Group"), N_("Came"), N_("Live in {area}")
OF_CAME, OF_LIVE = N_("Of every 100 who came"), N_("Of every 100 who live in {area}")
NOT_ASKED, NO_FIGURE = N_("Not asked: nobody counted by this"), N_("no such figure")
OF = N_("Counted where {n} came. Somebody who came twice is counted twice.")
SOURCE = N_("Who lives in {area}: {people} people in {year}. Source: {source}.")
OVERLAP = N_("Groups may overlap, so there is no total.")
NOT_LIKE = N_("A group that meets is not meant to be like everybody who lives around it.")
TOO_FEW = N_("Too few came to say how many of every 100 they are.")


@dataclass(frozen=True, slots=True)
class OneList:
    """One list: its code, what it is called, and its blocks: the picture, where one helps, and the table."""

    vocab: str
    title: str
    blocks: tuple[Chart | Table, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """The figures of one list; ``came`` are all who came in the period."""

    tables: Mapping[str, FigureTable]
    vocab: str
    came: int

    @property
    def base(self) -> int:
        """How many came where people were counted by the list."""
        return self.tables[LISTS].value("counted_by", (plain_code(self.vocab),))

    def of(self, code: str) -> int:
        """Return how many came of a group."""
        return self.tables[GROUPS].value("tallied", (group_code(self.vocab, code),))


@dataclass(frozen=True, slots=True)
class ListMade:
    """What the blocks of one list are made of. ``groups`` are those that anybody was counted in."""

    counts: Counts
    groups: Mapping[str, str]
    lists: Lists
    lives: Lives | None
    language: str

    def made(self) -> OneList:
        """Return the list with its picture and its table."""
        vocab = self.counts.vocab
        title, rows = tr(TALLIED[vocab]), [self._row(*one) for one in self._codes()]
        rows.append(self._not_asked())
        table = Table(title, self._columns(), tuple(rows), self._notes(), id=f"reach-{plain_code(vocab)}")
        chart = self._chart(table)
        blocks = completed([chart, table] if chart else [table], self.language)
        return OneList(vocab, title, tuple(one for one in blocks if isinstance(one, Chart | Table)))

    @property
    def _shares(self) -> bool:
        """Whether enough came, and it is known who lives here, to say how many of every hundred."""
        return self.lives is not None and self.lives.whole > 0 and self.counts.base >= FEWEST

    def _codes(self) -> list[tuple[str, str]]:
        """Return code and words of each group in the order of the list; those who would not say are last."""
        lived = self.lives.counts if self.lives else {}
        found = answers(self.lists, self.counts.vocab, {*self.groups, *lived})
        return [(code, self.groups.get(code) or words) for code, words in found]

    def _columns(self) -> tuple[str, ...]:
        if self.lives is None:
            return tr(GROUP), tr(CAME)
        live = tr(LIVE, area=self.lives.area)
        if not self._shares:
            return tr(GROUP), tr(CAME), live
        return tr(GROUP), tr(CAME), live, tr(OF_CAME), tr(OF_LIVE, area=self.lives.area)

    def _row(self, code: str, words: str) -> Row:
        came = self.counts.of(code) if code in self.groups else None
        live = self.lives.counts.get(code) if self.lives else None
        cells: list[Cell] = [Text((Words(words),)), NotRecorded() if came is None else Shown(came)]
        if self.lives is not None:
            cells.append(_cell(live))
        if self.lives is not None and self._shares:
            share = NotRecorded() if came is None else _share(came, self.counts.base)
            cells += [share, _share(live, self.lives.whole)]
        return Row(tuple(cells))

    def _not_asked(self) -> Row:
        """Return the row of those who came where nobody counted by this list."""
        cells: list[Cell] = [
            Text((Words(tr(NOT_ASKED)),)),
            Shown(max(0, self.counts.came - self.counts.base)),
        ]
        return Row((*cells, *(_cell(None) for _ in self._columns()[len(cells) :])))

    def _notes(self) -> tuple[str, ...]:
        said = [tr(OF, n=whole(self.counts.base, self.language)), tr(OVERLAP)]
        if self.lives is not None:
            lives, people = self.lives, whole(self.lives.whole, self.language)
            said.append(tr(SOURCE, area=lives.area, people=people, year=lives.year, source=lives.source))
            said += [tr(ABOUT, about=lives.about)] if lives.about else []
            said += [tr(ADDED_UP)] if lives.added_up else []
            said += [] if self._shares else [tr(TOO_FEW)]
            said.append(tr(NOT_LIKE))
        return tuple(said)

    def _chart(self, table: Table) -> Chart | None:
        """Return both of every hundred beside one another; None where that cannot be said."""
        places = (3, 4) if self._shares else ()
        drawn = [
            row for row in table.rows if places and all(isinstance(row.cells[at], Shown) for at in places)
        ]
        if not FEWEST_BARS <= len(drawn) <= MOST_BARS:
            return None
        names = tuple(_words(row.cells[0]) for row in drawn)
        series = tuple(Series(table.columns[at], tuple(row.cells[at] for row in drawn)) for at in places)
        return Chart("bars", table.caption, names, series, table.id, id=f"chart-{table.id}")


def _words(cell: Cell) -> str:
    return "".join(run.text for run in cell.runs) if isinstance(cell, Text) else ""


def _cell(n: int | None) -> Cell:
    return Text((Words(tr(NO_FIGURE)),)) if n is None else Shown(n)


def _share(n: int | None, of: int) -> Cell:
    return _cell(None if n is None else round(HUNDRED * n / of))
