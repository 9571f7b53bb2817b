"""Which files such a folder has, what each holds, and what they are called: every name says what is in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.columns import pair_tables
from vcse_desktop.records.fields import Field, Kind, RecordKind
from vcse_desktop.store.ident import SYMBOLS, number_of

FORMAT = 1
"""Rises when a program that knows only what was before could misread a folder."""
PERSONAL = "personal-data-"
"""What the name of every file begins with that says something about somebody."""
DESCRIPTOR, PAGE = "datapackage.json", "READ-ME-FIRST-personal-data.html"
BOOK = f"{PERSONAL}everything.xlsx"
HISTORY, LISTS, ATTACHMENTS = f"history/{PERSONAL}history.csv", "lists/lists.csv", "attachments"
ENDINGS = {b"\x89PNG": ".png", b"\xff\xd8": ".jpg", b"%PDF": ".pdf"}
NOTE = Kind.NOTE


def _fields(*codes: str, kind: Kind = Kind.TEXT) -> tuple[Field, ...]:
    return tuple(Field(code, "", kind) for code in codes)


OWN = {
    "own_field": RecordKind(
        "own_field",
        N_("Fields of your own"),
        (
            *_fields("of_kind", "code", "label", "kind", "vocab"),
            *_fields("help", kind=NOTE),
            *_fields("hidden", kind=Kind.COUNT),
        ),
    ),
    "own_value": RecordKind(
        "own_value",
        N_("Answers to fields of your own"),
        (
            Field("field", "", Kind.LINK, to="own_field"),
            *_fields("record", kind=Kind.LINK),
            *_fields("value", kind=NOTE),
        ),
    ),
    "own_item": RecordKind(
        "own_item",
        N_("What you changed in the lists"),
        (*_fields("vocab", "code", "label"), *_fields("hidden", kind=Kind.COUNT)),
    ),
    "setting": RecordKind(
        "setting", N_("Settings of your group"), (*_fields("name"), *_fields("value", kind=NOTE))
    ),
}
"""What the group made for itself, beside its records."""
KEPT = TABLES | OWN
"""Every table that comes back from such a folder."""
READ_ONLY = {
    "sent": RecordKind(
        "sent",
        N_("Packs that you made"),
        _fields(*"pack series sequence audience title issued period_from period_to policy".split()),
    ),
    "signer": RecordKind(
        "signer", N_("Partners whose digits you compared"), _fields("name", "number", "compared_on")
    ),
    "document": RecordKind(
        "document",
        N_("Files that you checked"),
        _fields(*"series sequence digest state seen_on verdict kind".split()),
    ),
}
"""What is written to be read, and does not come back: it is true of one vault alone."""
FOLDERS = {
    **dict.fromkeys(TABLES, "records"),
    **dict.fromkeys(OWN, "own"),
    **dict.fromkeys(READ_ONLY, "packs"),
}


@dataclass(frozen=True, slots=True)
class Pairs:
    """A LINKS field, which has a file of its own: the kind that has it, the kind it points to, columns."""

    table: str
    field: Field
    owner: str
    mine: str
    theirs: str


def path_of(table: str) -> str:
    """Return where a table lies in the folder, with forward slashes."""
    return f"{FOLDERS[table]}/{PERSONAL}{table}.csv"


def path_of_pairs(table: str) -> str:
    """Return where the links of one field lie."""
    return f"links/{PERSONAL}{table}.csv"


def path_of_attachment(code: str, content: bytes) -> str:
    """Return where the bytes of an attachment lie, by the code of its record."""
    ending = next((ending for start, ending in ENDINGS.items() if content.startswith(start)), ".bin")
    return f"{ATTACHMENTS}/{PERSONAL}{code}{ending}"


def attachment_at(path: str) -> int | None:
    """Return the record whose attachment lies there; None for any other path."""
    begin, (code, dot, ending) = f"{ATTACHMENTS}/{PERSONAL}", path.rpartition("/")[2].partition(".")
    if not path.startswith(begin) or f"{dot}{ending}" not in (*ENDINGS.values(), ".bin"):
        return None
    code = code.removeprefix(PERSONAL)
    fits = len(code) == SYMBOLS and path == f"{begin}{code}{dot}{ending}"
    return number_of(code) if fits else None


def columns_of(kind: RecordKind) -> list[Field]:
    """Return the fields that are columns of a kind's own file."""
    return [field for field in kind.fields if field.kind is not Kind.LINKS]


def pairs_of(kind: RecordKind) -> Iterator[Pairs]:
    """Yield the fields of a kind that have a file of their own."""
    fields = {f"{kind.code}_{field.code}": field for field in kind.fields}
    for table, (mine, theirs) in pair_tables(kind).items():
        yield Pairs(table, fields[table], kind.code, mine, theirs)


def target(field: Field) -> str:
    """Return the table that a field points to; "" for none, or any."""
    return "place" if field.kind is Kind.PLACE else field.to if field.kind in (Kind.LINK, Kind.LINKS) else ""
