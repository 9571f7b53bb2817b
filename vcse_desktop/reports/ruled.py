"""How a table is laid on paper: its caption and header on every page it reaches, its notes beneath."""

from collections.abc import Sequence

from vcse_desktop.reports.blocks import Row, Table, Text, strings
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.letters import marked, words
from vcse_desktop.reports.naming import inside, table_name
from vcse_desktop.reports.palette import INK, RULE, SHADE
from vcse_desktop.reports.paper import Flowable, gap, kit, para
from vcse_desktop.reports.structure import Element
from vcse_desktop.reports.widths import PADDING, widths

LONG = 100  # letters
KEPT = 3  # caption, header and two rows stand on one page
WHOLE = 14  # so does all of a table that has no more lines than this


def table(block: Table, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    """Return the flowables of a table."""
    whole_table, *notes = meant
    caption, head, body = whole_table.parts
    numeric = [not _is_text(block, n) for n in range(len(block.columns))]
    own = edition.of(block)
    turn = -1 if own.right else 1
    rows = [_header(block, numeric, head.parts[0], own)]
    rows += [_row(row, (block, numeric, own), tr) for row, tr in zip(block.rows, body.parts, strict=True)]
    named = [para(words(table_name(block)), "caption", own, caption), *[""] * (len(block.columns) - 1)]
    made = kit().flow.Table(
        [named, *(row[::turn] for row in rows)],
        colWidths=widths(block, own)[::turn],
        repeatRows=2,
        hAlign="RIGHT" if own.right else "LEFT",
        splitInRow=1,
        spaceBefore=8,
    )
    made.setStyle(kit().flow.TableStyle(_look(block, own)))
    whole = _is_short(block) and len(block.rows) + 2 <= WHOLE
    made.keepWithNext = int(whole and bool(block.notes))
    said = zip(block.notes, notes, strict=True)
    *others, final = [para(words(note), "note", own, p) for note, p in said] or [gap(0)]
    for note in others:
        note.keepWithNext = int(whole)
    return [made, *others, final, gap(16)]


def _is_text(block: Table, column: int) -> bool:
    return column < block.stub or all(isinstance(row.cells[column], Text) for row in block.rows)


def _is_short(block: Table) -> bool:
    """Say whether its rows are low enough to be kept together: rows with long texts may be cut by a page."""
    return all(len(text) < LONG for text in strings(block.rows))


def _header(block: Table, numeric: list[bool], meant: Element, own: Edition) -> list[Flowable]:
    names = zip(block.columns, numeric, meant.parts, strict=True)
    return [para(words(n), "column-number" if right else "column", own, th) for n, right, th in names]


def _row(row: Row, within: tuple[Table, list[bool], Edition], meant: Element) -> list[Flowable]:
    block, numeric, own = within
    made = []
    for cell, right, told in zip(row.cells, numeric, meant.parts, strict=True):
        name = f"{'strong-' if row.total else ''}cell{'-number' if right else ''}"
        made.append(para(marked(inside(cell, block.lang), alone=True), name, own, told))
    return made


def _look(block: Table, own: Edition) -> list[Flowable]:
    color, last, short = kit().color, len(block.rows) + 1, _is_short(block)
    totals = [n + 2 for n, row in enumerate(block.rows) if row.total]
    return [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("SPAN", (0, 0), (-1, 0)),
        ("LEFTPADDING", (0, 1), (-1, -1), PADDING),
        ("RIGHTPADDING", (0, 1), (-1, -1), PADDING),
        ("RIGHTPADDING" if own.right else "LEFTPADDING", (0, 0), (-1, 0), 0),
        ("BACKGROUND", (0, 1), (-1, 1), color(SHADE)),
        ("VALIGN", (0, 1), (-1, 1), "BOTTOM"),
        ("LINEBELOW", (0, 1), (-1, -1), 0.4, color(RULE)),
        ("TOPPADDING", (0, 1), (-1, -1), 4),
        ("BOTTOMPADDING", (0, 1), (-1, -1), 5),
        *([("NOSPLIT", (0, 0), (-1, last if last < WHOLE else KEPT))] if short else []),
        *([("NOSPLIT", (0, last - 1), (-1, last))] if short else []),
        *(("LINEABOVE", (0, n), (-1, n), 1, color(INK)) for n in totals),
    ]
