"""How points in time stand in a chart: a panel for each series, all on one scale."""

from collections.abc import Iterator

from vcse_desktop.reports.blocks import Cell, Chart, Shown
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.shapes import LINES, Dot, Label, Room, Rule, Shape, scale, wrapped


def panels(chart: Chart, room: Room) -> tuple[list[Shape], float]:
    """Place the panels below one another, time from left to right; return their shapes and height."""
    size, high = room.size, room.size * 7
    edge = room.size * 3
    step = (room.width - 2 * edge) / max(1, len(chart.labels) - 1)
    shapes: list[Shape] = []
    y = 0.0
    for series in chart.series:
        for line in wrapped(series.label, room.width, size):
            shapes.append(Label(0.5, y + size, line, "start"))
            y += size * 1.6
        base = y + high + size * 1.6
        shapes += _trend(series.values, chart, (edge, base, step, scale(chart, high)), size)
        shapes.append(Rule(0.5, base, room.width - 0.5, base, "axis"))
        for n, label in enumerate(chart.labels):
            for row, line in enumerate(wrapped(label, step, size)):
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
