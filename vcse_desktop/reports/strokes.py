"""A list that people are counted by on paper: a box for strokes and one for the total beside each group."""

from collections.abc import Sequence

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blank import Groups
from vcse_desktop.reports.marks import Line, Piece, Square, Written
from vcse_desktop.reports.measured import ABOVE, ACROSS, LEADING, Print, broken, lines_of
from vcse_desktop.reports.spaces import GAP, PAD, Group

SHARE = 0.55
"""How much of the width the name of a group has; the rest is for counting."""
MARKS, TOTAL = N_("One stroke for each"), N_("Total")


def groups(one: Groups, print_: Print) -> list[Group]:
    """Return a list to count by: its name with its first group, then one group after the other."""
    left, box = ACROSS * SHARE, print_.words * 3.4
    strokes = ACROSS - left - box - 2 * PAD
    head = lines_of(one.label, print_.words, bold=True)
    over = _over(
        [
            (left, broken(tr(MARKS), strokes, print_.small)),
            (ACROSS - box, broken(tr(TOTAL), box, print_.small)),
        ],
        print_.small,
    )
    rows = [_to_count(name, print_, left, strokes, box) for name in one.groups]
    return [[*head, over, *rows[:1]], *([row] for row in rows[1:]), [Piece((), GAP)]]


def _to_count(name: str, print_: Print, left: float, strokes: float, box: float) -> Piece:
    size = print_.words
    lines = broken(name, left - GAP, size)
    high = max(print_.row, len(lines) * size * LEADING + 2 * PAD)
    base = (high - max(1, len(lines)) * size * LEADING) / 2 + size * ABOVE
    shown = [Written(0, base + n * size * LEADING, line, size) for n, line in enumerate(lines)]
    blank = [] if lines else [Line(0, high - 6, left - GAP, high - 6)]
    boxes = (Square(left, 2, strokes, high - 4), Square(ACROSS - box, 2, box, high - 4))
    return Piece((*shown, *blank, *boxes), high)


def _over(parts: Sequence[tuple[float, list[str]]], size: float) -> Piece:
    high = max(len(lines) for _, lines in parts) * size * LEADING
    return Piece(
        tuple(
            Written(x, size * (ABOVE + n * LEADING), line, size)
            for x, lines in parts
            for n, line in enumerate(lines)
        ),
        high,
    )
