"""The report as a PDF, and what the file says of itself."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from io import BytesIO
from threading import Lock
from typing import Any

from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Heading, NewPage, Quote, strings
from vcse_desktop.reports.flow import flow
from vcse_desktop.reports.fonts import refuse_missing
from vcse_desktop.reports.front import title
from vcse_desktop.reports.letter import NOT_FOR_SHARING, Letter, mark_of
from vcse_desktop.reports.letters import printable
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.pages import Pages, bookmark, contents, furniture, last
from vcse_desktop.reports.paper import BOTTOM, COLUMN, HEIGHT, SIDE, TOP, WIDTH, covered, kit

ELSEWHERE = N_(
    "These words are in letters that this PDF cannot print yet. "
    "They stand in the web page and in the table of quotes."
)
ONE_AT_A_TIME = Lock()  # the font registry is one for the whole process


def pdf(blocks: Sequence[Block], material: ReportInput | Letter) -> bytes:
    """Return the file; the same bytes for the same input.

    Refused when our fonts have no letter for a character; WorldError when the fonts are missing.
    """
    with ONE_AT_A_TIME:
        readable = [_readable(block) for block in blocks]
        refuse_missing(_printed(readable, printable(title(material))), covered())
        return finished(_drawn(readable, material), material)


def _readable(block: Block) -> Block:
    """Return the block; a quote in letters that we cannot print yet says where its words stand instead."""
    if isinstance(block, Quote) and not covered().issuperset(map(ord, printable(block.text))):
        return replace(block, text=tr(ELSEWHERE))
    return block


def _printed(blocks: Sequence[Block], place: str) -> Iterator[tuple[str, str]]:
    """Yield every text that will be printed, with the heading that it stands under, at first this place."""
    for block in blocks:
        place = printable(block.text) if isinstance(block, Heading) else place
        for text in strings(block):
            yield printable(text), place


def _drawn(blocks: Sequence[Block], material: ReportInput | Letter) -> BytesIO:
    pages = Pages(material.organisation, material.pack, material.language, mark_of(material))
    made = BytesIO()
    document = kit().flow.BaseDocTemplate(made, pagesize=(WIDTH, HEIGHT), invariant=1)
    frame = kit().flow.Frame(SIDE, BOTTOM, COLUMN, HEIGHT - TOP - BOTTOM, 0, 0, 0, 0)
    document.addPageTemplates(kit().flow.PageTemplate("page", [frame], onPage=partial(furniture, pages)))
    document.afterFlowable = partial(bookmark, pages, document)
    document.build([*_story(blocks), last(pages)])
    made.seek(0)
    return made


def _story(blocks: Sequence[Block]) -> Iterator[Any]:
    """Yield the flowables; the contents stand at the end of the first page."""
    first = next((block for block in blocks if isinstance(block, NewPage)), None)
    for block in blocks:
        if block is first:
            yield from contents(blocks)
        yield from flow(block)


def finished(drawn: BytesIO, material: ReportInput | Letter) -> bytes:
    """Return the file with whose it is, its language and its day in it. The organisation, never a person."""
    import pikepdf  # noqa: PLC0415 - its library loads slowly, and only reports need it

    name, author = printable(title(material)), printable(material.organisation)
    when = material.issued.strftime("%Y%m%d%H%M%S")
    made = BytesIO()
    with pikepdf.open(drawn) as file:
        file.Root.Lang = pikepdf.String(material.language)
        file.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        dates = {"/CreationDate": f"D:{when}Z", "/ModDate": f"D:{when}Z"}
        about = {"/Title": name, "/Author": author, "/Creator": "VCSE Desktop", **dates}
        file.docinfo = file.make_indirect(pikepdf.Dictionary(about))
        with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
            if mark_of(material):
                xmp["pdf:Keywords"] = NOT_FOR_SHARING
            xmp["dc:title"], xmp["dc:creator"], xmp["dc:language"] = name, [author], {material.language}
        file.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()
