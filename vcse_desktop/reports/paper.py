"""The drawing library of the PDF, loaded when the first report is made, and the styles of paper."""

import unicodedata
from functools import cache
from types import SimpleNamespace
from typing import Any, TypeAlias

from vcse_desktop.reports.editions import USUAL, Edition
from vcse_desktop.reports.faces import LATIN, Face, all_signs, signs
from vcse_desktop.reports.letters import Inside, markup, printable
from vcse_desktop.reports.order import is_turned
from vcse_desktop.reports.setting import wide as shaped_width
from vcse_desktop.reports.structure import Element
from vcse_desktop.reports.styles import BOLD, REGULAR, look

Flowable: TypeAlias = Any  # reportlab has no types: this is whatever it lays on paper
Canvas: TypeAlias = Any
Kit: TypeAlias = Any

WIDTH, HEIGHT = 595.28, 841.89  # A4, in points
SIDE, TOP, BOTTOM = 57.0, 68.0, 62.0
COLUMN = WIDTH - 2 * SIDE


@cache
def kit() -> Kit:
    """Return what we use of reportlab, our two fonts registered in it."""
    from reportlab import platypus, rl_config  # noqa: PLC0415 - 0.3 s that a start of the program does not need
    from reportlab.lib import colors, styles  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415

    from vcse_desktop.reports import drawing, glyphs, said, shaped, tagging  # noqa: PLC0415 - it is made of what those have

    rl_config.useA85 = 0  # streams of bytes are smaller and quicker than such of letters
    for bold in (False, True):
        glyphs.font(Face(LATIN, bold))
    pdfmetrics.registerFontFamily(REGULAR, normal=REGULAR, bold=BOLD, italic=REGULAR, boldItalic=BOLD)
    said.check()
    return SimpleNamespace(
        flow=platypus,
        color=colors.HexColor,
        style=styles.ParagraphStyle,
        metrics=pdfmetrics,
        said=said.Said,
        pictured=said.Pictured,
        shaped=shaped.Shaped,
        write=shaped.write,
        drawing=drawing.Drawing,
        canvas=tagging.TaggedCanvas,
    )


def covered() -> frozenset[int]:
    """Return the characters that can be written without being shaped."""
    return signs(LATIN)


def printed() -> frozenset[int]:
    """Return every character that a report can print."""
    return all_signs()


def is_simple(text: str) -> bool:
    """Say whether a text can be written letter by letter, from the left."""
    if text.isascii():
        return True
    marks = any(unicodedata.category(sign)[0] == "M" for sign in text)
    return not marks and not is_turned(text) and covered().issuperset(map(ord, printable(text)))


def wide(text: str, edition: Edition, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is on one line."""
    if is_simple(text):
        return float(kit().metrics.stringWidth(printable(text), BOLD if bold else REGULAR, size))
    return shaped_width(text, edition, size, bold=bold)


def style(name: str, edition: Edition = USUAL) -> Kit:
    """Return the paragraph style of a name in this edition."""
    return _style(name, edition.large)


@cache
def _style(name: str, large: bool) -> Kit:
    made = look(name, large=large)
    return kit().style(name, **{k: kit().color(v) if "olor" in k else v for k, v in made.items()})


def para(
    inside: Inside, name: str, edition: Edition, meant: Element, label: tuple[str, Element] | None = None
) -> Flowable:
    """Return a paragraph in the style of this name that means this element; ``label`` stands before it."""
    look = style(name, edition)
    if not edition.right and is_simple(inside.text):
        return styled(inside, look, meant, label)
    made = kit().shaped(inside, look, edition, label[0] if label else "")
    made.element, made.label = meant, label[1] if label else None
    return made


def styled(inside: Inside, look: Kit, meant: Element, label: tuple[str, Element] | None = None) -> Flowable:
    """Return a paragraph in a style of somebody's own, written letter by letter."""
    sign, labelled = label or (None, None)
    made = kit().said(markup(inside), look, bulletText=sign)
    made.element, made.label = meant, labelled
    return made


def gap(height: float) -> Flowable:
    """Return room of this height, in points."""
    return kit().flow.Spacer(1, height)
