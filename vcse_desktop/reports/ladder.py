"""How much say people have, drawn as a ladder on its side: what was planned, and what was reached."""

from collections.abc import Iterator

from vcse_desktop.reports.blocks import Cell, Chart
from vcse_desktop.reports.lettering import length, wrapped
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.plain import plain
from vcse_desktop.reports.shapes import PATTERNS, Box, Label, Room, Rule, Shape, amount, scale

LANES, FREE = 2, 0.4
"""What stands above the ladder and what below it; how much of a rung stays free of words, in sizes."""


def is_ladder(chart: Chart, room: Room) -> bool:
    """Say whether a chart is drawn as a ladder: there is room for each rung, and there are two lanes."""
    if chart.kind != "ladder" or room.stacked or len(chart.series) != LANES or not chart.labels:
        return False
    texts = [word for label in chart.labels for word in plain(label).split()]
    texts += [value(cell, chart.lang) for series in chart.series for cell in series.values]
    return max(length(text, room.size) for text in texts) <= _step(chart, room) - room.size * FREE


def steps(chart: Chart, room: Room, top: float) -> tuple[list[Shape], float]:
    """Place the rungs from one end to the other, and on each what was planned above and reached below."""
    size, step, high = room.size, _step(chart, room), room.size * 5
    names = [wrapped(label, step - size * FREE, size) for label in chart.labels]
    upper = top + size * 1.6 + high
    lower = upper + max(map(len, names)) * size * 1.2 + size * 0.8
    unit = scale(chart, high)
    shapes: list[Shape] = [Rule(0.5, y, room.width - 0.5, y, "axis") for y in (upper, lower)]
    for n, name in enumerate(names):
        middle = 0.5 + (n + 0.5) * step
        shapes += [
            Label(middle, upper + size * (1.3 + 1.2 * row), line, "middle") for row, line in enumerate(name)
        ]
        for lane, (series, edge) in enumerate(zip(chart.series, (upper, lower), strict=True)):
            shapes += _lane(lane, series.values[n], (middle, edge, unit), chart, room)
    borders = (0.5 + n * step for n in range(len(names) + 1))
    shapes += [Rule(x, upper, x, lower, "axis") for x in borders]
    return shapes, lower + high + size * 2


def _step(chart: Chart, room: Room) -> float:
    return (room.width - 1) / len(chart.labels)


def _lane(
    lane: int, cell: Cell, where: tuple[float, float, float], chart: Chart, room: Room
) -> Iterator[Shape]:
    """Yield what stands on one rung: a box that rises or hangs, and its number at the end of it."""
    middle, edge, unit = where
    long, wide = amount(cell) * unit, min(_step(chart, room) * 0.5, room.size * 5)
    if long:
        yield Box(middle - wide / 2, edge if lane else edge - long, wide, long, PATTERNS[lane])
    base = edge + long + room.size * 1.1 if lane else edge - long - room.size * 0.45
    yield Label(middle, base, value(cell, chart.lang), "middle", strong=True)
