"""Which texts a spreadsheet could take for a formula, and the sign that keeps it from doing so."""

import unicodedata

SIGN = "'"
"""Stands before a text that could be taken for a formula, and before one that begins with it anyhow."""
STARTS = "=+-@\t\r\n"
BLANK = ("Z", "C")
"""What the kind of a sign begins with that is not seen: spaces and controls of every sort."""


def harmless(text: str) -> str:
    """Return a text as it may stand in a cell: no program calculates with it. ``as_typed`` turns it back."""
    return f"{SIGN}{text}" if text.startswith(SIGN) or may_calculate(text) else text


def as_typed(cell: str) -> str:
    """Return the text that ``harmless`` was given."""
    return cell.removeprefix(SIGN)


def may_calculate(text: str) -> bool:
    """Say whether a spreadsheet could take a text for a formula: by its first sign, or the first seen.

    A sign of another width counts as the plain one: some programs read it so.
    """
    seen = next((one for one in text if unicodedata.category(one)[0] not in BLANK), "")
    firsts = (text[:1], unicodedata.normalize("NFKC", seen)[:1])
    return any(one and one in STARTS for one in firsts)
