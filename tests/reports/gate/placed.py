"""Whether things stand on paper where the tree, the links, the bookmarks and the figures say."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from tests.reports.gate.content import Thing
from tests.reports.gate.told import Node, Note, Told

NEAR, ABOVE, SLACK = 1.5, 60.0, 45.0


def where(node: Node) -> tuple[int, float, float] | None:
    """The page on which an element begins, how far down it, and how far in; None for one without letters."""
    placed = [(page, mark) for page, mark in node.marks if mark.shown]
    if not placed:
        return None
    first = min(page for page, _ in placed)
    shown = [point for page, mark in placed if page == first for point in mark.shown]
    return first, -max(y for _, y in shown), min(x for x, _ in shown)


def placing(made: Told, root: Node, leftwards: bool) -> Iterator[str]:
    """Yield what stands elsewhere than it should."""
    tops = [part for part in root.inside if isinstance(part, Node)]
    yield from _down(tops, "the document")
    for node in root.each():
        if node.tag in ("THead", "TBody", "L", "TOC", "BlockQuote"):
            yield from _down([part for part in node.inside if isinstance(part, Node)], node.tag)
        elif node.tag == "TR":
            yield from _across(node, leftwards)
        elif node.tag == "Figure":
            yield from _figure(node, made)
        elif node.tag == "Link":
            yield from _link(node)


def _down(parts: list[Node], name: str) -> Iterator[str]:
    """Yield what stands higher than what is read before it."""
    places = [(part, where(part)) for part in parts]
    known = [(part, place) for part, place in places if place]
    for (_, one), (part, other) in pairwise(known):
        if (other[0], other[1] + NEAR) < (one[0], one[1]):
            yield f"{name}: {part.tag} {part.text[:40]!r} stands above what is read before it"


def _across(row: Node, leftwards: bool) -> Iterator[str]:
    """Yield the cells of a row that stand before those which are read before them."""
    places = [where(part) for part in row.inside if isinstance(part, Node)]
    same = [place for place in places if place and place[0] == max(p[0] for p in places if p)]
    for one, other in pairwise(same):
        if (other[2] > one[2] + NEAR) if leftwards else (other[2] < one[2] - NEAR):
            yield f"the cells of {row.text[:40]!r} stand in another order than they are read"


def _figure(node: Node, made: Told) -> Iterator[str]:
    box = [float(one) for one in node.attributes.get("/BBox", [])]
    points = [point for _, mark in node.marks for point in (*mark.points, *mark.shown)]
    pages = {page for page, _ in node.marks}
    if len(pages) > 1 and not box and points:
        return  # one that goes on over pages has no box
    if len(box) != 4 or not points:
        yield "Figure: it has no box, or nothing is drawn in it"
        return
    left, bottom, right, top = box
    if not all(_in(box, point) for point in points):
        yield "Figure: what is drawn leaves its box"
    if top - max(y for _, y in points) > SLACK or min(y for _, y in points) - bottom > SLACK:
        yield "Figure: its box is larger than what is drawn"
    _, _, width, height = (float(one) for one in made.file.pages[min(pages)].mediabox)
    if len(pages) != 1 or left < 0 or bottom < 0 or right > width or top > height:
        yield "Figure: it leaves its page"


def _in(box: list[float], point: tuple[float, float]) -> bool:
    x, y = point
    return box[0] - NEAR <= x <= box[2] + NEAR and box[1] - NEAR <= y <= box[3] + NEAR


def _link(node: Node) -> Iterator[str]:
    """Yield a link whose rectangles are elsewhere than its words."""
    notes = [part for part in node.inside if isinstance(part, Note)]
    for page, mark in node.marks:
        rects = [[float(one) for one in note.obj.Rect] for note in notes if note.page == page]
        if not all(any(_on(rect, point) for rect in rects) for point in mark.shown):
            yield f"Link {node.text[:40]!r}: its words are not where it is"


def _on(rect: list[float], point: tuple[float, float]) -> bool:
    left, bottom, right, top = rect
    return left - NEAR <= point[0] <= right + NEAR and bottom - NEAR <= point[1] <= top


def repeated(made: Told, root: Node) -> Iterator[str]:
    """Yield the tables that go on to a page which does not say again what their columns are."""
    for table in root.each():
        if table.tag != "Table":
            continue
        heads = [words(part.glyphs) for part in table.each() if part.tag in ("Caption", "TH")]
        columns = [p for p in table.each() if p.tag == "TH" and p.attributes.get("/Scope") == "/Column"]
        pages = sorted({page for page, _ in table.marks})
        for page in pages[1:]:
            said = [words(m.glyphs) for m in made.pages[page].marks if m.kind == "Pagination Header"]
            if any(head not in said for head in heads[: 1 + len(columns)]):
                yield f"page {page + 1}: a table goes on from page {pages[0] + 1} without its head"


def words(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def leading(made: Told, headings: list[Node], ids: list[str], links: list[tuple[Any, str]]) -> Iterator[str]:
    """Yield the links inside the document that lead elsewhere than to their headings."""
    places = dict(zip(ids, map(where, headings), strict=False))
    for note, to in links:
        if not _leads(made, note.get("/Dest"), places.get(to)):
            yield f"the link to {to} leads elsewhere"


def bookmarks(made: Told, headings: list[Node]) -> Iterator[str]:
    """Yield what is wrong with the bookmarks: one for each heading, as deep as it is."""
    with made.file.open_outline() as outline:
        found = list(_items(outline.root, 1))
    if len(found) != len(headings):
        yield f"{len(found)} bookmarks lead to {len(headings)} headings"
    for (item, level), node in zip(found, headings, strict=False):
        if " ".join(node.text.split()) != item.title or node.tag != f"H{level}":
            yield f"the bookmark {item.title!r} stands for {node.tag} {node.text!r}"
        if not _leads(made, item.destination, where(node)):
            yield f"the bookmark {item.title!r} leads elsewhere"


def _items(items: Thing, level: int) -> Iterator[tuple[Any, int]]:
    for item in items:
        yield item, level
        yield from _items(item.children, level + 1)


def _leads(made: Told, place: Thing, wanted: tuple[int, float, float] | None) -> bool:
    """Say whether a destination is a little above the words."""
    if place is None or wanted is None:
        return False
    page, _, _, top, _ = list(place)
    pages = [one.obj.objgen for one in made.file.pages]
    same = page.objgen == pages[wanted[0]]
    return bool(same and 0 <= float(top) + wanted[1] <= ABOVE)
