"""How a table is laid on paper: its caption and header on every page it reaches, its notes beneath."""

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Cell, Row, Table, Text
from vcse_desktop.reports.letters import marked, words
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.palette import INK, RULE, SHADE
from vcse_desktop.reports.paper import BOLD, COLUMN, Flowable, kit, style

NUMBER_WIDTH = 84.0  # what a column of numbers gets when there is room
MOST_WIDTH = 260.0  # a longer name of a row goes on below itself
PADDING = 5.0
LETTERS, CAPTION_LETTERS = 10.0, 1.06
KEPT = 3  # caption, header and two rows stand on one page
WHOLE = 14  # so does all of a table that has no more lines than this


def table_flow(block: Table) -> list[Flowable]:
    """Return the flowables of a table."""
    numeric = [not _is_text(block, n) for n in range(len(block.columns))]
    rows = [_caption(block), _header(block, numeric), *(_row(row, block, numeric) for row in block.rows)]
    made = kit().flow.Table(
        rows, colWidths=_widths(block), repeatRows=2, hAlign="LEFT", splitInRow=1, spaceBefore=8
    )
    made.setStyle(kit().flow.TableStyle(_look(block)))
    whole = len(block.rows) + 2 <= WHOLE
    made.keepWithNext = int(whole and bool(block.notes))
    *others, final = [kit().flow.Paragraph(words(note), style("note")) for note in block.notes] or [_gap(0)]
    for note in others:
        note.keepWithNext = int(whole)
    return [made, *others, final, _gap(16)]


def _gap(height: float) -> Flowable:
    return kit().flow.Spacer(1, height)


def _is_text(block: Table, column: int) -> bool:
    return column < block.stub or all(isinstance(row.cells[column], Text) for row in block.rows)


def _widths(block: Table) -> list[float]:
    """Return a width for each column: no word is broken if there is room, and numbers stand alike."""
    longest = [max(_wide(text.split()) for text in _column(block, n)) for n in range(len(block.columns))]
    numbers = longest[block.stub :]
    alike = [max([*numbers, NUMBER_WIDTH * 0.6])] * len(numbers)
    names = [min(max(map(_wide, ([t] for t in _column(block, n)))), MOST_WIDTH) for n in range(block.stub)]
    least = [min(name, word) for name, word in zip(names, longest, strict=False)]
    if sum(names) + sum(alike) <= COLUMN:
        numbers = alike
    if sum(least) + sum(numbers) > COLUMN:
        share = COLUMN / (sum(least) + sum(numbers))
        return [width * share for width in (*least, *numbers)]
    spare = min(COLUMN - sum(numbers), sum(names)) - sum(least)
    stubs = [width + spare / len(least) for width in least]
    more = max(0.0, (COLUMN - sum(stubs) - sum(numbers)) / max(1, len(numbers)))
    numbers = [max(width, min(NUMBER_WIDTH, width + more)) for width in numbers]
    title = _wide([_title(block)]) * CAPTION_LETTERS - sum(stubs) - sum(numbers)
    return [stubs[0] + max(0.0, min(title, COLUMN - sum(stubs) - sum(numbers))), *stubs[1:], *numbers]


def _column(block: Table, column: int) -> list[str]:
    return [words(block.columns[column]), *(_inside(row.cells[column], block.lang) for row in block.rows)]


def _wide(pieces: list[str]) -> float:
    """Return the width of the widest piece, in the bold letters of a header."""
    width = kit().metrics.stringWidth
    return max((float(width(piece, BOLD, LETTERS)) for piece in pieces), default=0) + 2 * PADDING + 1


def _title(block: Table) -> str:
    return words(tr("Table {number}. {caption}", number=block.number, caption=block.caption))


def _caption(block: Table) -> list[Flowable]:
    return [kit().flow.Paragraph(_title(block), style("caption"))] + [""] * (len(block.columns) - 1)


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
    color, last = kit().color, len(block.rows) + 1
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
        ("NOSPLIT", (0, 0), (-1, last if last < WHOLE else KEPT)),
        ("NOSPLIT", (0, last - 1), (-1, last)),
        *(("LINEABOVE", (0, n), (-1, n), 1, color(INK)) for n in totals),
    ]
