"""Spreadsheets made for a test in the formats that people have: by a library, or byte by byte."""

import struct
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

Cells = Sequence[object]
Rows = Sequence[Cells]
REAL_ENDING = (".csv", ".xlsx", ".xls", ".ods")
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
ODS_KIND = "application/vnd.oasis.opendocument.spreadsheet"
SPACES = {name: f"{OFFICE}{name}:1.0" for name in ("office", "table", "text", "manifest")} | {
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
}
SECTOR, DAY_ZERO = 512, date(1899, 12, 30)


def saved(folder: Path, content: bytes, name: str = "table.csv") -> Path:
    """Save bytes as a file."""
    file = folder / name
    file.write_bytes(content)
    return file


def xlsx(sheets: Mapping[str, Rows], *, hidden: Iterable[str] = (), **options: object) -> bytes:
    """Return an XLSX; a text that begins with "=" is a formula whose value is the text after "→"."""
    target = BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True, **options})
    formats = {
        date: book.add_format({"num_format": "dd/mm/yyyy"}),
        datetime: book.add_format({"num_format": "dd/mm/yyyy hh:mm"}),
        time: book.add_format({"num_format": "hh:mm"}),
    }
    for name, rows in sheets.items():
        sheet = book.add_worksheet(name)
        for row, cells in enumerate(rows):
            for column, cell in enumerate(cells):
                if isinstance(cell, str) and cell.startswith("="):
                    formula, _, value = cell.partition("→")
                    sheet.write_formula(row, column, formula, None, int(value) if value.isdigit() else value)
                elif isinstance(cell, date | time):
                    sheet.write_datetime(row, column, cell, formats[type(cell)])
                elif cell is not None:
                    sheet.write(row, column, cell)
        if name in hidden:
            sheet.hide()
        else:
            sheet.activate()
    book.close()
    return target.getvalue()


def ods(content: str, *, locked: bool = False) -> bytes:
    """Return an ODS with these sheets as XML."""
    spaces = " ".join(f'xmlns:{name}="{place}"' for name, place in SPACES.items())
    secret = "<manifest:encryption-data/>" if locked else ""
    manifest = f'<manifest:file-entry manifest:full-path="content.xml">{secret}</manifest:file-entry>'
    body = f"<office:body><office:spreadsheet>{content}</office:spreadsheet></office:body>"
    return zipped(
        {
            "mimetype": ODS_KIND,
            "META-INF/manifest.xml": f"<manifest:manifest {spaces}>{manifest}</manifest:manifest>",
            "content.xml": f"<office:document-content {spaces}>{body}</office:document-content>",
        }
    )


def ods_sheet(name: str, rows: Rows) -> str:
    """Return a sheet of an ODS as XML."""
    lines = ("".join(map(ods_cell, row)) for row in rows)
    whole = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    return f'<table:table table:name="{name}">{whole}</table:table>'


def ods_cell(cell: object) -> str:
    """Return a cell of an ODS as XML; a text that begins with "<" is XML already."""
    if cell is None:
        return "<table:table-cell/>"
    if isinstance(cell, str) and cell.startswith("<"):
        return cell
    if isinstance(cell, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{cell.isoformat()}"/>'
    if isinstance(cell, int | float):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    text = f"<text:p>{escape(str(cell))}</text:p>"
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of these parts."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def xls(rows: Rows, *, size: tuple[int, int] = (0, 0), before: bytes = b"") -> bytes:
    """Return an XLS (Excel 97) with one sheet; ``before`` are records that come first.

    A text that begins with "#" is an error, as what a formula left. ``size`` is what the sheet claims.
    """
    cells = b"".join(
        _xls_cell(row, column, cell)
        for row, line in enumerate(rows)
        for column, cell in enumerate(line)
        if cell is not None
    )
    high, wide = size if any(size) else (len(rows), max(map(len, rows)))
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1996, 0, 6))
    sheet += _record(0x0200, struct.pack("<IIHHH", 0, high, 0, wide, 0)) + cells + _record(0x000A)
    begin = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1996, 0, 6)) + before
    formats = b"".join(_record(0x00E0, struct.pack("<HH16x", 0, number)) for number in (0, 14))
    name = b"\6\0Sheet1"
    at = len(begin) + len(formats) + 4 + 6 + len(name) + 4
    globals_ = begin + formats + _record(0x0085, struct.pack("<IH", at, 0) + name) + _record(0x000A)
    return compound({"Workbook": (globals_ + sheet).ljust(8 * SECTOR, b"\0")})


def _xls_cell(row: int, column: int, cell: object) -> bytes:
    if isinstance(cell, str) and cell.startswith("#"):
        return _record(0x0205, struct.pack("<HHHBB", row, column, 0, 0x17, 1))
    if isinstance(cell, str):
        text = cell.encode("utf-16-le")
        return _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(cell), 1) + text)
    if isinstance(cell, date):
        return _record(0x0203, struct.pack("<HHHd", row, column, 1, (cell - DAY_ZERO).days))
    return _record(0x0203, struct.pack("<HHHd", row, column, 0, float(str(cell))))


def _record(kind: int, content: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def compound(streams: Mapping[str, bytes]) -> bytes:
    """Return an old Office document with these streams, of at least 4096 bytes each."""
    placed: list[tuple[str, int, int]] = []
    following: list[int] = [0xFFFFFFFD, 0xFFFFFFFE]  # the table itself, then the directory
    body = b""
    for name, content in streams.items():
        padded = content + b"\0" * (-len(content) % SECTOR)
        first, many = len(following), len(padded) // SECTOR
        following += [*range(first + 1, first + many), 0xFFFFFFFE]
        placed.append((name, first, len(content)))
        body += padded
    table = struct.pack(f"<{len(following)}I", *following).ljust(SECTOR, b"\xff")
    assert len(table) == SECTOR
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    entries += b"".join(_entry(name, 2, first, size) for name, first, size in placed)
    head = struct.pack("<8s16xHHHHH6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, 0)
    return head.ljust(SECTOR, b"\xff") + table + entries.ljust(SECTOR, b"\0") + body


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF) -> bytes:
    letters = name.encode("utf-16-le")
    none = 0xFFFFFFFF
    head = struct.pack("<64sHBBIII", letters, len(letters) + 2, kind, 1, none, none, child)
    return head + struct.pack("<16xI8x8xIQ", 0, start, size)
