"""In which order letters stand on a line: the rules of Unicode (UAX 9), with its pairs of brackets.

Nothing that turns the direction by a sign of its own gets here: ``plain`` drops those.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import Any, Protocol, TypeVar

RIGHT, NUMBERS = frozenset({"R", "AL"}), frozenset({"EN", "AN"})
MOST_OPEN = 63  # brackets within one another; the rules say so


class Levelled(Protocol):
    """Something that stands on a line at a level: even is read from the left, odd from the right."""

    @property
    def level(self) -> int: ...


One = TypeVar("One", bound=Levelled)


def is_turned(text: str) -> bool:
    """Say whether any letter of a text is read from the right."""
    return not text.isascii() and any(unicodedata.bidirectional(sign) in RIGHT for sign in text)


def begins_right(text: str) -> bool:
    """Say whether the first letter of a text is one that is read from the right."""
    kinds = (unicodedata.bidirectional(sign) for sign in text)
    return next((kind for kind in kinds if kind in RIGHT or kind == "L"), "L") in RIGHT


def levels(text: str, *, right: bool) -> list[int]:
    """Return the level of each character of a paragraph that is read from this side."""
    kinds = {unicodedata.bidirectional(sign) for sign in text}
    if not right and not kinds & {"R", "AL", "AN"}:
        return [0] * len(text)
    if right and not kinds & {"L", *NUMBERS}:
        return [1] * len(text)
    return _resolved(text, int(right))


def seen(pieces: Sequence[One]) -> list[One]:
    """Return the pieces of one line as they stand from left to right (rule L2)."""
    made = list(pieces)
    for level in range(max((one.level for one in made), default=0), 0, -1):
        start = 0
        while start < len(made):
            end = start
            while end < len(made) and made[end].level >= level:
                end += 1
            made[start:end] = made[start:end][::-1]
            start = max(end, start + 1)
    return made


def _resolved(text: str, base: int) -> list[int]:
    from bidi import algorithm  # noqa: PLC0415 - only who has letters of both sides needs it

    store = algorithm.get_empty_storage()
    store["base_level"], store["base_dir"] = base, "LR"[base]
    algorithm.get_embedding_levels(text, store)
    for at, sign in enumerate(store["chars"]):
        sign["at"] = at
    algorithm.explicit_embed_and_overrides(store)
    algorithm.resolve_weak_types(store)
    _pair_brackets(store["chars"], "LR"[base])
    algorithm.resolve_neutral_types(store, False)
    algorithm.resolve_implicit_levels(store, False)
    found = {sign["at"]: sign["level"] for sign in store["chars"]}
    made, level = [], base
    for at in range(len(text)):  # a joiner has no level of its own: it stands by what is before it
        level = found.get(at, level)
        made.append(level)
    return made


def _pair_brackets(signs: list[dict[str, Any]], here: str) -> None:
    """Give both brackets of a pair one direction (rule N0), which the library does not."""
    for first, last in _pairs(signs):
        inside = {_strong(sign["type"]) for sign in signs[first + 1 : last]}
        other = "R" if here == "L" else "L"
        side = here if here in inside else other if other in inside else ""
        if side == other:
            before = (_strong(sign["type"]) for sign in reversed(signs[:first]))
            side = next((kind for kind in before if kind), here)
        if side:
            for at in (first, last):
                _give(signs, at, side)


def _give(signs: list[dict[str, Any]], at: int, side: str) -> None:
    signs[at]["type"] = side
    for mark in signs[at + 1 :]:
        if mark["orig"] != "NSM":
            break
        mark["type"] = side


def _strong(kind: str) -> str:
    return "R" if kind in NUMBERS else kind if kind in ("L", "R") else ""


def _pairs(signs: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """Return where the brackets of each pair stand, by the first of them."""
    opened: list[tuple[str, int]] = []
    found = []
    for at, sign in enumerate(signs):
        closes = _closing(sign["ch"]) if sign["type"] == "ON" else ""
        if closes:
            if len(opened) == MOST_OPEN:
                break
            opened.append((closes, at))
        elif sign["type"] == "ON":
            place = next((n for n in reversed(range(len(opened))) if opened[n][0] == sign["ch"]), None)
            if place is not None:
                found.append((opened[place][1], at))
                del opened[place:]
    return sorted(found)


def mirrored(text: str) -> str:
    """Return a text of one sign as it looks where it is read from the right."""
    from bidi.mirror import MIRRORED  # noqa: PLC0415 - as above

    return str(MIRRORED.get(text, text))


@cache
def _closing(sign: str) -> str:
    """Return the bracket that closes this one, "" for what opens nothing."""
    other = mirrored(sign)
    return other if unicodedata.category(sign) == "Ps" and unicodedata.category(other) == "Pe" else ""
