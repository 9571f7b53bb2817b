"""How each kind of value stands in a cell of such a folder, and how it is read back from there."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from vcse_desktop.exchange.harmless import as_typed, harmless
from vcse_desktop.records.fields import Kind
from vcse_desktop.store.ident import SYMBOLS, number_of, symbols

WORDS = {True: "true", False: "false"}
LARGEST = 1 << 63
DAY = 10
"""Letters of a day such as 2026-11-30."""


class NoValue(ValueError):
    """A cell holds nothing that its column can have."""


def cell(kind: Kind, value: Any) -> str:  # noqa: ANN401 - as wide as Values
    """Return what stands in the file for a value; "" for one that is not recorded."""
    if value is None:
        return ""
    return _TO[kind](value) if kind in _TO else harmless(str(value))


def value(kind: Kind, written: str) -> object:
    """Return the value that a cell stands for; NoValue when it is none of this kind."""
    if not written:
        return None
    try:
        return _FROM[kind](written) if kind in _FROM else as_typed(written)
    except (ValueError, InvalidOperation, RecursionError):
        raise NoValue from None


def ident(written: str) -> int:
    """Return the id that stands in a cell; NoValue when it is none."""
    found = number_of(written) if len(written) == SYMBOLS else None
    if not found:
        raise NoValue
    return found


def _pounds(pence: int) -> str:
    return f"{'-' if pence < 0 else ''}{abs(pence) // 100}.{abs(pence) % 100:02d}"


def _pence(written: str) -> int:
    pence = Decimal(written) * 100
    if not pence.is_finite() or pence != int(pence):
        raise NoValue
    return _held(int(pence))


def _whole(written: str) -> int:
    return _held(int(written))


def _held(number: int) -> int:
    """Return a number that the vault can hold."""
    if not -LARGEST <= number < LARGEST:
        raise NoValue
    return number


def _day(written: str) -> str:
    if len(written) != DAY:
        raise NoValue
    return date.fromisoformat(written).isoformat()


def _yes_no(written: str) -> bool:
    if written not in WORDS.values():
        raise NoValue
    return written == WORDS[True]


def _codes(written: str) -> list[str]:
    found = json.loads(written)
    if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
        raise NoValue
    return sorted(set(found))


_TO: dict[Kind, Callable[[Any], str]] = {
    Kind.NUMBER: _pounds,
    Kind.COUNT: str,
    Kind.HOURS: str,
    Kind.CHOICES: lambda codes: json.dumps(codes, ensure_ascii=False),
    Kind.YES_NO_UNKNOWN: lambda yes: WORDS[bool(yes)],
    Kind.LINK: symbols,
    Kind.PLACE: symbols,
}
_FROM: dict[Kind, Callable[[str], object]] = {
    Kind.DATE: _day,
    Kind.NUMBER: _pence,
    Kind.COUNT: _whole,
    Kind.HOURS: _whole,
    Kind.CHOICES: _codes,
    Kind.YES_NO_UNKNOWN: _yes_no,
    Kind.LINK: ident,
    Kind.PLACE: ident,
}
