"""How each block is laid on paper."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import (
    Block,
    Chart,
    Facts,
    Heading,
    Items,
    NewPage,
    Notice,
    Para,
    Picture,
    Quote,
    Table,
)
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.drawing import drawing
from vcse_desktop.reports.letters import marked, target, words
from vcse_desktop.reports.panels import facts, quote
from vcse_desktop.reports.paper import COLUMN, Flowable, gap, kit, para
from vcse_desktop.reports.ruled import table
from vcse_desktop.reports.shapes import Room

CHART = Room(COLUMN, 9.5)
PICTURE = 220.0, 90.0
"""How wide and high a picture is at most, in points."""


def flow(block: Block) -> list[Flowable]:
    """Return the flowables of one block."""
    return _LAID[type(block)](block)


def _heading(block: Heading) -> list[Flowable]:
    made = para(target(block.id, block.text), f"h{block.level}")
    made.heading = block  # read when it is drawn: the bookmark, and its line in the contents
    return [made]


def _paragraph(block: Para) -> list[Flowable]:
    return [para(marked(block.runs), block.role or "body")]


def _notice(block: Notice) -> list[Flowable]:
    return [para(words(block.text), "notice")]


def _items(block: Items) -> list[Flowable]:
    bullets = [f"{n}." if block.ordered else "\u2022" for n in range(1, len(block.items) + 1)]
    return [para(marked(runs), "item", sign) for runs, sign in zip(block.items, bullets, strict=True)]


def _chart(block: Chart) -> list[Flowable]:
    title = tr("Chart of table {number}. {caption}", number=block.number, caption=block.title)
    return [para(words(title), "chart-name"), drawing(layout(block, CHART)), gap(8)]


def _picture(block: Picture) -> list[Flowable]:
    """Lay a picture small enough for a head of a page; what it says stands beside it in words."""
    scale = min(1.0, PICTURE[0] / block.width, PICTURE[1] / block.height)
    made = kit().flow.Image(BytesIO(block.content), block.width * scale, block.height * scale, hAlign="LEFT")
    return [made, gap(8)]


def _page(_block: NewPage) -> list[Flowable]:
    return [kit().flow.PageBreak()]


_LAID: Mapping[type[Block], Callable[[Any], list[Flowable]]] = {
    Heading: _heading,
    Para: _paragraph,
    Notice: _notice,
    Items: _items,
    Quote: quote,
    Facts: facts,
    Chart: _chart,
    Table: table,
    Picture: _picture,
    NewPage: _page,
}
