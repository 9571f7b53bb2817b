"""Where a line of words ends: shaped words, the lines that they fit on, and long words that are broken."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vcse_desktop.reports.order import seen
from vcse_desktop.reports.shaping import JOINERS, UNSEEN, Piece, Sign, pieces


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces, and the space after it, if any; ``script`` is that of its paragraph."""

    signs: tuple[Sign, ...]
    script: str
    pieces: tuple[Piece, ...]
    space: Piece | None = None

    @property
    def width(self) -> float:
        """Return its width without its space, in thousandths of the size."""
        return sum(piece.width for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its pieces from left to right, and how wide those are that can be seen."""

    pieces: tuple[Piece, ...]
    width: float


def lines(words: list[Word], room: float, *, right: bool) -> Iterator[tuple[Line, list[Word]]]:
    """Yield lines of at most this width, each with the words that are left; long words are broken."""
    while words:
        here, words = _fitting(words, room)
        yield line(here, right=right, last=not words), words


def shaped_word(found: Iterable[Sign], script: str, space: Piece | None = None) -> Word:
    """Return these signs as a word, and the space after it."""
    letters = tuple(found)
    return Word(letters, script, tuple(pieces(letters, script)), space)


def line(words: Sequence[Word], *, right: bool, last: bool) -> Line:
    """Put words on one line; the space at the end of all but the last is there to be read, not to be seen."""
    row: list[Piece] = []
    for word in words:
        row += [*word.pieces, *([word.space] if word.space else [])]
    end = row.pop() if words[-1].space else None
    width = sum(piece.width for piece in row)
    if end and not last:
        row.append(replace(end, level=int(right)))
    return Line(tuple(seen(row)), width)


def may_cut(sign: str) -> bool:
    """Say whether a word may be cut before this sign."""
    return sign not in JOINERS and unicodedata.category(sign)[0] != "M"


def _fitting(words: list[Word], room: float) -> tuple[list[Word], list[Word]]:
    """Return the words that fit on one line, one at least, and the others."""
    width = 0.0
    for count, word in enumerate(words):
        width += word.width
        if width > room:
            if count:
                return words[:count], words[count:]
            first, others = _cut(word, room)
            return [first], [*others, *words[1:]]
        width += word.space.width if word.space else 0
    return words, []


def _cut(word: Word, room: float) -> tuple[Word, list[Word]]:
    """Return as much of a word as fits, one letter at least, and the rest of it."""
    end = _about(word, room)
    while end > 1 and not (may_cut(word.signs[end].text) and _begin(word, end).width <= room):
        end -= 1
    while end < len(word.signs) and not may_cut(word.signs[end].text):
        end += 1
    rest = word.signs[end:]
    return _begin(word, end), [shaped_word(rest, word.script, word.space)] if rest else []


def _begin(word: Word, end: int) -> Word:
    return shaped_word(word.signs[:end], word.script)


def _about(word: Word, room: float) -> int:
    """Return how many characters of a word fit, but not all, if no shape changes where it is cut."""
    width, fits = 0.0, 0
    for piece in word.pieces:
        for glyph in reversed(piece.glyphs) if piece.level % 2 else piece.glyphs:
            width += glyph.advance
            if width > room:
                return max(fits, 1)
            fits += len(glyph.text) if glyph.text != UNSEEN else 0
    return max(len(word.signs) - 1, 1)
