"""What is laid on paper in a grid without being a table: facts, large numbers, quotes."""

from collections.abc import Sequence
from typing import Any

from vcse_desktop.reports.blocks import Facts, Quote
from vcse_desktop.reports.letters import marked, words
from vcse_desktop.reports.naming import beneath, inside, quoted
from vcse_desktop.reports.palette import ACCENT, RULE, SHADE
from vcse_desktop.reports.paper import COLUMN, Flowable, gap, kit, para
from vcse_desktop.reports.structure import Element

FIGURES_IN_ROW = 3
NAME_WIDTH = 158
SHORT_QUOTE = 600  # letters: it stands on one page with who said it


def quote(block: Quote, meant: Sequence[Element]) -> list[Flowable]:
    """Return what a person said, beside a bar, over who said it."""
    said, *others = meant[0].parts
    parts = [para(words(quoted(block)), "quote", said)]
    parts += [para(words(line), "source", p) for line, p in zip(beneath(block), others, strict=True)]
    look = [
        ("LINEBEFORE", (0, 0), (0, -1), 2.5, kit().color(ACCENT)),
        ("LEFTPADDING", (0, 0), (-1, -1), 13),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
        *([("NOSPLIT", (0, 0), (0, -1))] if len(block.text) < SHORT_QUOTE else []),
    ]
    return [_grid([[part] for part in parts], [COLUMN], look), gap(10)]


def facts(block: Facts, meant: Sequence[Element]) -> list[Flowable]:
    """Return names with what belongs to them, or large numbers."""
    return [_figures(block, meant) if block.role == "figures" else _named(block, meant), gap(8)]


def _named(block: Facts, meant: Sequence[Element]) -> Flowable:
    name = "digits" if block.role == "digits" else "body"
    rows = []
    for (label, cell), pair in zip(block.pairs, meant, strict=True):
        called, told = pair.parts
        fact = para(marked(inside(cell, block.lang)), name, told)
        rows.append([para(words(label), "strong-cell", called), fact])
    look = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, kit().color(RULE)),
        ("LEFTPADDING", (0, 0), (0, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2 if name == "body" else 6),
    ]
    return _grid(rows, [NAME_WIDTH, COLUMN - NAME_WIDTH], look)


def _figures(block: Facts, meant: Sequence[Element]) -> Flowable:
    """Lay large numbers side by side, each over its name."""
    tiles = []
    for (name, cell), pair in zip(block.pairs, meant, strict=True):
        called, told = pair.parts
        number = para(marked(inside(cell, block.lang)), "figure", told)
        tiles.append([number, para(words(name), "figure-name", called)])
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
