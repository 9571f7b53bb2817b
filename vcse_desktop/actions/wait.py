"""One thing that waits for somebody, and all of them together."""

from dataclasses import dataclass

from vcse_desktop.actions.drafting import Begun


@dataclass(frozen=True, slots=True)
class Wait:
    """One thing that waits. ``kind``: draft, sheet, rests, copy, trial, untold, answer, told, due, consent,
    check, agreement, step, action, action_alone, unheard or kept_long (of which ``n`` is how many records).

    ``days`` is since when it waits; below 0, how many days are left; None where no day is known. ``who`` and
    ``what`` are words of the records; ``record`` is the kind and id of the record to open.
    """

    kind: str
    days: int | None = None
    who: str = ""
    what: str = ""
    record: tuple[str, int] | None = None
    n: int = 1
    draft: Begun | None = None
    """What was begun and not saved."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What waits, of every kind in turn, the longest of each kind first; ``more`` when that is not all."""

    waits: list[Wait]
    more: bool
