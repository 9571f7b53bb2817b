"""The report for the group's own use: its blocks, and the file that they become, which no pack takes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Facts, Heading, NewPage, Notice, Para, Text, Words
from vcse_desktop.reports.exact import OwnInput
from vcse_desktop.reports.front import counting, span
from vcse_desktop.reports.html import html
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.numbers import day
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import completed
from vcse_desktop.reports.sections import section_blocks
from vcse_desktop.reports.ten import SECTIONS

MARK = N_("For our own use: not for sharing")
TITLE = N_("Our exact figures: {period}")
SAYS = N_(
    "Nothing is hidden here: numbers of people are exact, and hours are to the nearest quarter. A small "
    "number may tell who somebody is. Keep this within the group, and give partners a summary pack instead."
)
NO_WORDS = N_(
    "What people said is counted, and their words are not printed. No small number is hidden. This report "
    "is not signed."
)


@dataclass(frozen=True, slots=True)
class OwnFile:
    """A finished file for the group alone. It is no ``bytes``, and those inside carry the mark."""

    content: bytes = field(repr=False)


def own_blocks(told: OwnInput) -> tuple[Block, ...]:
    """Return the blocks, the mark first, each with its id, language and direction, tables numbered from 1."""
    return tuple(completed(list(_blocks(told)), told.language))


def own_pdf(blocks: Sequence[Block], told: OwnInput) -> OwnFile:
    """Return the file with the mark on every page; the same bytes for the same input. Raises as ``pdf``."""
    return _filed(pdf, blocks, told)


def own_html(blocks: Sequence[Block], told: OwnInput) -> OwnFile:
    """Return the page with the mark at its head, and on every sheet where it is printed."""
    return _filed(html, blocks, told)


def _filed(
    made: Callable[[Sequence[Block], Letter], bytes], blocks: Sequence[Block], told: OwnInput
) -> OwnFile:
    head = Letter(told.organisation, _title(told), "", told.issued, told.language, tr(MARK))
    return OwnFile(made(blocks, head))


def _title(told: OwnInput) -> str:
    return tr(TITLE, period=span(told))


def _blocks(told: OwnInput) -> Iterator[Block]:
    yield Notice(tr(MARK))
    if told.organisation:
        yield Para((Words(told.organisation),), "organisation")
    yield Heading(1, _title(told), id="top")
    yield Para((Words(tr(SAYS)),))
    made_on = day(told.issued.astimezone().date(), told.language)
    facts = (tr("Period"), span(told)), (tr(N_("Made on")), made_on)
    yield Facts(tuple((name, Text((Words(words),))) for name, words in facts))
    yield NewPage()
    for section in SECTIONS:
        yield from section_blocks(section, told)
    yield Heading(2, tr("How this was made"), id="section-how_this_was_made")
    yield Heading(3, tr("How we counted"))
    yield from counting(told)
    yield Para((Words(tr(NO_WORDS)),), "closing")
