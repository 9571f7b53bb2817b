"""Photos of a session, of what was said and of an activity: kept in the vault, and in no pack."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from vcse_desktop.actions import recording
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.erasing import erase, prospect
from vcse_desktop.actions.picture_files import is_bare
from vcse_desktop.actions.recording import NotSound, living, must_be_sound
from vcse_desktop.actions.standing import keepers_only, members_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Problem
from vcse_desktop.records.parts import ATTACHMENT
from vcse_desktop.store.attached import TABLE, named
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

OWNERS = ATTACHMENT.of
"""The kinds of record that photos belong to."""
WORDS = ("alt_text", "caption", "people_shown")
"""What a person says of a photo."""
NEEDED = N_("Say in a few words what it shows, so that everybody can know what is on it.")
NOT_BARE = (
    N_("This picture still says more than it shows"),
    N_("It was not added: a photo is kept without the camera, the place and the day it was taken."),
)
GONE = (
    N_("This picture is not in this vault"),
    N_("Its words are here, but not the picture itself. Nothing was written."),
)


@dataclass(frozen=True, slots=True)
class Photo:
    """One photo in words; its bytes are asked for apart. ``people_shown``: None when nobody said."""

    id: int
    alt_text: str
    caption: str
    people_shown: bool | None


@dataclass(frozen=True, slots=True)
class Erased:
    """What was erased, and until when a backup may still hold it, if one does."""

    changed: Changed
    until: date | None


def photos(vault: Vault, owner: str, record: int) -> list[Photo]:
    """Return the photos of a record, in the order in which they were added."""
    members_only(vault)
    return [_photo(row) for row in vault.rows(TABLE, **{owner: record})]


def _photo(row: Mapping[str, object]) -> Photo:
    shown = row["people_shown"]
    alt_text, caption = str(row["alt_text"] or ""), str(row["caption"] or "")
    return Photo(int(str(row["id"])), alt_text, caption, None if shown is None else bool(shown))


def picture(vault: Vault, photo: int) -> bytes | None:
    """Return the picture itself; None when it is not here."""
    members_only(vault)
    return vault.picture(photo)


def keep_photo(vault: Vault, owner: str, record: int, jpeg: bytes, words: Mapping[str, object]) -> Changed:
    """Keep a photo with what is said of it: one step, one undo.

    NotSound when words are wanting; Refused when the record is gone, or when the picture carries more than
    what can be seen on it.
    """
    members_only(vault)
    living(vault, owner, record)
    if not is_bare(jpeg):
        raise Refused(*NOT_BARE)
    sound = _sound(vault, {owner: record, "file": named(jpeg), **words})
    with vault.unit("add") as unit:
        made = unit.attach(sound, jpeg)
    return Changed(frozenset({TABLE}), unit.id, (made,))


def change_words(vault: Vault, photo: int, words: Mapping[str, object]) -> Changed:
    """Say something else of a photo; NotSound when words are wanting, Refused when it is gone."""
    members_only(vault)
    sound = _sound(vault, {**living(vault, TABLE, photo), **words})
    with vault.unit("edit") as unit:
        unit.save(TABLE, photo, {code: sound[code] for code in words})
    return Changed(frozenset({TABLE}), unit.id, (photo,))


def _sound(vault: Vault, values: Mapping[str, object]) -> Mapping[str, object]:
    sound = must_be_sound(TABLE, values, group_lists(vault))
    if not sound.get("alt_text"):
        raise NotSound([Problem("alt_text", NEEDED)])
    return sound


def remove_photo(vault: Vault, photo: int) -> Changed:
    """Take a photo out of its record; undo brings it back with its picture."""
    members_only(vault)
    return recording.remove(vault, TABLE, photo)


def save_copy(vault: Vault, photo: int, file: Path) -> None:
    """Write the picture into a file, which is not encrypted; DiskFull or CannotWrite leave no half of it."""
    content = picture(vault, photo)
    if content is None:
        raise Refused(*GONE)
    write_whole(file, content)


def erase_photo(vault: Vault, photo: int, language: str) -> Erased:
    """Erase a photo for good."""
    return _erased(vault, [photo], language)


def removed(vault: Vault, owner: str, record: int) -> int:
    """Return how many photos of a record were removed and are still in the vault, for undo."""
    keepers_only(vault)
    return len(vault.removed_pictures(owner, record))


def erase_removed(vault: Vault, owner: str, record: int, language: str) -> Erased:
    """Erase the photos of a record that were removed: undo brings none of them back."""
    keepers_only(vault)
    return _erased(vault, vault.removed_pictures(owner, record), language)


def _erased(vault: Vault, which: Sequence[int], language: str) -> Erased:
    keepers_only(vault)
    found = [prospect(vault, TABLE, photo, language) for photo in which]
    erase(vault, [one.plan for one in found])
    until = max((backup.until for one in found for backup in one.backups), default=None)
    return Erased(Changed(frozenset({TABLE}), None, tuple(which)), until)
