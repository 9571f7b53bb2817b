"""How a name sounds, roughly: names that are written differently by ear have one such spelling."""

from difflib import SequenceMatcher

_GROUPS = {
    sign: code for code, signs in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1) for sign in signs
}
SHORTEST, ALIKE = 5, 0.6
"""Letters of a word that may be written by ear, and how alike its two spellings are."""


def sound(name: str) -> str:
    """Return how a folded name sounds, its words in one order."""
    return " ".join(sorted(map(_word, name.split())))


def by_ear(one: str, other: str) -> bool:
    """Say whether two names that sound alike are one name written by ear: short words have to be the same."""
    mine, theirs = one.split(), other.split()
    left, right = sorted(set(mine) - set(theirs)), sorted(set(theirs) - set(mine))
    if len(mine) != len(theirs) or len(left) != len(right):
        return False
    return all(
        min(len(a), len(b)) >= SHORTEST
        and a[:1] in _first(b)
        and SequenceMatcher(None, a, b).ratio() >= ALIKE
        for a, b in zip(left, right, strict=True)
    )


def _first(word: str) -> str:
    """Return the letters that a word may begin with, by ear."""
    return next((pair for pair in ("ck", "sc", "ijy", "ae", "fp") if word[:1] in pair), word[:1])


def _word(word: str) -> str:
    made, last = "", 0
    for sign in word:
        code = _GROUPS.get(sign, 0)
        if code and code != last:
            made += str(code)
        if sign not in "hw":
            last = code
    return made
