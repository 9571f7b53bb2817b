"""How each block is laid on paper, tables apart."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from vcse_desktop.i18n import tr
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
    Quote,
    Table,
    Text,
)
from vcse_desktop.reports.charts import Room, layout
from vcse_desktop.reports.drawing import drawing
from vcse_desktop.reports.letters import marked, words
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.palette import ACCENT, RULE, SHADE
from vcse_desktop.reports.paper import COLUMN, Flowable, kit, style
from vcse_desktop.reports.ruled import table_flow

CHART = Room(COLUMN, 9.5)
FIGURES_IN_ROW = 3
NAME_WIDTH = 158
SHORT_QUOTE = 600  # letters: it stands on one page with who said it


def flow(block: Block) -> list[Flowable]:
    """Return the flowables of one block."""
    return _LAID[type(block)](block)


def _para(markup: str, name: str) -> Flowable:
    return kit().flow.Paragraph(markup, style(name))


def _gap(height: float) -> Flowable:
    return kit().flow.Spacer(1, height)


def _heading(block: Heading) -> list[Flowable]:
    anchor = f"<a name={quoteattr(block.id)}/>"
    made = _para(anchor + words(block.text), f"h{block.level}")
    made.heading = block  # read when it is drawn: the bookmark, and its line in the contents
    return [made]


def _paragraph(block: Para) -> list[Flowable]:
    return [_para(marked(block.runs), block.role or "body")]


def _notice(block: Notice) -> list[Flowable]:
    return [_para(words(block.text), "notice")]


def _items(block: Items) -> list[Flowable]:
    bullets = [f"{n}." if block.ordered else "\u2022" for n in range(1, len(block.items) + 1)]
    lines = zip(block.items, bullets, strict=True)
    return [kit().flow.Paragraph(marked(runs), style("item"), bulletText=bullet) for runs, bullet in lines]


def _quote(block: Quote) -> list[Flowable]:
    parts = [_para(f"\u201c{words(block.text)}\u201d", "quote")]
    if block.source:
        parts.append(_para(words(block.source), "source"))
    if block.translation:
        parts.append(_para(words(tr("Translation: {words}", words=block.translation)), "source"))
    look = [
        ("LINEBEFORE", (0, 0), (0, -1), 2.5, kit().color(ACCENT)),
        ("LEFTPADDING", (0, 0), (-1, -1), 13),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        *([("NOSPLIT", (0, 0), (0, -1))] if len(block.text) < SHORT_QUOTE else []),
    ]
    return [_grid([[part] for part in parts], [COLUMN], look), _gap(10)]


def _facts(block: Facts) -> list[Flowable]:
    return [_figures(block) if block.role == "figures" else _named(block), _gap(8)]


def _named(block: Facts) -> Flowable:
    name = "digits" if block.role == "digits" else "body"
    rows = [
        [_para(words(label), "strong-cell"), _fact(cell, block.lang, name)] for label, cell in block.pairs
    ]
    look = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, kit().color(RULE)),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2 if name == "body" else 6),
    ]
    return _grid(rows, [NAME_WIDTH, COLUMN - NAME_WIDTH], look)


def _fact(cell: Cell, language: str, name: str) -> Flowable:
    return _para(marked(cell.runs) if isinstance(cell, Text) else words(value(cell, language)), name)


def _figures(block: Facts) -> Flowable:
    """Lay large numbers side by side, each over its name."""
    tiles = [
        [_fact(cell, block.lang, "figure"), _para(words(name), "figure-name")] for name, cell in block.pairs
    ]
    rows = [_padded(tiles[i : i + FIGURES_IN_ROW]) for i in range(0, len(tiles), FIGURES_IN_ROW)]
    look = [
        ("BACKGROUND", (0, 0), (-1, -1), kit().color(SHADE)),
        ("TOPPADDING", (0, 0), (-1, -1), 9),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 11),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
    ]
    return _grid(rows, [COLUMN / FIGURES_IN_ROW] * FIGURES_IN_ROW, look)


def _padded(tiles: list[Any]) -> list[Any]:
    return tiles + [""] * (FIGURES_IN_ROW - len(tiles))


def _grid(rows: Sequence[Sequence[Any]], widths: list[float], look: list[Any]) -> Flowable:
    made = kit().flow.Table(rows, colWidths=widths, hAlign="LEFT", splitInRow=1)
    made.setStyle(kit().flow.TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *look]))
    return made


def _chart(block: Chart) -> list[Flowable]:
    title = tr("Chart of table {number}. {caption}", number=block.number, caption=block.title)
    return [_para(words(title), "chart-name"), drawing(layout(block, CHART)), _gap(8)]


def _page(_block: NewPage) -> list[Flowable]:
    return [kit().flow.PageBreak()]


_LAID: Mapping[type[Block], Callable[[Any], list[Flowable]]] = {
    Heading: _heading,
    Para: _paragraph,
    Notice: _notice,
    Items: _items,
    Quote: _quote,
    Facts: _facts,
    Chart: _chart,
    Table: table_flow,
    NewPage: _page,
}
