"""What letters look like beside one another: a piece of text in one face becomes glyphs with their places."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from vcse_desktop.reports.faces import ARABIC, Face, chosen, shaper
from vcse_desktop.reports.order import mirrored

JOINERS = "\u200c\u200d"
UNSEEN = "\u200b"
"""What a glyph says that only goes on with the letters before it."""
MANY = 1 << 14
_LAM_ALEF = re.compile("\u0644[\u064b-\u065f\u0670]*[\u0622\u0623\u0625\u0627\u0671]")
"""The only two letters of Arabic that must be one glyph. Others the font would join, too, but who copies from
the file or seeks in it would get these in the wrong order."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One glyph, in thousandths of the size of the letters. ``text`` is what it says."""

    number: int
    advance: float
    right: float
    up: float
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of one face and one level as it is drawn; ``glyphs`` from left to right."""

    text: str
    face: Face
    level: int
    glyphs: tuple[Glyph, ...]
    width: float
    run: int = 0  # which of its paragraph


class Sign(NamedTuple):
    """One character of a paragraph, and how it is to be set."""

    text: str
    level: int
    bold: bool = False
    run: int = 0
    lang: str = ""


def pieces(signs: Sequence[Sign], script: str) -> list[Piece]:
    """Return characters as pieces, each of one face, level and run, in the order in which they are read."""
    family = script
    families = []
    for sign in signs:
        family = family if sign.text in JOINERS else chosen(sign.text, family, script)
        families.append(family)
    looks = zip(families, signs, strict=True)
    return [_piece("".join(sign.text for _, sign in found), *look) for look, found in groupby(looks, _look)]


def _look(one: tuple[str, Sign]) -> tuple[Face, int, int, str]:
    family, (_, level, bold, run, lang) = one
    return Face(family, bold), level, run, lang


def _piece(text: str, face: Face, level: int, run: int, lang: str) -> Piece:
    glyphs = shaped(text, face, level, lang)
    return Piece(text, face, level, glyphs, sum(glyph.advance for glyph in glyphs), run)


@lru_cache(maxsize=MANY)
def shaped(text: str, face: Face, level: int, lang: str) -> tuple[Glyph, ...]:
    """Return the glyphs of a text, from left to right."""
    import uharfbuzz  # noqa: PLC0415 - as in ``faces``

    font, buffer = shaper(face), uharfbuzz.Buffer()
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.add_str(text)
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.script, buffer.language = face.script or "Latn", lang or ("ar" if face.script == ARABIC else "en")
    uharfbuzz.shape(font, buffer, _features(text, face.script))
    scale = 1000 / font.face.upem
    said = _said(text, [info.cluster for info in buffer.glyph_infos], level)
    return tuple(
        Glyph(info.codepoint, at.x_advance * scale, at.x_offset * scale, at.y_offset * scale, words)
        for info, at, words in zip(buffer.glyph_infos, buffer.glyph_positions, said, strict=True)
    )


def _features(text: str, script: str) -> dict[str, Any]:
    if not script:
        return {"kern": False, "liga": False}  # as the paragraphs around it, which are not shaped
    if script != ARABIC:
        return {}
    joined = [(found.start(), found.end(), True) for found in _LAM_ALEF.finditer(text)]
    return {"rlig": [(0, len(text), False), *joined], "liga": False, "dlig": False}


def _said(text: str, clusters: list[int], level: int) -> list[str]:
    """Return what each glyph says: the first of those that belong together says it all.

    A bracket that is drawn turned says what it looks like, as in everybody's files: readers expect that.
    """
    begins = [*sorted(set(clusters)), len(text)]
    ends = dict(pairwise(begins))
    made, told = [], set()
    for cluster in clusters:
        first = 0 if cluster == begins[0] else cluster
        words = text[first : ends[cluster]]
        made.append(UNSEEN if cluster in told else mirrored(words) if level % 2 else words)
        told.add(cluster)
    return made
