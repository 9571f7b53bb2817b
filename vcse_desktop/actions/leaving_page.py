"""The page that explains the folder with everything: what each file holds, how to read it, the way back."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from vcse_desktop.actions.leaving_tables import NOTE, Made
from vcse_desktop.exchange.leaving.descriptor import HOLDS, MARKED
from vcse_desktop.exchange.leaving.files import BOOK, DESCRIPTOR
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import (
    Block,
    Facts,
    Heading,
    Items,
    Notice,
    Para,
    Row,
    Shown,
    Table,
    Text,
    Words,
)
from vcse_desktop.reports.html import html
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.numbers import day
from vcse_desktop.reports.report import completed

SAYS = N_(
    "This folder holds everything that {group} kept in VCSE Desktop, as of {day}, in formats that other "
    "programs can read without it."
)
NO_PACK = N_(
    "This is no summary pack. Nothing in it is signed, and no numbers are hidden: do not send it to partners."
)
BEGIN = N_(
    "To read or to print, open the workbook {book} in any spreadsheet: a sheet for each kind of record, in "
    "words. The tables below hold the same for programs: codes in place of words, and a code for each record."
)
BACK = N_(
    "To have it in VCSE Desktop again, make a new vault and choose “Bring everything in” in Settings. "
    "Records, links, lists, attached files and settings come back, under the same codes. The files must be "
    "as they were written: do not change them before."
)
NOT_BACK = N_(
    "What does not come back: the history, who could open the vault, the right to sign, and what was said "
    "about packs. Numbers that were hidden in earlier packs are not known to a new vault."
)
PARTS = (
    ("records", N_("Records and what belongs to them")),
    ("links", N_("Links: which record names which others")),
    ("lists", N_("Lists")),
    ("own", N_("What your group made for itself")),
    ("history", N_("History")),
    ("packs", N_("About packs and partners, to be read only")),
    ("attachments", N_("Attached files")),
)
READING = (
    N_(
        "All tables are CSV: commas between cells, UTF-8 with a mark at the beginning, names of columns in "
        "the first row."
    ),
    N_("An empty cell is not recorded. It is never 0, no, or “prefer not to say”."),
    N_("Days are written as 2026-11-30, hours as whole minutes, money as pounds and pence."),
    N_("A choice is a code of a list. Several choices stand in brackets, each in quotation marks."),
    MARKED,
    N_("“gone” is true where a record was removed or erased: only its code is left, because others name it."),
)
TOLD = (
    ("added", N_("A record was made.")),
    ("changed", N_("A field was filled or changed.")),
    ("linked · unlinked", N_("A record named another, or no longer.")),
    ("removed · back", N_("A record was taken out of all lists, or put back.")),
    (
        "erased · cleared",
        N_("A record, or the past of a field, was erased for good. What it said is not here."),
    ),
)
COLUMNS = (N_("File"), N_("What it holds"), N_("Rows or files"))


def page(made: Sequence[Made], title: str, group: str, now: datetime, language: str) -> bytes:
    """Return the page in the language that is spoken; ``now`` is in UTC."""
    letter = Letter(group, title, "", now, language)
    return html(tuple(completed(list(_blocks(made, letter)), language)), letter)


def _blocks(made: Sequence[Made], letter: Letter) -> Iterator[Block]:
    group = letter.organisation or tr(N_("the group"))
    yield Heading(1, letter.title)
    yield Notice(f"{tr(HOLDS)} {tr(NO_PACK)}")
    yield _said(tr(SAYS, group=group, day=day(letter.issued.astimezone().date(), letter.language)))
    yield _said(tr(BEGIN, book=BOOK))
    yield Heading(2, tr(N_("What each file holds")))
    for part, words in PARTS:
        files = [one for one in made if one.part == part]
        yield Table(tr(words), tuple(map(tr, COLUMNS)), tuple(map(_row, files)))
    yield _said(
        tr(N_("{file} describes all tables for programs, as a Frictionless Data Package."), file=DESCRIPTOR)
    )
    yield Heading(2, tr(N_("How to read the tables")))
    yield Items(tuple((Words(tr(one)),) for one in READING))
    yield Heading(2, tr(N_("How to read the history")))
    yield Facts(tuple((code, Text((Words(tr(words)),))) for code, words in TOLD))
    yield Heading(2, tr(N_("The way back")))
    yield _said(tr(BACK))
    yield _said(tr(NOT_BACK))
    yield _said(tr(NOTE))


def _said(sentence: str) -> Para:
    return Para((Words(sentence),))


def _row(one: Made) -> Row:
    return Row((Text((Words(one.path),)), Text((Words(one.title),)), Shown(one.rows or 0)))
