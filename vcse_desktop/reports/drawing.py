"""A chart as it is drawn on paper. Loaded with reportlab."""

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable

from vcse_desktop.reports import glyphs
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.palette import ACCENT, INK, PAPER
from vcse_desktop.reports.setting import one_line
from vcse_desktop.reports.shapes import Box, Dot, Label, Picture, Rule, Shape

STRONG_LINE, THIN_LINE = 1.4, 0.7
PARTS = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a label lies to the left of its place."""


class Drawing(Flowable):  # type: ignore[misc] # reportlab has no types
    """A picture whose coordinates begin at the top, on paper, where they begin at the bottom."""

    def __init__(self, picture: Picture, edition: Edition) -> None:
        super().__init__()
        self.picture, self.edition = picture, edition

    def wrap(self, _width: float, _height: float) -> tuple[float, float]:
        """Return its size."""
        self.width, self.height = self.picture.width, self.picture.height
        return self.width, self.height

    def draw(self) -> None:
        """Draw its shapes."""
        for shape in self.picture.shapes:
            _draw(self.canv, shape, self.picture, self.edition)


def _draw(canvas: glyphs.Canvas, shape: Shape, picture: Picture, edition: Edition) -> None:
    top = picture.height
    match shape:
        case Box(x, y, width, height, pattern):
            canvas.setFillColor(HexColor(ACCENT if pattern == "solid" else PAPER))
            canvas.setStrokeColor(HexColor(ACCENT))
            canvas.setLineWidth(THIN_LINE)
            canvas.rect(x, top - y - height, width, height, stroke=1, fill=1)
            if shape.stripes:
                canvas.lines([(at, top - y - height, at, top - y) for at in shape.stripes])
        case Rule(x1, y1, x2, y2, role):
            canvas.setStrokeColor(HexColor(INK if role == "axis" else ACCENT))
            canvas.setLineWidth(STRONG_LINE if role == "trend" else THIN_LINE)
            canvas.line(x1, top - y1, x2, top - y2)
        case Dot(x, y, radius):
            canvas.setFillColor(HexColor(ACCENT))
            canvas.circle(x, top - y, radius, stroke=0, fill=1)
        case Label(x, y, text, anchor, strong):
            line = one_line(text, edition, bold=strong)
            left = x - line.width * picture.size / 1000 * PARTS[anchor]
            glyphs.draw(canvas, line.pieces, (left, top - y), picture.size, HexColor(INK))
