"""What stands on pages beside the blocks: header, footer, contents and bookmarks.

A number that is known only when the last page is drawn (how many pages, where a section begins) is a form:
drawn by name where it belongs, and made by ``last`` after everything else.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Block, Heading
from vcse_desktop.reports.letters import pointer, printable, words
from vcse_desktop.reports.numbers import whole
from vcse_desktop.reports.palette import INK, RULE, SHADE
from vcse_desktop.reports.paper import (
    BOLD,
    COLUMN,
    HEIGHT,
    REGULAR,
    SIDE,
    WIDTH,
    Canvas,
    Flowable,
    gap,
    kit,
    para,
)
from vcse_desktop.reports.structure import Content, Element, text

SMALL = 8.5
MARK, MARK_RISE, SLANT = 10.5, 22, 52
"""The size of a mark, how far it lies above the line of the header, and the slope of that across the page."""
HEADER_LINE, FOOTER_LINE = HEIGHT - 46, 44
LONGEST = 200  # letters of a name in the header
IN_CONTENTS = 2  # sections, not what is inside them
NUMBER_WIDTH = 40


@dataclass(slots=True)
class Pages:
    """What is known of the pages while they are drawn."""

    organisation: str
    pack: str
    language: str
    mark: str = ""


def furniture(pages: Pages, canvas: Canvas, _document: Flowable) -> None:
    """Draw what every page carries, before its content."""
    page = canvas.getPageNumber()
    canvas.saveState()
    canvas.setFillColor(kit().color(INK))
    canvas.setStrokeColor(kit().color(RULE))
    canvas.setLineWidth(0.5)
    with canvas.artifact("Pagination", "Header"):
        if pages.mark:
            _marked(pages.mark, canvas)
        canvas.setFont(REGULAR, SMALL)
        if page > 1:
            canvas.line(SIDE, HEADER_LINE, WIDTH - SIDE, HEADER_LINE)
            canvas.drawString(SIDE, HEADER_LINE + 6, _fitted(pages.organisation, COLUMN * 0.6))
            canvas.drawRightString(WIDTH - SIDE, HEADER_LINE + 6, _fitted(pages.pack, COLUMN * 0.35))
    with canvas.artifact("Pagination", "Footer"):
        canvas.line(SIDE, FOOTER_LINE, WIDTH - SIDE, FOOTER_LINE)
        canvas.doForm(f"page-{page}")
    canvas.restoreState()


def _marked(mark: str, canvas: Canvas) -> None:
    """Draw at the head and across the page that it is not to be shared, so that no copy of it loses that."""
    said = printable(mark)
    canvas.setFont(BOLD, MARK)
    canvas.drawCentredString(WIDTH / 2, HEADER_LINE + MARK_RISE, said)
    canvas.saveState()
    canvas.setFillColor(kit().color(SHADE))
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(SLANT)
    size = MARK * COLUMN * 1.15 / kit().metrics.stringWidth(said, BOLD, MARK)
    canvas.setFont(BOLD, size)
    canvas.drawCentredString(0, -size / 3, said)
    canvas.restoreState()


def contents_elements(blocks: Sequence[Block], language: str) -> list[Element]:
    """Return what the list of sections means: its name, and for each a link and the number of its page."""
    listed = Element("TOC")
    for block in _listed(blocks):
        link = text("Link", block.text, spoken=language)
        link.to, link.alt = f"#{block.id}", tr("Go to: {heading}", heading=printable(block.text))
        listed.add(Element("TOCI").add(Element("Reference").add(link).leaf()))
    return [text("P", tr("Contents"), spoken=language), listed]


def contents(blocks: Sequence[Block], meant: Sequence[Element]) -> list[Flowable]:
    """Return the list of sections, each a link with the number of its page."""
    name, listed = meant
    rows = []
    for block, item in zip(_listed(blocks), listed.parts, strict=True):
        reference = item.parts[0]
        number = _drawn(partial(_number, block.id, reference.pieces[-1]))
        rows.append([para(pointer(block.text), "contents", reference.parts[0]), number])
    made = kit().flow.Table(rows, colWidths=[COLUMN - NUMBER_WIDTH, NUMBER_WIDTH], hAlign="LEFT")
    look = [
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]
    made.setStyle(kit().flow.TableStyle(look))
    return [para(words(tr("Contents")), "caption", name), gap(4), made]


def _listed(blocks: Sequence[Block]) -> list[Heading]:
    return [block for block in blocks if isinstance(block, Heading) and block.level == IN_CONTENTS]


def _number(ident: str, number: Content, canvas: Canvas) -> None:
    with canvas.content(number):
        canvas.doForm(f"at-{ident}")


def last(pages: Pages) -> Flowable:
    """Return the last thing in the story: it makes every form that was drawn by name."""
    return _drawn(lambda canvas: _make_forms(pages, canvas))


def _make_forms(pages: Pages, canvas: Canvas) -> None:
    total = canvas.getPageNumber()
    for page in range(1, total + 1):
        numbers = {"page": whole(page, pages.language), "total": whole(total, pages.language)}
        _form(canvas, f"page-{page}", WIDTH - SIDE, FOOTER_LINE - 13, tr("Page {page} of {total}", **numbers))
    for name, (page, _) in canvas.begins.items():
        _form(canvas, f"at-{name}", NUMBER_WIDTH - 6, 5, whole(page + 1, pages.language))


def _form(canvas: Canvas, name: str, right: float, y: float, text: str) -> None:
    canvas.beginForm(name)
    canvas.setFillColor(kit().color(INK))
    canvas.setFont(REGULAR if name.startswith("page") else BOLD, SMALL if name.startswith("page") else 10.5)
    canvas.drawRightString(right, y, text)
    canvas.endForm()


def _drawn(draw: Callable[[Canvas], None]) -> Flowable:
    """Return a flowable without a size that draws this."""
    made = kit().flow.Spacer(0, 0)
    made.draw = lambda: draw(made.canv)
    return made


def _fitted(text: str, width: float) -> str:
    """Return the text, or as much of it as the width holds and an ellipsis."""
    shown = printable(text)[:LONGEST]
    fits = kit().metrics.stringWidth
    if len(shown) < LONGEST and fits(shown, REGULAR, SMALL) <= width:
        return shown
    while shown and fits(shown + "…", REGULAR, SMALL) > width:
        shown = shown[:-1]
    return shown + "…"
