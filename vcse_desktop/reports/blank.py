"""What a blank form says and asks, in words that can be printed; nothing here knows of its places."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum

from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.paper import covered
from vcse_desktop.reports.right_way import turned


class Room(Enum):
    """What is there to write in."""

    LINE = "line"
    LINES = "lines"
    DAY = "day"
    NUMBER = "number"
    ONE = "one"  # of the choices one is ticked
    SEVERAL = "several"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that is asked, its number in the label. ``filled`` stands there already where it is known."""

    label: str
    help: str
    room: Room
    choices: tuple[str, ...] = ()
    filled: str = ""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row for each person, its columns with their share of the width; names to begin with."""

    columns: tuple[tuple[str, float], ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Groups:
    """A list that people are counted by."""

    label: str
    groups: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    """A whole form. ``organisation`` "" leaves a line for its name; so does a choice that is "".

    ``why`` are the sentences of why this is asked; ``ask`` is who answers questions, or a line for that where
    it ends in a colon. ``signed`` are the words beside which somebody signs, "" for none.
    """

    organisation: str
    title: str
    why: tuple[str, ...]
    ask: str
    asked: tuple[Asked, ...]
    version: str
    language: str
    issued: datetime
    sheets: int = 1
    large: bool = False
    grid: Grid | None = None
    groups: tuple[Groups, ...] = ()
    signed: str = ""


def on_paper(text: str) -> str:
    """Return a text as far as our letters go; "" where letters are missing or read from the right.

    Pictures and signs that are no letters are left out of it.
    """
    shown = printable(text)
    missing = [sign for sign in shown if ord(sign) not in covered()]
    if turned(shown) or any(sign.isalnum() for sign in missing):
        return ""
    return " ".join("".join(sign for sign in shown if sign not in missing).split())


def lost(texts: Iterable[str]) -> int:
    """Return how many of these texts cannot be printed."""
    return sum(1 for text in texts if text.strip() and not on_paper(text))


def ready(blank: Blank) -> Blank:
    """Return the form with each text as it can be printed."""
    grid = blank.grid
    return replace(
        blank,
        organisation=on_paper(blank.organisation),
        title=on_paper(blank.title),
        why=tuple(map(on_paper, blank.why)),
        ask=on_paper(blank.ask),
        asked=tuple(_asked(one) for one in blank.asked),
        groups=tuple(Groups(on_paper(one.label), tuple(map(on_paper, one.groups))) for one in blank.groups),
        grid=grid and Grid(_columns(grid), tuple(map(on_paper, grid.names))),
        signed=on_paper(blank.signed),
    )


def texts(blank: Blank) -> list[str]:
    """Return every text that a group itself may have written, once."""
    choices = [choice for one in blank.asked for choice in (*one.choices, one.filled)]
    groups = [group for one in blank.groups for group in one.groups]
    names = list(blank.grid.names) if blank.grid else []
    return [*dict.fromkeys([blank.organisation, *blank.why, blank.ask, *choices, *groups]), *names]


def _asked(one: Asked) -> Asked:
    choices = tuple(map(on_paper, one.choices))
    return Asked(on_paper(one.label), on_paper(one.help), one.room, choices, on_paper(one.filled))


def _columns(grid: Grid) -> tuple[tuple[str, float], ...]:
    return tuple((on_paper(label), share) for label, share in grid.columns)
