"""The only text that the PDF's paragraphs ever get: escaped, in our own few marks."""

import re
from collections.abc import Iterable
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from vcse_desktop.reports.blocks import Foreign, Link, Run, Strong, Words
from vcse_desktop.reports.palette import ACCENT
from vcse_desktop.reports.plain import address, plain

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
    """Return runs as the inside of a paragraph."""
    return Marked("".join(map(_run, runs)))


def target(ident: str, text: str) -> Marked:
    """Return a text that links with ``pointer`` lead to; the id is ours."""
    return Marked(f"<a name={quoteattr(ident)}/>{words(text)}")


def pointer(ident: str, text: str) -> Marked:
    """Return a text that leads to the one with this id."""
    return Marked(f"<a href={quoteattr('#' + ident)}>{words(text)}</a>")


def _run(run: Run) -> str:
    match run:
        case Strong(text):
            return f"<b>{words(text)}</b>"
        case Link(url, text, _):
            href = address(url)
            link = f"<a href={quoteattr(href)} color={quoteattr(ACCENT)}><u>{words(text)}</u></a>"
            return link if href else words(text)
        case Words(text) | Foreign(text, _, _):
            return words(text)
