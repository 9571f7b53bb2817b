"""What a list shows as a table: its records in its order, for a file or for wherever somebody pastes it."""

import csv
import io
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import mkdtemp

from vcse_desktop.actions.in_cells import InCells
from vcse_desktop.actions.leaving_tables import NOTE, READ_FIRST
from vcse_desktop.actions.listing import SHOWN, Wanted, listing
from vcse_desktop.actions.saying import Sayings
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.errors import WorldError
from vcse_desktop.exchange.harmless import harmless
from vcse_desktop.exchange.workbook import Cell, Workbook
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Field, Form, Privacy, Values
from vcse_desktop.store.gauge import Cancelled, Gauge, Progress
from vcse_desktop.store.unfit import Stopped
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import replace_file

__all__ = ["Stopped", "Tabled", "as_text", "proposed_name", "save", "save_bytes", "tabled"]

AT_ONCE = 500
WORKBOOK, COMMAS, PAPER = ".xlsx", ".csv", ".pdf"
ABOUT_PEOPLE = ("person", "support", "connection", "insight")
"""Kinds of record that are about people whatever is filled in."""
NAME, NAME_PERSONAL = N_("{list}, {day}"), N_("{list}, with personal data, {day}")
NOT_SAVED = (
    N_("The table was not saved"),
    N_(
        "The disk or stick may be full, may have been pulled out, or may not be written to. Your records are "
        "as they were. Choose another place, or free some space, and save again."
    ),
)


@dataclass(frozen=True, slots=True)
class Tabled:
    """A table: words over its columns, a row for each record, and each as the list says it in two lines.

    ``note`` says that it holds personal data; "" where it does not.
    """

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    lines: Sequence[tuple[str, str]]
    note: str


def tabled(
    vault: Vault,
    kind: str,
    language: str,
    wanted: Wanted,
    watched: tuple[Progress | None, Cancelled | None] = (None, None),
) -> Tabled:
    """Return what a list shows, of every field that is filled somewhere; NotAllowed unless a keeper is in.

    Stopped when it was stopped.
    """
    keepers_only(vault)
    found = listing(vault, kind, language, wanted)
    ids = found.ids()
    gauge, says, rows, lines = Gauge(2 * len(ids), *watched), Sayings(vault, language), list[Values](), []
    for start in range(0, len(ids), AT_ONCE):
        some = ids[start : start + AT_ONCE]
        rows += vault.rows_of(kind, some)
        lines += [(line.title, line.second) for line in found.lines(some)]
        gauge.go_on(len(some))
    fields = [field for field in TABLES[kind].fields if _is_shown(field) and _is_filled(field, rows)]
    in_cells, cells = InCells(says, TABLES[kind], fields, coded=False), list[Sequence[Cell]]()
    for start in range(0, len(rows), AT_ONCE):
        cells += in_cells.rows(rows[start : start + AT_ONCE])
        gauge.go_on(AT_ONCE)
    personal = kind in ABOUT_PEOPLE or any(field.privacy is not Privacy.NONE for field in fields)
    return Tabled(tr(TABLES[kind].label), in_cells.headings(), cells, lines, tr(NOTE) if personal else "")


def proposed_name(kind: str, day: date, *, personal: bool = True) -> str:
    """Return a name for the file that says what is in it and names nobody."""
    words = NAME_PERSONAL if personal else NAME
    return tr(words, list=tr(TABLES[kind].label), day=day.isoformat())


def as_text(made: Tabled) -> str:
    """Return the table as it is pasted into a spreadsheet: tabs between cells, one row on each line."""
    lines = [[*made.headings], *([_written(cell) for cell in row] for row in made.rows)]
    flat = ("\t".join(" ".join(cell.split()) for cell in line) for line in lines)
    return "\n".join([*flat, *(["", made.note] if made.note else [])])


def save(made: Tabled, file: Path) -> None:
    """Save it as a workbook, or as CSV where the name ends so; WorldError when the disk is at fault."""
    if file.suffix.lower() == COMMAS:
        save_bytes(_commas(made), file)
        return
    with Beside(file) as place, Workbook(place, made.note) as book:
        book.begin(made.title, made.headings)
        for row in made.rows:
            book.write(row)
        if made.note:
            book.note(tr(READ_FIRST), [made.note])


def save_bytes(content: bytes, file: Path) -> None:
    """Save what was made elsewhere, whole or not at all."""
    with Beside(file) as place:
        place.write_bytes(content)


class Beside:
    """A file in a folder of its own beside its place, which it takes at the end; else nothing of it stays."""

    def __init__(self, file: Path) -> None:
        self._file, self._folder = file, Path()

    def __enter__(self) -> Path:
        try:
            self._folder = Path(mkdtemp(prefix=".vcse-", dir=self._file.parent))
        except OSError:
            raise WorldError(*NOT_SAVED) from None
        return self._folder / self._file.name

    def __exit__(self, _: object, fault: BaseException | None, __: object) -> None:
        try:
            if fault is None:
                replace_file(self._folder / self._file.name, self._file)
        except OSError as error:
            fault = error
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)
        inner = fault.args[0] if fault is not None and fault.args else None
        if isinstance(fault, OSError) or isinstance(inner, OSError):
            raise WorldError(*NOT_SAVED) from None


def _commas(made: Tabled) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(map(harmless, made.headings))
    writer.writerows([_written(cell) for cell in row] for row in made.rows)
    if made.note:
        writer.writerows([[], [made.note]])
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    """Return a cell as plain text that no program calculates with."""
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else str(cell)


def _is_shown(field: Field) -> bool:
    return field.form in SHOWN or field.form is Form.AUTO


def _is_filled(field: Field, rows: Sequence[Values]) -> bool:
    return any(row[field.code] is not None for row in rows)
