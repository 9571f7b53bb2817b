"""Which kinds of files hold tables, told by what is in them and never by their name."""

from pathlib import Path

from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.exchange.tables.grid import Book

WHENEVER = Going()


def read_book(file: Path, going: Going = WHENEVER) -> Book:
    """Return all sheets of a file that hold anything.

    Raises WorldError when it cannot be read, Refused with what to do when it is no spreadsheet that can be
    read, Stopped when somebody wanted it to end.
    """
    raise NotImplementedError(file, going)
