"""A kind of record as one form arranges it: which fields stand near, in which order."""

from collections.abc import Sequence
from dataclasses import replace

from vcse_desktop.records.fields import Form, RecordKind


def arranged(kind: RecordKind, near: Sequence[str]) -> RecordKind:
    """Return the kind with these fields first and near at hand; its other quick ones go behind the button."""
    fields = {field.code: field for field in kind.fields}
    first = [replace(fields[code], form=Form.QUICK) for code in near]
    others = [
        replace(field, form=Form.MORE) if field.form is Form.QUICK else field
        for code, field in fields.items()
        if code not in near
    ]
    return replace(kind, fields=(*first, *others))


def few(kind: RecordKind, codes: Sequence[str]) -> RecordKind:
    """Return the kind with these fields alone; its rules are left to whoever saves the whole record."""
    fields = {field.code: field for field in kind.fields}
    return replace(kind, fields=tuple(replace(fields[code], form=Form.QUICK) for code in codes), checks=())
