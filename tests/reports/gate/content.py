"""What is drawn on the pages of a PDF, mark by mark: its text and its place, and what nobody marked."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeAlias

import pikepdf

Thing: TypeAlias = Any  # whatever a PDF holds
Matrix = tuple[float, float, float, float, float, float]
PLAIN: Matrix = (1, 0, 0, 1, 0, 0)
_TARGETS = re.compile(rb"<([0-9A-Fa-f]+)>")
_SHOWING = {"Tj", "TJ", "'", '"'}
_PAINTING = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "sh", "INLINE IMAGE", "EI", "BI"}
_NEVER = {"W", "W*", "MP", "DP", "gs", "scn", "sc", "cs", "k", "g", "BX"}
"""What nothing of ours does: cut, set points, see through, or colour in another way."""
_POINTS = {"m": 1, "l": 1, "c": 3, "v": 2, "y": 2}


@dataclass
class Mark:
    """One marked sequence: of an element (``number``), or an artifact of a kind ("Pagination Header")."""

    tag: str
    number: int | None = None
    kind: str = ""
    glyphs: str = ""
    spoken: str = ""
    """The same, where an ActualText stands instead of what is inside it."""
    points: list[tuple[float, float]] = field(default_factory=list)
    shown: list[tuple[float, float]] = field(default_factory=list)
    """Where each of its texts begins."""
    texts: list[str] = field(default_factory=list)
    sizes: list[float] = field(default_factory=list)
    light: float = 0.0
    """How light its lightest text is, from 0 to 1."""


@dataclass
class Drawn:
    """A page."""

    marks: list[Mark] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    used: dict[tuple[int, int], set[int]] = field(default_factory=dict)
    """The codes that were shown of each font."""
    fonts: dict[tuple[int, int], Any] = field(default_factory=dict)


def drawn(page: pikepdf.Page) -> Drawn:
    """Read a page."""
    reading = _Reading(Drawn())
    reading.read(page.obj, page.obj.get("/Resources", pikepdf.Dictionary()))
    if reading.open:
        reading.out.faults.append("marked content is not closed")
    return reading.out


def letters(font: Thing) -> dict[int, str]:
    """Return what each code of a font stands for, as its ToUnicode says."""
    if "/ToUnicode" not in font:
        return {}
    found: dict[int, str] = {}
    table = font.ToUnicode.read_bytes()
    for body in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.S):
        codes = _TARGETS.findall(body)
        found.update((int(code, 16), _text(text)) for code, text in zip(codes[::2], codes[1::2], strict=True))
    for body in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.S):
        for first, last, rest in re.findall(rb"<(\w+)>\s*<(\w+)>\s*(\[.*?\]|<\w+>)", body, re.S):
            texts = [_text(one) for one in _TARGETS.findall(rest)]
            for step, code in enumerate(range(int(first, 16), int(last, 16) + 1)):
                found[code] = texts[step] if rest[:1] == b"[" else _next(texts[0], step)
    return found


def _text(hexed: bytes) -> str:
    return bytes.fromhex(hexed.decode()).decode("utf-16-be", "replace")


def _next(text: str, step: int) -> str:
    return text[:-1] + chr(ord(text[-1]) + step)


def times(one: Matrix, other: Matrix) -> Matrix:
    """Return one matrix, then the other."""
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


class _Reading:
    """One page that is being read. ``open`` holds what is open; a None is one that is neither."""

    def __init__(self, out: Drawn) -> None:
        self.out = out
        self.open: list[Mark | None] = []
        self.instead = 0  # how many of those are inside an ActualText
        self.ctm, self.line, self.leading = PLAIN, PLAIN, 0.0
        self.moved = 0.0  # how far texts on this line have come
        self.widths: dict[tuple[int, int], tuple[int, list[float]]] = {}
        self.font: tuple[Any, float] = (None, 0)
        self.light = 0.0
        self.kept: list[tuple[Matrix, tuple[Any, float], float, float]] = []
        self.resources: Any = None
        self.depth: list[bool] = []  # for each that is open: whether it has an ActualText

    def read(self, stream: Thing, resources: Thing) -> None:
        """Read a page or a form."""
        before, self.resources = self.resources, resources
        for step in pikepdf.parse_content_stream(stream):
            operands, name = step.operands, str(step.operator)
            if name in self.ways:
                self.ways[name](self, operands)
            elif name in _SHOWING:
                self.show(operands)
            elif name in _PAINTING:
                self.painted("a drawing")
            elif name in _NEVER or (name == "Tr" and int(operands[0])):
                self.out.faults.append(f"{name} is used, which none of ours is")
            elif name in _POINTS:
                numbers = [float(one) for one in operands]
                self.reach(list(zip(numbers[::2], numbers[1::2], strict=True)))
        self.resources = before

    def painted(self, what: str) -> Mark | None:
        """Return the mark that this stands in; it is a fault to be in none."""
        mark = next((one for one in reversed(self.open) if one), None)
        if not mark:
            self.out.faults.append(f"{what} is in no marked content")
        return mark

    def reach(self, points: list[tuple[float, float]]) -> None:
        """Note where something is drawn."""
        mark = next((one for one in reversed(self.open) if one), None)
        if mark:
            mark.points += [_at(times((1, 0, 0, 1, x, y), self.ctm)) for x, y in points]

    def show(self, operands: Thing) -> None:
        """Read a text."""
        font, size = self.font
        pieces = operands[-1] if isinstance(operands[-1], pikepdf.Array) else [operands[-1]]
        codes = b"".join(bytes(one) for one in pieces if isinstance(one, pikepdf.String))
        mark = self.painted("a text")
        if font is None or not codes:
            self.out.faults += [] if font is not None else ["a text has no font"]
            return
        self.out.fonts[font.objgen] = font
        self.out.used.setdefault(font.objgen, set()).update(codes)
        said = "".join(_map(font)[code] if code in _map(font) else "\ufffd" for code in codes)
        if mark:
            mark.glyphs += said
            mark.spoken += "" if any(self.depth) else said
            where = times(times((1, 0, 0, 1, self.moved, 0), self.line), self.ctm)
            mark.shown.append(_at(where))
            mark.texts.append(said)
            mark.light = max(mark.light, self.light)
            mark.sizes.append(size * (where[0] ** 2 + where[1] ** 2) ** 0.5)
        self.moved += self.width(pieces) * size / 1000

    def width(self, pieces: Thing) -> float:
        """Return how far these codes and distances take a text on."""
        font = self.font[0]
        if font.objgen not in self.widths:
            listed = [float(one) for one in font.get("/Widths", [])]
            self.widths[font.objgen] = int(font.get("/FirstChar", 0)), listed
        first, widths = self.widths[font.objgen]
        codes = [code - first for one in pieces if isinstance(one, pikepdf.String) for code in bytes(one)]
        back = sum(float(one) for one in pieces if not isinstance(one, pikepdf.String))
        return sum(widths[code] for code in codes if 0 <= code < len(widths)) - back

    def begin(self, operands: Thing) -> None:
        """Open marked content."""
        tag, properties = str(operands[0])[1:], operands[1] if len(operands) > 1 else pikepdf.Dictionary()
        if isinstance(properties, pikepdf.Name):
            properties = self.resources.Properties[properties]
        number, actual = properties.get("/MCID"), properties.get("/ActualText")
        inner = next((one for one in reversed(self.open) if one), None)
        made = None
        self.property(tag, properties)
        if number is not None or tag == "Artifact":
            kind = f"{properties.get('/Type', '')} {properties.get('/Subtype', '')}".replace("/", "").strip()
            made = Mark(tag, None if number is None else int(number), kind)
            self.out.marks.append(made)
            if inner and (number is not None or inner.number is not None):
                self.out.faults.append("marked content stands inside other content or an artifact")
        if actual is not None and inner:
            inner.spoken += "" if any(self.depth) else str(actual)
        self.open.append(made)
        self.depth.append(actual is not None)

    def property(self, tag: str, properties: Thing) -> None:
        """Note what marked content says of itself, and should not."""
        known = {"Artifact": {"/Type", "/Subtype"}, "Span": {"/MCID", "/ActualText"}}.get(tag, {"/MCID"})
        said = set(properties.keys())
        if not said <= known or not said or said == {"/MCID", "/ActualText"}:
            self.out.faults.append(f"{tag} says {', '.join(sorted(said)) or 'nothing'} on the page")

    def end(self, _operands: Thing) -> None:
        """Close it."""
        if not self.open:
            self.out.faults.append("marked content is closed that was not open")
            return
        self.open.pop()
        self.depth.pop()

    def form(self, operands: Thing) -> None:
        """Read what is drawn by name."""
        found = self.resources.XObject[operands[0]]
        self.painted("a form or an image")
        if found.get("/Subtype") == "/Image":
            self.reach([(0, 0), (1, 1)])
        if found.get("/Subtype") == "/Form":
            self.keep([])
            self.ctm = times(_matrix(found.get("/Matrix", PLAIN)), self.ctm)
            many = sum(one.number is not None for one in self.out.marks)
            self.read(found, found.get("/Resources", self.resources))
            if sum(one.number is not None for one in self.out.marks) != many:
                self.out.faults.append("content is marked inside a form")
            self.back([])

    def keep(self, _operands: Thing) -> None:
        """Remember how things are drawn."""
        self.kept.append((self.ctm, self.font, self.leading, self.light))

    def back(self, _operands: Thing) -> None:
        """Go back to that."""
        self.ctm, self.font, self.leading, self.light = self.kept.pop()

    ways: ClassVar[dict[str, Callable[["_Reading", Any], None]]] = {}


def _at(matrix: Matrix) -> tuple[float, float]:
    return matrix[4], matrix[5]


def _matrix(operands: Thing) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in operands)
    return a, b, c, d, e, f


_MAPS: dict[tuple[int, int, bytes], dict[int, str]] = {}


def _map(font: Thing) -> dict[int, str]:
    key = (*font.objgen, font.ToUnicode.read_raw_bytes() if "/ToUnicode" in font else b"")
    if key not in _MAPS:
        _MAPS[key] = letters(font)
    return _MAPS[key]


def _concatenate(reading: _Reading, operands: Thing) -> None:
    reading.ctm = times(_matrix(operands), reading.ctm)


def _move(reading: _Reading, operands: Thing) -> None:
    reading.line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), reading.line)
    reading.moved = 0


def _place(reading: _Reading, operands: Thing) -> None:
    reading.line, reading.moved = _matrix(operands), 0


def _start(reading: _Reading, _operands: Thing) -> None:
    reading.line, reading.moved = PLAIN, 0


def _lead(reading: _Reading, operands: Thing) -> None:
    reading.leading = float(operands[0])


def _next_line(reading: _Reading, _operands: Thing) -> None:
    reading.line, reading.moved = times((1, 0, 0, 1, 0, -reading.leading), reading.line), 0


def _colour(reading: _Reading, operands: Thing) -> None:
    red, green, blue = (float(one) for one in operands)
    reading.light = 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _set_font(reading: _Reading, operands: Thing) -> None:
    reading.font = reading.resources.Font[operands[0]], float(operands[1])


def _box(reading: _Reading, operands: Thing) -> None:
    x, y, width, height = (float(one) for one in operands)
    reading.reach([(x, y), (x + width, y + height)])


_Reading.ways.update(
    {
        "BDC": _Reading.begin,
        "BMC": _Reading.begin,
        "EMC": _Reading.end,
        "Do": _Reading.form,
        "q": _Reading.keep,
        "Q": _Reading.back,
        "cm": _concatenate,
        "Td": _move,
        "TD": _move,
        "Tm": _place,
        "BT": _start,
        "TL": _lead,
        "T*": _next_line,
        "Tf": _set_font,
        "rg": _colour,
        "re": _box,
    }
)
