"""A value for every field that a form shows, for tests of any kind of record."""

from collections.abc import Mapping, Sequence
from datetime import date

from vcse_desktop.records.fields import Field, Form, Kind, Lists, RecordKind
from vcse_desktop.records.vocabularies import offered

VISIBLE = (Form.QUICK, Form.MORE)
DAY = date(2026, 11, 1)
"""Choices are those offered on this day."""


def sample(field: Field, lists: Lists, ids: Mapping[str, Sequence[int]]) -> object:
    """Return a value that the field can keep; links are to these records of each kind."""
    if field.kind in (Kind.CHOICE, Kind.CHOICES):
        codes = [item.code for item in offered(lists[field.vocab], DAY)]
        return codes[0] if field.kind is Kind.CHOICE else sorted(codes[:2])
    if field.kind in (Kind.LINK, Kind.LINKS, Kind.PLACE):
        links = sorted(ids[field.to or "place"])
        return links if field.kind is Kind.LINKS else links[0]
    return {
        Kind.TEXT: "Joan's <b>bread</b>",
        Kind.NOTE: "One line\nanother",
        Kind.DATE: "2026-03-04",
        Kind.NUMBER: 1250,
        Kind.COUNT: 1956,
        Kind.HOURS: 90,
        Kind.YES_NO_UNKNOWN: False,
    }[field.kind]


def samples(kind: RecordKind, lists: Lists, ids: Mapping[str, Sequence[int]]) -> dict[str, object]:
    """Return a value for every field that a form of this kind shows."""
    return {field.code: sample(field, lists, ids) for field in kind.fields if field.form in VISIBLE}
