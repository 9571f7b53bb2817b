"""What a value in a signed file may be: rules as data, and the one function that holds a value to them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum

from vcse_desktop.packs.canonical import MOST
from vcse_desktop.packs.fault import Broken


class Calendar(Enum):
    """A text that must also be in the calendar."""

    DAY = "%Y-%m-%d"
    TIME = "%Y-%m-%dT%H:%M:%SZ"


@dataclass(frozen=True, slots=True)
class Text:
    """Text of at most so many characters, all of it in the pattern when there is one."""

    longest: int
    pattern: str = ""
    calendar: Calendar | None = None


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number, both ends inside."""

    least: int = 0
    most: int = MOST


@dataclass(frozen=True, slots=True)
class Flag:
    """True or false."""


@dataclass(frozen=True, slots=True)
class Maybe:
    """What the rule allows, or null."""

    rule: "Rule"


@dataclass(frozen=True, slots=True)
class Items:
    """A list of so many; in no two may the key ``unique`` be the same ("": the whole item; None: it may)."""

    rule: "Rule"
    least: int = 0
    most: int = MOST
    unique: str | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """An object with exactly these keys."""

    keys: Mapping[str, "Rule"]


Rule = Text | Whole | Flag | Maybe | Items | Shape

DAY = Text(10, "[0-9]{4}-[0-9]{2}-[0-9]{2}", Calendar.DAY)
TIME = Text(20, "20[0-4][0-9]-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", Calendar.TIME)
DIGEST = Text(71, "sha256:[0-9a-f]{64}")
ID = Text(32, "[a-z0-9]+(-[a-z0-9]+)*")
CODE = Text(64, "[a-z0-9_]+")
LANGUAGE = Text(35, "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def one_of(*codes: str) -> Text:
    """Return the rule for one of these words."""
    return Text(max(map(len, codes)), "|".join(map(re.escape, codes)))


def unknown(rule: Rule, value: object, where: str = "") -> Iterator[str]:
    """Yield the place of every key that the rule does not know; Broken when anything else is against it.

    Broken carries the place, such as ``history/state``: it is made of keys that are in the rule.
    """
    match rule, value:
        case Maybe(inner), _:
            if value is not None:
                yield from unknown(inner, value, where)
        case Items(inner, least, most), list() if least <= len(value) <= most:
            _unique(rule, value, where)
            for item in value:
                yield from unknown(inner, item, where)
        case Shape(keys), dict() if keys.keys() <= value.keys():
            yield from (f"{where}/{key}" for key in sorted(value.keys() - keys.keys()))
            for key, inner in keys.items():
                yield from unknown(inner, value[key], f"{where}/{key}")
        case _:
            if not _fits(rule, value):
                raise Broken(where)


def _fits(rule: Rule, value: object) -> bool:
    match rule, value:
        case Flag(), bool():
            return True
        case Whole(least, most), int():
            return not isinstance(value, bool) and least <= value <= most
        case Text(longest, pattern, calendar), str():
            in_pattern = not pattern or re.fullmatch(pattern, value) is not None
            return len(value) <= longest and in_pattern and (not calendar or _is_in(calendar, value))
        case _:
            return False


def _is_in(calendar: Calendar, value: str) -> bool:
    try:
        datetime.strptime(value, calendar.value).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _unique(rule: Items, items: list[object], where: str) -> None:
    if rule.unique is not None:
        told = [item.get(rule.unique) if isinstance(item, dict) and rule.unique else item for item in items]
        if any(item in told[:place] for place, item in enumerate(told)):
            raise Broken(where)
