"""What a document of a few pages is told that is no report: who speaks, what it is called, and when."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Letter:
    """The head of a document. ``pack`` is what stands opposite the organisation on later pages, or "".

    ``issued`` is in UTC; ``language`` is that of the sentences.
    """

    organisation: str
    title: str
    pack: str
    issued: datetime
    language: str
