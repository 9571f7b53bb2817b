"""What is printed round the words of a block: the names of tables and charts, the marks of a quote."""

from collections.abc import Iterator

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Cell, Chart, Items, Quote, Run, Table, Text, Words
from vcse_desktop.reports.numbers import value


def table_name(block: Table) -> str:
    """Return the caption with its number."""
    return tr("Table {number}. {caption}", number=block.number, caption=block.caption)


def chart_name(block: Chart) -> str:
    """Return what stands over a chart."""
    return tr("Chart of table {number}. {caption}", number=block.number, caption=block.title)


def quoted(block: Quote) -> str:
    """Return what was said, in its marks."""
    return f"\u201c{block.text}\u201d"


def beneath(block: Quote) -> list[str]:
    """Return what stands under a quote: who said it, and a translation, as far as there are."""
    translation = tr("Translation: {words}", words=block.translation) if block.translation else ""
    return [line for line in (block.source, translation) if line]


def labels(block: Items) -> Iterator[str]:
    """Yield what stands before each thing of a list."""
    for number in range(1, len(block.items) + 1):
        yield f"{number}." if block.ordered else "\u2022"


def inside(cell: Cell, language: str) -> tuple[Run, ...]:
    """Return what stands in a cell."""
    return cell.runs if isinstance(cell, Text) else (Words(value(cell, language)),)
