"""How wide words are on paper, and how they are broken so that none leaves its column."""

from dataclasses import dataclass

from vcse_desktop.reports.marks import Piece, Written
from vcse_desktop.reports.paper import HEIGHT, WIDTH, kit
from vcse_desktop.reports.styles import BOLD, REGULAR

EDGE = 40.0
"""Points that stay free on the left and on the right."""
MARGIN = 26.0
"""Those that stay free above and below what every page carries."""
ACROSS = WIDTH - 2 * EDGE
LEADING = 1.35
ABOVE = 0.96
"""How far the base line lies below the top of a line, as a part of the size: no letter is higher."""


@dataclass(frozen=True, slots=True)
class Print:
    """The sizes of one way of printing, in points. ``row`` is the height of a row to write in."""

    words: float
    small: float
    title: float
    row: float
    tick: float

    @property
    def top(self) -> float:
        """Where the content of a page begins: under the line that every page carries."""
        return MARGIN + self.small * LEADING + 8

    @property
    def foot(self) -> float:
        """Where it ends."""
        return HEIGHT - MARGIN - self.small * LEADING - 8


USUAL = Print(words=11, small=9.5, title=20, row=26, tick=12)
LARGE = Print(words=18, small=18, title=24, row=38, tick=19)


def wide(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a line of words."""
    return float(kit().metrics.stringWidth(text, BOLD if bold else REGULAR, size))


def broken(text: str, width: float, size: float, *, bold: bool = False) -> list[str]:
    """Return a text in lines of at most this width: between words, or within one that is too long."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if wide(joined, size, bold=bold) <= width:
            lines[-1] = joined
            continue
        rest = word
        while wide(rest, size, bold=bold) > width:
            fits = _fitting(rest, width, size, bold=bold)
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    return [line for line in lines if line]


def fitted(text: str, width: float, size: float, *, bold: bool = False) -> str:
    """Return a text on one line: whole, or as much of it as there is room for and an ellipsis."""
    if wide(text, size, bold=bold) <= width:
        return text
    room = width - wide("…", size, bold=bold)
    return text[: _fitting(text, room, size, bold=bold)].rstrip() + "…" if room > 0 else ""


def lines_of(
    text: str, size: float, width: float = ACROSS, *, left: float = 0.0, bold: bool = False
) -> list[Piece]:
    """Return a text as pieces of one line each."""
    return [
        Piece((Written(left, size * ABOVE, line, size, bold),), size * LEADING)
        for line in broken(text, width, size, bold=bold)
    ]


def _fitting(text: str, width: float, size: float, *, bold: bool) -> int:
    """Return how many letters of a text, one at least, are no wider than this."""
    least, most = 1, len(text)
    while least < most:
        half = (least + most + 1) // 2
        if wide(text[:half], size, bold=bold) <= width:
            least = half
        else:
            most = half - 1
    return least
