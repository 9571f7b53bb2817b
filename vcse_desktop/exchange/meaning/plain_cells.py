"""What a cell says by itself, as text, a number, a time of day, a year or a number to call."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time

from vcse_desktop.exchange.meaning.days import Order, day
from vcse_desktop.exchange.meaning.marks import CAME, mark_of
from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.records.fields import Kind
from vcse_desktop.records.typed import NotUnderstood, count, pence, yes_no

NATIONAL = 10
"""Figures of a British number that has lost its nought."""


def text(cell: Cell) -> str:
    """Return a cell in words, as a person would have typed it."""
    if isinstance(cell, str):
        return cell.strip()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return _figures(cell)


def _figures(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e15 else f"{cell:.10g}"  # noqa: PLR2004
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, time):
        return cell.isoformat("minutes")
    return str(cell)


def line(cell: Cell) -> str:
    """Return a cell on one line."""
    return " ".join(text(cell).split())


def line_of_names(cell: Cell) -> str:
    """Return a cell with its line ends, which stand between names."""
    return "\n".join(" ".join(one.split()) for one in text(cell).splitlines())


def note(cell: Cell) -> str:
    """Return a cell with its lines."""
    return text(cell).replace("\r\n", "\n").replace("\r", "\n")


def number(cell: Cell) -> object:
    """Return an amount of money in pence."""
    if isinstance(cell, int | float) and not isinstance(cell, bool) and cell >= 0:
        return int(cell * 100 + 0.5)
    return pence(line(cell))


def tick(cell: Cell) -> object:
    """Return yes or no."""
    if isinstance(cell, bool):
        return cell
    return True if mark_of(cell) in CAME and mark_of(cell) not in ("p", "/", "\\") else yes_no(line(cell))


def time_of_day(cell: Cell) -> str:
    """Return a time of day as it is compared with another."""
    if isinstance(cell, datetime):
        return cell.time().isoformat("minutes")
    if isinstance(cell, int | float) and 0 < cell < 1:
        minutes = int(cell * 24 * 60 + 0.5)
        return f"{minutes // 60:02}:{minutes % 60:02}"
    return line(cell)


def phone(cell: Cell) -> str:
    """Return a number to call; a nought that a spreadsheet took from its beginning is put back."""
    words = line(cell)
    if not isinstance(cell, str) and words.isdecimal() and len(words) == NATIONAL:
        return f"0{words}"
    return words


def year(cell: Cell) -> int:
    """Return the year of birth; of a day nothing else is kept."""
    try:
        return int(day(cell, Order.DAY)[:4])
    except NotUnderstood:
        return count(line(cell))


PLAIN: Mapping[Kind, Callable[[Cell], object]] = {
    Kind.TEXT: line,
    Kind.NOTE: note,
    Kind.NUMBER: number,
    Kind.COUNT: lambda cell: count(line(cell)),
    Kind.YES_NO_UNKNOWN: tick,
}
"""What the cells of each kind of field say."""
BY_FIELD: Mapping[str, Callable[[Cell], object]] = {"birth_year": year, "phone": phone}
"""What those of some fields say."""
