"""What stands at the door of a vault, before it is opened: whether there is one, and who may open it."""

from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.store import keysfile
from vcse_desktop.store.errors import Damaged, NotAVault, files_at_fault
from vcse_desktop.store.holders import PERSON
from vcse_desktop.store.kept import PLACE, kept_in, keys_of
from vcse_desktop.store.keysfile import Keys

DATA = "data.db"


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can open a vault, as the screen before it lists them."""

    slot: str
    label: str
    role: str


def people(folder: Path) -> list[Person]:
    """Return who can open the vault in this folder; NotAVault or Damaged when there is nothing to open."""
    slots = keys_in(folder)[0].slots
    return [Person(slot["slot"], slot["label"], slot["role"]) for slot in slots if slot["kind"] == PERSON]


def keys_in(folder: Path) -> list[Keys]:
    """Return what the two files of keys say, as far as they can be read; without both, what the backups say,
    the newest first. NotAVault when there is no vault, Damaged when nothing says who may open it."""
    with files_at_fault():
        data = (folder / DATA).is_file()
        if not data and not (folder / keysfile.NAME).is_file():
            raise NotAVault
    found = list(keysfile.read(folder)) or [keys_of(one.head) for one in kept_in(folder / PLACE)]
    if not data or not found:
        raise Damaged
    return found
