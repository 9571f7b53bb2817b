"""The report as a PDF, and what the file says of itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from threading import Lock

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Heading, NewPage, Quote, strings
from vcse_desktop.reports.editions import USUAL, Edition
from vcse_desktop.reports.flow import flow
from vcse_desktop.reports.fonts import refuse_missing
from vcse_desktop.reports.front import title
from vcse_desktop.reports.large import as_laid
from vcse_desktop.reports.letter import Letter, mark_of
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.meanings import elements
from vcse_desktop.reports.numbers import direction
from vcse_desktop.reports.pages import Pages, contents, contents_elements, furniture, last
from vcse_desktop.reports.paper import (
    BOTTOM,
    COLUMN,
    HEIGHT,
    SIDE,
    TOP,
    WIDTH,
    Canvas,
    Flowable,
    kit,
    printed,
)
from vcse_desktop.reports.structure import Element

ELSEWHERE = N_(
    "These words are in letters that this PDF cannot print yet. "
    "They stand in the web page and in the table of quotes."
)
ONE_AT_A_TIME = Lock()  # the font registry is one for the whole process


def pdf(blocks: Sequence[Block], material: ReportInput | Letter, edition: Edition = USUAL) -> bytes:
    """Return the file in this edition; the same bytes for the same input.

    Refused when our fonts have no letter for a character; WorldError when the fonts are missing.
    """
    with ONE_AT_A_TIME:
        readable = [_readable(block) for block in blocks]
        refuse_missing(_printed(readable, printable(title(material))), printed())
        language = material.language
        own = replace(edition, right=direction(language) == "rtl", lang=language)
        return _made(as_laid(readable, own), material, own)


def _readable(block: Block) -> Block:
    """Return the block; a quote in letters that none of ours are says where its words stand instead."""
    if isinstance(block, Quote) and not printed().issuperset(map(ord, printable(block.text))):
        return replace(block, text=tr(ELSEWHERE))
    return block


def _printed(blocks: Sequence[Block], place: str) -> Iterator[tuple[str, str]]:
    """Yield every text that will be printed, with the heading that it stands under, at first this place."""
    for block in blocks:
        place = printable(block.text) if isinstance(block, Heading) else place
        for text in strings(block):
            yield printable(text), place


def _made(blocks: Sequence[Block], material: ReportInput | Letter, edition: Edition) -> bytes:
    pages = Pages(material.organisation, material.pack, edition, mark_of(material))
    root, story = _told(blocks, edition)
    drawn, canvases = BytesIO(), []

    def canvas(*args: object, **kwargs: object) -> Canvas:
        canvases.append(kit().canvas(*args, **kwargs))
        return canvases[-1]

    document = kit().flow.BaseDocTemplate(drawn, pagesize=(WIDTH, HEIGHT), invariant=1)
    frame = kit().flow.Frame(SIDE, BOTTOM, COLUMN, HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)
    document.addPageTemplates(kit().flow.PageTemplate("page", [frame], onPage=partial(furniture, pages)))
    document.build([*story, last(pages)], canvasmaker=canvas)
    return finished(drawn, material, root, canvases[-1])


def _told(blocks: Sequence[Block], edition: Edition) -> tuple[Element, list[Flowable]]:
    """Return what the report means, and its flowables; the contents stand at the end of the first page."""
    first = next((block for block in blocks if isinstance(block, NewPage)), None)
    root, story = Element("Document"), []
    for block in blocks:
        if block is first:
            meant = contents_elements(blocks, edition.lang)
            root.add(*meant)
            story += contents(blocks, meant, edition)
        meant = elements(block, edition.lang)
        root.add(*meant)
        story += flow(block, meant, edition)
    return root, story


def finished(drawn: BytesIO, material: ReportInput | Letter, root: Element, canvas: Canvas) -> bytes:
    """Return the file with its structure, and with whose it is, its language and its day in it."""
    from vcse_desktop.reports.finishing import finish  # noqa: PLC0415 - its libraries load slowly

    drawn.seek(0)
    return finish(drawn, root, canvas, material, printable(title(material)))
