"""Which word may have been meant: the words of the vault that are one slip away from what was typed."""

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.search import find, fold

FEW = 3
"""A word with fewer hits than this may be misspelt."""
LAST = "\U0010ffff"
"""Stands after every letter."""
SHORTEST, MOST = 4, 5
"""Shorter words are one slip away from too many others; so many are offered for a word."""


def also(con: Connection, words: str) -> list[str]:
    """Return words to look for as well, for each word that is hardly found; the most frequent first."""
    offered: list[str] = []
    for word in fold(words).split():
        if len(word) >= SHORTEST and len(find(con, word, ranked=False, limit=FEW)) < FEW:
            offered += near(con, word)
    return offered


def near(con: Connection, word: str) -> list[str]:
    """Return the words of the vault that are one slip away: a letter more, less, another, or two swapped.

    Few slips are in the first letter: words that begin with another are looked through where none with the
    same was meant, as each is counted anew in all records.
    """
    return _one_slip_away(con, word, word[0]) or _one_slip_away(con, word, "")


def _one_slip_away(con: Connection, word: str, begin: str) -> list[str]:
    found = con.execute(
        "SELECT term FROM find_words WHERE term >= ? AND term < ? AND length(term) BETWEEN ? AND ?"
        " ORDER BY doc DESC, term",
        (begin, begin + LAST, len(word) - 1, len(word) + 1),
    )
    return [term for (term,) in found if one_slip(word, term)][:MOST]


def one_slip(one: str, other: str) -> bool:
    """Say whether two different words differ by one letter, or by two neighbours that have changed places."""
    start = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    one, other = one[start:], other[start:]
    if len(one) == len(other):
        swapped = one[1:2] + one[:1] + one[2:]
        return one != other and (one[1:] == other[1:] or swapped == other)
    return one[1:] == other or one == other[1:]
