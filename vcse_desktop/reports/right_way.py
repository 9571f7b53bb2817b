"""Which texts are read from the right: their letters would have to be turned, which our paper cannot yet."""

import unicodedata

RIGHT = frozenset({"R", "AL", "AN"})


def turned(text: str) -> bool:
    """Say whether any letter of a text is read from the right."""
    return any(unicodedata.bidirectional(sign) in RIGHT for sign in text)
