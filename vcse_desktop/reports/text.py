"""The report as plain text: the same words in the same order, one line for each number."""

from collections.abc import Iterator, Sequence

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import (
    Block,
    Cell,
    Chart,
    Facts,
    Heading,
    Items,
    Link,
    NewPage,
    Notice,
    Para,
    Picture,
    Quote,
    Row,
    Run,
    Table,
    Text,
)
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.plain import address, plain

LINES = {1: "=", 2: "-", 3: "."}
"""What a heading of each level is underlined with."""
SECTION = 2
"""The level of heading that one more empty line stands before."""
SAYS = N_("{row}, {column}: {value}")
QUOTED = N_("“{words}”")
PAIR = N_("{name}: {value}")
PICTURE = N_("Picture: {shows}")


def text(blocks: Sequence[Block]) -> bytes:
    """Return the text in UTF-8, its lines ended as on Windows; the same bytes for the same input.

    A chart is left out: the table after it has all its words and numbers.
    """
    parts = [part for block in blocks if (part := [*_lines(block)])]
    return "".join(f"{line}\r\n" for part in parts for line in (*part, "")).encode("utf-8")


def _lines(block: Block) -> Iterator[str]:  # noqa: C901 - one case for each kind of block
    match block:
        case Heading(level=level, text=words):
            yield from ([""] if level == SECTION else [])
            yield plain(words)
            yield LINES[level] * max(len(plain(words)), 1)
        case Para(runs=runs):
            yield _said(runs)
        case Notice(text=words):
            yield plain(words)
        case Quote():
            yield from _quoted(block)
        case Items(items=items, ordered=ordered):
            for number, runs in enumerate(items, 1):
                yield f"{f'{number}.' if ordered else '-'} {_said(runs)}"
        case Facts(pairs=pairs):
            for name, cell in pairs:
                yield tr(PAIR, name=plain(name), value=_shown(cell, block.lang))
        case Table():
            yield from _table(block)
        case Picture(description=shows):
            yield tr(PICTURE, shows=plain(shows))
        case Chart() | NewPage():
            return
        case _:
            raise TypeError(f"no line for a {type(block).__name__}")


def _quoted(quote: Quote) -> Iterator[str]:
    yield tr(QUOTED, words=plain(quote.text))
    if quote.source:
        yield plain(quote.source)
    if quote.translation:
        yield tr("Translation: {words}", words=plain(quote.translation))


def _table(table: Table) -> Iterator[str]:
    """Yield its name, the words over its columns, a line for each number, and what is said under it."""
    columns = [plain(column) for column in table.columns]
    yield tr("Table {number}. {caption}", number=table.number, caption=plain(table.caption))
    yield "; ".join(columns)
    yield ""
    for row in table.rows:
        yield from _row(row, columns, table)
    if table.notes:
        yield ""
    yield from map(plain, table.notes)


def _row(row: Row, columns: Sequence[str], table: Table) -> Iterator[str]:
    cells = [_shown(cell, table.lang) for cell in row.cells]
    name = ", ".join(cells[: table.stub])
    for column, shown in zip(columns[table.stub :], cells[table.stub :], strict=True):
        yield tr(SAYS, row=name, column=column, value=shown)


def _shown(cell: Cell, language: str) -> str:
    return _said(cell.runs) if isinstance(cell, Text) else value(cell, language)


def _said(runs: Sequence[Run]) -> str:
    """Return the words of a line, an address in brackets after what leads to it."""
    return "".join(map(_run, runs)).strip()


def _run(run: Run) -> str:
    words = plain(run.text)
    to = address(run.url) if isinstance(run, Link) else ""
    return f"{words} ({to})" if to else words
