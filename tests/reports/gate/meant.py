"""What a report's tree must be, told again from its blocks and by nothing that makes the PDF."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from vcse_desktop.i18n import tr
from vcse_desktop.reports import blocks as b
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.plain import address
from vcse_desktop.reports.spoken import alt_text


@dataclass
class Want:
    """An element that must be there; ``inside`` holds texts and elements in order."""

    tag: str
    inside: "list[Want | str]" = field(default_factory=list)
    lang: str = ""
    alt: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    to: str = ""
    says: str = ""
    chart: b.Chart | None = None

    @property
    def text(self) -> str:
        """All its words."""
        return "".join(part if isinstance(part, str) else part.text for part in self.inside)


def document(blocks: Sequence[b.Block], language: str, begins: dict[str, str]) -> Want:
    """The whole tree. ``begins`` tells by the id of a heading on which page it stands."""
    made = Want("Document")
    first = next((block for block in blocks if isinstance(block, b.NewPage)), None)
    for block in blocks:
        if block is first:
            made.inside += _contents(blocks, begins)
        lang = block.lang if block.lang not in ("", language) else ""
        made.inside += _WAYS[type(block)](block, lang)
    return made


def _contents(blocks: Sequence[b.Block], begins: dict[str, str]) -> list[Want | str]:
    listed = Want("TOC")
    for block in blocks:
        if isinstance(block, b.Heading) and block.level == 2:
            name = printable(block.text)
            link = Want("Link", [name], to=f"#{block.id}", says=tr("Go to: {heading}", heading=name))
            listed.inside.append(Want("TOCI", [Want("Reference", [link, begins.get(block.id, "?")])]))
    return [Want("P", [tr("Contents")]), listed]


def _runs(runs: Sequence[b.Run]) -> "list[Want | str]":
    made: list[Want | str] = []
    for run in runs:
        text = printable(run.text)
        match run:
            case b.Link(url, _, description) if address(url):
                says = printable(description) or text
                made.append(Want("Link", [text], to=address(url), says=says))
            case b.Foreign(_, lang, _):
                made.append(Want("Span", [text], lang=lang))
            case _:
                made.append(text)
    return made


def _cell(cell: b.Cell, block: b.Block) -> "list[Want | str]":
    return _runs(cell.runs) if isinstance(cell, b.Text) else [value(cell, block.lang)]


def _heading(block: b.Heading, lang: str) -> Iterator[Want]:
    yield Want(("H1", "H2", "H3")[block.level - 1], [printable(block.text)], lang)


def _para(block: b.Para, lang: str) -> Iterator[Want]:
    yield Want("P", _runs(block.runs), lang)


def _notice(block: b.Notice, lang: str) -> Iterator[Want]:
    yield Want("P", [printable(block.text)], lang)


def _facts(block: b.Facts, lang: str) -> Iterator[Want]:
    for name, cell in block.pairs:
        yield Want("P", [Want("Span", [printable(name) + " "]), Want("Span", _cell(cell, block))], lang)


def _quote(block: b.Quote, lang: str) -> Iterator[Want]:
    made = Want("BlockQuote", [Want("P", [f"\u201c{printable(block.text)}\u201d"], lang)])
    if block.source:
        made.inside.append(Want("P", [printable(block.source)]))
    if block.translation:
        made.inside.append(Want("P", [printable(tr("Translation: {words}", words=block.translation))]))
    yield made


def _items(block: b.Items, lang: str) -> Iterator[Want]:
    kind = {"/O": "/List", "/ListNumbering": "/Decimal" if block.ordered else "/Disc"}
    made = Want("L", lang=lang, attributes=kind)
    for number, runs in enumerate(block.items, 1):
        sign = f"{number}." if block.ordered else "\u2022"
        made.inside.append(Want("LI", [Want("Lbl", [sign]), Want("LBody", _runs(runs))]))
    yield made


def _chart(block: b.Chart, lang: str) -> Iterator[Want]:
    name = tr("Chart of table {number}. {caption}", number=block.number, caption=block.title)
    yield Want("P", [printable(name)], lang)
    yield Want("Figure", lang=lang, alt=alt_text(block), chart=block)


def _table(block: b.Table, lang: str) -> Iterator[Want]:
    column, row = ({"/O": "/Table", "/Scope": scope} for scope in ("/Column", "/Row"))
    name = tr("Table {number}. {caption}", number=block.number, caption=block.caption)
    heads: list[Want | str] = [Want("TH", [printable(text)], attributes=column) for text in block.columns]
    body: list[Want | str] = []
    for line in block.rows:
        cells = [_cell(cell, block) for cell in line.cells]
        stubs = [Want("TH", inside, attributes=row) for inside in cells[: block.stub]]
        body.append(Want("TR", [*stubs, *(Want("TD", inside) for inside in cells[block.stub :])]))
    head, rows = Want("THead", [Want("TR", heads)]), Want("TBody", body)
    yield Want("Table", [Want("Caption", [printable(name)]), head, rows], lang)
    yield from (Want("P", [printable(note)], lang) for note in block.notes)


def _picture(block: b.Picture, lang: str) -> Iterator[Want]:
    yield Want("Figure", lang=lang, alt=printable(block.description))


def _page(_block: b.NewPage, _lang: str) -> Iterator[Want]:
    yield from ()


_WAYS: dict[type[b.Block], Callable[[Any, str], Iterator[Want]]] = {
    b.Heading: _heading,
    b.Para: _para,
    b.Notice: _notice,
    b.Facts: _facts,
    b.Quote: _quote,
    b.Items: _items,
    b.Chart: _chart,
    b.Table: _table,
    b.Picture: _picture,
    b.NewPage: _page,
}
