"""The looks of paragraphs on paper: the sizes of each edition, in points."""

from typing import Any

from vcse_desktop.reports.palette import ACCENT, INK, SHADE

REGULAR, BOLD = "Report", "Report-Bold"
LEADING = 1.42
LEAST_LARGE, LARGE_LEADING = 18.0, 24.0


def look(name: str, *, large: bool) -> dict[str, Any]:
    """Return what a style of this name is made of."""
    given = STYLES[name] | (LARGER.get(name, {}) if large else {})
    size = given.get("fontSize", 10.5)
    plain = {"fontName": REGULAR, "fontSize": size, "leading": size * LEADING, "textColor": INK} | given
    if large and name not in LARGER:
        plain |= {"fontSize": LEAST_LARGE, "leading": LARGE_LEADING}
    return plain | {"bulletFontName": plain["fontName"], "bulletFontSize": plain["fontSize"]}


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
    "last-note": {"fontSize": 9, "leading": 12.5, "spaceBefore": 3, "spaceAfter": 16},
    "figure": {"fontName": BOLD, "fontSize": 25, "leading": 30, "textColor": ACCENT},
    "figure-name": {"fontSize": 9.5, "leading": 12.5},
    "digits": {"fontName": BOLD, "fontSize": 15, "leading": 22},
    "contents": {"fontSize": 10.5, "leading": 15},
    "list-name": {"fontName": BOLD, "spaceBefore": 14, "spaceAfter": 8, "keepWithNext": 1},
    "row-name": {"fontName": BOLD, "spaceBefore": 8, "spaceAfter": 2, "keepWithNext": 1},
    "page": {"fontSize": 8.5},
    "page-end": {"fontSize": 8.5, "alignment": 2},
    "mark": {"fontName": BOLD, "fontSize": 10.5, "alignment": 1},
    "page-number": {"fontName": BOLD, "fontSize": 10.5, "alignment": 2},
}
LARGER: dict[str, dict[str, Any]] = {
    "organisation": {"fontSize": 22, "leading": 29},
    "h1": {"fontSize": 34, "leading": 42},
    "h2": {"fontSize": 27, "leading": 34, "spaceBefore": 28, "spaceAfter": 12},
    "h3": {"fontSize": 22, "leading": 29, "spaceBefore": 18, "spaceAfter": 8},
    "item": {"fontSize": LEAST_LARGE, "leading": LARGE_LEADING, "leftIndent": 24, "spaceAfter": 8},
    "figure": {"fontSize": 36, "leading": 44},
    "digits": {"fontSize": 24, "leading": 34},
}
"""What is larger than the words of a large-print report, or stands otherwise in it."""
