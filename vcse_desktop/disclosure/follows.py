"""What follows when it is known how little and how much a number can be: who is given away."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from vcse_desktop.disclosure.printed import Number
from vcse_desktop.disclosure.sheets import Sheet
from vcse_desktop.figures.table import Unit


class What(Enum):
    """What follows, as other programs read it."""

    KNOWN = "known"
    NARROW = "narrow"
    KNOWN_AS_SOMEBODY = "known_as_somebody"
    NARROW_AS_SOMEBODY = "narrow_as_somebody"
    PRINTED = "printed"
    CHANGED = "changed"
    REST_KNOWN = "rest_known"
    REST_NARROW = "rest_narrow"
    HOURS = "hours"


@dataclass(frozen=True, slots=True)
class Found:
    """A group that can be worked out: one number, or one less another; hours in minutes."""

    what: What
    cells: tuple[Number, ...]
    low: float
    high: float


def judged(cells: Sequence[Number], low: float, high: float, *, counting: bool = False) -> list[Found]:
    """Return what is given away when the first of these, less the other, lies between these ends.

    ``counting`` says that it is so only when every hidden number is somebody.
    """
    number, rest = cells[0], len(cells) > 1
    least, most = low, min(one.threshold for one in cells) - 1
    if number.unit is Unit.PERSON_HOURS:
        return [Found(What.HOURS, tuple(cells), low, high)]
    if number.some and not rest:
        least = max(low, 1)
    somebody = least >= 1 or (number.hidden and not rest)
    narrow = high <= most and (low > 1 or high < most)
    if not (somebody and least <= high and narrow):
        return []
    known = least == high
    if rest:
        what = What.REST_KNOWN if known else What.REST_NARROW
    elif counting:
        what = What.KNOWN_AS_SOMEBODY if known else What.NARROW_AS_SOMEBODY
    elif number.hidden:
        what = What.KNOWN if known else What.NARROW
    else:
        what = What.PRINTED
    return [Found(what, tuple(cells), least if known else low, high)]


def changes(apart: Sequence[Sheet]) -> list[Found]:
    """Return by how few a number changed from one pack to another."""
    found = []
    said = [sheet.said() for sheet in apart]
    for place, earlier in enumerate(said):
        for later in said[place + 1 :]:
            for where in sorted(earlier.keys() & later.keys()):
                old, new = sorted((earlier[where], later[where]), key=lambda number: number.window[0])
                if new.window[1] is None or old.window[1] is None or not new.protected:
                    continue
                low, high = new.window[0] - old.window[1], new.window[1] - old.window[0]
                if new.unit is not Unit.PERSON_HOURS and low >= 1 and judged((new, old), low, high):
                    found.append(Found(What.CHANGED, (later[where], earlier[where]), low, high))
    return found
