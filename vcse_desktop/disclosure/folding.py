"""A text in the one form in which names and numbers are compared, with the way back to each letter of it."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

_LIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u02bc\u02b9\u2032`\u00b4\u02bb\uff07", "'"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        "\u0142": "l",
        "\u00f8": "o",
        "\u0111": "d",
        "\u0131": "i",
        "\u00e6": "ae",
        "\u0153": "oe",
        "\u00f0": "d",
        "\u00fe": "th",
    }
)
_LETTER = "[^\\s\\d!-/:-@\\[-`{-~\u00a1-\u00bf\u2000-\u206f\u060c\u061b\u061f\u0964]"  # with vowel signs
_WORD = re.compile(rf"{_LETTER}+(?:'{_LETTER}+)*")
_ENDS = re.compile(r"[.!?\u2026:;\n\u2022\u061f\u0964]")
_SHORT = frozenset("mr mrs ms mx dr st prof rev fr sr cllr".split())
"""What has a full stop behind it that ends no sentence."""


@cache
def fold_letter(letter: str) -> str:
    """Return a letter without accents and capitals, any digit as 0 to 9, "" for what is not seen."""
    if letter.isdecimal():
        return str(unicodedata.decimal(letter))
    if letter.isspace():
        return letter if letter == "\n" else " "
    if unicodedata.category(letter) == "Cf":
        return ""
    plain = letter.translate(_LIKE)  # before some of these come apart into a space and a mark
    parts = unicodedata.normalize("NFKD", plain.casefold().translate(_LIKE))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold().translate(_LIKE)


def fold(text: str) -> str:
    """Return a text as names are compared: without accents, capitals and marks that nobody sees."""
    return "".join(map(fold_letter, text))


def squashed(word: str) -> str:
    """Return a folded word without its apostrophes and hyphens."""
    return word.replace("'", "").replace("-", "")


class Word(NamedTuple):
    """One word of a folded text. ``bare`` is without the 's of a possessive.

    ``capital`` says whether it begins with one or its letters have none, ``upper`` whether it has no small
    letter, ``first`` whether a sentence begins with it, ``joined`` whether nothing but a space, a hyphen or
    the dot of an initial stands between it and the word before.
    """

    start: int
    end: int
    text: str
    bare: str
    capital: bool
    upper: bool
    first: bool
    joined: bool


class Folded:
    """A folded text, ``plain``, and where each of its letters stands in the text itself."""

    def __init__(self, text: str) -> None:
        """Fold a text; a mark that was left out belongs to the letter before it."""
        self.text = text
        made: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        for place, letter in enumerate(text):
            parts = fold_letter(letter)
            if not parts and self._ends:
                self._ends[-1] = place + 1
            made.append(parts)
            self._starts += [place] * len(parts)
            self._ends += [place + 1] * len(parts)
        self.plain = "".join(made)

    def here(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text, of at least one letter, stands in the text itself."""
        return self._starts[start], self._ends[end - 1]

    def written(self, start: int, end: int) -> str:
        """Return a stretch of the folded text as it was written."""
        first, last = self.here(start, end)
        return self.text[first:last]

    def words(self) -> list[Word]:
        """Return every word, in order."""
        found: list[Word] = []
        end, before = 0, ""
        for match in _WORD.finditer(self.plain):
            gap, word = self.plain[end : match.start()], match[0]
            first = self._begins(found, gap, before)
            dotted = before in _SHORT or len(before) == 1
            close = bool(found) and (gap.strip(" ." if dotted else " ") == "" or gap == "-")
            found.append(self._word(match, first=first, close=close))
            end, before = match.end(), word
        return found

    @staticmethod
    def _begins(found: list[Word], gap: str, before: str) -> bool:
        if not found:
            return True
        abbreviated = (before in _SHORT or len(before) == 1) and gap.strip() == "."
        return bool(_ENDS.search(gap)) and not abbreviated

    def _word(self, match: re.Match[str], *, first: bool, close: bool) -> Word:
        start, end = self.here(*match.span())
        written, word = self.text[start:end], match[0]
        capital = written[0] != written[0].lower() or written[0].lower() == written[0].upper()
        bare = word.removesuffix("'s")
        upper = written[: len(bare)].upper() == written[: len(bare)]
        return Word(*match.span(), word, bare, capital, upper, first, close)
