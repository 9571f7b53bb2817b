"""Where everything in a chart stands: bars beside or below their labels, or points in time."""

from collections.abc import Iterator

from vcse_desktop.reports.blocks import Chart, Shown
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
    length,
    mirrored,
    scale,
    wrapped,
)
from vcse_desktop.reports.trends import panels


def layout(chart: Chart, room: Room) -> Picture:
    """Place a chart, from the right where that is read from the right.

    One that shows time stands as bars where the room is narrow.
    """
    key, top = _key(chart, room)
    body, bottom = panels(chart, room) if _is_line(chart, room) else _bars(chart, room, top)
    made = Picture(room.width, bottom, room.size, (*(() if _is_line(chart, room) else key), *body))
    return mirrored(made) if chart.dir == "rtl" else made


def _is_line(chart: Chart, room: Room) -> bool:
    return chart.kind == "line" and not room.stacked


def _key(chart: Chart, room: Room) -> tuple[list[Shape], float]:
    """Return which pattern is which, and where the chart begins below it."""
    shapes: list[Shape] = []
    y, size = 0.0, room.size
    for series, pattern in zip(chart.series, PATTERNS, strict=False):
        shapes.append(Box(0.5, y + 2, size * 2, size - 1, pattern))
        for line in wrapped(series.label, room.width - size * 2.6, size):
            shapes.append(Label(size * 2.6, y + size, line, "start"))
            y += size * 1.35
        y += size * 0.25
    return shapes, y + size * 0.5


def _bars(chart: Chart, room: Room, top: float) -> tuple[list[Shape], float]:
    """Place a group of bars for each label, below one another."""
    size, bar = room.size, room.size * 1.25
    beside = 0 if room.stacked else _label_width(chart, room)
    left = beside + (size * 0.7 if beside else 0) + 0.5
    longest = max(length(value(c, chart.lang), size) for s in chart.series for c in s.values)
    unit = scale(chart, room.width - left - longest - size)
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


def _label_width(chart: Chart, room: Room) -> float:
    return min(room.width * 0.38, max(length(plain(label), room.size) for label in chart.labels) + 2)


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
