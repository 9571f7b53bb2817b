"""Where everything in a chart stands: bars beside or below their labels, points in time, or a ladder."""

from collections.abc import Iterator
from dataclasses import replace

from vcse_desktop.reports.blocks import Chart
from vcse_desktop.reports.ladder import is_ladder, steps
from vcse_desktop.reports.lettering import length, wrapped
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.plain import plain
from vcse_desktop.reports.shapes import (
    PATTERNS,
    Box,
    Label,
    Picture,
    Room,
    Rule,
    Shape,
    amount,
    mirrored,
    scale,
)
from vcse_desktop.reports.trends import panels

Placed = tuple[list[Shape], float]
"""Shapes, and where what comes next begins below them."""


def layout(chart: Chart, room: Room) -> Picture:
    """Place a chart, from the right where that is read from the right.

    Points in time and a ladder stand as bars where the room is narrow; bars of more series than there are
    patterns stand below one another, a panel for each, all on one scale.
    """
    if chart.kind == "line" and not room.stacked:
        shapes, bottom = panels(chart, room)
    elif is_ladder(chart, room):
        key, top = _key(chart, room)
        body, bottom = steps(chart, room, top)
        shapes = [*key, *body]
    elif len(chart.series) > len(PATTERNS):
        shapes, bottom = _multiples(chart, room)
    else:
        shapes, bottom = _grouped(chart, room, 0, scale(chart, _room_for_bars(chart, room)))
    made = Picture(room.width, bottom, room.size, tuple(shapes))
    return mirrored(made) if chart.dir == "rtl" else made


def _multiples(chart: Chart, room: Room) -> Placed:
    unit = scale(chart, _room_for_bars(chart, room))
    shapes: list[Shape] = []
    y = 0.0
    for series in chart.series:
        one, y = _grouped(replace(chart, series=(series,)), room, y, unit)
        shapes += one
        y += room.size * 0.7
    return shapes, y


def _grouped(chart: Chart, room: Room, top: float, unit: float) -> Placed:
    key, below = _key(chart, room, top)
    body, bottom = _bars(chart, room, below, unit)
    return [*key, *body], bottom


def _key(chart: Chart, room: Room, top: float = 0.0) -> Placed:
    """Return which pattern is which."""
    shapes: list[Shape] = []
    y, size = top, room.size
    for series, pattern in zip(chart.series, PATTERNS, strict=False):
        shapes.append(Box(0.5, y + 2, size * 2, size - 1, pattern))
        for line in wrapped(series.label, room.width - size * 2.6, size):
            shapes.append(Label(size * 2.6, y + size, line, "start"))
            y += size * 1.35
        y += size * 0.25
    return shapes, y + size * 0.5


def _bars(chart: Chart, room: Room, top: float, unit: float) -> Placed:
    """Place a group of bars for each label, below one another."""
    size, bar, left = room.size, room.size * 1.25, _left(chart, room)
    beside = 0 if room.stacked else _label_width(chart, room)
    shapes: list[Shape] = []
    y = top
    for index, label in enumerate(chart.labels):
        lines = wrapped(label, beside or room.width, size)
        high = len(chart.series) * bar
        first = y if room.stacked else y + max(0.0, (high - len(lines) * size * 1.2) / 2)
        x, anchor = (0.5, "start") if room.stacked else (beside, "end")
        shapes += [Label(x, first + size * (1 + 1.2 * n), line, anchor) for n, line in enumerate(lines)]
        y += len(lines) * size * 1.2 + size * 0.35 if room.stacked else 0
        shapes += _group(chart, index, (left, y, unit), room)
        end = y + max(high, 0 if room.stacked else len(lines) * size * 1.2)
        shapes.append(Rule(left, y - (0 if room.stacked or not index else size * 0.7), left, end, "axis"))
        y = end + size * 0.7
    return shapes, y


def _left(chart: Chart, room: Room) -> float:
    """Return where bars begin."""
    return 0.5 if room.stacked else _label_width(chart, room) + room.size * 0.7 + 0.5


def _room_for_bars(chart: Chart, room: Room) -> float:
    """Return how long the longest bar may be, so that every number has its place after it."""
    numbers = (value(cell, chart.lang) for series in chart.series for cell in series.values)
    longest = max((length(number, room.size) for number in numbers), default=0)
    return room.width - _left(chart, room) - longest - room.size


def _label_width(chart: Chart, room: Room) -> float:
    longest = max((length(plain(label), room.size) for label in chart.labels), default=0)
    return min(room.width * 0.38, longest + 2)


def _group(chart: Chart, index: int, where: tuple[float, float, float], room: Room) -> Iterator[Shape]:
    left, y, unit = where
    bar = room.size * 1.25
    for n, (series, pattern) in enumerate(zip(chart.series, PATTERNS, strict=False)):
        cell = series.values[index]
        long = amount(cell) * unit
        if long:
            yield Box(left, y + n * bar + 1.5, long, bar - 3, pattern)
        base = y + n * bar + bar / 2 + room.size * 0.36
        yield Label(left + long + room.size * 0.45, base, value(cell, chart.lang), "start", strong=True)
