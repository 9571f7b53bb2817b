"""Which target the heading of a column means, however people write it."""

import re
from collections.abc import Mapping
from functools import cache

from vcse_desktop.exchange.meaning.heading_words import ALL, WORDS
from vcse_desktop.exchange.meaning.plan import Shape
from vcse_desktop.exchange.meaning.targets import parts
from vcse_desktop.store.search import plain

JUST, HOLDS = 3, 2
"""How much it says that a heading is just such words, or holds them."""
_BRACKETS = re.compile(r"\(.*?\)|\[.*?\]")
_NO_WORD = re.compile(r"[^\w/&'+-]+")
_UNITS = re.compile(r"\((?:in )?(?:min|mins|minutes)\)")


def folded(heading: str) -> str:
    """Return a heading as it is compared: no capitals, accents, brackets and signs."""
    words = plain(heading.replace("_", " "))
    if _UNITS.search(words):
        words = f"{_BRACKETS.sub(' ', words)} minutes"
    return " ".join(_NO_WORD.sub(" ", _BRACKETS.sub(" ", words)).split())


@cache
def known(kind: str, shape: Shape) -> Mapping[str, Mapping[str, int]]:
    """Return for each folded phrase the targets that it means, the likeliest first."""
    found: dict[str, dict[str, int]] = {}
    open_ = parts(kind, shape)
    for order, (code, words) in enumerate([*WORDS.get(kind, {}).items(), *ALL.items()]):
        for phrase in words.split(" | ") if code in open_ else ():
            found.setdefault(folded(phrase), {}).setdefault(code, order)
    for code, part in open_.items():
        if not part.part:
            found.setdefault(folded(part.label), {}).setdefault(code, 99)
            found.setdefault(folded(code), {}).setdefault(code, 99)
    return {phrase: dict(sorted(codes.items(), key=lambda one: one[1])) for phrase, codes in found.items()}


def meant(heading: str, kind: str, shape: Shape) -> list[tuple[str, int]]:
    """Return the targets that a heading may mean and how much says so, the likeliest first."""
    words = folded(heading)
    phrases = known(kind, shape)
    if words in phrases:
        return [(code, JUST) for code in phrases[words]]
    found: dict[str, int] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        if len(phrase) > 3 and f" {phrase} " in f" {words} ":  # noqa: PLR2004 - short words are in too many
            for code in phrases[phrase]:
                found.setdefault(code, HOLDS)
    return list(found.items())
