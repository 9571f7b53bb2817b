"""Fonts that are asked for glyphs, not only for characters, and glyphs on the page. Loaded with reportlab."""

from collections.abc import Iterable, Sequence
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import Any, TypeAlias

from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont

from vcse_desktop.reports.faces import Face
from vcse_desktop.reports.shaping import Glyph, Piece

OUR_OWN = 0x100000
"""Where the characters begin that stand for glyphs without one: nobody's text has these."""
IN_A_GROUP = 100  # more in one group is not allowed
NEAR = 0.05  # a thousandth of the size of letters: nearer than this is the same place

Canvas: TypeAlias = Any  # reportlab has no types
Document: TypeAlias = Any
Look: TypeAlias = Any  # a style or a colour of its


class ScriptFont(TTFont):  # type: ignore[misc] # reportlab has no types
    """A font of a document: it is asked for a glyph with what that says, and tells readers so."""

    def sign(self, document: Document, glyph: Glyph) -> str:
        """Return the character that this glyph is drawn by in a document; what it says is noted with it."""
        face = self.face
        if len(glyph.text) == 1 and face.charToGlyph.get(ord(glyph.text)) == glyph.number:
            return glyph.text
        known = vars(self._assignState(document)).setdefault("told", {})
        code = known.setdefault((glyph.number, glyph.text), OUR_OWN + len(known))
        face.charToGlyph[code] = glyph.number  # of no document alone: each draws by its own numbers
        face.charWidths[code] = self.pdfScale(face.hmetrics[glyph.number][0])
        return chr(code)

    def addObjects(self, doc: Document) -> None:  # noqa: N802 - reportlab's own name
        """Write the font; glyphs without a character say what they say."""
        state = self._assignState(doc)
        told = {code: text for (_, text), code in vars(state).get("told", {}).items()}
        subsets, names = (
            state.subsets,
            [self.getSubsetInternalName(n, doc)[1:] for n in range(len(state.subsets))],
        )
        super().addObjects(doc)
        for name, subset in zip(names, subsets, strict=True):
            base = doc.idToObject["BasicFonts"].dict[name].BaseFont
            doc.idToObject[f"toUnicodeCMap:{base}"].content = _told(
                base, [told.get(c) or chr(c) for c in subset]
            )


def _told(name: str, says: Sequence[str]) -> str:
    """Return the table of what each code of a font says; a code that is not used says nothing."""
    lines = [f"<{at:02X}> <{_hex(text)}>" for at, text in enumerate(says) if text != "\0"]
    groups = [lines[at : at + IN_A_GROUP] for at in range(0, len(lines), IN_A_GROUP)]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def /CMapType 2 def",
            "1 begincodespacerange <00> <FF> endcodespacerange",
            *(f"{len(group)} beginbfchar\n{chr(10).join(group)}\nendbfchar" for group in groups),
            "endcmap CMapName currentdict /CMap defineresource pop end end",
        )
    )


def _hex(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


@cache
def font(face: Face) -> ScriptFont:
    """Return the font of a face, known to reportlab by the face's name."""
    made = ScriptFont(face.name, BytesIO(face.file.read_bytes()))
    registerFont(made)
    return made


def draw(
    canvas: Canvas, pieces: Iterable[Piece], place: tuple[float, float], size: float, colour: Look
) -> float:
    """Draw pieces from left to right, beginning at this place; return where they end."""
    x, y = place
    text = canvas.beginText()
    text.setFillColor(colour)
    for face, found in groupby(pieces, key=lambda piece: piece.face):
        row = tuple(glyph for piece in found for glyph in piece.glyphs)
        text.setTextOrigin(x, y)
        text._code += _shown(canvas, font(face), row, size)
        x += sum(glyph.advance for glyph in row) * size / 1000
    canvas.drawText(text)
    return x


def _shown(canvas: Canvas, made: ScriptFont, glyphs: Sequence[Glyph], size: float) -> Iterable[str]:
    """Yield what draws these glyphs: texts with the distances between them, those that are higher apart."""
    document = canvas._doc
    subset, rise, owed = -1, 0.0, 0.0
    shown: list[bytes | float] = []
    for glyph in glyphs:
        sign = made.sign(document, glyph)
        ((part, code),) = made.splitString(sign, document)
        if part != subset or abs(glyph.up - rise) > NEAR:
            yield from _written(canvas, shown)
            shown = []
            if part != subset:
                yield f"{made.getSubsetInternalName(part, document)} {size:g} Tf"
            if abs(glyph.up - rise) > NEAR:
                yield f"{glyph.up * size / 1000:.2f} Ts"
            subset, rise = part, glyph.up
        owed += glyph.right
        shown += [code] if abs(owed) <= NEAR else [-owed, code]
        owed = glyph.advance - glyph.right - made.face.getCharWidth(ord(sign))
    yield from _written(canvas, shown)
    if rise:
        yield "0 Ts"


def _written(canvas: Canvas, shown: Sequence[bytes | float]) -> Iterable[str]:
    """Yield one text of codes and distances, codes beside one another together; nothing for none."""
    parts: list[bytes | float] = []
    for one in shown:
        if isinstance(one, bytes) and parts and isinstance(parts[-1], bytes):
            parts[-1] += one
        else:
            parts.append(one)
    if parts:
        inside = (f"({canvas._escape(one)})" if isinstance(one, bytes) else f"{one:.1f}" for one in parts)
        yield f"[{' '.join(inside)}] TJ"
