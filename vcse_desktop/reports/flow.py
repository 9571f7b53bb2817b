"""How each block is laid on paper."""

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any

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
from vcse_desktop.reports.cutting import parts
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.letters import marked, words
from vcse_desktop.reports.naming import chart_name, labels
from vcse_desktop.reports.panels import facts, quote
from vcse_desktop.reports.paper import BOTTOM, COLUMN, HEIGHT, TOP, Flowable, gap, kit, para
from vcse_desktop.reports.ruled import table
from vcse_desktop.reports.shapes import Room
from vcse_desktop.reports.structure import Element

HIGHEST = HEIGHT - TOP - BOTTOM - 60
"""As high as a picture on a page is at most: its name stands over it."""
PICTURE = 220.0, 90.0
"""How wide and high a picture is at most, in points."""


def flow(block: Block, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    """Return the flowables of one block in a report's edition, which mean these elements."""
    return _LAID[type(block)](block, meant, edition)


def _heading(block: Heading, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    return [para(words(block.text), f"h{block.level}", edition.of(block), meant[0])]


def _paragraph(block: Para, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    return [para(marked(block.runs), block.role or "body", edition.of(block), meant[0])]


def _notice(block: Notice, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    return [para(words(block.text), "notice", edition.of(block), meant[0])]


def _items(block: Items, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    made = []
    for sign, runs, item in zip(labels(block), block.items, meant[0].parts, strict=True):
        label, body = item.parts
        made.append(para(marked(runs), "item", edition.of(block), body, (sign, label)))
    return made


def _chart(block: Chart, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    name, figure = meant
    own = edition.of(block)
    placed = layout(block, Room(COLUMN, own.chart_letters, stacked=own.large))
    pictures = [kit().pictured(kit().drawing(part, own), figure) for part in parts(placed, HIGHEST)]
    return [para(words(chart_name(block)), "chart-name", own, name), *pictures, gap(8)]


def _picture(block: Picture, meant: Sequence[Element], _edition: Edition) -> list[Flowable]:
    """Lay a picture small enough for a head of a page; what it says is heard in its place."""
    scale = min(1.0, PICTURE[0] / block.width, PICTURE[1] / block.height)
    made = kit().flow.Image(BytesIO(block.content), block.width * scale, block.height * scale, hAlign="LEFT")
    return [kit().pictured(made, meant[0]), gap(8)]


def _page(_block: NewPage, _meant: Sequence[Element], _edition: Edition) -> list[Flowable]:
    return [kit().flow.PageBreak()]


_LAID: Mapping[type[Block], Callable[[Any, Sequence[Element], Edition], list[Flowable]]] = {
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
