"""The drawing library of the PDF, loaded when the first report is made, and the styles of paper."""

from functools import cache
from io import BytesIO
from types import SimpleNamespace
from typing import Any, TypeAlias

from vcse_desktop.reports.fonts import font_files
from vcse_desktop.reports.letters import Marked
from vcse_desktop.reports.palette import ACCENT, INK, SHADE
from vcse_desktop.reports.structure import Element

Flowable: TypeAlias = Any  # reportlab has no types: this is whatever it lays on paper
Canvas: TypeAlias = Any
Kit: TypeAlias = Any

REGULAR, BOLD = "Report", "Report-Bold"
WIDTH, HEIGHT = 595.28, 841.89  # A4, in points
SIDE, TOP, BOTTOM = 57.0, 68.0, 62.0
COLUMN = WIDTH - 2 * SIDE


@cache
def kit() -> Kit:
    """Return what we use of reportlab, our two fonts registered in it."""
    from reportlab import platypus  # noqa: PLC0415 - 0.3 s that a start of the program does not need
    from reportlab.graphics import shapes  # noqa: PLC0415
    from reportlab.lib import colors, styles  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415

    from vcse_desktop.reports import said, tagging  # noqa: PLC0415 - it is made of what those have

    for weight, name in ((400, REGULAR), (700, BOLD)):
        file = BytesIO(font_files()[weight].read_bytes())
        pdfmetrics.registerFont(ttfonts.TTFont(name, file))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    return SimpleNamespace(
        flow=platypus,
        shapes=shapes,
        color=colors.HexColor,
        style=styles.ParagraphStyle,
        metrics=pdfmetrics,
        said=said.Said,
        pictured=said.Pictured,
        canvas=tagging.TaggedCanvas,
    )


@cache
def covered() -> frozenset[int]:
    """Return the characters that both fonts have letters for."""
    faces = [kit().metrics.getFont(name).face for name in (REGULAR, BOLD)]
    return frozenset(faces[0].charToGlyph) & frozenset(faces[1].charToGlyph)


@cache
def style(name: str) -> Kit:
    """Return the paragraph style of a name in ``STYLES``."""
    given = STYLES[name]
    size = given.get("fontSize", 10.5)
    plain = {"fontName": REGULAR, "bulletFontName": REGULAR, "fontSize": size, "leading": size * 1.42, "textColor": INK} | given
    return kit().style(name, **{k: kit().color(v) if "olor" in k else v for k, v in plain.items()})


def para(inside: Marked, name: str, meant: Element, label: tuple[str, Element] | None = None) -> Flowable:
    """Return a paragraph in the style of this name that means this element; ``label`` stands before it."""
    return styled(inside, style(name), meant, label)


def styled(inside: Marked, look: Kit, meant: Element, label: tuple[str, Element] | None = None) -> Flowable:
    """Return a paragraph in a style of somebody's own."""
    sign, labelled = label or (None, None)
    made = kit().said(inside, look, bulletText=sign)
    made.element, made.label = meant, labelled
    return made


def gap(height: float) -> Flowable:
    """Return room of this height, in points."""
    return kit().flow.Spacer(1, height)


STYLES: dict[str, dict[str, Any]] = {
    "body": {"spaceAfter": 8},
    "lead": {"fontSize": 12, "spaceAfter": 10},
    "organisation": {
        "fontName": BOLD,
        "fontSize": 13,
        "textColor": ACCENT,
        "spaceBefore": 60,
        "spaceAfter": 6,
    },
    "nothing": {"spaceAfter": 8},
    "closing": {"spaceBefore": 18, "fontName": BOLD},
    "h1": {"fontName": BOLD, "fontSize": 27, "leading": 33, "spaceAfter": 22},
    "h2": {
        "fontName": BOLD,
        "fontSize": 17,
        "leading": 22,
        "textColor": ACCENT,
        "spaceBefore": 22,
        "spaceAfter": 8,
        "keepWithNext": 1,
    },
    "h3": {
        "fontName": BOLD,
        "fontSize": 12.5,
        "leading": 17,
        "spaceBefore": 12,
        "spaceAfter": 5,
        "keepWithNext": 1,
    },
    "notice": {
        "backColor": SHADE,
        "borderPadding": (9, 11, 10, 11),
        "spaceBefore": 20,
        "spaceAfter": 20,
        "leftIndent": 11,
        "rightIndent": 11,
    },
    "item": {"leftIndent": 14, "bulletIndent": 2, "spaceAfter": 4},
    "quote": {"fontSize": 11.5},
    "source": {"fontSize": 9.5},
    "caption": {"fontName": BOLD, "fontSize": 10.5},
    "chart-name": {"fontName": BOLD, "fontSize": 10.5, "spaceBefore": 8, "spaceAfter": 7, "keepWithNext": 1},
    "column": {"fontName": BOLD, "fontSize": 9.5, "leading": 12.5},
    "column-number": {"fontName": BOLD, "fontSize": 9.5, "leading": 12.5, "alignment": 2},
    "cell": {"fontSize": 10, "leading": 13.5},
    "cell-number": {"fontSize": 10, "leading": 13.5, "alignment": 2},
    "strong-cell": {"fontName": BOLD, "fontSize": 10, "leading": 13.5},
    "strong-cell-number": {"fontName": BOLD, "fontSize": 10, "leading": 13.5, "alignment": 2},
    "note": {"fontSize": 9, "leading": 12.5, "spaceBefore": 3},
    "figure": {"fontName": BOLD, "fontSize": 25, "leading": 30, "textColor": ACCENT},
    "figure-name": {"fontSize": 9.5, "leading": 12.5},
    "digits": {"fontName": BOLD, "fontSize": 15, "leading": 22},
    "contents": {"fontSize": 10.5, "leading": 15},
}
