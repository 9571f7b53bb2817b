"""What there is to write in on a form: lines, boxes to tick, boxes to count in, and a table of rows."""

from collections.abc import Callable, Mapping, Sequence

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blank import Asked, Room
from vcse_desktop.reports.marks import Line, Mark, Piece, Square, Written, moved
from vcse_desktop.reports.measured import ABOVE, ACROSS, LEADING, Print, broken, lines_of, wide

LINES = 5
"""As many lines as there are for words of somebody's own."""
SHORT, DAY_PARTS = 90.0, (N_("Day"), N_("Month"), N_("Year"))
GAP, PAD = 12.0, 4.0
YES_NO = (N_("Yes"), N_("No"))

BESIDE = (Room.LINE, Room.DAY, Room.NUMBER)
"""Rooms that stand beside their label."""

Group = list[Piece]
"""Pieces that stand on one page together where a page is high enough."""


def asked(one: Asked, print_: Print) -> Group:
    """Return a question with what there is to write in: beside it where the label leaves half the line."""
    if one.room in BESIDE and wide(one.label, print_.words, bold=True) <= ACROSS / 2:
        return [*_beside(one, print_), *lines_of(one.help, print_.small), _gap()]
    head = [*lines_of(one.label, print_.words, bold=True), *lines_of(one.help, print_.small)]
    if one.filled:
        return [*head, *lines_of(one.filled, print_.words), _gap()]
    return [*head, *_ROOMS[one.room](one, print_), _gap()]


def _beside(one: Asked, print_: Print) -> Group:
    size = print_.words
    left = wide(one.label, size, bold=True) + GAP
    base = (print_.row - size * LEADING) / 2 + size * ABOVE
    name = Written(0, base, one.label, size, bold=True)
    if one.filled:
        lines = broken(one.filled, ACROSS - left, size)
        words = [Written(left, base + n * size * LEADING, line, size) for n, line in enumerate(lines)]
        return [Piece((name, *words), print_.row + (len(lines) - 1) * size * LEADING)]
    if one.room is Room.LINE:
        return [Piece((name, *to_write(print_, left).marks), print_.row)]
    (room,) = _ROOMS[one.room](one, print_)
    return [Piece((name, *(moved(mark, 0, left) for mark in room.marks)), room.height)]


def to_write(print_: Print, left: float = 0.0, right: float = ACROSS) -> Piece:
    """Return one line to write on."""
    return Piece((Line(left, print_.row - 4, right, print_.row - 4),), print_.row)


def ticks(words: Sequence[str], print_: Print) -> Group:
    """Return boxes to tick with their words, in two columns where none of these is long."""
    half = ACROSS / 2 - GAP
    room = half - print_.tick - 8
    columns = 2 if all(len(broken(one, room, print_.words)) <= 2 for one in words) else 1  # noqa: PLR2004
    width = half if columns == 2 else ACROSS  # noqa: PLR2004 - two columns
    made = []
    for first in range(0, len(words), columns):
        cells = [_tick(one, print_, width) for one in words[first : first + columns]]
        marks = [
            moved(mark, 0, place * (half + GAP)) for place, cell in enumerate(cells) for mark in cell.marks
        ]
        made.append(Piece(tuple(marks), max(cell.height for cell in cells)))
    return made


def _tick(words: str, print_: Print, width: float) -> Piece:
    left, size = print_.tick + 8, print_.words
    lines = broken(words, width - left, size)
    high = max(1, len(lines)) * size * LEADING
    box = Square(1, (size * LEADING - print_.tick) / 2, print_.tick, print_.tick)
    shown = [Written(left, size * (ABOVE + n * LEADING), line, size) for n, line in enumerate(lines)]
    blank = [] if lines else [Line(left, size * LEADING, width, size * LEADING)]
    return Piece((box, *shown, *blank), high + 5)


def _day(_: Asked, print_: Print) -> Group:
    high, size, each = print_.row, print_.small, (2.6, 2.6, 4.2)
    marks: list[Mark] = []
    left = 0.0
    for part, letters in zip(DAY_PARTS, each, strict=True):
        wanted = max(letters * print_.words, wide(tr(part), size)) + 2 * PAD
        marks += [Square(left, 1, wanted, high - 2), Written(left, high + size * ABOVE, tr(part), size)]
        left += wanted + GAP
    return [Piece(tuple(marks), high + size * LEADING)]


def _number(_: Asked, print_: Print) -> Group:
    return [Piece((Square(0, 1, SHORT, print_.row - 2),), print_.row)]


def _gap() -> Piece:
    return Piece((), GAP)


def _line(_: Asked, print_: Print) -> Group:
    return [to_write(print_)]


def _lines(_: Asked, print_: Print) -> Group:
    return [to_write(print_)] * LINES


def _ticks(one: Asked, print_: Print) -> Group:
    return ticks(one.choices, print_)


_ROOMS: Mapping[Room, Callable[[Asked, Print], Group]] = {
    Room.LINE: _line,
    Room.LINES: _lines,
    Room.DAY: _day,
    Room.NUMBER: _number,
    Room.ONE: _ticks,
    Room.SEVERAL: _ticks,
}
