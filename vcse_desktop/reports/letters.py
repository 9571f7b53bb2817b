"""The only text that the PDF's paragraphs ever get: escaped, in our own few marks."""

import re
from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from vcse_desktop.reports.blocks import Link, Run, Strong
from vcse_desktop.reports.palette import ACCENT
from vcse_desktop.reports.plain import address, plain

PIECE = "piece"
"""Stands for the pieces of an element, where a paragraph says which it draws."""

Marked = NewType("Marked", str)
"""The inside of a paragraph, made nowhere but here: the type checker refuses any other text."""

_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff]")


def printable(text: str) -> str:
    """Return the text as it is printed: without the signs that have no look of their own."""
    return _UNSEEN.sub("", plain(text))


def words(text: str) -> Marked:
    """Return one text as the inside of a paragraph."""
    return Marked(escape(printable(text)))


def marked(runs: Iterable[Run]) -> Marked:
    """Return runs as the inside of a paragraph; before each but the first stands which it is."""
    return Marked("".join(_numbered(place, run) for place, run in enumerate(runs)))


def _numbered(place: int, run: Run) -> str:
    """A link leads to its own number: only the structure knows the address."""
    sign = f'<onDraw name="{PIECE}" label="{place}"/>' if place else ""
    match run:
        case Strong(text):
            return f"{sign}<b>{words(text)}</b>"
        case Link(url, text, _) if address(url):
            return f'{sign}<a href="{PIECE}:{place}" color={quoteattr(ACCENT)}><u>{words(text)}</u></a>'
        case _:
            return sign + words(run.text)


def pointer(text: str) -> Marked:
    """Return a text that leads to another place in the document, which its element names."""
    return Marked(f'<a href="{PIECE}:0">{words(text)}</a>')
