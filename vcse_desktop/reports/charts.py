"""Where everything in a chart stands, in coordinates of no format, and what a chart says in words."""

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from vcse_desktop.i18n import ngettext, tr
from vcse_desktop.reports.blocks import Cell, Chart, Hidden, Shown
from vcse_desktop.reports.numbers import value, whole
from vcse_desktop.reports.plain import plain

LETTER = 0.56  # the width of a letter, as a part of its size, on the safe side
LINES = 3  # a longer label ends in an ellipsis; the table has all of it
STRIPE = 5.0
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
    """Words; y is their base line, ``anchor`` is "start", "middle" or "end"."""

    x: float
    y: float
    text: str
    anchor: str
    strong: bool = False


Shape = Box | Rule | Dot | Label


@dataclass(frozen=True, slots=True)
class Picture:
    """The shapes of a chart, and the size of their letters."""

    width: float
    height: float
    size: float
    shapes: tuple[Shape, ...]


@dataclass(frozen=True, slots=True)
class Room:
    """How much room a chart has: the width in all, the size of letters, and labels beside or above bars."""

    width: float
    size: float
    stacked: bool = False


def layout(chart: Chart, room: Room) -> Picture:
    """Place a chart; one that shows time stands as bars where the room is narrow."""
    key, top = _key(chart, room)
    body, bottom = _lines(chart, room, 0) if _is_line(chart, room) else _bars(chart, room, top)
    return Picture(room.width, bottom, room.size, (*(() if _is_line(chart, room) else key), *body))


def alt_text(chart: Chart) -> str:
    """Return what the chart shows in words: no order, no sum, nothing of the hidden values."""
    cells = [cell for series in chart.series for cell in series.values]
    shown = sorted({c for c in cells if isinstance(c, Shown)}, key=lambda c: c.number)
    hidden = sum(isinstance(c, Hidden) for c in cells)
    said = [tr("Chart: {title}.", title=plain(chart.title))]
    said += [tr("It shows: {name}.", name=plain(series.label)) for series in chart.series]
    if shown:
        low, high = (value(c, chart.lang) for c in (shown[0], shown[-1]))
        said.append(tr("The values shown lie between {low} and {high}.", low=low, high=high))
    if hidden:
        one, many = "{n} value is hidden to protect people.", "{n} values are hidden to protect people."
        said.append(ngettext(one, many, hidden, n=whole(hidden, chart.lang)))
    said.append(tr("The table after this chart gives every value."))
    return " ".join(said)


def _is_line(chart: Chart, room: Room) -> bool:
    return chart.kind == "line" and not room.stacked


def _wrapped(text: str, width: float, size: float) -> list[str]:
    letters = max(4, int(width / (size * LETTER)))
    return textwrap.wrap(plain(text), letters, max_lines=LINES, placeholder=" …") or [""]


def _length(text: str, size: float) -> float:
    return len(text) * size * LETTER


def _key(chart: Chart, room: Room) -> tuple[list[Shape], float]:
    """Return which pattern is which, and where the chart begins below it."""
    shapes: list[Shape] = []
    if len(chart.series) == 1:
        return shapes, 0
    y, size = 0.0, room.size
    for series, pattern in zip(chart.series, PATTERNS, strict=False):
        shapes.append(Box(0.5, y + 2, size * 2, size - 1, pattern))
        for line in _wrapped(series.label, room.width - size * 2.6, size):
            shapes.append(Label(size * 2.6, y + size, line, "start"))
            y += size * 1.35
        y += size * 0.25
    return shapes, y + size * 0.5


def _bars(chart: Chart, room: Room, top: float) -> tuple[list[Shape], float]:
    """Place a group of bars for each label, below one another."""
    size, bar = room.size, room.size * 1.25
    beside = 0 if room.stacked else _label_width(chart, room)
    left = beside + (size * 0.7 if beside else 0) + 0.5
    longest = max(_length(value(c, chart.lang), size) for s in chart.series for c in s.values)
    scale = _scale(chart, room.width - left - longest - size)
    shapes: list[Shape] = []
    y = top
    for index, label in enumerate(chart.labels):
        lines = _wrapped(label, beside or room.width, size)
        high = len(chart.series) * bar
        first = y if room.stacked else y + max(0.0, (high - len(lines) * size * 1.2) / 2)
        x, anchor = (0.5, "start") if room.stacked else (beside, "end")
        shapes += [Label(x, first + size * (1 + 1.2 * n), line, anchor) for n, line in enumerate(lines)]
        y += len(lines) * size * 1.2 + size * 0.35 if room.stacked else 0
        shapes += _group(chart, index, (left, y, scale), room)
        end = y + max(high, 0 if room.stacked else len(lines) * size * 1.2)
        shapes.append(Rule(left, y - (0 if room.stacked or not index else size * 0.7), left, end, "axis"))
        y = end + size * 0.7
    return shapes, y


def _label_width(chart: Chart, room: Room) -> float:
    return min(room.width * 0.38, max(_length(plain(label), room.size) for label in chart.labels) + 2)


def _scale(chart: Chart, length: float) -> float:
    top = max((c.number for s in chart.series for c in s.values if isinstance(c, Shown)), default=0)
    return length / top if top else 0


def _group(chart: Chart, index: int, where: tuple[float, float, float], room: Room) -> Iterator[Shape]:
    left, y, scale = where
    bar = room.size * 1.25
    for n, (series, pattern) in enumerate(zip(chart.series, PATTERNS, strict=False)):
        cell = series.values[index]
        long = cell.number * scale if isinstance(cell, Shown) else 0
        if long:
            yield Box(left, y + n * bar + 1.5, long, bar - 3, pattern)
        base = y + n * bar + bar / 2 + room.size * 0.36
        yield Label(left + long + room.size * 0.45, base, value(cell, chart.lang), "start", strong=True)


def _lines(chart: Chart, room: Room, top: float) -> tuple[list[Shape], float]:
    """Place a panel for each series, points in time from left to right, all on one scale."""
    size, high = room.size, room.size * 7
    edge = room.size * 3
    step = (room.width - 2 * edge) / max(1, len(chart.labels) - 1)
    shapes: list[Shape] = []
    y = top
    for series in chart.series:
        if len(chart.series) > 1:
            shapes.append(Label(0.5, y + size, series.label, "start", strong=True))
            y += size * 1.6
        base = y + high + size * 1.6
        shapes += _trend(series.values, chart, (edge, base, step, _scale(chart, high)), size)
        shapes.append(Rule(0.5, base, room.width - 0.5, base, "axis"))
        for n, label in enumerate(chart.labels):
            for row, line in enumerate(_wrapped(label, step, size)):
                shapes.append(Label(edge + n * step, base + size * (1.3 + 1.15 * row), line, "middle"))
        y = base + size * (1.8 + 1.15 * LINES)
    return shapes, y


def _trend(
    cells: tuple[Cell, ...], chart: Chart, where: tuple[float, float, float, float], size: float
) -> Iterator[Shape]:
    """Yield points with their values; a line joins two neighbours only when both are shown."""
    left, base, step, scale = where
    before: tuple[float, float] | None = None
    for n, cell in enumerate(cells):
        x = left + n * step
        y = base - (cell.number * scale if isinstance(cell, Shown) else 0)
        if isinstance(cell, Shown):
            if before:
                yield Rule(*before, x, y, "trend")
            yield Dot(x, y, size * 0.3)
        yield Label(x, y - size * 0.7, value(cell, chart.lang), "middle", strong=True)
        before = (x, y) if isinstance(cell, Shown) else None
