"""How a table is laid on paper: its caption and header on every page it reaches, its notes beneath."""

from collections.abc import Sequence

from vcse_desktop.reports.blocks import Row, Table, Text, strings
from vcse_desktop.reports.letters import words
from vcse_desktop.reports.palette import INK, RULE, SHADE
from vcse_desktop.reports.paper import Flowable, gap, kit, para
from vcse_desktop.reports.structure import Element
from vcse_desktop.reports.widths import PADDING, inside, title, widths

LONG = 100  # letters
KEPT = 3  # caption, header and two rows stand on one page
WHOLE = 14  # so does all of a table that has no more lines than this


def table(block: Table, meant: Sequence[Element]) -> list[Flowable]:
    """Return the flowables of a table."""
    whole_table, *notes = meant
    caption, head, body = whole_table.parts
    numeric = [not _is_text(block, n) for n in range(len(block.columns))]
    rows = [_caption(block, caption), _header(block, numeric, head.parts[0])]
    rows += [_row(row, block, numeric, tr) for row, tr in zip(block.rows, body.parts, strict=True)]
    made = kit().flow.Table(
        rows, colWidths=widths(block), repeatRows=2, hAlign="LEFT", splitInRow=1, spaceBefore=8
    )
    made.setStyle(kit().flow.TableStyle(_look(block)))
    whole = _is_short(block) and len(block.rows) + 2 <= WHOLE
    made.keepWithNext = int(whole and bool(block.notes))
    *others, final = [
        *(para(words(note), "note", p) for note, p in zip(block.notes, notes, strict=True))
    ] or [gap(0)]
    for note in others:
        note.keepWithNext = int(whole)
    return [made, *others, final, gap(16)]


def _is_text(block: Table, column: int) -> bool:
    return column < block.stub or all(isinstance(row.cells[column], Text) for row in block.rows)


def _is_short(block: Table) -> bool:
    """Say whether its rows are low enough to be kept together: rows with long texts may be cut by a page."""
    return all(len(text) < LONG for text in strings(block.rows))


def _caption(block: Table, meant: Element) -> list[Flowable]:
    return [para(title(block), "caption", meant)] + [""] * (len(block.columns) - 1)


def _header(block: Table, numeric: list[bool], meant: Element) -> list[Flowable]:
    names = zip(block.columns, numeric, meant.parts, strict=True)
    return [para(words(n), "column-number" if right else "column", th) for n, right, th in names]


def _row(row: Row, block: Table, numeric: list[bool], meant: Element) -> list[Flowable]:
    made = []
    for cell, right, told in zip(row.cells, numeric, meant.parts, strict=True):
        name = f"{'strong-' if row.total else ''}cell{'-number' if right else ''}"
        made.append(para(inside(cell, block.lang), name, told))
    return made


def _look(block: Table) -> list[Flowable]:
    color, last, short = kit().color, len(block.rows) + 1, _is_short(block)
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
        *([("NOSPLIT", (0, 0), (-1, last if last < WHOLE else KEPT))] if short else []),
        *([("NOSPLIT", (0, last - 1), (-1, last))] if short else []),
        *(("LINEABOVE", (0, n), (-1, n), 1, color(INK)) for n in totals),
    ]
