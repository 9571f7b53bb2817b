"""What a page to be written on by hand is drawn with: marks at their places, in points from the top left.

One page is drawn from them everywhere: in the file, by the printer, and as its picture in the window.
"""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Written:
    """One line of words; ``y`` is its base line, ``size`` that of its letters."""

    x: float
    y: float
    text: str
    size: float
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line to write on, or between two rows."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Square:
    """A box to tick or to write in; a shaded one has words over it."""

    x: float
    y: float
    width: float
    height: float
    shaded: bool = False


Mark = Written | Line | Square
Page = tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """Marks that stay together on one page, and how high they are; their places begin at nought."""

    marks: tuple[Mark, ...]
    height: float


def moved(mark: Mark, down: float, right: float = 0.0) -> Mark:
    """Return a mark further down and to the right."""
    match mark:
        case Line(x1, y1, x2, y2):
            return Line(x1 + right, y1 + down, x2 + right, y2 + down)
        case Written(x, y) | Square(x, y):
            return replace(mark, x=x + right, y=y + down)
