"""The tables of a signed pack as a workbook, for whoever works with them on their own computer."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from vcse_desktop.actions.checking import PUBLISH
from vcse_desktop.actions.leaving_tables import READ_FIRST
from vcse_desktop.actions.opening import Contents, read_pack
from vcse_desktop.actions.tabling import WORKBOOK, Beside
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.words import reader_line
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.workbook import Cell as Written
from vcse_desktop.exchange.workbook import Workbook
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Cell, Shown, Text
from vcse_desktop.reports.numbers import day, quarters, value
from vcse_desktop.reports.plain import plain
from vcse_desktop.reports.text import PAIR
from vcse_desktop.store.vault import Vault

__all__ = ["WORKBOOK", "proposed_name", "save_tables"]

NAME = N_("Tables of pack {pack}")
COPY = N_(
    "These are the tables of a summary pack, copied into a workbook. Nobody has signed the workbook: what "
    "counts is the pack."
)
NO_FORMULAS = N_("The workbook has no formulas. Where [c] stands, there is no number, so a sum misses it.")
SHEET = N_("{number} {table}")
NO_TABLES = (
    N_("There are no tables in it"),
    N_("This file tells something else than numbers, so there is nothing to save as a workbook."),
)


def proposed_name(pack: str) -> str:
    """Return a name for the file: that of the pack, and nobody's."""
    return tr(NAME, pack=pack) + WORKBOOK


def save_tables(vault: Vault, pack: Path, file: Path, language: str) -> int:
    """Check a pack once more and write its tables into a workbook, a sheet for each; return how many.

    Raises as ``read_pack``; Refused when it has none; WorldError when the disk says no: then no file is made.
    """
    contents = read_pack(vault, pack)
    if not contents.tables:
        raise Refused(*NO_TABLES)
    with Beside(file) as place:
        write_tables(contents, place, language)
    return len(contents.tables)


def write_tables(contents: Contents, file: Path, language: str) -> None:
    """Write a sheet of notes, then each table on a sheet that is called as it is."""
    with Workbook(file, tr(COPY), contents.title) as book:
        book.note(tr(READ_FIRST), [*_said(contents, language)])
        for table in contents.tables:
            book.begin(
                tr(SHEET, number=table.number, table=plain(table.caption)), [*map(plain, table.columns)]
            )
            for row in table.rows:
                book.write([_written(cell, language) for cell in row.cells])


def _written(cell: Cell, language: str) -> Written:
    """Return a cell as a workbook has it: a number as a number, hours to the quarter, all else as words."""
    if isinstance(cell, Shown):
        return quarters(cell.number) / 4 if cell.hours else cell.number
    return plain("".join(run.text for run in cell.runs)) if isinstance(cell, Text) else value(cell, language)


def _said(contents: Contents, language: str) -> Iterator[str]:
    """Yield what stands before the tables: what this is, whose, and how its numbers are to be read."""
    claims = contents.claims
    yield tr(COPY)
    for name, words in _facts(claims, language):
        if words:
            yield tr(PAIR, name=name, value=plain(words))
    rule = claims["disclosure"]
    yield reader_line(Policy(str(rule["policy"]), int(rule["threshold"]), int(rule["round_base"])))
    yield tr(NO_FORMULAS)
    for table in contents.tables:
        yield tr(SHEET, number=table.number, table=plain(table.caption))


def _facts(claims: Mapping[str, Any], language: str) -> Iterator[tuple[str, str]]:
    first, last = (day(date.fromisoformat(claims["period"][one]), language) for one in ("from", "to"))
    yield tr(N_("Signed by")), str(claims["issuer"]["name"])
    yield tr(N_("Title")), str(claims["title"])
    yield tr(N_("Days")), tr(N_("{first} to {last}"), first=first, last=last)
    yield tr(N_("Signed on")), day(date.fromisoformat(claims["issued"][:10]), language)
    yield tr(N_("Pack number")), str(claims["pack"])
    yield tr(N_("Number in the series")), str(claims["sequence"])
    yield tr(N_("Why they share it")), str(claims["purpose"])
    yield tr(N_("How long you may keep it")), str(claims["retention"])
    yield tr(N_("Passing it on")), tr(PUBLISH[claims["may_publish"]])
