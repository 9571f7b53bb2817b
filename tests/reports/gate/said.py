"""What a finished PDF says of itself, its fonts, and what stands on its pages beside the content."""

from collections.abc import Iterator, Sequence
from io import BytesIO
from xml.etree import ElementTree

import pikepdf
from bidi import get_display
from fontTools.ttLib import TTFont

from tests.reports.gate.content import Thing, letters
from tests.reports.gate.told import Told
from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Block, Table
from vcse_desktop.reports.colours import srgb
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.numbers import direction, whole

_ABOUT = {"/Title", "/Author", "/Creator", "/CreationDate", "/ModDate"}
_ROOT = set(
    "/Type /Pages /Lang /MarkInfo /Metadata /OutputIntents /StructTreeRoot /ViewerPreferences /Outlines "
    "/PageMode /AcroForm /Perms /Extensions".split()
)
"""The last three come with a signature."""
LIGHTEST, SMALLEST = 0.75, 7.0
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "ua": "http://www.aiim.org/pdfua/ns/id/",
    "a": "http://www.aiim.org/pdfa/ns/id/",
    "schema": "http://www.aiim.org/pdfa/ns/schema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xmp": "http://ns.adobe.com/xap/1.0/",
}


def catalogue(made: Told, title: str, author: str, language: str) -> Iterator[str]:
    """Yield what the file does not say of itself as it should."""
    root: Thing = made.file.Root
    if root.get("/Lang") != language:
        yield f"the language of the document is {root.get('/Lang')}"
    if not root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked") or root.MarkInfo.get("/Suspects"):
        yield "the file does not say that it is tagged"
    if not root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/DisplayDocTitle"):
        yield "the title is not shown"
    yield from _about(made, title, author)
    if "/Metadata" not in root:
        yield "there is no XMP"
        return
    yield from _xmp(ElementTree.fromstring(root.Metadata.read_bytes()), title, author, language)  # noqa: S314
    yield from _intent(root)
    way = root.get("/ViewerPreferences", pikepdf.Dictionary()).get("/Direction", "/L2R")
    if way != ("/R2L" if direction(language) == "rtl" else "/L2R"):
        yield f"its pages follow one another as {way}"


def _about(made: Told, title: str, author: str) -> Iterator[str]:
    root: Thing = made.file.Root
    about = made.file.docinfo
    if (str(about.get("/Title")), str(about.get("/Author"))) != (title, author):
        yield "the old metadata say another title or author"
    if made.file.is_encrypted or made.file.pdf_version < "1.7":
        yield "the file is locked, or of an older version"
    if set(about.keys()) != _ABOUT or set(root.keys()) - _ROOT:
        yield f"it says more or less: {sorted(set(about.keys()) ^ _ABOUT | set(root.keys()) - _ROOT)}"


def _xmp(xmp: ElementTree.Element, title: str, author: str, language: str) -> Iterator[str]:
    def said(path: str) -> list[str | None]:
        return [one.text for one in xmp.iterfind(f".//{path}", _SPACES)]

    for path, wanted in (
        ("dc:title//rdf:li", title),
        ("dc:creator//rdf:li", author),
        ("dc:language//rdf:li", language),
        ("ua:part", "1"),
        ("a:part", "2"),
        ("a:conformance", "A"),
        ("schema:namespaceURI", _SPACES["ua"]),
        ("schema:prefix", "pdfuaid"),
    ):
        if said(path) != [wanted]:
            yield f"XMP: {path} is {said(path)}"
    if len(said("xmp:CreateDate")) != 1 or said("xmp:CreateDate") != said("xmp:ModifyDate"):
        yield "XMP: the days are missing"


def _intent(root: Thing) -> Iterator[str]:
    intents = list(root.get("/OutputIntents", []))
    if len(intents) != 1 or intents[0].get("/S") != "/GTS_PDFA1" or "/DestOutputProfile" not in intents[0]:
        yield "there is not one output intent"
    elif intents[0].DestOutputProfile.read_bytes() != srgb() or intents[0].DestOutputProfile.N != 3:
        yield "the output intent is not ours"


def fonts(made: Told) -> Iterator[str]:
    """Yield what is wrong with the fonts."""
    for obj in made.file.objects:
        if getattr(obj, "get", None) and obj.get("/Type") == "/Font":
            yield from _embedded(obj)
    for number, page in enumerate(made.pages, 1):
        for key, font in page.fonts.items():
            for fault in dict.fromkeys(_used(font, page.used[key])):
                yield f"page {number}: {fault}"


