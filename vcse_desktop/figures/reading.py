"""How a value is read from a record: None, or nothing at all, where nobody wrote it down."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import cast

from vcse_desktop.figures.gathering import Row


def ident(row: Row) -> int:
    """Return the id of a record."""
    return cast("int", row["id"])


def number(row: Row, code: str) -> int | None:
    """Return a count, a link, or time in minutes."""
    value = row.get(code)
    if value is None or isinstance(value, int):  # asked for a million times
        return value
    return next(links(row, code), None)


def links(row: Row, code: str) -> Iterator[int]:
    """Return the ids of one link or of several."""
    return (value for value in _values(row, code) if isinstance(value, int))


def text(row: Row, code: str) -> str:
    """Return a text or the code of a choice; "" when there is none."""
    value = row.get(code)
    if value is None or isinstance(value, str):
        return value or ""
    return next(choices(row, code), "")


def choices(row: Row, code: str) -> Iterator[str]:
    """Return the codes of one choice or of several."""
    return (value for value in _values(row, code) if isinstance(value, str) and value)


def day(row: Row, code: str) -> date | None:
    """Return a day."""
    written = text(row, code)
    return date.fromisoformat(written) if written else None


def _values(row: Row, code: str) -> Iterable[object]:
    value = row.get(code)
    return value if isinstance(value, list | tuple) else (value,)
