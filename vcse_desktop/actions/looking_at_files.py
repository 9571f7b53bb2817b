"""What the page of those whom we reached needs of open files: what was added, which areas, and changes."""

from dataclasses import dataclass

from vcse_desktop.actions import lives_here
from vcse_desktop.actions.lives_here import ALSO
from vcse_desktop.actions.open_adding import Added, Told, add_open_file, choose_area, forget_open_file
from vcse_desktop.actions.open_kept import AREAS, POSTCODES, Kept, all_kept
from vcse_desktop.store.vault import Vault

__all__ = [
    "ALSO",
    "AREAS",
    "POSTCODES",
    "Added",
    "Here",
    "Kept",
    "Told",
    "add_open_file",
    "all_kept",
    "choose_area",
    "forget_open_file",
    "here",
]


@dataclass(frozen=True, slots=True)
class Here:
    """The areas that there are Census figures of, by code and words, and the one that the group chose."""

    offered: list[tuple[str, str]]
    chosen: str


def here(vault: Vault) -> Here:
    """Return which areas can stand beside those who came."""
    known = lives_here.Here(vault)
    return Here(known.offered(), known.chosen)
