"""The letters that a report is set in: one family for each script, in which every character has its place."""

import unicodedata
from functools import cache, lru_cache
from importlib.resources.abc import Traversable
from typing import Any, NamedTuple, TypeAlias

from vcse_desktop.reports.fonts import font_files, script_files

Font: TypeAlias = Any  # uharfbuzz has no types


class Face(NamedTuple):
    """One family in one weight. ``script`` is how Unicode calls the letters that it is for, "" for Latin."""

    script: str
    bold: bool

    @property
    def name(self) -> str:
        """Return what reportlab knows it by."""
        return f"Report{f'-{self.script}' if self.script else ''}{'-Bold' if self.bold else ''}"

    @property
    def file(self) -> Traversable:
        """Return its file; WorldError when the files were not made."""
        return (
            script_files()[self.script][self.bold] if self.script else font_files()[700 if self.bold else 400]
        )


MANY = 1 << 14
LATIN, ARABIC, BENGALI = "", "Arab", "Beng"
SCRIPTS = (LATIN, ARABIC, BENGALI)
"""The families in the order in which they are asked for a letter."""


@cache
def shaper(face: Face) -> Font:
    """Return the font that shapes letters of this face."""
    import uharfbuzz  # noqa: PLC0415 - a start of the program should not wait for it

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(face.file.read_bytes())))


@cache
def signs(script: str) -> frozenset[int]:
    """Return the characters that a family has letters for, in both weights."""
    both = [frozenset(shaper(Face(script, bold)).face.unicodes) for bold in (False, True)]
    return both[0] & both[1]


@cache
def all_signs() -> frozenset[int]:
    """Return every character that can be printed."""
    return frozenset().union(*map(signs, SCRIPTS))


@lru_cache(maxsize=MANY)
def chosen(sign: str, before: str, script: str) -> str:
    """Return the family for a character that stands after one of this family, in a text of this script.

    A mark goes with its letter; what all scripts share, such as brackets, with the text as a whole.
    """
    kind = unicodedata.category(sign)[0]
    asked = {"L": SCRIPTS, "M": (before, *SCRIPTS)}.get(kind, (script, before, *SCRIPTS))
    return next((family for family in asked if ord(sign) in signs(family)), before)
