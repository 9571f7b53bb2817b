"""A picture as those see it who read from the right: what began on the left begins on the right."""

from dataclasses import replace

from vcse_desktop.reports.shapes import Box, Dot, Label, Picture, Rule, Shape

ENDS = {"start": "end", "end": "start", "middle": "middle"}


def mirrored(picture: Picture) -> Picture:
    """Return the picture with its sides exchanged; words stay as they are, at their new places."""
    return replace(picture, shapes=tuple(_turned(shape, picture.width) for shape in picture.shapes))


def _turned(shape: Shape, width: float) -> Shape:
    match shape:
        case Box(x):
            return replace(shape, x=width - x - shape.width)
        case Rule(x1, _, x2):
            return replace(shape, x1=width - x1, x2=width - x2)
        case Dot(x):
            return replace(shape, x=width - x)
        case Label(x):
            return replace(shape, x=width - x, anchor=ENDS[shape.anchor])
