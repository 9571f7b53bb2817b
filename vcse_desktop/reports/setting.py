"""How words are set in lines: each shaped once, as many on a line as there is room for."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from vcse_desktop.reports.blocks import Strong, Words
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.faces import SCRIPTS, signs
from vcse_desktop.reports.letters import Inside, spelt, words
from vcse_desktop.reports.order import begins_right, is_turned, levels, seen
from vcse_desktop.reports.shaping import JOINERS, UNSEEN, Piece, Sign, pieces

LONGEST = 120  # characters of a word; a longer one is several that no space is between
SPACE = " "


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


def set_words(inside: Inside, edition: Edition, *, bold: bool) -> tuple[list[Word], bool]:
    """Return the words of a paragraph, and whether it is read from the right."""
    text = "".join(spelt(run.text) for run in inside.runs)
    right = begins_right(text) if inside.alone else edition.right and (inside.sign or is_turned(text))
    turns = iter(levels(text, right=right))
    found = [
        Sign(sign, next(turns), bold or isinstance(run, Strong), place, getattr(run, "lang", edition.lang))
        for place, run in enumerate(inside.runs)
        for sign in spelt(run.text)
    ]
    return list(_words(found, _script(text))), right


def lines(words: list[Word], room: float, *, right: bool) -> Iterator[tuple[Line, list[Word]]]:
    """Yield lines of at most this width, each with the words that are left; long words are broken."""
    while words:
        here, words = _fitting(words, room)
        yield _line(here, right=right, last=not words), words


def sign_line(text: str, edition: Edition) -> Line:
    """Return what stands before a thing of a list, turned as the list is."""
    found, right = set_words(Inside((Words(text),), sign=True), edition, bold=False)
    return _line(found, right=right, last=True)


def wide(text: str, edition: Edition, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is on one line."""
    return one_line(text, edition, bold=bold).width * size / 1000


def one_line(text: str, edition: Edition, *, bold: bool = False) -> Line:
    """Return a text as a line of its own."""
    found, right = set_words(words(text), edition, bold=bold)
    return _line(found, right=right, last=True) if found else Line((), 0)


def _script(text: str) -> str:
    """Return the family that most of the letters need, by which all the signs between them are chosen."""
    letters = [ord(sign) for sign in text if sign.isalpha()]
    return max(SCRIPTS, key=lambda one: sum(map(signs(one).__contains__, letters)))


def _words(found: Sequence[Sign], script: str) -> Iterator[Word]:
    start = 0
    for at, sign in enumerate(found):
        if sign.text == SPACE:
            (space,) = pieces([sign], script)
            yield _word(found[start:at], script, space)
            start = at + 1
        elif at - start >= LONGEST * (1 if _may_cut(sign.text) else 2):
            yield _word(found[start:at], script)
            start = at
    if start < len(found):
        yield _word(found[start:], script)


def _word(found: Iterable[Sign], script: str, space: Piece | None = None) -> Word:
    letters = tuple(found)
    return Word(letters, script, tuple(pieces(letters, script)), space)


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
    while end > 1 and not (_may_cut(word.signs[end].text) and _begin(word, end).width <= room):
        end -= 1
    while end < len(word.signs) and not _may_cut(word.signs[end].text):
        end += 1
    rest = word.signs[end:]
    return _begin(word, end), [_word(rest, word.script, word.space)] if rest else []


def _begin(word: Word, end: int) -> Word:
    return _word(word.signs[:end], word.script)


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


def _may_cut(sign: str) -> bool:
    return sign not in JOINERS and unicodedata.category(sign)[0] != "M"


def _line(words: Sequence[Word], *, right: bool, last: bool) -> Line:
    """Put words on one line; the space at the end of all but the last is there to be read, not to be seen."""
    row: list[Piece] = []
    for word in words:
        row += [*word.pieces, *([word.space] if word.space else [])]
    end = row.pop() if words[-1].space else None
    width = sum(piece.width for piece in row)
    if end and not last:
        row.append(replace(end, level=int(right)))
    return Line(tuple(seen(row)), width)
