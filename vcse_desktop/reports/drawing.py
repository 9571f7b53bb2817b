"""A chart as a drawing on paper."""

from vcse_desktop.reports.editions import USUAL, Edition
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.palette import ACCENT, INK, PAPER
from vcse_desktop.reports.paper import BOLD, REGULAR, Flowable, is_simple, kit
from vcse_desktop.reports.shapes import Box, Dot, Label, Picture, Rule, Shape

STRONG_LINE, THIN_LINE = 1.4, 0.7


def drawing(picture: Picture, edition: Edition = USUAL) -> Flowable:
    """Return a flowable of the picture. Its coordinates begin at the top, those of paper at the bottom."""
    made = kit().shapes.Drawing(picture.width, picture.height)
    for shape in picture.shapes:
        made.add(_shape(shape, picture, edition))
        if isinstance(shape, Box):
            lines = [Rule(x, shape.y, x, shape.y + shape.height, "stripe") for x in shape.stripes]
            for line in lines:
                made.add(_shape(line, picture, edition))
    return made


def _shape(shape: Shape, picture: Picture, edition: Edition) -> Flowable:
    shapes, color, top = kit().shapes, kit().color, picture.height
    match shape:
        case Box(x, y, width, height, pattern):
            fill = color(ACCENT if pattern == "solid" else PAPER)
            box = {"fillColor": fill, "strokeColor": color(ACCENT), "strokeWidth": THIN_LINE}
            return shapes.Rect(x, top - y - height, width, height, **box)
        case Rule(x1, y1, x2, y2, role):
            stroke = color(INK if role == "axis" else ACCENT)
            thick = STRONG_LINE if role == "trend" else THIN_LINE
            return shapes.Line(x1, top - y1, x2, top - y2, strokeColor=stroke, strokeWidth=thick)
        case Dot(x, y, radius):
            return shapes.Circle(x, top - y, radius, fillColor=color(ACCENT), strokeColor=None)
        case Label(x, y, text, anchor, strong) if edition.right or not is_simple(text):
            return kit().words_in_picture((x, top - y), text, (anchor, strong, picture.size), edition)
        case Label(x, y, text, anchor, strong):
            font = {"fontName": BOLD if strong else REGULAR, "fontSize": picture.size}
            return shapes.String(x, top - y, printable(text), textAnchor=anchor, fillColor=color(INK), **font)
