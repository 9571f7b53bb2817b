"""The recovery code: 26 random symbols and two that give a slip away, in seven groups of four."""

import secrets

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's: no I, L, O or U
SYMBOLS, LENGTH, GROUP = 26, 28, 4
_READ_AS = str.maketrans("OIL", "011", "- \t\r\n")


def new_code() -> str:
    """Return a new code as it is printed: seven groups of four, with hyphens."""
    values = [secrets.randbelow(32) for _ in range(SYMBOLS)]
    text = "".join(ALPHABET[value] for value in values + _check(values))
    return "-".join(text[start : start + GROUP] for start in range(0, LENGTH, GROUP))


def read_code(text: str) -> bytes:
    """Return the secret in a code as it was typed; Refused names the slip.

    Small letters, blanks and hyphens do not matter; O is read as 0, I and L as 1.
    """
    symbols = text.upper().translate(_READ_AS)
    strange = [symbol for symbol in symbols if symbol not in ALPHABET]
    if strange:
        raise _slip(
            N_("“{symbol}” is never part of a code. Look at it again on the sheet."), symbol=strange[0]
        )
    if not symbols:
        raise _slip(N_("Type the code from the sheet: 28 letters and numbers."))
    if len(symbols) < LENGTH:
        raise _slip(N_("A code has 28 letters and numbers; {n} are typed here."), n=len(symbols))
    if len(symbols) > LENGTH:
        raise _slip(N_("A code has 28 letters and numbers; {n} are typed here."), n=len(symbols))
    values = [ALPHABET.index(symbol) for symbol in symbols]
    if _check(values[:SYMBOLS]) != values[SYMBOLS:]:
        raise _slip(
            N_("One letter or number is wrong, or two have changed places. Compare it with the sheet again.")
        )
    return symbols[:SYMBOLS].encode("ascii")


def _check(values: list[int]) -> list[int]:
    rest = 0
    for value in values:
        rest = (rest * 32 + value) % 1021
    return [rest >> 5, rest & 31]


def _slip(sentence: str, **values: object) -> Refused:
    return Refused(N_("There is a slip in the code"), sentence, **values)
