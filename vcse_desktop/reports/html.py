"""The report as one web page: no script, nothing loaded, its words escaped here."""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from vcse_desktop.i18n import tr
from vcse_desktop.paths import data_dir
from vcse_desktop.reports.blocks import Block, Chart, Heading, NewPage, Para
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.front import title
from vcse_desktop.reports.letter import NOT_FOR_SHARING, Letter, mark_of
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import direction, value
from vcse_desktop.reports.plain import address, plain
from vcse_desktop.reports.shapes import Room
from vcse_desktop.reports.spoken import alt_text
from vcse_desktop.reports.svg import svg

if TYPE_CHECKING:
    from jinja2 import Template

WIDE, NARROW = Room(680, 15), Room(300, 14, stacked=True)
_WORDS, _LOOK = re.compile("<text[^>]*>"), re.compile(' (?:font-size|fill)="[^"]*"')
_CLAIMED = re.compile("(http)-(equiv)", re.IGNORECASE)


def html(blocks: Sequence[Block], material: ReportInput | Letter) -> bytes:
    """Return the page in UTF-8; the same bytes for the same input."""
    from markupsafe import Markup  # noqa: PLC0415 - only reports need it, and a start of the program should not wait

    drawn = {
        block.id: [Markup(text) for text in _drawings(block)]  # noqa: S704 - our own, escaped where it is made
        for block in blocks
        if isinstance(block, Chart)
    }
    sheets = ["report.css", *(["mark.css"] if mark_of(material) else [])]
    return filled("report.html", sheets, {"drawn": drawn, **_context(blocks, material)})


def filled(template: str, sheets: Sequence[str], context: Mapping[str, object]) -> bytes:
    """Return a page of ours with its style sheets inside and what is told of in its places, escaped."""
    from markupsafe import Markup  # noqa: PLC0415

    folder = data_dir("resources").joinpath("report")
    style = Markup("".join(folder.joinpath(name).read_text("utf-8") for name in sheets))  # noqa: S704 - our own
    return _claimed_once(_template(template).render(style=style, **context)).encode()


@cache  # to read one takes longer than to fill it
def _template(name: str) -> "Template":
    import jinja2  # noqa: PLC0415
    from markupsafe import Markup, escape  # noqa: PLC0415

    def shown(found: object) -> object:
        """Clean a text and escape it; what is ours is handed on."""
        ours = isinstance(found, Markup) or not isinstance(found, str)
        return found if ours else escape(plain(str(found)))

    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.from_string(data_dir("resources").joinpath("report", name).read_text("utf-8"))


def _claimed_once(page: str) -> str:
    """Break up every "http-equiv" after the head: a second one would make a checker refuse the page."""
    head = page.index("<title>")
    return page[:head] + _CLAIMED.sub(r"\1&#45;\2", page[head:])


def _drawings(chart: Chart) -> list[str]:
    said = alt_text(chart)
    return [
        _in_page(svg(layout(chart, room), f"{chart.id}-{n}", said), room.size)
        for n, room in enumerate((WIDE, NARROW))
    ]


def _in_page(drawn: str, size: float) -> str:
    """Say once how large the words of a chart are, and leave their colour to the style sheet: else that were
    a tenth of a long page."""
    bare = _WORDS.sub(lambda tag: _LOOK.sub("", tag[0]), drawn)
    return bare.replace("<svg ", f'<svg font-size="{size:g}" ', 1)


def _parts(blocks: Sequence[Block]) -> dict[str, list[tuple[str, Block]]]:
    """Return what stands before the contents, the report itself, and the last word to the reader."""
    named = [(type(block).__name__, block) for block in blocks if not isinstance(block, NewPage)]
    before = next((n for n, block in enumerate(blocks) if isinstance(block, NewPage)), 0)
    last = blocks[-1] if blocks else None
    end = len(named) - isinstance(last, Para) * (getattr(last, "role", "") == "closing")
    return {"head": named[:before], "body": named[before:end], "foot": named[end:]}


def _context(blocks: Sequence[Block], material: ReportInput | Letter) -> dict[str, Any]:
    return {
        "lang": material.language,
        "dir": direction(material.language),
        "title": title(material),
        "mark": mark_of(material),
        "not_for_sharing": NOT_FOR_SHARING,
        "organisation": material.organisation,
        **_parts(blocks),
        "sections": [block for block in blocks if isinstance(block, Heading) and block.level == 2],  # noqa: PLR2004
        "kind": lambda piece: type(piece).__name__,
        "value": value,
        "embedded": lambda block: f"data:image/png;base64,{b64encode(block.content).decode()}",
        "address": address,
        "table_name": lambda block: tr(
            "Table {number}. {caption}", number=block.number, caption=block.caption
        ),
        "chart_name": lambda block: tr(
            "Chart of table {number}. {caption}", number=block.number, caption=block.title
        ),
        "translation": lambda text: tr("Translation: {words}", words=text),
        "words": {"skip": tr("Skip to the report"), "contents": tr("Contents")},
    }
