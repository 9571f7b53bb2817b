"""How a text is set: its words in order and shaped, in the script that most of its letters need."""

from collections.abc import Iterator, Sequence

from vcse_desktop.reports.blocks import Strong, Words
from vcse_desktop.reports.breaking import Line, Word, line, may_cut, shaped_word
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.faces import SCRIPTS, signs
from vcse_desktop.reports.letters import Inside, spelt, words
from vcse_desktop.reports.order import begins_right, is_turned, levels
from vcse_desktop.reports.shaping import Sign, pieces

LONGEST = 120  # characters of a word; a longer one is several that no space is between
SPACE = " "


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


def sign_line(text: str, edition: Edition) -> Line:
    """Return what stands before a thing of a list, turned as the list is."""
    found, right = set_words(Inside((Words(text),), sign=True), edition, bold=False)
    return line(found, right=right, last=True)


def wide(text: str, edition: Edition, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is on one line."""
    return one_line(text, edition, bold=bold).width * size / 1000


def one_line(text: str, edition: Edition, *, bold: bool = False) -> Line:
    """Return a text as a line of its own."""
    found, right = set_words(words(text), edition, bold=bold)
    return line(found, right=right, last=True) if found else Line((), 0)


def _script(text: str) -> str:
    """Return the family that most of the letters need, by which all the signs between them are chosen."""
    letters = [ord(sign) for sign in text if sign.isalpha()]
    return max(SCRIPTS, key=lambda one: sum(map(signs(one).__contains__, letters)))


def _words(found: Sequence[Sign], script: str) -> Iterator[Word]:
    start = 0
    for at, sign in enumerate(found):
        if sign.text == SPACE:
            (space,) = pieces([sign], script)
            yield shaped_word(found[start:at], script, space)
            start = at + 1
        elif at - start >= LONGEST * (1 if may_cut(sign.text) else 2):
            yield shaped_word(found[start:at], script)
            start = at
    if start < len(found):
        yield shaped_word(found[start:], script)
