"""What stands on pages beside the blocks: header, footer, contents and bookmarks.

A number that is known only when the last page is drawn (how many pages, where a section begins) is a form:
drawn by name where it belongs, and made by ``last`` after everything else.
"""

from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Block, Heading
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.letters import pointer, printable, words
from vcse_desktop.reports.numbers import whole
from vcse_desktop.reports.palette import RULE, SHADE
from vcse_desktop.reports.paper import (
    COLUMN,
    HEIGHT,
    SIDE,
    WIDTH,
    Canvas,
    Flowable,
    gap,
    kit,
    para,
    style,
    wide,
)
from vcse_desktop.reports.structure import Content, Element, text

MARK_RISE, SLANT = 22, 52
"""How far a mark lies above the line of the header, and the slope of that across the page."""
HEADER_LINE, FOOTER_LINE = HEIGHT - 46, 44
LONGEST = 200  # letters of a name in the header
IN_CONTENTS = 2  # sections, not what is inside them
NUMBER_WIDTH, LARGE_NUMBER_WIDTH = 40, 60
SHAPED_DROP = 1.08  # how far the first line of shaped words lies below their top, times their size
LIFTED = 10  # a form shows nothing below its own edge


@dataclass(slots=True)
class Pages:
    """What is known of the pages while they are drawn."""

    organisation: str
    pack: str
    edition: Edition
    mark: str = ""

    def write(self, canvas: Canvas, text: str, name: str, place: tuple[float, float]) -> None:
        """Draw a line of words in the style of this name, at a place on a page that is read from the left."""
        x, y = place
        look = style(name, self.edition)
        if self.edition.right:
            look = style({"page": "page-end", "page-end": "page"}.get(name, name), self.edition)
            x = WIDTH - x
        kit().write(canvas, text, (x, y), look, self.edition)


def furniture(pages: Pages, canvas: Canvas, _document: Flowable) -> None:
    """Draw what every page carries, before its content."""
    page, large = canvas.getPageNumber(), pages.edition.large
    canvas.saveState()
    canvas.setStrokeColor(kit().color(RULE))
    canvas.setLineWidth(0.5)
    with canvas.artifact("Pagination", "Header"):
        if pages.mark:
            _marked(pages, canvas)
        if page > 1:
            canvas.line(SIDE, HEADER_LINE, WIDTH - SIDE, HEADER_LINE)
            name = _fitted(pages, pages.organisation, COLUMN * (1 if large else 0.6))
            pages.write(canvas, name, "page", (SIDE, HEADER_LINE + 6))
            if not large:
                pack = _fitted(pages, pages.pack, COLUMN * 0.35)
                pages.write(canvas, pack, "page-end", (WIDTH - SIDE, HEADER_LINE + 6))
    with canvas.artifact("Pagination", "Footer"):
        canvas.line(SIDE, FOOTER_LINE, WIDTH - SIDE, FOOTER_LINE)
        if large and page > 1:
            pages.write(canvas, _fitted(pages, pages.pack, COLUMN * 0.6), "page", (SIDE, _foot(pages)))
        canvas.doForm(f"page-{page}")
    canvas.restoreState()


def _foot(pages: Pages) -> float:
    """Return where the words under the line at the foot stand."""
    return FOOTER_LINE - 4.5 - float(style("page", pages.edition).fontSize)


def _marked(pages: Pages, canvas: Canvas) -> None:
    """Draw at the head and across the page that it is not to be shared, so that no copy of it loses that."""
    look = style("mark", pages.edition)
    kit().write(canvas, pages.mark, (WIDTH / 2, HEADER_LINE + MARK_RISE), look, pages.edition)
    canvas.saveState()
    canvas.translate(WIDTH / 2, HEIGHT / 2)
    canvas.rotate(SLANT)
    size = COLUMN * 1.15 / wide(pages.mark, pages.edition, 1, bold=True)
    across = kit().style("across", look, fontSize=size, textColor=kit().color(SHADE))
    kit().write(canvas, pages.mark, (0, -size / 3), across, pages.edition)
    canvas.restoreState()


