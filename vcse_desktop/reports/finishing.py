"""The finished PDF: what was drawn, with its structure, bookmarks, links and all that it says of itself.

Nothing may save the file afterwards but a signature, which appends.
"""

from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, OutlineItem, String

from vcse_desktop.reports.colours import srgb
from vcse_desktop.reports.described import about, packet
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import direction
from vcse_desktop.reports.structure import Content, Element
from vcse_desktop.reports.tagging import TaggedCanvas

PRINTED = 4  # the flag of an annotation that stands on paper, too


def finish(
    drawn: BytesIO, root: Element, canvas: TaggedCanvas, material: ReportInput | Letter, name: str
) -> bytes:
    """Return the file, called by this name; the same bytes for the same input."""
    made = BytesIO()
    with pikepdf.open(drawn) as file:
        _Tree(file, canvas).put(root)
        _bookmark(file, root, canvas)
        _describe(file, material, name)
        file.save(
            made,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            min_version="1.7",
        )
    return made.getvalue()


class _Tree:
    """Writes the elements into a file."""

    def __init__(self, file: pikepdf.Pdf, canvas: TaggedCanvas) -> None:
        self.file, self.canvas = file, canvas
        self.pages = [page.obj for page in file.pages]
        self.objects: dict[int, Object] = {}
        self.notes: dict[int, list[tuple[int, Object]]] = {}  # by id() of the element

    def put(self, root: Element) -> None:
        """Write the tree, and from each page and each link the way back to its elements."""
        self._annotate()
        top = self.file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top.K = self._element(root, top)
        numbers: list[Any] = []
        for number, page in enumerate(self.pages):
            page.StructParents, page.Tabs = number, Name.S
            owners = [self.objects[id(piece.owner)] for piece in self.canvas.marks.get(number, ())]
            numbers += [number, self.file.make_indirect(Array(owners))]
        for key, (_, element, _) in enumerate(self.canvas.links, len(self.pages)):
            numbers += [key, self.objects[id(element)]]
        top.ParentTree = self.file.make_indirect(Dictionary(Nums=Array(numbers)))
        top.ParentTreeNextKey = len(self.pages) + len(self.canvas.links)
        self.file.Root.StructTreeRoot = top
        self.file.Root.MarkInfo = Dictionary(Marked=True)

    def _annotate(self) -> None:
        """Write each link beside its page."""
        for key, (page, element, rect) in enumerate(self.canvas.links, len(self.pages)):
            note = Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(place, 2) for place in rect]),
                Border=Array([0, 0, 0]),
                Contents=String(element.alt),
                F=PRINTED,
                StructParent=key,
            )
            if element.to.startswith("#"):
                note.Dest = self._place(element.to[1:])
            else:
                note.A = Dictionary(S=Name.URI, URI=String(element.to))
            made = self.file.make_indirect(note)
            if "/Annots" not in self.pages[page]:
                self.pages[page].Annots = Array()
            self.pages[page].Annots.append(made)
            self.notes.setdefault(id(element), []).append((page, made))

    def _place(self, ident: str) -> Array:
        page, top = self.canvas.begins[ident]
        return Array([self.pages[page], Name.XYZ, 0, round(top, 2), 0])

    def _element(self, element: Element, parent: Object) -> Object:
        made = self.objects[id(element)] = self.file.make_indirect(
            Dictionary(Type=Name.StructElem, S=Name("/" + element.tag), P=parent)
        )
        _say(made, element)
        kids: list[Any] = []
        for kid in element.kids:
            kids += self._marks(kid, made) if isinstance(kid, Content) else [self._element(kid, made)]
        for page, note in self.notes.get(id(element), ()):
            kids.append(Dictionary(Type=Name.OBJR, Pg=self.pages[page], Obj=note))
        made.K = kids[0] if len(kids) == 1 and isinstance(kids[0], int) else Array(kids)
        return made

    def _marks(self, piece: Content, made: Object) -> list[Any]:
        """Return what was drawn: numbers on the element's page, and where on other pages."""
        kids: list[Any] = []
        for page, number in piece.marks:
            if "/Pg" not in made:
                made.Pg = self.pages[page]
            same = made.Pg.objgen == self.pages[page].objgen
            kids.append(number if same else Dictionary(Type=Name.MCR, Pg=self.pages[page], MCID=number))
        return kids


def _say(made: Object, element: Element) -> None:
    """Write what is said of an element."""
    for key, words in (("/Lang", element.lang), ("/Alt", element.alt), ("/ActualText", element.actual)):
        if words and not (key == "/Alt" and element.tag == "Link"):
            made[key] = String(words)
    if element.scope:
        made.A = Dictionary(O=Name.Table, Scope=Name("/" + element.scope))
    elif element.numbering:
        made.A = Dictionary(O=Name.List, ListNumbering=Name("/" + element.numbering))
    elif element.tag == "Figure":
        made.A = Dictionary(O=Name.Layout, Placement=Name.Block)
        if len({page for piece in element.pieces for page, _ in piece.marks}) == 1:
            made.A.BBox = Array(element.box)  # one that goes on over pages has none


def _bookmark(file: pikepdf.Pdf, root: Element, canvas: TaggedCanvas) -> None:
    """Write a bookmark for each heading, those of lower levels inside the one before."""
    with file.open_outline() as outline:
        inside: list[Any] = [outline.root]
        for element in root.kids:
            if not isinstance(element, Element) or not element.title:
                continue
            page, top = canvas.begins[element.id]
            item = OutlineItem(element.title, page, "XYZ", left=0, top=round(top, 2))
            del inside[int(element.tag[1:]) :]
            inside[-1].append(item)
            inside.append(item.children)


def _describe(file: pikepdf.Pdf, material: ReportInput | Letter, name: str) -> None:
    root = file.Root
    root.Lang = String(material.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if direction(material.language) == "rtl":
        root.ViewerPreferences.Direction = Name.R2L  # which of two pages beside one another is the first
    profile = file.make_stream(srgb(), N=3)
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB"),
                Info=String("sRGB"),
                DestOutputProfile=profile,
            )
        ]
    )
    root.Metadata = file.make_stream(packet(name, material), Type=Name.Metadata, Subtype=Name.XML)
    file.docinfo = file.make_indirect(Dictionary(about(name, material)))
