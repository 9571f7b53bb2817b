"""A paragraph that shapes its letters and knows from which side they are read. Loaded with reportlab."""

from copy import copy
from itertools import groupby
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from vcse_desktop.reports import glyphs
from vcse_desktop.reports.breaking import Line, Word, lines
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.faces import BENGALI
from vcse_desktop.reports.letters import Inside
from vcse_desktop.reports.palette import ACCENT
from vcse_desktop.reports.setting import one_line, set_words, sign_line
from vcse_desktop.reports.shaping import Piece
from vcse_desktop.reports.structure import Content, Element

AIR = 1.55
"""How far lines are apart at least, times the size: these letters reach further than Latin ones."""
ABOVE = 1.08  # how far the base line lies below the top of a line, times the size
UNDER, THIN = 0.12, 0.05  # where a line under a link is, and how thick, times the size


class Shaped(Flowable):  # type: ignore[misc] # reportlab has no types
    """A paragraph in an edition, which means an element; ``look`` is its style, ``sign`` stands before it."""

    element: Element
    label: Element | None = None
    is_drawn = False

    def __init__(self, inside: Inside, look: glyphs.Look, edition: Edition, sign: str = "") -> None:
        super().__init__()
        self.style, self.edition, self.sign = look, edition, sign
        self.links = {place for place in range(len(inside.runs)) if inside.links(place)}
        self.words, self.right = set_words(inside, edition, bold=look.fontName.endswith("Bold"))
        tall = any(piece.face.script for word in self.words for piece in word.pieces)
        self.leading = max(look.leading, look.fontSize * AIR) if tall else look.leading
        self.room, self.lines = 0.0, list[tuple[Line, list[Word]]]()

    def wrap(self, width: float, _height: float) -> tuple[float, float]:
        """Return how much room it takes at this width."""
        look = self.style
        room = max(1.0, (width - look.leftIndent - look.rightIndent) * 1000 / look.fontSize)
        if room != self.room:
            self.room, self.lines = room, list(lines(self.words, room, right=self.right))
        self.width, self.height = width, self.leading * len(self.lines)
        return self.width, self.height

    def split(self, width: float, height: float) -> list[Any]:
        """Return what fits and the rest, both with the same meaning; no line stands alone at a foot."""
        if not self.lines:  # a cell was laid without its padding, and is split with it
            self.wrap(width, height)
        if height >= self.height:
            return [self]
        count = min(int(height / self.leading), len(self.lines) - 1)
        if count <= 1:
            return []
        begin, end = self._part(), self._part()
        begin.words = self.words[: len(self.words) - len(self.lines[count - 1][1])]
        begin.room, begin.lines = self.room, self.lines[:count]
        end.words, end.sign, end.label = self.lines[count - 1][1], "", None
        return [begin, end]

    def _part(self) -> "Shaped":
        made = copy(self)
        made.room, made.lines, made.is_drawn = 0.0, [], False
        made.__dict__.pop("_postponed", None)  # what reportlab noted of the whole is not so of its parts
        return made

    def draw(self) -> None:
        """Draw it as what it means: its label, then line by line its pieces, from left to right."""
        canvas, look = self.canv, self.style
        with canvas.said(self):
            self._shade()
            for number, (line, _) in enumerate(self.lines):
                y = self.height - number * self.leading - self._drop
                if self.label and not number:
                    with canvas.content(self.label.pieces[0]):
                        self._draw_sign(y)
                spare = self.width - look.leftIndent - look.rightIndent - line.width * look.fontSize / 1000
                ends = self.edition.right or look.alignment == 2  # noqa: PLR2004 - reportlab's name for the right
                begin = look.rightIndent if self.edition.right else look.leftIndent
                self._draw(line, begin + (spare if ends else 0) - self._overhang(line), y)

    @property
    def _drop(self) -> float:
        """Return how far the base line lies below the top of a line."""
        size: float = self.style.fontSize
        return size * ABOVE + max(0.0, float(self.leading) - size * AIR) / 2

    def _overhang(self, line: Line) -> float:
        """Return how far a space at the end of a line stands out to the left, where lines end there."""
        space = line.pieces[0] if self.right and line.pieces else None
        hangs = space and space.text == " " and line.width < sum(piece.width for piece in line.pieces)
        return float(space.width * self.style.fontSize / 1000) if space and hangs else 0.0

    def _shade(self) -> None:
        look = self.style
        if look.backColor:
            top, right, bottom, left = look.borderPadding
            first, last = look.leftIndent, self.width - look.rightIndent
            self.canv.setFillColor(look.backColor)
            self.canv.rect(
                first - left,
                -bottom,
                last - first + left + right,
                self.height + top + bottom,
                stroke=0,
                fill=1,
            )

    def _draw_sign(self, y: float) -> None:
        look = self.style
        line = sign_line(self.sign, self.edition)
        wide = line.width * look.fontSize / 1000
        x = self.width - look.bulletIndent - wide if self.edition.right else look.bulletIndent
        glyphs.draw(self.canv, line.pieces, (x, y), look.fontSize, look.textColor)

    def _draw(self, line: Line, x: float, y: float) -> None:
        canvas, look = self.canv, self.style
        leaves = self.element.pieces
        for run, found in groupby(line.pieces, key=lambda piece: piece.run):
            pieces, is_link = list(found), run in self.links
            colour = HexColor(ACCENT) if is_link else look.textColor
            with canvas.content(leaves[run]):
                end = self._spoken(pieces, (x, y), colour)
            if is_link:
                self._link(leaves[run], (x, y, end), colour)
            x = end

    def _spoken(self, pieces: list[Piece], place: tuple[float, float], colour: glyphs.Look) -> float:
        """Draw pieces of one run; the letters of some scripts are read by a text of their own."""
        canvas, size = self.canv, self.style.fontSize
        turned = any(piece.level % 2 for piece in pieces)
        if turned or not any(piece.face.script == BENGALI for piece in pieces):
            return glyphs.draw(canvas, pieces, place, size, colour)
        with canvas.actual("".join(piece.text for piece in pieces)):
            return glyphs.draw(canvas, pieces, place, size, colour)

    def _link(self, piece: Content, place: tuple[float, float, float], colour: glyphs.Look) -> None:
        canvas, size, (x, y, end) = self.canv, self.style.fontSize, place
        if not piece.owner.to.startswith("#"):
            canvas.setStrokeColor(colour)
            canvas.setLineWidth(size * THIN)
            canvas.line(x, y - size * UNDER, end, y - size * UNDER)
        canvas.link(piece, (x, y - size * 0.3, end, y + size))


def write(
    canvas: glyphs.Canvas, text: str, place: tuple[float, float], look: glyphs.Look, edition: Edition
) -> None:
    """Draw one line of words outside all paragraphs; ``look.alignment`` says which end is at the place."""
    line = one_line(text, edition, bold=look.fontName.endswith("Bold"))
    x = place[0] - line.width * look.fontSize / 1000 * {0: 0, 1: 0.5, 2: 1}[look.alignment]
    with canvas.artifact():
        glyphs.draw(canvas, line.pieces, (x, place[1]), look.fontSize, look.textColor)
