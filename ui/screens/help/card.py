"""A card of the help: what it is called, its lines, and whether it is for helpers, too."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """One card. ``lines`` are paragraphs, marked for translation; ``helpers`` may have it, too."""

    code: str
    title: str
    lines: tuple[str, ...]
    helpers: bool = False
