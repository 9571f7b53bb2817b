"""Flowables that mean something: a paragraph, and a picture."""

from io import BytesIO

from reportlab import platypus as reportlab
from reportlab.lib.styles import ParagraphStyle

from vcse_desktop.reports.letters import PIECE
from vcse_desktop.reports.marking import Flowable
from vcse_desktop.reports.structure import Element
from vcse_desktop.reports.tagging import MarkedText, TaggedCanvas


class Said(reportlab.Paragraph):  # type: ignore[misc]  # reportlab has no types
    """A paragraph that means an element, and whose lines end with a space where a word ends.

    Without it "for" and "partners" on two lines are read as "forpartners".
    """

    element: Element
    label: Element | None = None
    is_drawn = False
    first = 0
    """The piece that it begins in: not the first where a page cut it."""
    whole = ""
    """All that is still to be said: of a paragraph that a page cut, its rest."""
    _wrapped: tuple[float, tuple[float, float]] | None = None

    def __init__(self, text: str | None = None, style: Flowable = None, **more: Flowable) -> None:
        super().__init__(text, style, **more)
        if text is not None:  # else it is a half, and told by ``split``
            self.whole = " ".join("".join(frag.text for frag in self.frags).split())

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return its size: a table asks each cell three times, and no work is as long as breaking lines."""
        if self._wrapped is None or self._wrapped[0] != width or not hasattr(self, "blPara"):
            self._wrapped = width, super().wrap(width, height)
        return self._wrapped[1]

    def split(self, width: float, height: float) -> list[Flowable]:
        """Return the halves, each with the meaning of the whole."""
        parts: list[Flowable] = super().split(width, height)
        if len(parts) > 1:
            begin, end = parts
            begin.element, begin.label, end.element = self.element, self.label, self.element
            begin.whole, begin.first = self.whole, self.first
            end.whole = begin.whole
            for line in begin.blPara.lines:
                end.whole = _after(line, end.whole)
            end.first = max([self.first, *map(_number, begin.frags)])
        return parts

    def draw(self) -> None:
        """Draw it as what it means: its label, then its pieces."""
        _end_words(self.blPara.lines, self.whole)
        canvas: TaggedCanvas = self.canv
        with canvas.said(self):
            canvas.speaker = self.label.pieces[0] if self.label else None
            super().draw()

    def beginText(self, x: float, y: float) -> MarkedText:  # noqa: N802 - reportlab's own names
        """Begin its words: the label is drawn before."""
        self.canv.speaker = self.element.pieces[self.first]
        made: MarkedText = self.canv.beginText(x, y)
        return made


def _number(frag: Flowable) -> int:
    """Return which piece begins with this part of a paragraph, 0 where none does."""
    begins = getattr(frag, "cbDefn", None)
    return int(begins.label) if begins and begins.name == PIECE else 0


def _text(line: Flowable) -> str:
    text = "".join(word.text for word in line.words) if hasattr(line, "words") else " ".join(line[1])
    return text.strip(" ")


def _after(line: Flowable, whole: str) -> str:
    return whole[len(_text(line)) :].lstrip(" ")


def _end_words(lines: list[Flowable], whole: str) -> None:
    """End each line with a space, but for one within a word that was too long for it."""
    for line in lines:
        rest = whole[len(_text(line)) :]
        if not rest or rest.startswith(" "):
            _end_word(line)
        whole = rest.lstrip(" ")


def _end_word(line: Flowable) -> None:
    if not hasattr(line, "words"):
        if line[1] and not line[1][-1].endswith(" "):
            line[1][-1] += " "
        return
    for word in reversed(line.words):
        if word.text:
            word.text = word.text.rstrip(" ") + " "
            return


class Pictured(reportlab.Flowable):  # type: ignore[misc]  # as above
    """A drawing that is one figure."""

    is_drawn = False

    def __init__(self, drawing: Flowable, element: Element) -> None:
        super().__init__()
        self.drawing, self.element = drawing, element

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        """Return its size."""
        self.width, self.height = self.drawing.wrap(width, height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw it as a figure, and note where."""
        canvas: TaggedCanvas = self.canv
        corners = canvas.absolutePosition(0, 0) + canvas.absolutePosition(self.width, self.height)
        self.element.box = tuple(round(place, 2) for place in corners)
        with canvas.said(self), canvas.content(self.element.pieces[0]):
            self.drawing.drawOn(canvas, 0, 0)


def check() -> None:
    """Stop where reportlab draws in another way than we know: words would run together, or be lost."""
    for inside in ("for partners", "for <b>partners</b> and"):
        canvas = TaggedCanvas(BytesIO())
        made = Said(inside, ParagraphStyle("narrow"))
        made.element, made.canv = Element("P").leaf(), canvas
        made.wrap(40, 100)
        made.draw()
        code = "\n".join(canvas._code)
        if "/P <</MCID 0>> BDC" not in code or code.count("EMC") != 1 or "(for ) Tj" not in code:
            raise RuntimeError("reports cannot be tagged with this version of reportlab")
