"""The report as one web page: no script, nothing loaded, its words escaped here."""

import re
from base64 import b64encode
from collections.abc import Sequence
from typing import Any

from vcse_desktop.i18n import tr
from vcse_desktop.paths import data_dir
from vcse_desktop.reports.blocks import Block, Chart, Heading
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.front import title
from vcse_desktop.reports.letter import NOT_FOR_SHARING, Letter, mark_of
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import direction, value
from vcse_desktop.reports.plain import address, plain
from vcse_desktop.reports.shapes import Room
from vcse_desktop.reports.spoken import alt_text
from vcse_desktop.reports.svg import svg

WIDE, NARROW = Room(680, 15), Room(300, 14, stacked=True)
_CLAIMED = re.compile("(http)-(equiv)", re.IGNORECASE)


def html(blocks: Sequence[Block], material: ReportInput | Letter) -> bytes:
    """Return the page in UTF-8; the same bytes for the same input."""
    import jinja2  # noqa: PLC0415 - only reports need it, and a start of the program should not wait
    from markupsafe import Markup, escape  # noqa: PLC0415

    def shown(found: object) -> object:
        """Clean a text and escape it; what is ours is handed on."""
        ours = isinstance(found, Markup) or not isinstance(found, str)
        return found if ours else escape(plain(str(found)))

    folder = data_dir("resources").joinpath("report")
    environment = jinja2.Environment(
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    page = environment.from_string(folder.joinpath("report.html").read_text("utf-8"))
    sheets = ["report.css", *(["mark.css"] if mark_of(material) else [])]
    style = Markup("".join(folder.joinpath(name).read_text("utf-8") for name in sheets))  # noqa: S704 - our own
    drawn = {
        block.id: [Markup(text) for text in _drawings(block)]  # noqa: S704 - our own, escaped where it is made
        for block in blocks
        if isinstance(block, Chart)
    }
    return _claimed_once(page.render(style=style, drawn=drawn, **_context(blocks, material))).encode()


def _claimed_once(page: str) -> str:
    """Break up every "http-equiv" after the head: a second one would make a checker refuse the page."""
    head = page.index("<title>")
    return page[:head] + _CLAIMED.sub(r"\1&#45;\2", page[head:])


def _drawings(chart: Chart) -> list[str]:
    said = alt_text(chart)
    return [svg(layout(chart, room), f"{chart.id}-{n}", said) for n, room in enumerate((WIDE, NARROW))]


def _context(blocks: Sequence[Block], material: ReportInput | Letter) -> dict[str, Any]:
    return {
        "lang": material.language,
        "dir": direction(material.language),
        "title": title(material),
        "mark": mark_of(material),
        "not_for_sharing": NOT_FOR_SHARING,
        "organisation": material.organisation,
        "blocks": [(type(block).__name__, block) for block in blocks],
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