def contents_elements(blocks: Sequence[Block], language: str) -> list[Element]:
    """Return what the list of sections means: its name, and for each a link and the number of its page."""
    listed = Element("TOC")
    for block in _listed(blocks):
        link = text("Link", block.text, spoken=language)
        link.to, link.alt = f"#{block.id}", tr("Go to: {heading}", heading=printable(block.text))
        listed.add(Element("TOCI").add(Element("Reference").add(link).leaf()))
    return [text("P", tr("Contents"), spoken=language), listed]


def contents(blocks: Sequence[Block], meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    """Return the list of sections, each a link with the number of its page."""
    name, listed = meant
    rows = []
    turn = -1 if edition.right else 1
    for block, item in zip(_listed(blocks), listed.parts, strict=True):
        reference = item.parts[0]
        number = _drawn(partial(_number, block.id, reference.pieces[-1], edition))
        row = [para(pointer(block.text), "contents", edition, reference.parts[0]), number]
        rows.append(row[::turn])
    room = _number_room(edition)
    widths = [COLUMN - room, room][::turn]
    made = kit().flow.Table(rows, colWidths=widths, hAlign="RIGHT" if edition.right else "LEFT")
    look = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("RIGHTPADDING" if edition.right else "LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 1.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 1.5),
    ]
    made.setStyle(kit().flow.TableStyle(look))
    before = [kit().flow.PageBreak()] if edition.large else []
    return [*before, para(words(tr("Contents")), "caption", edition, name), gap(4), made]


def _number_room(edition: Edition) -> float:
    return LARGE_NUMBER_WIDTH if edition.large else NUMBER_WIDTH


def _listed(blocks: Sequence[Block]) -> list[Heading]:
    return [block for block in blocks if isinstance(block, Heading) and block.level == IN_CONTENTS]


def _number(ident: str, number: Content, edition: Edition, canvas: Canvas) -> None:
    """Draw the number of a page on the line of the first words beside it."""
    drop = style("page-number", edition).fontSize * (SHAPED_DROP if edition.right else 1)
    with canvas.content(number):
        canvas.saveState()
        canvas.translate(0, -drop - LIFTED)
        canvas.doForm(f"at-{ident}")
        canvas.restoreState()


def last(pages: Pages) -> Flowable:
    """Return the last thing in the story: it makes every form that was drawn by name."""
    return _drawn(lambda canvas: _make_forms(pages, canvas))


def _make_forms(pages: Pages, canvas: Canvas) -> None:
    total, edition = canvas.getPageNumber(), pages.edition
    for page in range(1, total + 1):
        numbers = {"page": whole(page, edition.lang), "total": whole(total, edition.lang)}
        said = tr("Page {page} of {total}", **numbers)
        canvas.beginForm(f"page-{page}")
        pages.write(canvas, said, "page-end", (WIDTH - SIDE, _foot(pages)))
        canvas.endForm()
    look = style("page-number", edition)
    end = _number_room(edition) - 6
    for name, (page, _) in canvas.begins.items():
        said = whole(page + 1, edition.lang)
        x = wide(said, edition, look.fontSize, bold=True) if edition.right else end
        canvas.beginForm(f"at-{name}")
        kit().write(canvas, said, (x, LIFTED), look, edition)
        canvas.endForm()


def _drawn(draw: Callable[[Canvas], None]) -> Flowable:
    """Return a flowable without a size that draws this."""
    made = kit().flow.Spacer(0, 0)
    made.draw = lambda: draw(made.canv)
    return made


def _fitted(pages: Pages, text: str, room: float) -> str:
    """Return the text, or as much of it as there is room for and an ellipsis."""
    shown, size = printable(text)[:LONGEST], style("page", pages.edition).fontSize
    if len(shown) < LONGEST and wide(shown, pages.edition, size) <= room:
        return shown
    fits = bisect(range(1, len(shown)), room, key=lambda many: wide(shown[:many] + "…", pages.edition, size))
    return shown[:fits] + "…"
