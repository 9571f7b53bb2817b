"""How people write names: surname first, in capitals, with a title, several in one cell."""

import re
from dataclasses import dataclass

TITLES = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "rev", "revd", "sir", "dame", "prof", "cllr", "fr", "sr"}
)
ONE, SEVERAL = "one", "several"
"""What a comma between two names means: surname first, or two people."""
_SURE = re.compile(r"\s*[;\n\r|]+\s*")
_AND = re.compile(r"\s*(?:&|\+|/|\band\b)\s*", re.IGNORECASE)
_COMMA = re.compile(r"\s*,\s*")
_INITIALS = re.compile(r"(?:[A-Z]\.?[ -]?){1,4}")
_LOUD = re.compile(r"[^\W\d_]+")
MOST_WORDS = 3
"""Words of a surname, or of first names."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names in a cell; ``comma`` says that a comma in it decides, and has to be asked."""

    names: tuple[str, ...]
    comma: bool = False


def names_in(text: str, comma: str = "") -> Names:
    """Return the names in a cell, tidy. ``comma`` is what somebody answered: ONE, SEVERAL or "" for nothing.

    Semicolons, new lines, & and "and" stand between people; so do commas, unless what follows is an initial.
    """
    made: list[str] = []
    asked = False
    for piece in filter(None, _SURE.split(text.strip())):
        parts = [part for part in _AND.split(piece) if part]
        found, unclear = _parted(parts, comma)
        made += found
        asked = asked or unclear
    return Names(tuple(dict.fromkeys(tidy(name) for name in made if name)), asked)


def _parted(parts: list[str], comma: str) -> tuple[list[str], bool]:
    """Return the names among parts that stand between &, and whether a comma in them has to be asked."""
    made: list[str] = []
    asked = False
    for part in parts:
        pieces = [piece for piece in _COMMA.split(part) if piece]
        if len(pieces) < 2:  # noqa: PLR2004 - no comma
            made += pieces
        elif _pairs(pieces):
            made += [f"{pieces[at]}, {pieces[at + 1]}" for at in range(0, len(pieces), 2)]
        elif len(pieces) > 2 or len(parts) > 1 or comma == SEVERAL:  # noqa: PLR2004
            made += pieces
        else:
            made.append(", ".join(pieces))
            asked = asked or (not comma and _could_be_first(pieces[1]))
    return made, asked


def tidy(name: str) -> str:
    """Return a name as people say it: first name first, no title, no capitals throughout."""
    words = " ".join(name.split())
    before, found, after = words.partition(",")
    after = after.strip()
    if found and after and "," not in after and _few(before) and _few(after):
        words = f"{after} {before.strip()}"
    parts = words.split(" ")
    while len(parts) > 2 and parts[0].rstrip(".").casefold() in TITLES:  # noqa: PLR2004 - Mr Smith stays
        parts = parts[1:]
    return " ".join(_quiet(part, len(parts)) for part in parts)


def surname_first(text: str) -> bool:
    """Say whether a cell holds one name with the surname first and an initial after it."""
    pieces = _COMMA.split(text.strip())
    return len(pieces) == 2 and _pairs(pieces)  # noqa: PLR2004


def _few(words: str) -> bool:
    return 0 < len(words.split()) <= MOST_WORDS and not any(map(str.isdigit, words))


def _pairs(pieces: list[str]) -> bool:
    """Say whether each second piece is an initial: surnames first."""
    return len(pieces) % 2 == 0 and all(_INITIALS.fullmatch(piece) for piece in pieces[1::2])


def _could_be_first(piece: str) -> bool:
    return len(piece.split()) <= MOST_WORDS


def _quiet(word: str, of: int) -> str:
    """Return a word that shouts as it is written otherwise; initials and names of one word stay."""
    letters = "".join(filter(str.isalpha, word))
    if of < 2 or len(letters) < 3 or not letters.isupper():  # noqa: PLR2004
        return word
    return _LOUD.sub(lambda found: found.group().capitalize(), word)
