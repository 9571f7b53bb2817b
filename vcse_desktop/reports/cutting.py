"""A picture that is higher than a page, in parts that fit: cut between what is drawn."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from vcse_desktop.reports.shapes import Box, Dot, Label, Picture, Rule, Shape

BELOW = 0.3  # how far letters reach below their line, times their size
APART = 0.5  # so far apart, times that size, is what need not stand together: a label stands by its bars


def parts(picture: Picture, height: float) -> list[Picture]:
    """Return the picture in as few parts as are no higher than this, all on one scale; whole where it fits.

    Where nothing lets it be cut, a part is higher.
    """
    cuts = [0.0, *_cuts(picture, height), picture.height]
    return [_part(picture, top, end) for top, end in pairwise(cuts) if end > top]


def _cuts(picture: Picture, height: float) -> Iterator[float]:
    """Yield where it is cut: as far down as a part may reach, but through no shape."""
    taken = sorted(_reach(shape, picture.size) for shape in picture.shapes if not _is_axis(shape))
    free, end = [], 0.0
    for first, last in taken:
        if first - end > picture.size * APART:
            free.append((end + first) / 2)
        end = max(end, last)
    top = 0.0
    for place, cut in enumerate(free):
        following = free[place + 1] if place + 1 < len(free) else picture.height
        if following - top > height and cut > top:
            yield cut
            top = cut


def _reach(shape: Shape, size: float) -> tuple[float, float]:
    match shape:
        case Box(y=y, height=high):
            return y, y + high
        case Rule(y1=y1, y2=y2):
            return min(y1, y2), max(y1, y2)
        case Dot(y=y, radius=radius):
            return y - radius, y + radius
        case Label(y=y):
            return y - size, y + size * BELOW


def _is_axis(shape: Shape) -> bool:
    """Say whether it is an upright line, which may be cut anywhere."""
    return isinstance(shape, Rule) and shape.x1 == shape.x2


def _part(picture: Picture, top: float, end: float) -> Picture:
    shapes = (_inside(shape, top, end, picture.size) for shape in picture.shapes)
    return replace(picture, height=end - top, shapes=tuple(shape for shape in shapes if shape))


def _inside(shape: Shape, top: float, end: float, size: float) -> Shape | None:
    """Return a shape as it stands in a part, None where it stands in another."""
    first, last = _reach(shape, size)
    if isinstance(shape, Rule) and _is_axis(shape):
        first, last = max(first, top), min(last, end)
        return replace(shape, y1=first - top, y2=last - top) if last > first else None
    if not top <= (first + last) / 2 <= end:
        return None
    if isinstance(shape, Rule):
        return replace(shape, y1=shape.y1 - top, y2=shape.y2 - top)
    return replace(shape, y=shape.y - top)
