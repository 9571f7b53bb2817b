"""What an action changed, so that every screen which shows it can ask again."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changed:
    """The kinds of record that changed, and the unit of work that undo takes back (None: nothing changed)."""

    kinds: frozenset[str]
    unit: int | None
    ids: tuple[int, ...] = ()
