"""The rows that hold a head count by group: of a session or a piece of asking, read and written."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vcse_desktop.figures.reading import number, text
from vcse_desktop.records.fields import Values
from vcse_desktop.store.roles import Verb
from vcse_desktop.store.vault import Unit, Vault

PLACES, TOOK_PART = "own:place", "stakeholder_group"
"""Where people came from, and the four groups of those who took part in a piece of asking."""

Key = tuple[str, str]
"""A list, and a code of it."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What was counted; None is not recorded. ``new`` are the names of places not on record yet, by code."""

    counts: Mapping[Key, int | None] = field(default_factory=dict)
    new: Mapping[str, str] = field(default_factory=dict)


def counts(vault: Vault, owner: str, record: int) -> Mapping[Key, int]:
    """Return the numbers that are noted of a record."""
    found = _rows(vault, owner, record)
    return {key: n for key, rows in found.items() if (n := _noted(rows)) is not None}


def row_of(key: Key, n: int | None) -> tuple[str, dict[str, object]]:
    """Return the table of a head count, and its values."""
    vocab, code = key
    if vocab == TOOK_PART:
        return "stakeholder", {"group": code, "n": n}
    return "tally", {"vocab": vocab, "code": code, "n": n}


def place_of(code: str, name: str) -> dict[str, object]:
    """Return the values of a place that the group names itself."""
    return {"code": code, "name": name, "kind": "own"}


def write(vault: Vault, unit: Unit, owner: tuple[str, int], counted: Counted) -> None:
    """Let a session or a piece of asking have these numbers; the lists that are not among them stay."""
    before = _rows(vault, *owner)
    known = {text(row, "code") for row in vault.pick("place", fields=("code",))} if counted.new else set()
    for code, name in counted.new.items():
        if counted.counts.get((PLACES, code)) is not None and code not in known:
            unit.save("place", None, place_of(code, name))
    for key, n in counted.counts.items():
        old = before.get(key, [])
        if n == _noted(old):
            continue
        table, values = row_of(key, n)
        if n is not None and old:
            unit.save(table, number(old[0], "id"), {"n": n})
        elif n is not None:
            unit.save(table, None, {owner[0]: owner[1], **values})
        for row in old if n is None else old[1:]:
            _forget(vault, unit, table, number(row, "id") or 0)


def _rows(vault: Vault, owner: str, record: int) -> Mapping[Key, list[Values]]:
    """Return the rows of a record by what they count; two laptops may have counted the same."""
    made: dict[Key, list[Values]] = defaultdict(list)
    for row in vault.rows("tally", **{owner: record}):
        made[text(row, "vocab"), text(row, "code")].append(row)
    if owner == "engagement":
        for row in vault.rows("stakeholder", engagement=record):
            made[TOOK_PART, text(row, "group")].append(row)
    return made


def _noted(rows: Iterable[Values]) -> int | None:
    """Return the number that rows about the same group say: the largest, for the same people stand in all."""
    return max((n for row in rows if (n := number(row, "n")) is not None), default=None)


def _forget(vault: Vault, unit: Unit, table: str, row: int) -> None:
    """Take a row out; who may not remove any leaves it blank, which says the same."""
    if vault.may(Verb.REMOVE, table):
        unit.remove(table, row)
    else:
        unit.save(table, row, {"n": None})
