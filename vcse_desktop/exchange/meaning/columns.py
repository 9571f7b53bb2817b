"""Which column fills what: by its heading, by what stands below it, and the kind that fits best."""

import re
from collections.abc import Callable, Mapping, Sequence

from vcse_desktop.exchange.meaning.days import day
from vcse_desktop.exchange.meaning.headings import JUST, folded, meant
from vcse_desktop.exchange.meaning.plan import How, Shape
from vcse_desktop.exchange.meaning.programs import Export
from vcse_desktop.exchange.meaning.shapes import below
from vcse_desktop.exchange.meaning.targets import needed, parts
from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.exchange.tables.table import Column, Table
from vcse_desktop.records.fields import Kind
from vcse_desktop.records.typed import NotUnderstood

Found = dict[int, tuple[str, How]]
"""For each column by its place what it fills, and why."""
MOST_OF = 0.8
"""The share of the cells that have to look like days for a column without a telling heading to hold days."""
JOINED = (Kind.TEXT, Kind.NOTE, Kind.CHOICES, Kind.LINKS)
"""Kinds of field that several columns can fill together."""
KINDS = ("time_given", "session", "person", "support", "insight", "organisation", "activity", "engagement")
"""What a table is guessed to hold, the likeliest first where all else is the same."""
TELLING = {
    "time_given": ("hours", "hours.minutes", "hours.from"),
    "session": ("people_n", "came", "activity"),
    "person": ("phone", "email", "address", "known_as.last", "birth_year"),
    "support": ("what", "break_hours", "assessment"),
    "insight": ("words",),
    "organisation": ("charity_no", "contact_details", "type"),
    "activity": ("usual_day", "kind"),
    "engagement": ("decision", "closes"),
}
"""The targets without one of which a table is hardly of this kind."""
TOLD = 4
"""How much a target that tells the kind says for it, and the lack of all of them against it."""
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"(?:\+|0)[\d ()\-]{8,18}\d")


def fill(table: Table, kind: str, shape: Shape, export: Export | None, days: Mapping[int, str]) -> Found:
    """Return what the columns fill in a table of this kind and shape; those of days are left alone."""
    free = [column for column in table.columns if column.at not in days]
    found = _as_exported(free, export) if export and export.kind == kind else {}
    for least in (JUST, 0):
        for column in free:
            if column.at not in found:
                _by_heading(found, column, kind, shape, least)
    for column in free:
        if column.at not in found:
            _by_values(found, column, table, kind, shape)
    return {at: one for at, one in sorted(found.items()) if one[0] in parts(kind, shape)}


def _as_exported(columns: Sequence[Column], export: Export) -> Found:
    """Return what the headings of a known program fill."""
    words = {column.at: folded(column.heading) for column in columns}
    return {at: (export.fills[said], How.PROGRAM) for at, said in words.items() if said in export.fills}


def kind_of(table: Table) -> str:
    """Return the kind of record that the rows of a table most likely are."""
    return max(KINDS, key=lambda kind: (_fits(table, kind), -KINDS.index(kind)))


def _fits(table: Table, kind: str) -> float:
    """Return how well a table is one of this kind: by what is filled, above all what tells the kind."""
    found = fill(table, kind, Shape.ROWS, None, {})
    filled = {code for code, _ in found.values()}
    just = sum(2 if how is How.HEADING and _just(table, at, kind) else 1 for at, (_, how) in found.items())
    asked = {code.partition(".")[0] for code in filled}
    missing = [code for code in needed(kind, Shape.ROWS) if code not in asked]
    telling = len(filled.intersection(TELLING[kind]))
    return just - 4 * len(missing) + (TOLD if telling else -TOLD)


def _just(table: Table, at: int, kind: str) -> bool:
    column = next(column for column in table.columns if column.at == at)
    return any(score == JUST for _, score in meant(column.heading, kind, Shape.ROWS)[:1])


def _by_heading(found: Found, column: Column, kind: str, shape: Shape, least: int) -> None:
    for code, score in meant(column.heading, kind, shape):
        if score >= least and _free(found, code, kind, shape):
            found[column.at] = (code, How.HEADING)
            return


def _free(found: Found, code: str, kind: str, shape: Shape) -> bool:
    """Say whether a target may be filled by another column."""
    taken = {filled for filled, _ in found.values()}
    field = parts(kind, shape)[code].field
    if code in taken:
        return field.kind in JOINED and code not in ("known_as", "name", "title", "question")
    whole, _, part = code.partition(".")
    if part in ("first", "last"):
        return whole not in taken
    return not {f"{code}.first", f"{code}.last"} & taken


def _by_values(found: Found, column: Column, table: Table, kind: str, shape: Shape) -> None:
    """Fill by what stands below a heading that tells nothing."""
    cells = below(table, [column.at])
    if not cells:
        return
    for code, looks in LOOKS.items():
        there = code in parts(kind, shape) and _free(found, code, kind, shape)
        if there and sum(map(looks, cells)) >= MOST_OF * len(cells):
            found[column.at] = (code, How.VALUES)
            return


def _is_day(cell: Cell) -> bool:
    try:
        day(cell)
    except NotUnderstood:
        return False
    return True


def _is_email(cell: Cell) -> bool:
    return bool(_EMAIL.fullmatch(str(cell).strip()))


def _is_phone(cell: Cell) -> bool:
    return isinstance(cell, str) and bool(_PHONE.fullmatch(cell.strip()))


LOOKS: Mapping[str, Callable[[Cell], bool]] = {
    "date": _is_day,
    "heard_on": _is_day,
    "email": _is_email,
    "person.email": _is_email,
    "phone": _is_phone,
    "person.phone": _is_phone,
}
"""How the cells look that a target without a telling heading would have."""
