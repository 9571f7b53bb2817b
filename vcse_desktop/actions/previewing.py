"""A drafted pack as a person looks through it: its pages, its files, and why numbers are hidden."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vcse_desktop.actions.for_us import Ours
from vcse_desktop.actions.leaving_out import left_words
from vcse_desktop.actions.packing import Draft, PackFile
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.actions.why_hidden import exposed
from vcse_desktop.disclosure.plan import Status, key
from vcse_desktop.disclosure.quoted import printed_tables
from vcse_desktop.disclosure.words import banner, reason
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr
from vcse_desktop.reports.blocks import (
    Block,
    Cell,
    Chart,
    Facts,
    Heading,
    Items,
    NewPage,
    Notice,
    Para,
    Picture,
    Quote,
    Run,
    Table,
    Text,
)
from vcse_desktop.reports.easy import easy_blocks
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.plain import plain
from vcse_desktop.reports.tables import has_material

__all__ = [
    "Block",
    "Cell",
    "Chart",
    "Facts",
    "Heading",
    "Items",
    "NewPage",
    "Notice",
    "PackFile",
    "Para",
    "Picture",
    "Quote",
    "Table",
]

FILES = (
    ("data/report.pdf", N_("The report, as pages to print")),
    ("data/report-large.pdf", N_("The report in large print, as pages to print")),
    ("data/report.html", N_("The report, as a page for any web browser")),
    ("data/report.txt", N_("The report, as plain text")),
    ("data/report-easy.html", N_("The Easy Read page, as a page for any web browser")),
    ("data/quotes.csv", N_("What people said, as a table")),
    ("data/datapackage.json", N_("What is in each table, for programs")),
    ("data/tables/", N_("A table for spreadsheets")),
    ("pack.json", N_("What the pack says of itself: from whom, for whom, about which days")),
    ("readme.txt", N_("How to read and check it, in plain words")),
    ("", N_("A list that shows whether anything was changed")),
)
"""How the names of files begin, and what each is; the first that fits."""
FRONT, EASY = N_("First page"), N_("Easy Read page")
NAMED = N_("Table {number}. {caption}")
SAYS = N_("{row}, {column}: {value}")


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of the report under one heading, as a person turns to it."""

    code: str
    title: str
    blocks: tuple[Block, ...]


Reasons = Mapping[tuple[int, int], str]
"""Why the number in a row and a column of a table is hidden, with true numbers."""


def chapters(draft: Draft | Ours) -> list[Chapter]:
    """Return the report from its first page to its last, in parts that each fit a screen or a few."""
    parts: list[tuple[str, str, list[Block]]] = [("front", tr(FRONT), [])]
    for block in draft.blocks:
        if isinstance(block, Heading) and block.level == 2:  # noqa: PLR2004
            parts.append((block.id, block.text, []))
        parts[-1][2].append(block)
    easy = draft.made_of.easy if isinstance(draft, Draft) else None
    if easy:
        with speaking(draft.told.language):
            blocks = easy_blocks(easy)
        parts.append(("easy", tr(EASY), blocks))
    return [Chapter(code, title, tuple(blocks)) for code, title, blocks in parts]


def what_is_hidden(draft: Draft) -> list[str]:
    """Return the sentences that say how much is hidden, what is left out, and why."""
    left = left_words(draft.made_of)
    return [*banner(draft.plan), *([left] if left else [])]


def given_away(draft: Draft, language: str = SOURCE_LANGUAGE) -> list[str]:
    """Return what earlier packs have given away already, whatever this one hides."""
    return exposed(draft.words(language), draft.report)


def reasons(draft: Draft, block: Table, language: str = SOURCE_LANGUAGE) -> Reasons:
    """Return why each hidden number of a table is hidden, by row and column of the block."""
    plan, words = draft.plan, draft.words(language)
    table = draft.told.tables[block.id.removeprefix("table-")]
    broken_down = len(table.kind.dimensions)
    found = {}
    for n, row in enumerate(table.rows):
        for m, (measure, cell) in enumerate(zip(table.kind.measures, row.cells, strict=True)):
            if cell.status is Status.HIDDEN:
                where = key(table, measure.code, row.codes)
                taking = draft.takings.get(where)
                place = (n, broken_down + m) if broken_down else (m, 1)
                found[place] = words.protects(taking) if taking else reason(plan, where)
    return found


def unprinted(draft: Draft) -> list[str]:
    """Return the names of the tables that are in the files with noughts alone, and not on the pages."""
    return [tr(table.kind.title) for table in printed_tables(draft.plan) if not has_material(table)]


def file_words(file: PackFile) -> str:
    """Return what a file of a pack is."""
    return tr(next(words for begins, words in FILES if file.name.startswith(begins)))


def caption(block: Table, language: str) -> str:
    """Return the number and the name of a table as a report in this language prints them."""
    with speaking(language):
        return tr(NAMED, number=block.number, caption=block.caption)


def chart_name(block: Chart) -> str:
    """Return what the report calls a chart."""
    return tr("Chart of table {number}. {caption}", number=block.number, caption=block.title)


def words(runs: Sequence[Run]) -> str:
    """Return the words of a paragraph as the report prints them."""
    return plain("".join(run.text for run in runs))


def cell_words(cell: Cell, language: str) -> str:
    """Return what stands in a cell."""
    return words(cell.runs) if isinstance(cell, Text) else value(cell, language)


def spoken(row: str, column: str, shown: str) -> str:
    """Return a cell as a screen reader says it."""
    return tr(SAYS, row=row, column=column, value=shown)
