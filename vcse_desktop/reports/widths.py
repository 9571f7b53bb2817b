"""How wide the columns of a table are: as wide as their words, as far as the page goes."""

from vcse_desktop.reports.blocks import Table
from vcse_desktop.reports.editions import USUAL, Edition
from vcse_desktop.reports.naming import inside, table_name
from vcse_desktop.reports.paper import COLUMN, wide

NUMBER_WIDTH, LARGE_NUMBER_WIDTH = 84.0, 150.0  # what a column of numbers gets when there is room
MOST_WIDTH, LARGE_MOST_WIDTH = 260.0, 330.0  # a longer name of a row goes on below itself
PADDING = 5.0
LETTERS, LARGE_LETTERS, CAPTION_LETTERS = 10.0, 18.0, 1.06


def widths(block: Table, edition: Edition = USUAL) -> list[float]:
    """Return a width for each column: no word is broken if there is room, and numbers stand alike."""
    columns = [_column(block, n) for n in range(len(block.columns))]
    longest = [max(_wide(edition, *text.split()) for text in column) for column in columns]
    most = LARGE_MOST_WIDTH if edition.large else MOST_WIDTH
    names = [min(_wide(edition, *column), most) for column in columns[: block.stub]]
    least = [min(both) for both in zip(names, longest, strict=False)]
    numbers = longest[block.stub :]
    usual = LARGE_NUMBER_WIDTH if edition.large else NUMBER_WIDTH
    alike = [max([*numbers, usual * 0.6])] * len(numbers)
    if alike and sum(names) + sum(alike) <= COLUMN:
        numbers = alike
    room = COLUMN - sum(least) - sum(numbers)
    if room < 0:
        return [width * COLUMN / (COLUMN - room) for width in (*least, *numbers)]
    more = min(room, sum(names) - sum(least))
    each = (room - more) / max(1, len(numbers))
    numbers = [max(width, min(usual, width + each)) for width in numbers]
    stubs = [width + more / len(least) for width in least]
    more = _missing(block, edition, sum(stubs) + sum(numbers))
    return [stubs[0] + more, *stubs[1:], *numbers]


def _missing(block: Table, edition: Edition, have: float) -> float:
    """Return how much wider the table must be to hold its caption on one line, if the page is wide enough."""
    return max(0.0, min(_wide(edition, table_name(block)) * CAPTION_LETTERS, COLUMN) - have)


def _column(block: Table, column: int) -> list[str]:
    cells = (inside(row.cells[column], block.lang) for row in block.rows)
    return [block.columns[column], *("".join(run.text for run in cell) for cell in cells)]


def _wide(edition: Edition, *pieces: str) -> float:
    """Return the width of the widest piece, in the bold letters of a header."""
    size = LARGE_LETTERS if edition.large else LETTERS
    return max((wide(piece, edition, size, bold=True) for piece in pieces), default=0) + 2 * PADDING + 1
