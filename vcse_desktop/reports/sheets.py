"""How a blank form stands on its pages: every sheet with its number, a sign-in sheet on one page."""

from collections.abc import Iterable, Sequence
from math import ceil

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blank import Blank, Grid
from vcse_desktop.reports.marks import Line, Mark, Page, Piece, Square, Written, moved
from vcse_desktop.reports.measured import (
    ABOVE,
    ACROSS,
    EDGE,
    LARGE,
    LEADING,
    MARGIN,
    USUAL,
    Print,
    fitted,
    lines_of,
    wide,
)
from vcse_desktop.reports.paper import HEIGHT
from vcse_desktop.reports.rows_to_fill import heads, rows
from vcse_desktop.reports.spaces import GAP, Group, asked, to_write
from vcse_desktop.reports.strokes import groups

SHEET, OF_PAGES = N_("Sheet {sheet} of {sheets}"), N_("Page {page} of {pages}")
VERSION = N_("Version {version}")
FEWEST = 5
"""Rows: a table of fewer is of no use at a door."""
NO_ROOM = (
    N_("There is no room for names"),
    N_(
        "The name of the group and why you ask fill this page, so nothing was made. Choose ordinary print, "
        "or use fewer words in Settings, under “What our paper forms say”."
    ),
)
INSET, SEAM = 9.0, 0.6

Sheet = tuple[Page, ...]
"""The pages of one sheet."""


def sheets(blank: Blank) -> list[Sheet]:
    """Return every sheet; more than were asked for where the names need more.

    Refused when a table of names has no room on one page.
    """
    print_ = LARGE if blank.large else USUAL
    bodies = _bodies(blank, print_)
    many = len(bodies) if blank.grid else blank.sheets
    return [
        tuple(
            (*_over(blank, print_, (n, many)), *marks, *_under(blank, print_, (page, len(body))))
            for page, marks in enumerate(body, 1)
        )
        for n, body in ((n, bodies[(n - 1) % len(bodies)]) for n in range(1, many + 1))
    ]


def _bodies(blank: Blank, print_: Print) -> list[list[Page]]:
    """Return the content of the sheets: one for all of them, or one for each with its own names."""
    if blank.grid is None:
        body = [asked(one, print_) for one in blank.asked]
        listed = [group for one in blank.groups for group in groups(one, print_)]
        return [_paged([*_head(blank, print_), *body, *listed, *_signing(blank, print_)], print_)]
    head = [*_head(blank, print_), *(asked(one, print_)[:-1] for one in blank.asked), [Piece((), GAP)]]
    first = heads(blank.grid, print_)
    used = sum(piece.height for group in head for piece in group) + first.height
    many = int((print_.foot - print_.top - used) / print_.row)
    if many < FEWEST:
        raise Refused(*NO_ROOM)
    return [
        _paged([*head, [first, *rows(blank.grid, print_, names, many)]], print_)
        for names in _names(blank.grid, many, blank.sheets)
    ]


def _names(grid: Grid, many: int, wanted: int) -> list[Sequence[str]]:
    """Return the names of each sheet."""
    need = max(wanted, ceil(len(grid.names) / many))
    return [grid.names[n * many : (n + 1) * many] for n in range(need)]


def _head(blank: Blank, print_: Print) -> list[Group]:
    """Return what stands over the questions: the title, whose it is, and why they ask."""
    title = lines_of(blank.title, print_.title, bold=True)
    name = lines_of(blank.organisation, print_.words, bold=True) or [to_write(print_)]
    room = ACROSS - 2 * INSET
    by_hand = [to_write(print_, INSET, ACROSS - INSET)]
    why = [line for one in blank.why for line in lines_of(one, print_.words, room, left=INSET) or by_hand * 2]
    ask = lines_of(blank.ask, print_.words, room, left=INSET)
    if not ask or blank.ask.endswith(":"):
        ask = [*ask, *by_hand]
    return [[*title, *name, Piece((), GAP / 2)], _shaded([*why, *ask]), [Piece((), GAP)]]


def _shaded(pieces: Group) -> Group:
    """Return pieces on a shaded ground, which goes with them where they are parted."""
    ends = Piece((Square(0, 0, ACROSS, INSET / 2, shaded=True),), INSET / 2)
    made = [
        Piece((Square(0, 0, ACROSS, one.height + SEAM, shaded=True), *one.marks), one.height)
        for one in pieces
    ]
    return [ends, *made, ends] if made else []


def _signing(blank: Blank, print_: Print) -> list[Group]:
    if not blank.signed:
        return []
    return [[*lines_of(blank.signed, print_.words, bold=True), to_write(print_)]]


def _paged(parts: Iterable[Group], print_: Print) -> list[Page]:
    """Return pages: what belongs together stands together where a page is high enough for it."""
    pages: list[list[Mark]] = [[]]
    y, room = print_.top, print_.foot - print_.top
    for part in parts:
        high = sum(piece.height for piece in part)
        if y + high > print_.foot and y > print_.top and high <= room and pages[-1]:
            pages.append([])
            y = print_.top
        for piece in part:
            if y + piece.height > print_.foot and y > print_.top:
                if not piece.marks:
                    continue  # no room at the foot of a page is as good as a gap
                pages.append([])
                y = print_.top
            pages[-1] += [moved(mark, y, EDGE) for mark in piece.marks]
            y += piece.height
    return [tuple(page) for page in pages if page] or [()]


def _over(blank: Blank, print_: Print, sheet: tuple[int, int]) -> Page:
    """Return what stands over each page: whose it is, and which sheet."""
    size = print_.small
    which = tr(SHEET, sheet=sheet[0], sheets=sheet[1])
    room = wide(which, size, bold=True)
    name, base = fitted(blank.organisation, ACROSS - room - GAP, size), MARGIN + size * ABOVE
    line = MARGIN + size * LEADING + 2
    made: Page = (
        *([Written(EDGE, base, name, size)] if name else []),
        Written(EDGE + ACROSS - room, base, which, size, bold=True),
        Line(EDGE, line, EDGE + ACROSS, line),
    )
    return made


def _under(blank: Blank, print_: Print, page: tuple[int, int]) -> Page:
    """Return what stands under each page: the form with its version, and which page of the sheet."""
    size = print_.small
    base = HEIGHT - MARGIN - size * LEADING + size * ABOVE
    which = tr(OF_PAGES, page=page[0], pages=page[1])
    version = tr(VERSION, version=blank.version)
    right, middle = wide(which, size), wide(version, size)
    name = fitted(blank.title, ACROSS - right - middle - 2 * GAP, size)
    left = EDGE + wide(name, size) + (GAP if name else 0)
    made: Page = (
        *([Written(EDGE, base, name, size)] if name else []),
        Written(left, base, version, size),
        Written(EDGE + ACROSS - right, base, which, size),
    )
    return made
