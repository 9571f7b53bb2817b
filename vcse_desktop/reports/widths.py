"""How wide the columns of a table are: as wide as their words, as far as the page goes."""

from vcse_desktop.reports import naming
from vcse_desktop.reports.blocks import Cell, Table
from vcse_desktop.reports.letters import Marked, marked, words
from vcse_desktop.reports.naming import table_name
from vcse_desktop.reports.paper import BOLD, COLUMN, kit

NUMBER_WIDTH = 84.0  # what a column of numbers gets when there is room
MOST_WIDTH = 260.0  # a longer name of a row goes on below itself
PADDING = 5.0
LETTERS, CAPTION_LETTERS = 10.0, 1.06


def title(block: Table) -> Marked:
    """Return the caption with its number."""
    return words(table_name(block))


def inside(cell: Cell, language: str) -> Marked:
    """Return what stands in a cell."""
    return marked(naming.inside(cell, language))


def widths(block: Table) -> list[float]:
    """Return a width for each column: no word is broken if there is room, and numbers stand alike."""
    longest = [max(_wide(*text.split()) for text in _column(block, n)) for n in range(len(block.columns))]
    names = [min(_wide(*_column(block, n)), MOST_WIDTH) for n in range(block.stub)]
    least = [min(both) for both in zip(names, longest, strict=False)]
    numbers = longest[block.stub :]
    alike = [max([*numbers, NUMBER_WIDTH * 0.6])] * len(numbers)
    if alike and sum(names) + sum(alike) <= COLUMN:
        numbers = alike
    room = COLUMN - sum(least) - sum(numbers)
    if room < 0:
        return [width * COLUMN / (COLUMN - room) for width in (*least, *numbers)]
    more = min(room, sum(names) - sum(least))
    each = (room - more) / max(1, len(numbers))
    numbers = [max(width, min(NUMBER_WIDTH, width + each)) for width in numbers]
    stubs = [width + more / len(least) for width in least]
    return [stubs[0] + _missing(block, sum(stubs) + sum(numbers)), *stubs[1:], *numbers]


def _missing(block: Table, have: float) -> float:
    """Return how much wider the table must be to hold its caption on one line, if the page is wide enough."""
    return max(0.0, min(_wide(title(block)) * CAPTION_LETTERS, COLUMN) - have)


def _column(block: Table, column: int) -> list[str]:
    return [words(block.columns[column]), *(inside(row.cells[column], block.lang) for row in block.rows)]


def _wide(*pieces: str) -> float:
    """Return the width of the widest piece, in the bold letters of a header."""
    width = kit().metrics.stringWidth
    return max((float(width(piece, BOLD, LETTERS)) for piece in pieces), default=0) + 2 * PADDING + 1
