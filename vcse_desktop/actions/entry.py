"""What a list says of one record: enough to say it in a sentence, its words cut to a line."""

from dataclasses import dataclass

LONGEST = 80


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in a list; "" and None stand for what nobody wrote down.

    ``who`` is a person's name, or what a review or support is about; ``what`` the title of an activity or the
    first words of a text, ``n`` how many people it speaks of, ``minutes`` the time it holds, ``day`` the day
    it happened, ``until`` the last of several days, ``how`` the code of how sure a time is, of whether a
    session happened, or of which way support went.
    """

    kind: str
    id: int
    who: str = ""
    what: str = ""
    n: int | None = None
    minutes: int | None = None
    day: str = ""
    until: str = ""
    how: str = ""


def opening(words: str) -> str:
    """Return the first words of a text on one line."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"
