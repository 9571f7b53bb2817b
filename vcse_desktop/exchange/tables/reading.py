"""Which kinds of files hold tables, told by what is in them and never by their name."""

from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.exchange.tables import kinds
from vcse_desktop.exchange.tables.archive import Archive
from vcse_desktop.exchange.tables.delimited import text_grid
from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.exchange.tables.grid import Book, Grid
from vcse_desktop.exchange.tables.limits import MOST_BYTES
from vcse_desktop.exchange.tables.packages import (
    DESCRIPTOR,
    Folder,
    Packed,
    described,
    is_descriptor,
    is_json,
)
from vcse_desktop.exchange.tables.process import Reader
from vcse_desktop.exchange.tables.refusals import (
    DAMAGED,
    EMPTY,
    FOLDER,
    GONE,
    LOCKED,
    NO_SPREADSHEET,
    NO_TABLE,
    OTHER_FORMAT,
    TOO_LARGE,
)
from vcse_desktop.i18n import tr

WHENEVER = Going()


def read_book(file: Path, going: Going = WHENEVER, reader: Reader | None = None) -> Book:
    """Return all sheets of a file that hold anything.

    CSV in any form, XLSX, XLS, ODS, and Frictionless Data Packages: a datapackage.json, or the folder or ZIP
    that has one. ``reader`` is given by whoever reads many, and ends it. Raises WorldError when the file
    cannot be opened, Refused with what to do when there is nothing in it that can be read, Stopped when
    somebody wanted it to end.
    """
    going.on(0, 1)
    with ExitStack() as stack:
        found = _grids(file, reader or stack.enter_context(Reader()), going)
    if not found:
        raise Refused(*NO_TABLE, name=file.name)
    going.on(1, 1)
    return Book(file.name, found)


def _grids(file: Path, reader: Reader, going: Going) -> tuple[Grid, ...]:
    try:
        if file.is_dir():
            if not (file / DESCRIPTOR).is_file():
                raise Refused(*FOLDER, name=file.name)
            file = file / DESCRIPTOR
        if file.stat().st_size > MOST_BYTES:
            raise Refused(*TOO_LARGE, name=file.name, most=MOST_BYTES >> 20)
        raw = file.read_bytes()
    except (OSError, ValueError):  # ValueError: a NUL in the name
        raise WorldError(*GONE, name=file.name) from None
    if not raw.strip(b"\0"):
        raise Refused(*EMPTY, name=file.name)
    contents = _Contents(reader)
    if is_descriptor(file.name, raw):
        return described(file.name, raw, Folder(file.parent), replace(contents, within=True), going)
    return contents(file.name, raw, going)


@dataclass(frozen=True, slots=True)
class _Contents:
    """Reads bytes, whatever they are; ``within`` a package there is no other."""

    reader: Reader
    within: bool = False

    def __call__(
        self, name: str, raw: bytes, going: Going, encoding: str = "", delimiter: str = ""
    ) -> tuple[Grid, ...]:
        """Return the sheets that are in these bytes."""
        if raw.startswith((kinds.ZIP, kinds.EMPTY_ZIP)):
            return self._archived(name, raw, going)
        if raw.startswith(kinds.CFB):
            kind = kinds.cfb_kind(raw)
            if kind == kinds.XLS:
                return self.reader.grids(name, kind, raw, going)
            told = {kinds.LOCKED: LOCKED, kinds.DAMAGED: DAMAGED}.get(kind, NO_SPREADSHEET)
            raise Refused(*told, name=name, kind=tr(kinds.DOCUMENT))
        if other := kinds.other_spreadsheet(raw):
            raise Refused(*OTHER_FORMAT, name=name, kind=tr(other))
        if other := kinds.other_kind(raw) or ("JSON" if is_json(raw) else ""):
            raise Refused(*NO_SPREADSHEET, name=name, kind=tr(other))
        return (text_grid(name, raw, going, encoding=encoding, delimiter=delimiter),)

    def _archived(self, name: str, raw: bytes, going: Going) -> tuple[Grid, ...]:
        archive = Archive(name, raw)
        mimetype = archive.part("mimetype") if "mimetype" in archive.names else b""
        kind = kinds.zip_kind(archive.names, mimetype.decode("ascii", "replace"))
        if kind == kinds.PACKAGE and not self.within:
            packed = Packed(archive)
            described_there = archive.part(packed.descriptor)
            return described(name, described_there, packed, replace(self, within=True), going)
        if kind in (kinds.XLSX, kinds.ODS):
            return self.reader.grids(name, kind, raw, going)
        told = OTHER_FORMAT if kind in kinds.SPREADSHEETS else NO_SPREADSHEET
        raise Refused(*told, name=name, kind=tr(kind))
