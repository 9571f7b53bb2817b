"""What a document of a few pages is told that is no report: who speaks, what it is called, and when."""

from dataclasses import dataclass
from datetime import datetime

NOT_FOR_SHARING = "vcse-desktop-not-for-sharing"
"""Stands in the bytes of a marked file, by which a pack refuses it."""


@dataclass(frozen=True, slots=True)
class Letter:
    """The head of a document. ``pack`` is what stands opposite the organisation on later pages, or "".

    ``issued`` is in UTC; ``language`` is that of the sentences. ``mark`` stands on every page of what may not
    be shared; the file then says so to programs, too.
    """

    organisation: str
    title: str
    pack: str
    issued: datetime
    language: str
    mark: str = ""


def mark_of(document: object) -> str:
    """Return what stands on every page of a document, "" where it may be shared."""
    return document.mark if isinstance(document, Letter) else ""
