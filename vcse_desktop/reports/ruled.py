"""How a table is laid on paper: its caption and header on every page it reaches, its notes beneath."""

from collections.abc import Callable

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Cell, Row, Table, Text
from vcse_desktop.reports.letters import marked, words
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.palette import INK, RULE, SHADE
from vcse_desktop.reports.paper import BOLD, COLUMN, Flowable, kit, style

NUMBER_WIDTH = 84.0  # what a column of numbers gets when there is room
MOST_WIDTH = 260.0  # a longer name of a row goes on below itself
STUB_SHARE = 0.3  # of the page, at least, for the names of rows
PADDING = 5.0
LETTERS = 10.0
KEPT = 3  # caption, header and two rows stand on one page


def table_flow(block: Table) -> list[Flowable]:
    """Return the flowables of a table."""
    numeric = [not _is_text(block, n) for n in range(len(block.columns))]
    rows = [_caption(block), _header(block, numeric), *(_row(row, block, numeric) for row in block.rows)]
    made = kit().flow.Table(
        rows, colWidths=_widths(block), repeatRows=2, hAlign="LEFT", splitInRow=1, spaceBefore=8
    )
    made.setStyle(kit().flow.TableStyle(_look(block)))
    notes = [kit().flow.Paragraph(words(note), style("note")) for note in block.notes]
    return [made, kit().flow.Spacer(1, 4), *notes, kit().flow.Spacer(1, 14)]


def _is_text(block: Table, column: int) -> bool:
    return column < block.stub or all(isinstance(row.cells[column], Text) for row in block.rows)


def _widths(block: Table) -> list[float]:
    """Return widths that hold the longest word of each column, then give the rest to the names of rows."""
    columns = range(len(block.columns))
    words_in = [max(_wide(text, str.split) for text in _column(block, n)) for n in columns]
    whole = [max(_wide(text, lambda t: [t]) for text in _column(block, n)) for n in columns[: block.stub]]
    numbers = [min(max(width, NUMBER_WIDTH / 2), MOST_WIDTH) for width in words_in[block.stub :]]
    stubs = [min(max(a, b), MOST_WIDTH) for a, b in zip(whole, words_in, strict=False)]
    spare = COLUMN - sum(stubs) - sum(numbers)
    if spare < 0:
        room = max(COLUMN - sum(numbers), COLUMN * STUB_SHARE)
        stubs = [width * room / sum(stubs) for width in stubs]
        numbers = [width * min(1, (COLUMN - room) / sum(numbers)) for width in numbers] if numbers else []
    else:
        numbers = [max(width, min(NUMBER_WIDTH, width + spare / len(numbers))) for width in numbers]
    return stubs + numbers


def _column(block: Table, column: int) -> list[str]:
    cells = [_inside(row.cells[column], block.lang) for row in block.rows]
    return [words(block.columns[column]), *cells]


def _wide(text: str, cut: Callable[[str], list[str]]) -> float:
    """Return the width of the widest piece of a text, in the bold letters of a header."""
    width = kit().metrics.stringWidth
    return max((float(width(piece, BOLD, LETTERS)) for piece in cut(text)), default=0) + 2 * PADDING + 1


def _caption(block: Table) -> list[Flowable]:
    text = tr("Table {number}. {caption}", number=block.number, caption=block.caption)
    return [kit().flow.Paragraph(words(text), style("caption"))] + [""] * (len(block.columns) - 1)


def _header(block: Table, numeric: list[bool]) -> list[Flowable]:
    names = zip(block.columns, numeric, strict=True)
    return [
        kit().flow.Paragraph(words(n), style("column-number" if right else "column")) for n, right in names
    ]


def _row(row: Row, block: Table, numeric: list[bool]) -> list[Flowable]:
    made = []
    for cell, right in zip(row.cells, numeric, strict=True):
        name = f"{'strong-' if row.total else ''}cell{'-number' if right else ''}"
        made.append(kit().flow.Paragraph(_inside(cell, block.lang), style(name)))
    return made


def _inside(cell: Cell, language: str) -> str:
    return marked(cell.runs) if isinstance(cell, Text) else words(value(cell, language))


def _look(block: Table) -> list[Flowable]:
    color = kit().color
    totals = [n + 2 for n, row in enumerate(block.rows) if row.total]
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("SPAN", (0, 0), (-1, 0)),
        ("LEFTPADDING", (0, 1), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 1), (-1, -1), PADDING),
        ("LEFTPADDING", (0, 0), (-1, 0), 0),
        ("BACKGROUND", (0, 1), (-1, 1), color(SHADE)),
        ("VALIGN", (0, 1), (-1, 1), "BOTTOM"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, color(RULE)),
        ("TOPPADDING", (0, 1), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 5),
        ("NOSPLIT", (0, 0), (-1, min(KEPT, len(block.rows) + 1))),
        *(("LINEABOVE", (0, n), (-1, n), 1, color(INK)) for n in totals),
    ]
