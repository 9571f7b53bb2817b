"""Blank forms: whatever words stand on one, nothing leaves the page and a sign-in sheet stays on one."""

from datetime import datetime
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from vcse_desktop.errors import Refused
from vcse_desktop.reports.blank import Asked, Blank, Grid, Groups, Room, on_paper, ready
from vcse_desktop.reports.blank_pdf import blank_pdf
from vcse_desktop.reports.marks import Line, Page, Square, Written
from vcse_desktop.reports.measured import wide
from vcse_desktop.reports.paper import HEIGHT, WIDTH
from vcse_desktop.reports.sheets import sheets

HOSTILE = [
    "<b>Tea</b> & <img src='file:///etc/passwd'/> </para>",
    "W" * 200,
    "مجموعة مقدمي الرعاية",
    "Friends 🎉 of 👩‍👩‍👧 the park",
    "\u202eevil\u202c \x00\x1b[31m",
    " ".join(["Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"] * 3),
]
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=200))
WHEN = datetime(2026, 11, 30)  # noqa: DTZ001 - a day alone


def form(words: str, *, large: bool = False, grid: bool = True, sheets_: int = 2) -> Blank:
    """Return a form in which these words stand wherever a group can write some."""
    return ready(
        Blank(
            organisation=words,
            title="Sign-in sheet",
            why=(words,),
            ask="Ask:",
            asked=tuple(
                Asked(
                    f"{n}. Label", words, room, (words, "Short") if room in (Room.ONE, Room.SEVERAL) else ()
                )
                for n, room in enumerate(Room, 1)
            )
            if not grid
            else (Asked("1. Activity", "", Room.LINE, filled=words),),
            version="ABC123",
            language="en",
            issued=WHEN,
            sheets=sheets_,
            large=large,
            grid=Grid((("2. Name", 6.0), ("3. Hours", 1.0)), (words,) * 3) if grid else None,
            groups=() if grid else (Groups("9. Groups", (words, "Short")),),
            signed="" if grid else "Signed",
        )
    )


def outside(page: Page) -> list[object]:
    """Return the marks of a page that leave it, on any side."""
    found: list[object] = []
    for mark in page:
        match mark:
            case Written(x, y, text, size, bold):
                fits = x >= 0 and x + wide(text, size, bold=bold) <= WIDTH - 20
                fits = fits and y - size >= 0 and y + 0.3 * size <= HEIGHT - 15
            case Line(x1, y1, x2, y2):
                fits = all(0 <= x <= WIDTH for x in (x1, x2)) and all(0 <= y <= HEIGHT for y in (y1, y2))
            case Square(x, y, width, height):
                fits = x >= 0 and y >= 0 and x + width <= WIDTH and y + height <= HEIGHT
        if not fits:
            found.append(mark)
    return found


@given(WORDS, st.booleans(), st.booleans())
def test_no_mark_leaves_its_page_whatever_the_words(words: str, large: bool, grid: bool) -> None:
    try:
        made = sheets(form(words, large=large, grid=grid))
    except Refused:  # so long a name leaves a table no room; it says so
        assert grid and len(on_paper(words)) > 100
        return
    for sheet in made:
        assert not grid or len(sheet) == 1
        for page in sheet:
            assert not outside(page)


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("large", [False, True])
def test_hostile_words_are_printed_as_words_and_the_file_is_sound(words: str, large: bool) -> None:
    blank = form(words, large=large, grid=False)
    made = sheets(blank)
    file = PdfReader(BytesIO(blank_pdf(blank, made)))
    assert len(file.pages) == sum(map(len, made))
    said = "".join("".join(page.extract_text().split()) for page in file.pages)
    assert "".join(on_paper(words).split())[:60] in said
    assert "/Link" not in str(file.pages[0].get("/Annots", ""))
    assert file.metadata is not None and file.metadata.title == "Sign-in sheet"
    assert str(file.root_object["/Lang"]) == "en"


def test_large_print_has_no_letter_under_eighteen_points() -> None:
    for grid in (False, True):
        blank = form("Anytown Carers", large=True, grid=grid)
        sizes = {
            mark.size
            for sheet in sheets(blank)
            for page in sheet
            for mark in page
            if isinstance(mark, Written)
        }
        assert min(sizes) >= 18
        assert min(letters(blank_pdf(blank, sheets(blank)))) >= 18


def letters(file: bytes) -> set[float]:
    """Return the sizes of all letters in a file, as another program reads them."""
    seen = set[float]()

    def note(text: str, _: object, __: object, ___: object, size: float) -> None:
        if text.strip():
            seen.add(size)

    for page in PdfReader(BytesIO(file)).pages:
        page.extract_text(visitor_text=note)
    return seen


def test_letters_that_cannot_be_printed_leave_a_line_and_pictures_are_left_out() -> None:
    assert on_paper("مجموعة") == ""
    assert on_paper("Friends 🎉 of the park") == "Friends of the park"
    assert on_paper("বাংলা") == ""
    made = sheets(form("مجموعة", grid=False))
    boxes = [mark for page in made[0] for mark in page if isinstance(mark, Square) and not mark.shaded]
    assert len(boxes) > 4


def test_every_sheet_says_which_of_how_many_it_is_and_more_names_need_more_sheets() -> None:
    blank = form("Ann", sheets_=3)
    file = PdfReader(BytesIO(blank_pdf(blank, sheets(blank))))
    assert [f"Sheet {n} of 3" in page.extract_text() for n, page in enumerate(file.pages, 1)] == [True] * 3
    many = Blank(
        **{name: getattr(blank, name) for name in blank.__slots__}
        | {
            "grid": Grid((("2. Name", 6.0), ("3. Hours", 1.0)), tuple(f"Person {n}" for n in range(100))),
            "sheets": 1,
        }
    )
    pages = sheets(many)
    names = [
        mark.text
        for sheet in pages
        for mark in sheet[0]
        if isinstance(mark, Written) and mark.text.startswith("Person")
    ]
    assert names == [f"Person {n}" for n in range(100)]
    assert len(pages) > 1


def test_the_same_form_gives_the_same_bytes() -> None:
    blank = form("Anytown Carers")
    assert blank_pdf(blank, sheets(blank)) == blank_pdf(blank, sheets(blank))
