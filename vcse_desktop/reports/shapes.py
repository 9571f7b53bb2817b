"""What a chart is drawn with: shapes in coordinates of no format, and the measure of words."""

from dataclasses import dataclass, replace

from vcse_desktop.reports.blocks import Cell, Chart, Shown

QUARTER = 15  # minutes: hours are written to the nearest quarter, so they are drawn so
STRIPE = 5.0
TURNED = {"start": "end", "middle": "middle", "end": "start"}
PATTERNS = ("solid", "striped", "open")


@dataclass(frozen=True, slots=True)
class Box:
    """A bar, or a swatch of the key, in one of ``PATTERNS``. Origin of everything: top left, y downwards."""

    x: float
    y: float
    width: float
    height: float
    pattern: str

    @property
    def stripes(self) -> tuple[float, ...]:
        """Return where the upright lines of a striped box stand; upright, so that none needs cutting."""
        many = int((self.width - 1) / STRIPE) if self.pattern == "striped" else 0
        return tuple(self.x + STRIPE * n for n in range(1, many + 1))


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: "axis" or "trend"."""

    x1: float
    y1: float
    x2: float
    y2: float
    role: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A point of a line."""

    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Label:
    """Words on the base line y; at x is their left end ("start"), their middle or their right end ("end")."""

    x: float
    y: float
    text: str
    anchor: str
    strong: bool = False


Shape = Box | Rule | Dot | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """The shapes of a chart, the size of their letters, and the way its words are read."""

    width: float
    height: float
    size: float
    shapes: tuple[Shape, ...]
    dir: str = "ltr"


@dataclass(frozen=True, slots=True)
class Room:
    """How much room a chart has: the width in all, the size of letters, and labels beside or above bars."""

    width: float
    size: float
    stacked: bool = False


def amount(cell: Cell) -> int:
    """Return how much is drawn of a cell: the number as it is written, and nothing of one that is not."""
    if not isinstance(cell, Shown):
        return 0
    return (2 * cell.number + QUARTER) // (2 * QUARTER) * QUARTER if cell.hours else cell.number


def scale(chart: Chart, room: float) -> float:
    """Return the length of one, so that the largest number shown takes all the room; from nought."""
    top = max((amount(cell) for series in chart.series for cell in series.values), default=0)
    return max(room, 0) / top if top else 0


def mirrored(picture: Picture) -> Picture:
    """Return a picture as those read it who read from the right: every place is turned, no word is."""
    shapes = tuple(_mirrored(shape, picture.width) for shape in picture.shapes)
    return replace(picture, shapes=shapes, dir="rtl")


def _mirrored(shape: Shape, width: float) -> Shape:
    match shape:
        case Box(x=x, width=wide):
            return replace(shape, x=width - x - wide)
        case Rule(x1=x1, x2=x2):
            return replace(shape, x1=width - x1, x2=width - x2)
        case Dot(x=x):
            return replace(shape, x=width - x)
        case Label(x=x, anchor=anchor):
            return replace(shape, x=width - x, anchor=TURNED[anchor])
