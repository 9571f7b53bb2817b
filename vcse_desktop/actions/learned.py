"""What was learned the last time: reviews that are shown when the next of their kind is begun."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from vcse_desktop.actions.standing import is_helper
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.reading import choices, day, ident, number, text
from vcse_desktop.records.fields import Values
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.conditions import Among, Between
from vcse_desktop.store.ident import moment
from vcse_desktop.store.vault import Vault

MOST = 3
"""So many reviews are shown: the newest."""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something that somebody said they would do and that is not noted as done: what, who, and by when."""

    what: str
    who: str
    by: date | None


@dataclass(frozen=True, slots=True)
class Lesson:
    """One review: its id, what it was about ("" for everything), its day, who looked back and what they said.

    ``open`` is what was to be done and is not noted as done.
    """

    review: int
    about: str
    day: date | None
    by: tuple[str, ...]
    worked: str
    not_worked: str
    next_time: str
    open: tuple[Promise, ...]


def lessons(vault: Vault, kind: str, record: int | None = None) -> list[Lesson]:
    """Return the newest reviews about this kind, of this one record alone where it is given.

    ``kind`` is "activity", "engagement" or "whole". A helper, who reads no reviews, is told none.
    """
    if is_helper(vault):
        return []
    about = Among(kind, [True if kind == "whole" else record]) if record or kind == "whole" else Between(kind)
    rows = sorted(vault.pick("review", about), key=_when, reverse=True)[:MOST]
    names, promises = _names(vault, kind, rows), _promises(vault, rows)
    lists = group_lists(vault)
    return [
        Lesson(
            ident(row),
            names.get(number(row, kind) or 0, ""),
            _day(row),
            tuple(label(lists, "reviewer", code) for code in choices(row, "reviewed_by")),
            text(row, "worked"),
            text(row, "not_worked"),
            text(row, "next_time"),
            tuple(promises.get(ident(row), ())),
        )
        for row in rows
    ]


def _names(vault: Vault, kind: str, rows: Sequence[Values]) -> dict[int, str]:
    named = {"activity": "title", "engagement": "question"}.get(kind)
    if named is None:
        return {}
    ids = {one for row in rows if (one := number(row, kind))}
    return {ident(row): text(row, named) for row in vault.rows_of(kind, ids)}


def _promises(vault: Vault, rows: Iterable[Values]) -> dict[int, list[Promise]]:
    made: dict[int, list[Promise]] = {}
    for row in vault.pick("action", Among("review", {ident(row) for row in rows})):
        if not row["done_on"]:
            promise = Promise(text(row, "what"), text(row, "who"), day(row, "by"))
            made.setdefault(number(row, "review") or 0, []).append(promise)
    return made


def _day(row: Values) -> date | None:
    return day(row, "reviewed_on") or day(row, "period_to")


def _when(row: Values) -> tuple[date, int]:
    """Order by day; a review without one by the day on which it was typed."""
    return _day(row) or moment(ident(row)).date(), ident(row)
