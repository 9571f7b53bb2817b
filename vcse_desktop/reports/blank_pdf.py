"""The pages of a blank form as a PDF."""

from collections.abc import Sequence
from io import BytesIO

from vcse_desktop.reports.blank import Blank
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.marks import Line, Mark, Square, Written
from vcse_desktop.reports.palette import INK, RULE, SHADE
from vcse_desktop.reports.paper import BOLD, HEIGHT, REGULAR, WIDTH, Canvas, kit
from vcse_desktop.reports.pdf import ONE_AT_A_TIME, finished
from vcse_desktop.reports.sheets import Sheet

THIN = 0.8


def blank_pdf(blank: Blank, sheets: Sequence[Sheet]) -> bytes:
    """Return the file; the same bytes for the same form. WorldError when the fonts are missing."""
    with ONE_AT_A_TIME:
        made = BytesIO()
        canvas = kit().canvas(made, pagesize=(WIDTH, HEIGHT), invariant=1)
        for page in (page for sheet in sheets for page in sheet):
            canvas.setLineWidth(THIN)
            for mark in page:
                _draw(canvas, mark)
            canvas.showPage()
        canvas.save()
        made.seek(0)
        return finished(made, Letter(blank.organisation, blank.title, "", blank.issued, blank.language))


def _draw(canvas: Canvas, mark: Mark) -> None:
    """Draw one mark. Its place begins at the top, that of paper at the bottom."""
    match mark:
        case Written(x, y, text, size, bold):
            canvas.setFillColor(kit().color(INK))
            canvas.setFont(BOLD if bold else REGULAR, size)
            canvas.drawString(x, HEIGHT - y, text)
        case Line(x1, y1, x2, y2):
            canvas.setStrokeColor(kit().color(RULE))
            canvas.line(x1, HEIGHT - y1, x2, HEIGHT - y2)
        case Square(x, y, width, height, shaded):
            canvas.setFillColor(kit().color(SHADE))
            canvas.setStrokeColor(kit().color(INK))
            canvas.rect(x, HEIGHT - y - height, width, height, stroke=not shaded, fill=shaded)
