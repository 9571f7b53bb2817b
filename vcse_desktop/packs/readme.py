"""The plain words in every pack that tell a reader who has nothing else what to do."""

from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.layout import Kind

_PACK = N_(
    "This is a summary pack.\n"
    "\n"
    "To read it, open data/report.pdf. Tables for spreadsheets are in data/tables.\n"
    "A number that is marked as hidden, [c] in the report, is hidden to protect people.\n"
    "\n"
    "To check who made it and that nobody has changed it, use your own copy of the checker, never one that "
    "came with a pack. The first time, compare the digits that it shows with the signer's card, or ring "
    "them on a number you already have.\n"
)
_OTHER = N_(
    "This file was signed.\n"
    "\n"
    "Its words are in the folder data.\n"
    "\n"
    "To check who made it and that nobody has changed it, use your own copy of the checker, never one that "
    "came with a pack. The first time, compare the digits that it shows with the signer's card, or ring "
    "them on a number you already have.\n"
)


def readme(kind: Kind) -> bytes:
    """Return ``readme.txt`` in the language that is set."""
    return tr(_PACK if kind.code == "pack" else _OTHER).encode("utf-8")
