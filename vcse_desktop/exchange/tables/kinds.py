"""What kind of file something is, told by its bytes: names of files say what somebody hoped."""

import re
import struct

from vcse_desktop.exchange.tables.compound import SIGNATURE, Compound
from vcse_desktop.exchange.tables.old_excel import BOOKS
from vcse_desktop.i18n import N_

ZIP, CFB = b"PK\x03\x04", SIGNATURE
EMPTY_ZIP = b"PK\x05\x06"
XLSX, XLS, ODS, PACKAGE = "xlsx", "xls", "ods", "package"
LOCKED, DAMAGED = "locked", "damaged"
DOCUMENT = N_("a text document")
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
OTHERS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", N_("a PDF")),
    (b"\x89PNG", N_("a picture")),
    (b"\xff\xd8\xff", N_("a picture")),
    (b"GIF8", N_("a picture")),
    (b"BM", N_("a picture")),
    (b"II*\0", N_("a picture")),
    (b"MM\0*", N_("a picture")),
    (b"RIFF", N_("a picture, sound or film")),
    (b"ID3", N_("a sound")),
    (b"{\\rtf", DOCUMENT),
    (b"SQLite format 3", N_("a database")),
    (b"\0\1\0\0Standard", N_("a database")),
    (b"\x1f\x8b", N_("a packed file")),
    (b"7z\xbc\xaf", N_("a packed file")),
    (b"Rar!", N_("a packed file")),
    (b"MZ", N_("a program")),
    (b"\x7fELF", N_("a program")),
)
"""How files begin that are no spreadsheets, and what they are."""
BINARY_ALONE = frozenset({b"BM", b"MZ", b"ID3", b"II*\0", b"RIFF", b"GIF8", b"Rar!"})
"""Beginnings that a table of text may have as well: they count when bytes follow that are no text."""
OLD_EXCEL = re.compile(rb"\x09[\x00\x02\x04]\x04\x00|\x09\x08[\x06\x08]\x00\x00[\x05\x06]")
MARKUP = re.compile(
    r"(?:\ufeff)?\s*<(?:\?xml|!doctype|!--|html|head|body|table|meta|style|div)\b", re.IGNORECASE
)
NO_TEXT = re.compile(rb"[\x00-\x06\x0e-\x19]")
HEAD = 1 << 12


def other_kind(raw: bytes) -> str:
    """Return what a file is that is no spreadsheet, in words, or "" when that does not show."""
    head = raw[:HEAD]
    for beginning, words in OTHERS:
        if head.startswith(beginning) and (beginning not in BINARY_ALONE or NO_TEXT.search(head)):
            return words
    if head[4:8] == b"ftyp":
        return N_("a picture, sound or film")
    return ""


def other_spreadsheet(raw: bytes) -> str:
    """Return the name of a format of spreadsheets that we do not read, or "" when it is none of these."""
    if OLD_EXCEL.match(raw):
        return N_("Excel before 1993")
    head = raw[:HEAD].decode("utf-8", "replace")
    if MARKUP.match(head):
        if "urn:schemas-microsoft-com:office:spreadsheet" in head:
            return N_("Excel 2003 XML")
        return N_("flat OpenDocument") if OPEN_DOCUMENT in head else N_("a web page")
    return ""


def cfb_kind(raw: bytes) -> str:
    """Return XLS, LOCKED for a workbook inside an envelope, DAMAGED, or "" for another document."""
    try:
        streams = Compound(raw).streams
    except (ValueError, IndexError, struct.error):
        return DAMAGED
    if not streams:
        return DAMAGED
    if "EncryptedPackage" in streams:
        return LOCKED
    return XLS if streams & set(BOOKS) else ""


def zip_kind(names: tuple[str, ...], mimetype: str) -> str:
    """Return XLSX, ODS or PACKAGE; else words for what the archive is."""
    plain = {name.lower() for name in names}
    if "xl/workbook.xml" in plain:
        return XLSX
    if mimetype.startswith(OPEN_DOCUMENT + "spreadsheet"):
        return ODS
    if any(name.rpartition("/")[2] == "datapackage.json" and name.count("/") <= 1 for name in plain):
        return PACKAGE
    for part, words in _ZIPS:
        if any(name.startswith(part) for name in plain):
            return words
    return DOCUMENT if mimetype.startswith(OPEN_DOCUMENT) else N_("a packed folder")


_ZIPS = (
    ("xl/workbook.bin", "XLSB"),
    ("index/document.iwa", "Numbers"),
    ("index/tables/", "Numbers"),
    ("index.zip", "Numbers"),
    ("word/", DOCUMENT),
    ("ppt/", N_("a presentation")),
)
SPREADSHEETS = ("XLSB", "Numbers")
"""Of these the archives that do hold tables, in a format that we do not read."""
