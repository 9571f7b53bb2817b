"""Whether a tree that was read back is the one that the blocks ask for."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pikepdf

from tests.reports.gate.content import Thing
from tests.reports.gate.meant import Want
from tests.reports.gate.told import Node, Note, Placed
from vcse_desktop.reports.blocks import Chart, Hidden, Shown
from vcse_desktop.reports.numbers import value

WORDED = {"P", "H1", "H2", "H3", "Caption", "TH", "TD", "Lbl", "LBody", "Link", "Span"}
NOTED = {"/Type", "/Subtype", "/Rect", "/Border", "/Contents", "/F", "/StructParent", "/A", "/Dest"}
CUT = 40  # letters: a longer label may be cut
LATIN_ENDS = 0x590
"""From here on letters may be shaped, or run from right to left."""


def words(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def compare(node: Node, want: Want, path: str = "") -> Iterator[str]:
    """Yield each difference between an element and the one that must be there."""
    path = f"{path}/{want.tag}"
    if node.tag != want.tag:
        yield f"{path}: {node.tag} stands there ({words(node.text)[:40]!r})"
        return
    if node.lang != want.lang:
        yield f"{path}: its language is {node.lang!r}, not {want.lang!r}"
    if node.alt != want.alt:
        yield f"{path}: its alternative text is {node.alt!r}"
    yield from _attributes(node, want, path)
    yield from _texts(node, want, path)
    yield from _link(node, want, path)
    if want.chart:
        yield from _numbers(node.alt, want, path, "the alternative text")
        yield from _numbers(_apart(node), want, path, "the picture")
        yield from _drawn(node, want.chart, path)
    yield from _inside(node, want, path)


def _attributes(node: Node, want: Want, path: str) -> Iterator[str]:
    found = {key: str(entry) for key, entry in node.attributes.items()}
    if want.tag == "Figure":
        found.pop("/BBox", None)  # it is measured elsewhere
        if found != {"/O": "/Layout", "/Placement": "/Block"}:
            yield f"{path}: its place is said to be {found}"
    elif found != want.attributes:
        yield f"{path}: its attributes are {found}, not {want.attributes}"


def _texts(node: Node, want: Want, path: str) -> Iterator[str]:
    if want.tag not in WORDED:
        if node.actual:
            yield f"{path}: a text stands instead of what is in it"
        return
    if words(node.text) != words(want.text):
        yield f"{path}: it says {words(node.text)[:80]!r}, not {words(want.text)[:80]!r}"
    if any(isinstance(part, Node) for part in node.inside):
        return  # each of these is compared for itself
    latin = all(ord(letter) < LATIN_ENDS or 0x1E00 <= ord(letter) < 0x2E00 for letter in want.text)
    found, wanted = words(node.glyphs), words(want.text)
    if not latin:  # they are drawn in another order than they are read
        found = found.replace("\u200b", "")  # of a letter that is drawn in two parts, one says nothing
        found, wanted = "".join(sorted(found)).strip(), "".join(sorted(wanted)).strip()
    if found != wanted:
        yield f"{path}: its letters are {found[:80]!r}, not {wanted[:80]!r}"


def _parts(inside: "list[Any]") -> list[Any]:
    """Elements, with texts between them; adjacent texts are one, empty ones none."""
    made: list[Any] = []
    for part in inside:
        text = part if isinstance(part, str) else part.mark.spoken if isinstance(part, Placed) else None
        if isinstance(part, Note) or text == "":
            continue
        if text is not None and made and isinstance(made[-1], str):
            made[-1] += text
        else:
            made.append(part if text is None else text)
    return [part for part in made if not isinstance(part, str) or words(part)]


def _inside(node: Node, want: Want, path: str) -> Iterator[str]:
    wanted = _parts(want.inside)
    found = _parts(_beside(node.inside, wanted))
    if node.actual and all(isinstance(part, str) for part in (*found, *wanted)):
        return  # its letters are shaped, and what they say was compared
    if want.tag == "Figure" and all(isinstance(part, str) for part in found):
        return  # a picture with letters in it: its place is measured elsewhere
    if [type(part) is str for part in found] != [type(part) is str for part in wanted]:
        yield f"{path}: {_named(found)} stand in it, not {_named(wanted)}"
    for place, (one, other) in enumerate(zip(found, wanted, strict=False), 1):
        if isinstance(one, Node) and isinstance(other, Want):
            yield from compare(one, other, f"{path}[{place}]")
        elif isinstance(one, str) and isinstance(other, str) and words(one) != words(other):
            yield f"{path}: {words(one)[:60]!r} stands where {words(other)[:60]!r} should"


def _beside(found: list[Any], wanted: list[Any]) -> list[Any]:
    """Take spans of words that run from right to left, beside a link or other words, for words."""
    if any(isinstance(part, Want) and part.tag == "Span" and not part.lang for part in wanted):
        return found
    return [part.actual if _is_turned(part) else part for part in found]


def _is_turned(part: Thing) -> bool:
    return isinstance(part, Node) and part.tag == "Span" and bool(part.actual) and not part.lang


def _named(parts: list[Any]) -> str:
    return ", ".join("words" if isinstance(part, str) else part.tag for part in parts) or "nothing"


def _link(node: Node, want: Want, path: str) -> Iterator[str]:
    notes = [part for part in node.inside if isinstance(part, Note)]
    if bool(notes) != bool(want.to):
        yield f"{path}: {len(notes)} annotations belong to it"
    for note in notes:
        if (note.obj.get("/Subtype"), note.obj.get("/F")) != ("/Link", 4):
            yield f"{path}: its annotation is no link, or not printed"
        if str(note.obj.get("/Contents", "")) != want.says:
            yield f"{path}: its link says {str(note.obj.get('/Contents', ''))!r}, not {want.says!r}"
        action = note.obj.get("/A", pikepdf.Dictionary())
        if not want.to.startswith("#") and str(action.get("/URI", "")) != want.to:
            yield f"{path}: its link leads to {action.get('/URI', '')}"
        if (
            set(note.obj.keys()) - NOTED
            or set(action.keys()) - {"/S", "/URI"}
            or ("/Dest" in note.obj) != want.to.startswith("#")
        ):
            yield f"{path}: its link does something else"


def _numbers(text: str, want: Want, path: str, name: str) -> Iterator[str]:
    """Yield the numbers of a text that no shown value is, nor how many are hidden."""
    chart = want.chart
    if not chart:
        return
    cells = [cell for series in chart.series for cell in series.values]
    said = [value(cell, chart.lang) for cell in cells if isinstance(cell, Shown)]
    said += [chart.title, *chart.labels, *(series.label for series in chart.series)]
    said.append(str(sum(isinstance(cell, Hidden) for cell in cells)))
    known = set(re.findall(r"[0-9][0-9.,]*", " ".join(said)))
    for number in re.findall(r"[0-9][0-9.,]*", text):
        if number.rstrip(".,") not in {one.rstrip(".,") for one in known}:
            yield f"{path}: {number} stands in {name}, but is shown nowhere"


def _apart(node: Node) -> str:
    """Return the texts of a picture, each apart from the others."""
    return " ".join(text for _, mark in node.marks for text in mark.texts)


def _drawn(node: Node, chart: Chart, path: str) -> Iterator[str]:
    """Yield the values and the names that are not in the picture, where it is drawn from the left."""
    if chart.dir == "rtl" or chart.kind != "bars":
        return
    texts = Counter(words(text) for _, mark in node.marks for text in mark.texts)
    cells = [value(cell, chart.lang) for series in chart.series for cell in series.values]
    for text, many in Counter(cells).items():
        if texts[text] < many:
            yield f"{path}: {text!r} is not in the picture as often as in the table"
    for label in chart.labels:
        if len(label) < CUT and words(label) not in words(_apart(node)):
            yield f"{path}: {label!r} is not in the picture"
