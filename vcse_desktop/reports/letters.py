"""The only text that the PDF's paragraphs ever get: escaped, in our own few marks."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NewType
from xml.sax.saxutils import escape, quoteattr

from vcse_desktop.reports.blocks import Link, Run, Strong, Words
from vcse_desktop.reports.palette import ACCENT
from vcse_desktop.reports.plain import address, plain

PIECE = "piece"
"""Stands for the pieces of an element, where a paragraph says which it draws."""

Marked = NewType("Marked", str)
"""The inside of a paragraph of reportlab, made nowhere but here: the type checker refuses any other text."""

_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff]")
_NO_LOOK = re.compile("[\u00ad\u180e\u200b\u200e\u200f\u2060-\u206f\ufe00-\ufe0f\ufeff]")


@dataclass(frozen=True, slots=True)
class Inside:
    """What stands in a paragraph.

    One that ``leads`` is a link to another place, which its element names. One that is ``alone``, such as a
    name, is read from the side of its own first letter, whatever stands around it; a ``sign``, such as the
    number in a list, from the side of that list.
    """

    runs: tuple[Run, ...]
    leads: bool = False
    alone: bool = False
    sign: bool = False

    @property
    def text(self) -> str:
        """Return all that it says."""
        return "".join(spelt(run.text) for run in self.runs)

    def links(self, place: int) -> bool:
        """Say whether this run leads anywhere."""
        run = self.runs[place]
        return self.leads or (isinstance(run, Link) and bool(address(run.url)))


def printable(text: str) -> str:
    """Return the text as it is printed: without the signs that have no look of their own."""
    return _UNSEEN.sub("", plain(text))


def spelt(text: str) -> str:
    """Return the text as letters are shaped by it: with the joiners, which change how others look."""
    return _NO_LOOK.sub("", plain(text))


def words(text: str, *, alone: bool = False) -> Inside:
    """Return one text as the inside of a paragraph."""
    return Inside((Words(text),), alone=alone)


def marked(runs: Iterable[Run], *, alone: bool = False) -> Inside:
    """Return runs as the inside of a paragraph."""
    return Inside(tuple(runs), alone=alone)


def pointer(text: str) -> Inside:
    """Return a text that leads to another place in the document, which its element names."""
    return Inside((Words(text),), leads=True)


def markup(inside: Inside) -> Marked:
    """Return it for a paragraph of reportlab; before each run but the first stands which it is."""
    if inside.leads:
        return Marked(f'<a href="{PIECE}:0">{escape(printable(inside.text))}</a>')
    return Marked("".join(_numbered(place, run) for place, run in enumerate(inside.runs)))


def _numbered(place: int, run: Run) -> str:
    """A link leads to its own number: only the structure knows the address."""
    sign = f'<onDraw name="{PIECE}" label="{place}"/>' if place else ""
    said = escape(printable(run.text))
    match run:
        case Strong():
            return f"{sign}<b>{said}</b>"
        case Link(url, _, _) if address(url):
            return f'{sign}<a href="{PIECE}:{place}" color={quoteattr(ACCENT)}><u>{said}</u></a>'
        case _:
            return sign + said