def _embedded(font: Thing) -> Iterator[str]:
    name = font.get("/BaseFont", "a font")
    real = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(real.get("/FontDescriptor", {}).keys()):
        yield f"{name} is not in the file"
    if "/ToUnicode" not in font:
        yield f"{name} does not say what its letters stand for"


_READ: dict[bytes, TTFont] = {}


def _used(font: Thing, codes: set[int]) -> Iterator[str]:
    """Yield the letters that were shown and stand for nothing, or are wider than the file says."""
    known = letters(font)
    if any(known.get(code, "\ufffd") in ("", "\0", "\ufffd") for code in codes):
        yield "a letter stands for nothing"
    descriptor = font.get("/FontDescriptor", {})
    if "/FontFile2" not in descriptor or "/Widths" not in font:
        return
    raw = descriptor.FontFile2.read_raw_bytes()
    if raw not in _READ:
        _READ[raw] = TTFont(BytesIO(descriptor.FontFile2.read_bytes()))
    inside = _READ[raw]
    names, advances, em = inside.getGlyphOrder(), inside["hmtx"].metrics, inside["head"].unitsPerEm
    tables = [table.cmap for table in inside["cmap"].tables]
    first = int(font.FirstChar)
    for code in sorted(codes):
        glyph = next((t[c] for t in tables for c in (code, 0xF000 + code) if c in t), names[0])
        if abs(float(font.Widths[code - first]) - advances[glyph][0] * 1000 / em) > 1:
            yield f"letter {code} has another width than its font says"


def visible(made: Told) -> Iterator[str]:
    """Yield the content that cannot be seen, and the pages that are turned or cut."""
    boxes = {tuple(float(one) for one in page.mediabox) for page in made.file.pages}
    for number, (page, drawn) in enumerate(zip(made.file.pages, made.pages, strict=True), 1):
        if len(boxes) != 1 or {"/Rotate", "/CropBox", "/UserUnit"} & set(page.obj.keys()):
            if page.obj.get("/Rotate", 0) or "/CropBox" in page.obj or "/UserUnit" in page.obj:
                yield f"page {number}: it is turned or cut"
        _, _, width, height = (float(one) for one in page.mediabox)
        for mark in drawn.marks:
            if any(not (0 <= x <= width and 0 <= y <= height) for x, y in mark.shown):
                yield f"page {number}: {mark.glyphs[:40]!r} is outside"
            if mark.number is not None and (mark.light > LIGHTEST or min(mark.sizes, default=9) < SMALLEST):
                yield f"page {number}: {mark.glyphs[:40]!r} is too light or too small"


def furniture(made: Told, blocks: Sequence[Block], carried: Sequence[str], language: str) -> Iterator[str]:
    """Yield what stands beside the content and should not, and what is missing there.

    ``carried`` is what the head of every page may carry: whose it is, which pack, and a mark.
    """
    heads = {
        printable(text) for one in blocks if isinstance(one, Table) for text in (*one.columns, _name(one))
    }
    total = len(made.pages)
    for number, page in enumerate(made.pages, 1):
        foot = tr("Page {page} of {total}", page=whole(number, language), total=whole(total, language))
        foot = get_display(foot)  # an artifact is read by nobody: its letters stand as they are seen
        said = [(mark.kind, _one_line(mark.spoken)) for mark in page.marks if mark.number is None]
        if not any(kind == "Pagination Footer" and foot in text for kind, text in said):
            yield f"page {number}: the foot does not say {foot!r}"
        heads_here = " ".join(text for _, text in said)
        for one in dict.fromkeys(carried if number > 1 else carried[:1]):
            if one.isascii() and one[:12] not in heads_here:
                yield f"page {number}: it does not carry {one[:40]!r}"
        for kind, text in said:
            under = text == foot or _is_carried(text.removesuffix(foot).removeprefix(foot).strip(), carried)
            fits = {"Pagination Footer": under, "Layout": not text}.get(kind)
            if fits is None:
                fits = kind == "Pagination Header" and (text in heads or _is_carried(text, carried))
            if not fits:
                yield f"page {number}: {kind or 'an artifact'} says {text[:60]!r}"


def _name(block: Table) -> str:
    return tr("Table {number}. {caption}", number=block.number, caption=block.caption)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _is_carried(text: str, carried: Sequence[str]) -> bool:
    """Say whether a head is made of what it may carry, each whole or cut short."""
    rest = text
    for one in filter(None, map(printable, carried)):
        size = len(one)
        for size in range(len(one), 0, -1):
            cut = one[:size] + ("" if size == len(one) else "…")
            if rest.startswith(cut) or rest.startswith(cut.strip()):
                rest = rest[len(cut.strip()) :].lstrip()
                break
    return not rest
