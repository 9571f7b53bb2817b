"""A table with a row for each person, to be filled in by hand."""

from collections.abc import Sequence

from vcse_desktop.reports.blank import Grid
from vcse_desktop.reports.marks import Line, Piece, Written
from vcse_desktop.reports.measured import ABOVE, ACROSS, LEADING, Print, broken, fitted, wide
from vcse_desktop.reports.spaces import PAD, Group


def heads(grid: Grid, print_: Print) -> Piece:
    """Return the first row of a table: the names of its columns, as high as the highest."""
    edges, size = _edges(grid, print_), print_.words
    cells = [
        broken(label, right - left - 2 * PAD, size, bold=True)
        for (label, _), left, right in zip(grid.columns, edges[1:-1], edges[2:], strict=True)
    ]
    high = max(len(lines) for lines in cells) * size * LEADING + 2 * PAD
    words = [
        Written(left + PAD, PAD + size * (ABOVE + place * LEADING), line, size, bold=True)
        for lines, left in zip(cells, edges[1:], strict=False)
        for place, line in enumerate(lines)
    ]
    return Piece((*words, *_frame(edges, high), Line(0, 0, ACROSS, 0)), high)


def rows(grid: Grid, print_: Print, names: Sequence[str], many: int) -> Group:
    """Return so many rows of a table, the names in the first ones."""
    edges, size, high = _edges(grid, print_), print_.words, print_.row
    base = (high - size * LEADING) / 2 + size * ABOVE
    made = []
    for place in range(many):
        name = fitted(names[place], edges[2] - edges[1] - 2 * PAD, size) if place < len(names) else ""
        words = [Written(PAD, base, str(place + 1), size)]
        words += [Written(edges[1] + PAD, base, name, size)] if name else []
        made.append(Piece((*words, *_frame(edges, high)), high))
    return made


def _edges(grid: Grid, print_: Print) -> list[float]:
    """Return where the columns of a table begin, with one for the number of the row first; then its end.

    Each column is as wide as the longest word over it, as far as the page goes; the rest is shared out.
    """
    first = wide("00", print_.words) + 2 * PAD
    least = [
        max(print_.words * 3, *(wide(word, print_.words, bold=True) for word in label.split() or [""]))
        + 2 * PAD
        + 1
        for label, _ in grid.columns
    ]
    rest, total = ACROSS - first - sum(least), sum(share for _, share in grid.columns)
    made = [0.0, first]
    for need, (_, share) in zip(least, grid.columns, strict=True):
        width = need + rest * share / total if rest >= 0 else need * (ACROSS - first) / sum(least)
        made.append(made[-1] + width)
    return made


def _frame(edges: Sequence[float], high: float) -> list[Line]:
    return [*(Line(x, 0, x, high) for x in edges), Line(0, high, ACROSS, high)]
