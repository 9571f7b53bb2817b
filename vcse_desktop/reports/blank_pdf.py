"""The pages of a blank form as a PDF."""

from collections.abc import Iterator, Sequence
from io import BytesIO

from vcse_desktop.reports.blank import Blank
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.marks import Line, Mark, Page, Square, Written
from vcse_desktop.reports.palette import INK, RULE, SHADE
from vcse_desktop.reports.paper import HEIGHT, WIDTH, Canvas, kit
from vcse_desktop.reports.pdf import ONE_AT_A_TIME, finished
from vcse_desktop.reports.sheets import Sheet
from vcse_desktop.reports.structure import Element, text
from vcse_desktop.reports.styles import BOLD, REGULAR

THIN = 0.8


def blank_pdf(blank: Blank, sheets: Sequence[Sheet]) -> bytes:
    """Return the file; the same bytes for the same form. WorldError when the fonts are missing."""
    with ONE_AT_A_TIME:
        made = BytesIO()
        canvas = kit().canvas(made, pagesize=(WIDTH, HEIGHT), invariant=1)
        pages = [page for sheet in sheets for page in sheet]
        root = _meant(pages, blank.title)
        meant = iter(root.parts)
        for page in pages:
            canvas.setLineWidth(THIN)
            for mark in page:
                _draw(canvas, mark, meant)
            canvas.showPage()
        canvas.save()
        letter = Letter(blank.organisation, blank.title, "", blank.issued, blank.language)
        return finished(made, letter, root, canvas)


def _meant(pages: Sequence[Page], title: str) -> Element:
    """Return what the form means: its title, and each text for itself, in order."""
    root = Element("Document")
    for mark in (mark for page in pages for mark in page if isinstance(mark, Written)):
        is_title = not any(one.title for one in root.parts) and title.startswith(mark.text)
        root.add(text("H1" if is_title else "P", mark.text))
        if is_title:
            root.parts[-1].id, root.parts[-1].title = "top", title
    return root


def _draw(canvas: Canvas, mark: Mark, meant: Iterator[Element]) -> None:
    """Draw one mark. Its place begins at the top, that of paper at the bottom."""
    match mark:
        case Written(x, y, said, size, bold):
            canvas.setFillColor(kit().color(INK))
            canvas.setFont(BOLD if bold else REGULAR, size)
            element = next(meant)
            canvas.began(element, HEIGHT - y + size)
            with canvas.content(element.pieces[0]):
                canvas.drawString(x, HEIGHT - y, said)
        case Line(x1, y1, x2, y2):
            canvas.setStrokeColor(kit().color(RULE))
            canvas.line(x1, HEIGHT - y1, x2, HEIGHT - y2)
        case Square(x, y, width, height, shaded):
            canvas.setFillColor(kit().color(SHADE))
            canvas.setStrokeColor(kit().color(INK))
            canvas.rect(x, HEIGHT - y - height, width, height, stroke=not shaded, fill=shaded)
