"""How the fields of a declaration lie in the vault: the columns of its table, and its tables of pairs."""

from vcse_desktop.records.fields import Kind, RecordKind

COLUMN = {
    Kind.TEXT: "TEXT",
    Kind.NOTE: "TEXT",
    Kind.DATE: "TEXT",
    Kind.NUMBER: "INTEGER",
    Kind.COUNT: "INTEGER",
    Kind.HOURS: "INTEGER",
    Kind.CHOICE: "TEXT",
    Kind.CHOICES: "TEXT",  # a JSON array, sorted
    Kind.YES_NO_UNKNOWN: "INTEGER",
    Kind.LINK: "INTEGER",
    Kind.PLACE: "INTEGER",
}
"""The type of the column for each kind of field; LINKS has a table of pairs instead."""


def columns(kind: RecordKind) -> dict[str, str]:
    """Return the type of each column by its name, without ``id`` and ``alive``."""
    return {field.code: COLUMN[field.kind] for field in kind.fields if field.kind in COLUMN}


def pair_tables(kind: RecordKind) -> dict[str, tuple[str, str]]:
    """Return the two columns of each table of pairs by its name; LINKS alone have one."""
    return {
        f"{kind.code}_{field.code}": (kind.code, field.to if field.to != kind.code else field.code)
        for field in kind.fields
        if field.kind is Kind.LINKS
    }
