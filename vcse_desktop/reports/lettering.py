"""How wide the words of a chart are in no particular letters, on the safe side, and how they are wrapped."""

import unicodedata
from functools import cache

from vcse_desktop.reports.plain import plain

LINES = 3  # a longer label ends in an ellipsis; the table has all of it
NARROW, WIDE = frozenset("ijlrtfI.,:;'|!()[]/- \u2019"), frozenset("mwMW%@\u2014\u2026&#\u00b6¼½¾ÆæßŒœŉ")
MORE = " \u2026"


def length(text: str, size: float) -> float:
    """Return how wide a text is at most, as far as nobody knows its letters."""
    return sum(map(_width, text)) * size


def wrapped(text: str, width: float, size: float) -> list[str]:
    """Return the text in as many lines as fit, cut short after the last."""
    lines = [""]
    for word in plain(text).split():
        for piece in _pieces(word, width, size):
            joined = f"{lines[-1]} {piece}".strip()
            if length(joined, size) <= width:
                lines[-1] = joined
            else:
                lines.append(piece)
    if len(lines) > LINES:
        lines = [*lines[: LINES - 1], _cut(lines[LINES - 1], width, size)]
    return lines


def _pieces(word: str, width: float, size: float) -> list[str]:
    """Return a word in pieces that each fit on a line."""
    pieces = [""]
    for sign in word:
        if pieces[-1] and length(pieces[-1] + sign, size) > width:
            pieces.append("")
        pieces[-1] += sign
    return pieces


def _cut(line: str, width: float, size: float) -> str:
    """Return as much of a line as there is room for before the sign that there is more: whole words."""
    while line and length(line + MORE, size) > width:
        line = line.rpartition(" ")[0] or line[:-1]
    return line + MORE


@cache
def _width(sign: str) -> float:
    """Return the width of a sign as a part of the size of letters."""
    base = unicodedata.normalize("NFD", sign)[0]
    if unicodedata.east_asian_width(base) in "WF":
        return 1.1
    if base in NARROW:
        return 0.46
    if base in WIDE:
        return 1.0
    return 0.74 if base.isupper() else 0.69
