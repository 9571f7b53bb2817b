"""What a group puts into every report itself: an introduction, a note for each section, a picture."""

from base64 import b64decode, b64encode
from binascii import Error
from collections.abc import Mapping

from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.grouping import set_groups
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.reports.material import Logo
from vcse_desktop.reports.ten import SECTIONS
from vcse_desktop.settings import Value
from vcse_desktop.store.vault import Vault

INTRODUCTION, NOTE = "pack_introduction", "pack_note_{section}"
PICTURE, SHOWS = "pack_picture", "pack_picture_shows"
NOTES = {section.code: NOTE.format(section=section.code) for section in SECTIONS}
"""The setting that holds the note of each section."""
MOST_BYTES = 200_000
WIDEST, HIGHEST = 480, 200
"""Points of a picture at most."""
_BARE = (b"IHDR", b"PLTE", b"pHYs", b"sRGB", b"gAMA", b"IDAT", b"IEND")
_FRAME = 12  # bytes around what a part of a PNG holds
_PNG, _SIZE = b"\x89PNG\r\n\x1a\n", slice(16, 24)
UNSAID = (
    N_("Say what the picture shows"),
    N_("Some who read a report cannot see it. Nothing was kept. Type what it shows, such as: our name."),
)
TOO_LARGE = (
    N_("This picture is too large for a report"),
    N_("Nothing was kept. Choose a smaller one, or one with fewer colours."),
)


def section_notes(settings: Mapping[str, Value]) -> dict[str, str]:
    """Return the notes that the group wrote, by section; none that is empty."""
    found = {section: str(settings[name]).strip() for section, name in NOTES.items()}
    return {section: note for section, note in found.items() if note}


def logo(settings: Mapping[str, Value]) -> Logo | None:
    """Return the picture of the group, None where there is none or it is not one that we wrote."""
    try:
        content = b64decode(str(settings[PICTURE]), validate=True)
    except (Error, ValueError):
        return None
    width, height = (int.from_bytes(content[_SIZE][half : half + 4], "big") for half in (0, 4))
    fits = 0 < width <= WIDEST and 0 < height <= HIGHEST
    return Logo(content, str(settings[SHOWS]), width, height) if fits and _is_bare(content) else None


def _is_bare(content: bytes) -> bool:
    """Say whether a PNG holds points and nothing besides: no words, no profile, nothing after its end."""
    place, last = len(_PNG), b""
    while content.startswith(_PNG) and place + _FRAME <= len(content) and last != b"IEND":
        size, last = int.from_bytes(content[place : place + 4], "big"), content[place + 4 : place + 8]
        if last not in _BARE:
            return False
        place += size + _FRAME
    return last == b"IEND" and place == len(content)


def keep_logo(vault: Vault, content: bytes, shows: str) -> Changed:
    """Keep a picture that was written anew as PNG, and what it shows; an empty one takes it away.

    Refused without words, and when it is too large; NotAllowed unless a keeper is in.
    """
    if content and not shows.strip():
        raise Refused(*UNSAID)
    if len(content) > MOST_BYTES or (content and not _is_bare(content)):
        raise Refused(*TOO_LARGE)
    return set_groups(vault, {PICTURE: b64encode(content).decode(), SHOWS: shows.strip() if content else ""})
