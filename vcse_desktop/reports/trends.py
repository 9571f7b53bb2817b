"""How points in time stand in a chart: a panel for each series, all on one scale."""

from collections.abc import Iterator, Sequence
from math import ceil

from vcse_desktop.reports.blocks import Cell, Chart, Shown
from vcse_desktop.reports.lettering import length, wrapped
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.plain import plain
from vcse_desktop.reports.shapes import Dot, Label, Room, Rule, Shape, amount, scale

HIGH = 7
"""How high a panel is, in sizes of letters."""


def panels(chart: Chart, room: Room) -> tuple[list[Shape], float]:
    """Place the panels below one another, time from left to right; return their shapes and height.

    Where not all points have room for their words beside one another, a panel goes on below.
    """
    size, unit = room.size, scale(chart, room.size * HIGH)
    edge, step = _places(chart, room)
    shapes: list[Shape] = []
    y = 0.0
    for series in chart.series:
        for line in wrapped(series.label, room.width, size):
            shapes.append(Label(0.5, y + size, line, "start"))
            y += size * 1.6
        for first, last in _parts(chart, room):
            base = y + size * (HIGH + 1.6)
            shapes += _trend(series.values[first:last], chart, (edge, base, step, unit), size)
            shapes.append(Rule(0.5, base, room.width - 0.5, base, "axis"))
            named, deepest = _named(chart.labels[first:last], (edge, base, step), size)
            shapes += named
            y = base + size * (1.8 + 1.15 * deepest)
    return shapes, y


def _wide(chart: Chart, room: Room) -> float:
    """Return how much room a point needs for its number and for the words of its name."""
    numbers = [value(cell, chart.lang) for series in chart.series for cell in series.values]
    words = [word for label in chart.labels for word in plain(label).split()]
    longest = max((length(text, room.size) for text in numbers + words), default=0)
    return min(longest + room.size * 0.5, room.width / 2)


def _parts(chart: Chart, room: Room) -> list[tuple[int, int]]:
    """Return which points stand beside one another: about as many in each part."""
    many = len(chart.labels)
    parts = ceil(many / max(1, int(room.width / _wide(chart, room))))
    each = ceil(many / parts) if parts else 1
    return [(first, min(first + each, many)) for first in range(0, many, each)]


def _places(chart: Chart, room: Room) -> tuple[float, float]:
    """Return how far from its side the first point stands, and the next from that; alike in every part."""
    most = max((last - first for first, last in _parts(chart, room)), default=0)
    edge = _wide(chart, room) / 2
    return edge, (room.width - 2 * edge) / max(1, most - 1)


def _named(labels: Sequence[str], where: tuple[float, float, float], size: float) -> tuple[list[Shape], int]:
    """Return the names of points under the axis, and on how many lines they stand."""
    edge, base, step = where
    names = [wrapped(label, 2 * edge - size * 0.4, size) for label in labels]
    shapes: list[Shape] = [
        Label(edge + n * step, base + size * (1.3 + 1.15 * row), line, "middle")
        for n, lines in enumerate(names)
        for row, line in enumerate(lines)
    ]
    return shapes, max(map(len, names), default=0)


def _trend(
    cells: tuple[Cell, ...], chart: Chart, where: tuple[float, float, float, float], size: float
) -> Iterator[Shape]:
    """Yield points with their values; a line joins two neighbours only when both are shown.

    The number of a point from which lines rise stands below it, where no line runs through it.
    """
    left, base, step, unit = where
    places = [(left + n * step, base - amount(cell) * unit) for n, cell in enumerate(cells)]
    shown = [isinstance(cell, Shown) for cell in cells]
    for n, (x, y) in enumerate(places):
        beside = [places[m][1] for m in (n - 1, n + 1) if 0 <= m < len(places) and shown[m]]
        if shown[n]:
            if n and shown[n - 1]:
                yield Rule(*places[n - 1], x, y, "trend")
            yield Dot(x, y, size * 0.3)
        below = shown[n] and bool(beside) and max(beside) < y and base - y > size * 1.6
        at = y + size * 1.25 if below else y - size * 0.7
        yield Label(x, at, value(cells[n], chart.lang), "middle", strong=True)
