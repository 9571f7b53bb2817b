"""Words on one line of a list: cut where they are too long, and several parts put together."""

import unicodedata

from vcse_desktop.i18n import N_, tr

TOGETHER = N_("{first} · {then}")
LIST = N_("{first}, {then}")
UNBROKEN = "\u00a0"
"""A blank at which no line breaks."""
FIRST_STRONG, END = "\u2068", "\u2069"
"""What stands between these is read in the direction of its own first letter."""
LONGEST = 120
"""Characters of one value on a line."""


def clipped(words: str) -> str:
    """Return words on one line, cut where they are too long for a list."""
    line = UNBROKEN.join(" ".join(part.split()) for part in words.split(UNBROKEN))
    if len(line) <= LONGEST:
        return line
    whole, _, _ = line[: LONGEST - 1].rpartition(" ")
    return f"{whole or line[: LONGEST - 1]}…"


def together(pattern: str, parts: list[str]) -> str:
    """Return several parts in one sentence, two by two by a marked pattern of {first} and {then}.

    Where one of them reads from right to left each keeps its own direction, and no line begins with the dot.
    """
    if len(parts) > 1 and any(_turns(letter) for part in parts for letter in part):
        parts = [f"{FIRST_STRONG}{part}{END}" for part in parts]
    whole = parts[0] if parts else ""
    for part in parts[1:]:
        whole = tr(pattern, first=whole, then=part)
    return whole.replace(" ·", f"{UNBROKEN}·")


def its_way(words: str) -> str:
    """Return words that keep their own direction inside others, where they are read from right to left."""
    return f"{FIRST_STRONG}{words}{END}" if any(map(_turns, words)) else words


def _turns(letter: str) -> bool:
    """Say whether a letter is one of those that are read from right to left."""
    return unicodedata.bidirectional(letter) in {"R", "AL"}
