"""The Easy Read page: short sentences that people wrote, each beside the picture that they chose for it."""

from base64 import b64encode
from dataclasses import dataclass

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Heading, Para, Words
from vcse_desktop.reports.html import filled
from vcse_desktop.reports.numbers import direction
from vcse_desktop.reports.text import PICTURE
from vcse_desktop.reports.typed import typed

MOST_LINES, MOST_WORDS, LONGEST = 12, 15, 200
"""Sentences of a page, words of one, and letters of one."""
WRITTEN, TESTED = N_("Written by {who}."), N_("Tested by {who}.")
NOT_TESTED = N_("Nobody has tested this page yet.")
OTHER_FORMAT = N_("Ask us for this in another format.")


@dataclass(frozen=True, slots=True)
class EasyLine:
    """One sentence, its picture as a JPEG of our own making, and what the picture shows."""

    text: str
    shows: str
    jpeg: bytes


@dataclass(frozen=True, slots=True)
class EasyPage:
    """All that the page holds. Every word was typed by people of the group; nothing here is markup."""

    organisation: str
    title: str
    lines: tuple[EasyLine, ...]
    written_by: str
    tested_by: str
    language: str


def words_of(text: str) -> int:
    """Return how many words a sentence has."""
    return len(text.split())


def words_of_page(page: EasyPage | None) -> list[str]:
    """Return every text of a page that somebody typed; none of none."""
    if page is None:
        return []
    lines = [words for line in page.lines for words in (line.text, line.shows)]
    return [page.title, *lines, page.written_by, page.tested_by]


def easy_html(page: EasyPage) -> bytes:
    """Return the page in UTF-8, its pictures inside; the same bytes for the same input."""
    lines = [
        {
            "text": typed(line.text, page.language),
            "shows": typed(line.shows, page.language),
            "picture": b64encode(line.jpeg).decode("ascii"),
        }
        for line in page.lines
    ]
    context = {
        "lang": page.language,
        "dir": direction(page.language),
        "organisation": page.organisation,
        "title": typed(page.title, page.language),
        "lines": lines,
        "said": said_of(page),
    }
    return filled("easy.html", ["easy.css"], context)


def easy_blocks(page: EasyPage) -> list[Block]:
    """Return the page in its own words, and of each picture what it shows, for who looks it through."""
    lines = [
        run
        for line in page.lines
        for run in (typed(line.text, page.language), Words(tr(PICTURE, shows=line.shows)))
    ]
    paras = (Para((run,), lang=page.language) for run in (*lines, *map(Words, said_of(page))))
    return [Heading(2, page.title, lang=page.language), *paras]


def said_of(page: EasyPage) -> list[str]:
    """Return who made the page, and how to ask for another one."""
    tested = tr(TESTED, who=page.tested_by) if page.tested_by else tr(NOT_TESTED)
    return [tr(WRITTEN, who=page.written_by), tested, tr(OTHER_FORMAT)]
