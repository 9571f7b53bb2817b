"""What is laid in another way than it is told: tables that are too wide for large letters become lists."""

from collections.abc import Iterator, Sequence

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Block, Cell, Facts, Para, Row, Strong, Table, Words
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.naming import inside, table_name


def as_laid(blocks: Sequence[Block], edition: Edition) -> list[Block]:
    """Return the blocks as this edition lays them; the same words and numbers in the same order."""
    return [laid for block in blocks for laid in (_listed(block) if _is_wide(block, edition) else [block])]


def _is_wide(block: Block, edition: Edition) -> bool:
    return isinstance(block, Table) and len(block.columns) > edition.columns


def _listed(block: Block) -> Iterator[Block]:
    """Yield a table as its name, a list of names and values for each of its rows, and its notes."""
    assert isinstance(block, Table)  # noqa: S101 - see above
    about = {"lang": block.lang, "dir": block.dir}
    yield Para((Strong(table_name(block)),), "list-name", id=block.id, **about)
    for place, row in enumerate(block.rows):
        ident = f"{block.id}-{place}"
        yield Para((Strong(_name(row, block)),), "row-name", id=ident, **about)
        pairs = zip(block.columns[block.stub :], row.cells[block.stub :], strict=True)
        yield Facts(tuple(pairs), "row", id=f"{ident}-facts", **about)
    for place, note in enumerate(block.notes, 1):
        name = "last-note" if place == len(block.notes) else "note"
        yield Para((Words(note),), name, id=f"{block.id}-note-{place}", **about)


def _name(row: Row, block: Table) -> str:
    """Return what a row is about: each name with that of its column, a total by itself."""
    named = zip(block.columns, (_words(cell, block.lang) for cell in row.cells[: block.stub]), strict=False)
    return ", ".join(
        text if row.total else tr("{name}: {value}", name=name, value=text) for name, text in named
    )


def _words(cell: Cell, language: str) -> str:
    return "".join(run.text for run in inside(cell, language))
