"""What is laid on paper in a grid without being a table: facts, large numbers, quotes."""

from collections.abc import Sequence
from typing import Any

from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import Cell, Facts, Quote, Text
from vcse_desktop.reports.letters import marked, words
from vcse_desktop.reports.numbers import value
from vcse_desktop.reports.palette import ACCENT, RULE, SHADE
from vcse_desktop.reports.paper import COLUMN, Flowable, gap, kit, para

FIGURES_IN_ROW = 3
NAME_WIDTH = 158
SHORT_QUOTE = 600  # letters: it stands on one page with who said it


def quote(block: Quote) -> list[Flowable]:
    """Return what a person said, beside a bar, over who said it."""
    parts = [para(words(f"\u201c{block.text}\u201d"), "quote")]
    if block.source:
        parts.append(para(words(block.source), "source"))
    if block.translation:
        parts.append(para(words(tr("Translation: {words}", words=block.translation)), "source"))
    look = [
        ("LINEBEFORE", (0, 0), (0, -1), 2.5, kit().color(ACCENT)),
        ("LEFTPADDING", (0, 0), (-1, -1), 13),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        *([("NOSPLIT", (0, 0), (0, -1))] if len(block.text) < SHORT_QUOTE else []),
    ]
    return [_grid([[part] for part in parts], [COLUMN], look), gap(10)]


def facts(block: Facts) -> list[Flowable]:
    """Return names with what belongs to them, or large numbers."""
    return [_figures(block) if block.role == "figures" else _named(block), gap(8)]


def _named(block: Facts) -> Flowable:
    name = "digits" if block.role == "digits" else "body"
    rows = [[para(words(label), "strong-cell"), _fact(cell, block.lang, name)] for label, cell in block.pairs]
    look = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, kit().color(RULE)),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2 if name == "body" else 6),
    ]
    return _grid(rows, [NAME_WIDTH, COLUMN - NAME_WIDTH], look)


def _fact(cell: Cell, language: str, name: str) -> Flowable:
    return para(marked(cell.runs) if isinstance(cell, Text) else words(value(cell, language)), name)


def _figures(block: Facts) -> Flowable:
    """Lay large numbers side by side, each over its name."""
    tiles = [
        [_fact(cell, block.lang, "figure"), para(words(name), "figure-name")] for name, cell in block.pairs
    ]
    rows = [_padded(tiles[i : i + FIGURES_IN_ROW]) for i in range(0, len(tiles), FIGURES_IN_ROW)]
    look = [
        ("BACKGROUND", (0, 0), (-1, -1), kit().color(SHADE)),
        ("TOPPADDING", (0, 0), (-1, -1), 9),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 11),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
    ]
    return _grid(rows, [COLUMN / FIGURES_IN_ROW] * FIGURES_IN_ROW, look)


def _padded(tiles: list[Any]) -> list[Any]:
    return tiles + [""] * (FIGURES_IN_ROW - len(tiles))


def _grid(rows: Sequence[Sequence[Any]], widths: list[float], look: list[Any]) -> Flowable:
    made = kit().flow.Table(rows, colWidths=widths, hAlign="LEFT", splitInRow=1)
    made.setStyle(kit().flow.TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *look]))
    return made
