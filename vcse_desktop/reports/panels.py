"""What is laid on paper in a grid without being a table: facts, large numbers, quotes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from vcse_desktop.reports.blocks import Facts, Quote
from vcse_desktop.reports.editions import Edition
from vcse_desktop.reports.letters import marked, words
from vcse_desktop.reports.naming import beneath, inside, quoted
from vcse_desktop.reports.palette import ACCENT, RULE, SHADE
from vcse_desktop.reports.paper import COLUMN, Flowable, gap, kit, para
from vcse_desktop.reports.structure import Element

NAME_WIDTH, LARGE_NAME_WIDTH, ROW_NAME_WIDTH = 158, 200, 340
SHORT_QUOTE = 600  # letters: it stands on one page with who said it


def quote(block: Quote, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    """Return what a person said, beside a bar, over who said it."""
    said, *others = meant[0].parts
    own = edition.of(block)
    under = replace(edition, right=own.right)  # it stands on the same side as the words, whatever its own
    parts = [para(words(quoted(block)), "quote", own, said)]
    parts += [
        para(words(line, alone=True), "source", under, p)
        for line, p in zip(beneath(block), others, strict=True)
    ]
    bar, side = ("LINEAFTER", "RIGHTPADDING") if own.right else ("LINEBEFORE", "LEFTPADDING")
    look = [
        (bar, (0, 0), (0, -1), 2.5, kit().color(ACCENT)),
        (side, (0, 0), (-1, -1), 13),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    made = _grid([[part] for part in parts], [COLUMN], look, own)
    made.splitByRow = made.splitInRow = int(len(block.text + block.translation) >= SHORT_QUOTE)
    return [made, gap(10)]


def facts(block: Facts, meant: Sequence[Element], edition: Edition) -> list[Flowable]:
    """Return names with what belongs to them, or large numbers."""
    laid = _figures if block.role == "figures" else _named
    return [laid(block, meant, edition.of(block)), gap(8)]


def _named(block: Facts, meant: Sequence[Element], own: Edition) -> Flowable:
    name = "digits" if block.role == "digits" else "body"
    rows = []
    for (label, cell), pair in zip(block.pairs, meant, strict=True):
        called, told = pair.parts
        fact = para(marked(inside(cell, block.lang), alone=True), name, own, told)
        rows.append([para(words(label), "strong-cell", own, called), fact])
    look = [
        ("LINEBELOW", (0, 0), (-1, -1), 0.4, kit().color(RULE)),
        ("RIGHTPADDING" if own.right else "LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2 if name == "body" else 6),
    ]
    names = ROW_NAME_WIDTH if block.role == "row" else LARGE_NAME_WIDTH if own.large else NAME_WIDTH
    return _grid(rows, [names, COLUMN - names], look, own)


def _figures(block: Facts, meant: Sequence[Element], own: Edition) -> Flowable:
    """Lay large numbers side by side, each over its name."""
    tiles = []
    for (name, cell), pair in zip(block.pairs, meant, strict=True):
        called, told = pair.parts
        number = para(marked(inside(cell, block.lang)), "figure", own, told)
        tiles.append([number, para(words(name), "figure-name", own, called)])
    many = own.figures_in_row
    rows = [_padded(tiles[i : i + many], many) for i in range(0, len(tiles), many)]
    look = [
        ("BACKGROUND", (0, 0), (-1, -1), kit().color(SHADE)),
        ("TOPPADDING", (0, 0), (-1, -1), 9),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 11),
        ("LEFTPADDING", (0, 0), (-1, -1), 12),
    ]
    return _grid(rows, [COLUMN / many] * many, look, own)


def _padded(tiles: list[Any], many: int) -> list[Any]:
    return tiles + [""] * (many - len(tiles))


def _grid(rows: Sequence[list[Any]], widths: list[float], look: list[Any], own: Edition) -> Flowable:
    """Lay rows whose columns stand in the order of reading."""
    turn = -1 if own.right else 1
    side = "RIGHT" if own.right else "LEFT"
    made = kit().flow.Table(
        [row[::turn] for row in rows], colWidths=widths[::turn], hAlign=side, splitInRow=1
    )
    made.setStyle(kit().flow.TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), *look]))
    return made
