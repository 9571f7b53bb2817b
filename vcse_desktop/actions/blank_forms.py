"""Blank forms for paper: made of the declarations, the group's own lists and words, in its language."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from vcse_desktop.actions.blank_words import Wish, blank_of, lists_to_count, usual_lists
from vcse_desktop.actions.paper_words import use_wording
from vcse_desktop.actions.standing import is_helper, members_only
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, in_english, ngettext, tr
from vcse_desktop.records.printed import PAPERS, Paper
from vcse_desktop.reports.blank import Blank, lost, on_paper, ready, texts
from vcse_desktop.reports.blank_pdf import blank_pdf
from vcse_desktop.reports.sheets import Sheet, sheets
from vcse_desktop.store.vault import Vault
from vcse_desktop.store.wholefile import write_whole

__all__ = [
    "Made",
    "Saved",
    "Wish",
    "lists_to_count",
    "make",
    "papers",
    "pdf_of",
    "save",
    "usual_lists",
    "version",
]

MOST = 100
"""Sheets of one file: more are printed from it once again."""
TOO_MANY = (
    N_("So many sheets do not fit in one file"),
    N_("Give a number from 1 to {most}, so nothing was made. Print the file again for more."),
)

NO_WORDS = N_(
    "This piece of asking does not say yet how what people say will be used. Your usual words stand there. "
    "Write it on its page under “The words we used”."
)


@dataclass(frozen=True, slots=True)
class Made:
    """A form with the pages of each sheet, and sentences about what could not be as it was wanted."""

    blank: Blank
    sheets: Sequence[Sheet]
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Saved:
    """The file that was written, and of how many sheets it is."""

    file: Path
    sheets: int


def papers(vault: Vault) -> list[Paper]:
    """Return the forms that whoever is in may use."""
    return [one for one in PAPERS.values() if one.helpers or not is_helper(vault)]


def make(vault: Vault, wish: Wish, language: str) -> Made:
    """Return a form in a language, or in English where our letters cannot print that one.

    Refused when the number of sheets is none, when the activity is gone, and when nothing has room;
    NotAllowed to a helper for a form that is not theirs, for names, or for a piece of asking.
    """
    if not 1 <= wish.sheets <= MOST:
        raise Refused(*TOO_MANY, most=MOST)
    paper = PAPERS[wish.paper]
    if wish.names or not paper.helpers or wish.asking is not None:
        members_only(vault)
    whole = blank_of(vault, wish, language)
    known = all(on_paper(words) for words in _ours(whole))
    if not known:
        with in_english():
            whole = blank_of(vault, wish, SOURCE_LANGUAGE)
            made = sheets(ready(whole))
    else:
        made = sheets(ready(whole))
    told = (*_told(whole, made, wish, known=known), *_of_asking(vault, wish))
    return Made(ready(whole), made, told)


def pdf_of(made: Made) -> bytes:
    """Return a form as a PDF."""
    return blank_pdf(made.blank, made.sheets)


def save(vault: Vault, wish: Wish, language: str, file: Path) -> Saved:
    """Write a form to a file as a PDF; DiskFull or CannotWrite beside what ``make`` raises."""
    made = make(vault, wish, language)
    place = file if file.suffix else file.with_suffix(".pdf")
    write_whole(place, pdf_of(made))
    return Saved(place, len(made.sheets))


def version(vault: Vault, paper: str, lists: Sequence[str], language: str) -> str:
    """Return the version of a form as it would be printed now."""
    return make(vault, Wish(paper, lists=lists), language).blank.version


def _ours(blank: Blank) -> list[str]:
    """Return the words of a form that are the program's own."""
    columns = [label for label, _ in blank.grid.columns] if blank.grid else []
    return [blank.title, *(one.label for one in blank.asked), *columns]


def _of_asking(vault: Vault, wish: Wish) -> Sequence[str]:
    """Say when a piece of asking has no words that could stand there."""
    if wish.asking is None or not PAPERS[wish.paper].of_asking or use_wording(vault, wish.asking):
        return ()
    return (tr(NO_WORDS),)


def _told(blank: Blank, made: Sequence[Sheet], wish: Wish, *, known: bool) -> list[str]:
    """Return sentences about what is otherwise than somebody may expect."""
    gone = lost(texts(blank))
    more = len(made) - wish.sheets
    told = (
        (not known, tr(N_("The letters of this language cannot be printed yet, so the form is in English."))),
        (
            gone > 0,
            ngettext(
                "{n} text is in letters that cannot be printed yet. A line is left there: write it by hand.",
                "{n} texts are in letters that cannot be printed yet. Lines are left there to write on.",
                gone,
            ),
        ),
        (
            more > 0,
            ngettext(
                "The names need {n} sheet more than you asked for.",
                "The names need {n} sheets more than you asked for.",
                more,
            ),
        ),
        (
            bool(blank.grid and blank.grid.names),
            tr(N_("This sheet has names on it. Who signs in sees them all: keep it safe.")),
        ),
    )
    return [sentence for true, sentence in told if true]
