"""What each block means in a PDF: its elements, in the order of reading.

``flow`` lays each block with the elements that ``elements`` returns for it, whose shape is
    Heading, Para, Notice   one H1 to H3 or P, with a leaf for each run
    Facts                   a P for each pair, with two Spans: the name, and what belongs to it
    Quote                   one BlockQuote of P: the words, the source and the translation, where there are
    Items                   one L of LI, each of Lbl and LBody
    Chart                   P (its name) and Figure
    Picture                 one Figure
    Table                   Table of Caption, THead (one TR) and TBody, and a P for each note
Blocks that are laid in another way than they are told (a wide table in large print) are changed before.
"""

from collections.abc import Callable, Mapping
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
    Row,
    Table,
)
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.naming import beneath, chart_name, inside, labels, quoted, table_name
from vcse_desktop.reports.spoken import alt_text
from vcse_desktop.reports.structure import Element, text, worded


def elements(block: Block, language: str) -> list[Element]:
    """Return the elements of a block in a document of this language."""
    return _MEANT[type(block)](block, language)


def _other(block: Block, language: str) -> str:
    """Return the language of a block where it is not that of the document, else ""."""
    return "" if block.lang in ("", language) else block.lang


def _heading(block: Heading, language: str) -> list[Element]:
    made = text(f"H{block.level}", block.text, _other(block, language), spoken=block.lang)
    made.id, made.title = block.id, printable(block.text)
    return [made]


def _para(block: Para, language: str) -> list[Element]:
    return [worded("P", block.runs, _other(block, language), spoken=block.lang)]


def _notice(block: Notice, language: str) -> list[Element]:
    return [text("P", block.text, _other(block, language), spoken=block.lang)]


def _facts(block: Facts, language: str) -> list[Element]:
    lang, spoken = _other(block, language), block.lang
    made = []
    for name, cell in block.pairs:
        called = text("Span", name, spoken=spoken)
        called.actual += " " if called.actual else ""  # else the letters themselves end with one
        made.append(Element("P", lang).add(called, worded("Span", inside(cell, spoken), spoken=spoken)))
    return made


def _quote(block: Quote, language: str) -> list[Element]:
    said = text("P", quoted(block), _other(block, language), spoken=block.lang)
    return [Element("BlockQuote").add(said, *(text("P", line, spoken=language) for line in beneath(block)))]


def _items(block: Items, language: str) -> list[Element]:
    made = Element("L", _other(block, language), numbering="Decimal" if block.ordered else "Disc")
    for sign, item in zip(labels(block), block.items, strict=True):
        body = worded("LBody", item, spoken=block.lang)
        made.add(Element("LI").add(text("Lbl", sign), body))
    return [made]


def _chart(block: Chart, language: str) -> list[Element]:
    lang = _other(block, language)
    name = text("P", chart_name(block), lang, spoken=block.lang)
    return [name, Element("Figure", lang, alt=alt_text(block)).leaf()]


def _picture(block: Picture, language: str) -> list[Element]:
    return [Element("Figure", _other(block, language), alt=printable(block.description)).leaf()]


def _table(block: Table, language: str) -> list[Element]:
    lang, spoken = _other(block, language), block.lang
    head = Element("TR").add(*(text("TH", name, spoken=spoken, scope="Column") for name in block.columns))
    body = Element("TBody").add(*(_row(row, block) for row in block.rows))
    table = Element("Table", lang).add(
        text("Caption", table_name(block), spoken=spoken), Element("THead").add(head), body
    )
    return [table, *(text("P", note, lang, spoken=spoken) for note in block.notes)]


def _row(row: Row, block: Table) -> Element:
    made = Element("TR")
    for place, cell in enumerate(row.cells):
        tag, scope = ("TH", "Row") if place < block.stub else ("TD", "")
        made.add(worded(tag, inside(cell, block.lang), spoken=block.lang, scope=scope))
    return made


_MEANT: Mapping[type[Block], Callable[[Any, str], list[Element]]] = {
    Heading: _heading,
    Para: _para,
    Notice: _notice,
    Items: _items,
    Quote: _quote,
    Facts: _facts,
    Chart: _chart,
    Picture: _picture,
    Table: _table,
    NewPage: lambda _block, _language: [],
}
