"""The gate: every fault of a finished PDF, in words."""

from collections.abc import Iterator, Sequence

import pikepdf

from tests.reports.gate.compared import compare
from tests.reports.gate.meant import Want, document
from tests.reports.gate.placed import bookmarks, leading, placing, repeated, where
from tests.reports.gate.said import catalogue, fonts, furniture, visible
from tests.reports.gate.told import Node, Note, Told, told
from vcse_desktop.reports.blocks import Block, Heading
from vcse_desktop.reports.front import title
from vcse_desktop.reports.letter import Letter, mark_of
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import direction


def faults(content: bytes, blocks: Sequence[Block], material: ReportInput | Letter) -> list[str]:
    """Every fault of a report, signed or not, that was made of these blocks; none where it is good."""
    try:
        return _all(content, blocks, material)
    except (AttributeError, KeyError, LookupError, TypeError, ValueError, pikepdf.PikepdfError) as fault:
        return [f"it cannot be read: {fault!r}"]


def _all(content: bytes, blocks: Sequence[Block], material: ReportInput | Letter) -> list[str]:
    made = told(content)
    found = [*made.faults, *_itself(made, material)]
    if made.root:
        found += _meaning(made, made.root, blocks, material.language)
    mark = mark_of(material)  # at the head, and across the page
    carried = (mark, mark, material.organisation, material.pack)
    return [*found, *furniture(made, blocks, carried, material.language)]


def bare_faults(content: bytes, material: Letter) -> list[str]:
    """The same for a file that is made of no blocks, such as a card: what it means is not compared."""
    made = told(content)
    found = [*made.faults, *_itself(made, material)]
    if made.root:
        headings = [node for node in made.root.each() if node.tag in ("H1", "H2", "H3")]
        found += [*rules(made.root), *bookmarks(made, headings)]
    return found


def _itself(made: Told, material: ReportInput | Letter) -> Iterator[str]:
    yield from catalogue(
        made, printable(title(material)), printable(material.organisation), material.language
    )
    yield from fonts(made)
    yield from visible(made)


def _meaning(made: Told, root: Node, blocks: Sequence[Block], language: str) -> Iterator[str]:
    headings = [node for node in root.each() if node.tag in ("H1", "H2", "H3")]
    ids = [block.id for block in blocks if isinstance(block, Heading)]
    begins = {}
    for ident, node in zip(ids, headings, strict=False):
        place = where(node)
        begins[ident] = str(place[0] + 1) if place else "?"
    want = document(blocks, language, begins)
    yield from compare(root, want)
    yield from repeated(made, root)
    yield from placing(made, root, direction(language) == "rtl")
    yield from bookmarks(made, headings)
    yield from leading(made, headings, ids, list(_inner(root, want)))
    yield from rules(root)


def _inner(root: Node, want: Want) -> Iterator[tuple[object, str]]:
    """Yield each annotation that leads to a heading, with the id of that."""
    found = [node for node in root.each() if node.tag == "Link"]
    for node, link in zip(found, _links(want), strict=False):
        for part in node.inside:
            if isinstance(part, Note) and link.to.startswith("#"):
                yield part.obj, link.to[1:]


def _links(want: Want) -> Iterator[Want]:
    for part in want.inside:
        if isinstance(part, Want):
            yield from [part] if part.tag == "Link" else _links(part)


_KIDS = {
    "L": {"LI"},
    "LI": {"Lbl", "LBody"},
    "Table": {"Caption", "THead", "TBody"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "TOC": {"TOCI"},
}


def rules(root: Node) -> Iterator[str]:
    """Yield what no document may do, whatever its blocks."""
    level, alts = 0, set()
    for node in root.each():
        kids = [part.tag for part in node.inside if isinstance(part, Node)]
        if node.tag in _KIDS and not set(kids) <= _KIDS[node.tag]:
            yield f"{node.tag}: {kids} stand in it"
        if node.tag in ("H1", "H2", "H3"):
            if int(node.tag[1]) > level + 1 or (node.tag == "H1" and level):
                yield f"{node.tag}: it follows H{level}"
            level = int(node.tag[1])
        if node.tag == "Figure":
            if not node.alt.strip() or node.alt in alts:
                yield "Figure: it has no alternative text, or that of another"
            alts.add(node.alt)
        yield from _shape(node, kids)
    if not level:
        yield "there is no heading"


def _shape(node: Node, kids: list[str]) -> Iterator[str]:
    if node.tag == "LI" and kids != ["Lbl", "LBody"]:
        yield f"LI: {kids} stand in it, in this order"
    if node.tag == "Table":
        widths = {sum(isinstance(p, Node) for p in row.inside) for row in node.each() if row.tag == "TR"}
        if len(widths) != 1 or kids[:1] != ["Caption"]:
            yield "Table: its rows have not as many cells each, or its caption is not its first"
    if node.tag == "TH" and str(node.attributes.get("/Scope")) not in ("/Row", "/Column"):
        yield "TH: it does not say what it heads"
    if node.tag == "Link" and not any(isinstance(part, Note) for part in node.inside):
        yield "Link: it leads nowhere"
