"""What a report is made of: blocks and cells that hold words and protected numbers, and no markup."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """Plain words inside a paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter more than those around them."""

    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address. ``description`` says where to, for people who hear the page."""

    url: str
    text: str
    description: str


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the paragraph around them."""

    text: str
    lang: str
    dir: str


Run = Words | Strong | Link | Foreign


@dataclass(frozen=True, slots=True)
class Shown:
    """A number that may be shown; in whole minutes when it is ``hours``."""

    number: int
    hours: bool = False


@dataclass(frozen=True, slots=True)
class Hidden:
    """A number that is hidden to protect people. It is not here."""


@dataclass(frozen=True, slots=True)
class NotRecorded:
    """Nobody wrote it down."""


@dataclass(frozen=True, slots=True)
class NotAsked:
    """Nobody asked."""


@dataclass(frozen=True, slots=True)
class NotSaid:
    """The person prefers not to say."""


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a table or beside a name."""

    runs: tuple[Run, ...]


Cell = Shown | Hidden | NotRecorded | NotAsked | NotSaid | Text


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table; a ``total`` row stands apart from the rows above it."""

    cells: tuple[Cell, ...]
    total: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One set of bars or points of a chart: its name, and a value for each label of the chart."""

    label: str
    values: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One piece of a report. Empty ``lang``, ``dir`` and ``id`` are filled when the report is complete."""

    id: str = ""
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Heading(Block):
    """A heading of level 1 (one in each report) to 3."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Para(Block):
    """A paragraph. ``role`` is "" or "nothing" (a section without records), "lead" or "closing"."""

    runs: tuple[Run, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Quote(Block):
    """What a person said, in the block's language; who said it, and a translation, in the report's."""

    text: str
    source: str
    translation: str = ""


@dataclass(frozen=True, slots=True)
class Items(Block):
    """A list of things, each a line of runs."""

    items: tuple[tuple[Run, ...], ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table(Block):
    """A table. The first ``stub`` cells of each row name it. ``number`` is filled at the end."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    stub: int = 1
    number: int = 0


@dataclass(frozen=True, slots=True)
class Chart(Block):
    """The picture of the table that follows it; ``table`` is that table's id.

    ``kind`` is "bars" (to three series in groups, more in a panel each), "line" (points in time, one panel
    for each series) or "ladder" (rungs as labels; two series, what was planned and what was reached).
    """

    kind: str
    title: str
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    table: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Facts(Block):
    """Names with what belongs to them. ``role``: "" a list, "figures" large numbers, "digits" to compare.

    "row" is one of a table that is laid as lists.
    """

    pairs: tuple[tuple[str, Cell], ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class Notice(Block):
    """A sentence that a reader should not miss."""

    text: str


@dataclass(frozen=True, slots=True)
class Picture(Block):
    """A picture that we have written anew ourselves, as PNG, and what it shows, typed by a person.

    ``width`` and ``height`` are its points across and down.
    """

    content: bytes
    description: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class NewPage(Block):
    """What follows begins on a new page."""


def strings(piece: object) -> Iterator[str]:
    """Yield every text in a block, run, cell or tuple of them, in order."""
    if isinstance(piece, str):
        yield piece
    elif isinstance(piece, tuple):
        for part in piece:
            yield from strings(part)
    elif is_dataclass(piece):
        for field in fields(piece):
            yield from strings(getattr(piece, field.name))
