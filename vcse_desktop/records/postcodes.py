"""What a postcode looks like, and how little of it may stand where others read: never the whole of it."""

import re

_OUTWARD, _INWARD = r"(?:[A-Z]{1,2}\d[A-Z\d]?|GIR)", r"\d[ABD-HJLNP-UW-Z]{2}"
_WHOLE = re.compile(rf"({_OUTWARD})\s*({_INWARD})")
_WITHIN = re.compile(rf"(?<!\w)({_OUTWARD})[ -]{{0,2}}{_INWARD}(?!\w)", re.IGNORECASE)


def whole(words: str) -> str:
    """Return a whole postcode as it is written, "M15 4AB"; "" for anything else."""
    found = _WHOLE.fullmatch(" ".join(words.upper().split()))
    return f"{found[1]} {found[2]}" if found else ""


def shortened(words: str) -> str:
    """Return words with every whole postcode in them cut to its first half, which thousands share."""
    return _WITHIN.sub(lambda found: found[1].upper(), words)
