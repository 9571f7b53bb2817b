"""The tree of a finished PDF as a reader finds it, and where the ways to it and back disagree."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import pikepdf

from tests.reports.gate.content import Drawn, Mark, Thing, drawn

Place = tuple[int, int]
"""A page and a number on it, both from nought."""
_TOP_KEYS = {"/Type", "/K", "/ParentTree", "/ParentTreeNextKey"}
_KEYS = {"/Type", "/S", "/P", "/K", "/Pg", "/Lang", "/Alt", "/ActualText", "/A"}


@dataclass
class Node:
    """An element with what is in it, in order: elements, marks and annotations."""

    tag: str
    obj: Any
    lang: str = ""
    alt: str = ""
    actual: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    inside: "list[Node | Placed | Note]" = field(default_factory=list)

    def each(self) -> "Iterator[Node]":
        """Every element, itself first, in the order of reading."""
        yield self
        for part in self.inside:
            if isinstance(part, Node):
                yield from part.each()

    @property
    def marks(self) -> "list[tuple[int, Mark]]":
        """Every mark in it and in those inside it, each with its page."""
        return [(m.page, m.mark) for m in self._placed()]

    def _placed(self) -> "Iterator[Placed]":
        for part in self.inside:
            if isinstance(part, Placed):
                yield part
            elif isinstance(part, Node):
                yield from part._placed()

    @property
    def text(self) -> str:
        """What is read aloud of it."""
        if self.actual:
            return self.actual
        texts = (_spoken(part) for part in self.inside)
        return "".join(texts)

    @property
    def glyphs(self) -> str:
        """What its letters stand for, without any text instead of them."""
        return "".join(mark.glyphs for _, mark in self.marks)


@dataclass
class Placed:
    """A mark on its page."""

    page: int
    mark: Mark


@dataclass
class Note:
    """An annotation on its page."""

    page: int
    obj: Any


def _spoken(part: "Node | Placed | Note") -> str:
    if isinstance(part, Node):
        return part.text
    return part.mark.spoken if isinstance(part, Placed) else ""


@dataclass
class Told:
    """A finished file: its tree, its pages, and what is wrong between them."""

    file: pikepdf.Pdf
    pages: list[Drawn]
    root: Node | None = None
    faults: list[str] = field(default_factory=list)


def told(content: bytes) -> Told:
    """Read a finished file."""
    file = pikepdf.open(BytesIO(content))
    made = Told(file, [drawn(page) for page in file.pages])
    for number, page in enumerate(made.pages, 1):
        made.faults += [f"page {number}: {fault}" for fault in page.faults]
    if "/StructTreeRoot" not in file.Root:
        made.faults.append("there is no structure")
        return made
    reading = _Reading(made)
    reading.read()
    return made


class _Reading:
    def __init__(self, made: Told) -> None:
        self.made = made
        self.top = made.file.Root.StructTreeRoot
        self.page_of = {page.obj.objgen: number for number, page in enumerate(made.file.pages)}
        self.marks = {
            (number, mark.number): mark
            for number, page in enumerate(made.pages)
            for mark in page.marks
            if mark.number is not None
        }
        self.owners: dict[Place, list[Node]] = {}
        self.notes: dict[tuple[int, int], list[Node]] = {}

    def fault(self, text: str) -> None:
        """Note what is wrong."""
        self.made.faults.append(text)

    def read(self) -> None:
        """Read the tree from its root, then compare the ways back."""
        kids = _list(self.top.get("/K"))
        if len(kids) != 1:
            self.fault("the structure has not one root")
        if self.top.get("/Type") != "/StructTreeRoot" or set(self.top.keys()) - _TOP_KEYS:
            self.fault("the root of the structure is another than ours")
        if kids:
            self.made.root = self.element(kids[0], self.top)
            self.claims()
            _Back(self).compare()

    def element(self, obj: Thing, parent: Thing) -> Node:
        """Read an element and those inside it."""
        made = Node(str(obj.get("/S", ""))[1:], obj)
        made.lang, made.alt, made.actual = (str(obj.get(k, "")) for k in ("/Lang", "/Alt", "/ActualText"))
        made.attributes = {key: obj.A[key] for key in obj.A.keys()} if "/A" in obj else {}
        if obj.get("/P") is None or obj.P.objgen != parent.objgen or not obj.is_indirect:
            self.fault(f"{made.tag}: its parent is another than the element that it stands in")
        if extra := set(obj.keys()) - _KEYS:
            self.fault(f"{made.tag}: it says {', '.join(sorted(extra))}")
        if obj.get("/Type", "/StructElem") != "/StructElem":
            self.fault(f"{made.tag}: it is no element")
        for kid in _list(obj.get("/K")):
            self.kid(made, kid, obj)
        return made

    def kid(self, made: Node, kid: Thing, obj: Thing) -> None:
        """Read one thing inside an element."""
        if isinstance(kid, int):
            self.mark(made, obj.get("/Pg"), kid)
        elif kid.get("/Type") == "/MCR":
            self.mark(made, kid.get("/Pg", obj.get("/Pg")), int(kid.MCID))
        elif kid.get("/Type") == "/OBJR":
            page = kid.get("/Pg", obj.get("/Pg"))
            made.inside.append(Note(self.page_of.get(page.objgen, -1) if page else -1, kid.Obj))
            self.notes.setdefault(kid.Obj.objgen, []).append(made)
        else:
            made.inside.append(self.element(kid, obj))

    def mark(self, made: Node, page: Thing, number: int) -> None:
        """Read one part of what is drawn."""
        at = self.page_of.get(page.objgen, -1) if page is not None else -1
        self.owners.setdefault((at, number), []).append(made)
        found = self.marks.get((at, number))
        if found is None:
            self.fault(f"{made.tag}: number {number} is not on page {at + 1}")
            return
        if found.tag != made.tag:
            self.fault(f"page {at + 1}: {found.tag} is drawn for {made.tag}")
        made.inside.append(Placed(at, found))

    def claims(self) -> None:
        """Compare what is drawn with what the tree claims."""
        for place, owners in self.owners.items():
            if len(owners) > 1:
                self.fault(f"page {place[0] + 1}: number {place[1]} stands in the tree twice")
        for number, page in enumerate(self.made.pages):
            counted = Counter(mark.number for mark in page.marks if mark.number is not None)
            if sorted(counted.elements()) != list(range(len(counted))):
                self.fault(f"page {number + 1}: its numbers are not 0, 1, 2 and so on, each once")
            for mcid in counted:
                if (number, mcid) not in self.owners:
                    self.fault(f"page {number + 1}: number {mcid} stands in no element")


class _Back:
    """The ways back: from each page and annotation to elements."""

    def __init__(self, reading: _Reading) -> None:
        self.reading, self.made, self.fault = reading, reading.made, reading.fault
        self.keys: list[int] = []

    def compare(self) -> None:
        """Compare them with the tree."""
        tree = self.reading.top.get("/ParentTree", pikepdf.Dictionary())
        numbers = list(tree.get("/Nums", []))
        if "/Kids" in tree or [int(k) for k in numbers[::2]] != sorted({int(k) for k in numbers[::2]}):
            self.fault("the parent tree is not in order")
        self.back = {int(key): value for key, value in zip(numbers[::2], numbers[1::2], strict=True)}
        for number, page in enumerate(self.made.file.pages):
            self.page(number, page)
        if len(set(self.keys)) != len(self.keys) or set(self.keys) != set(self.back):
            self.fault("the parent tree has keys that are missing, double or of nothing")
        if int(self.reading.top.get("/ParentTreeNextKey", -1)) <= max(self.back, default=-1):
            self.fault("the next key of the parent tree is taken")

    def page(self, number: int, page: pikepdf.Page) -> None:
        """Compare those of one page."""
        if page.obj.get("/Tabs") != "/S":
            self.fault(f"page {number + 1}: tab order is not that of the structure")
        key = int(page.obj.get("/StructParents", -1))
        self.keys.append(key)
        listed = list(self.back.get(key, []))
        owners = self.reading.owners
        if len(listed) != len([1 for at, _ in owners if at == number]):
            self.fault(f"page {number + 1}: the parent tree has another number of elements")
        for mcid, obj in enumerate(listed):
            if not any(one.obj.objgen == obj.objgen for one in owners.get((number, mcid), [])):
                self.fault(f"page {number + 1}: the parent tree disagrees at {mcid}")
        for note in page.obj.get("/Annots", []):
            self.note(number, note)

    def note(self, number: int, note: Thing) -> None:
        """Compare that of one annotation; the empty field of a signature has none."""
        if note.get("/FT") == "/Sig" and [float(one) for one in note.Rect] == [0, 0, 0, 0]:
            return
        owners = self.reading.notes.get(note.objgen, [])
        if len(owners) != 1:
            self.fault(f"page {number + 1}: an annotation stands in {len(owners)} elements")
        key = int(note.get("/StructParent", -1))
        self.keys.append(key)
        back = self.back.get(key)
        if isinstance(back, pikepdf.Array) or not owners or back is None:
            self.fault(f"page {number + 1}: an annotation leads back to no element")
        elif back.objgen != owners[0].obj.objgen:
            self.fault(f"page {number + 1}: an annotation leads back to another element")


def _list(kids: Thing) -> list[Any]:
    return list(kids) if isinstance(kids, pikepdf.Array) else [] if kids is None else [kids]
