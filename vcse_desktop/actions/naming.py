"""The words of the names of people on record, and words as shared that differ in [brackets] alone."""

import re

from vcse_desktop.disclosure.quotes import only_brackets_changed
from vcse_desktop.records.insight import INSIGHT
from vcse_desktop.records.normal import fold_name, normal
from vcse_desktop.store.vault import Vault

ALSO_WORDS = frozenset(
    "an art april bill bob can do faith grace hope in ivy jack joy june lily mark may mo my olive or pat "
    "ray rob rose sandy so sue sunny to van will".split()
)
"""Names that are common words, too: only a capital makes them a suggestion."""

_LETTER = "[^\\s\\d!-/:-@\\[-`{-~\u00a1-\u00bf\u2000-\u206f\u060c\u061b\u061f\u0964]"  # with vowel signs
WORD = re.compile(rf"\[[^\[\]]*\]|{_LETTER}+(?:-{_LETTER}+)*")


def known_names(vault: Vault) -> frozenset[str]:
    """Return every word of the names of the people on record, in the form of ``fold_name``."""
    rows = vault.values("person", fields=("known_as", "other_names"))
    texts = (str(text or "") for _, *texts in rows for text in texts)
    return frozenset(fold_name(word) for text in texts for word in WORD.findall(text) if len(word) > 1)


def only_marked(said: str, shared: str) -> bool:
    """Say whether a text is what was said, but for stretches in [brackets]; both as they would be kept."""
    return only_brackets_changed(_kept(said), _kept(shared))


def _kept(text: str) -> str:
    return str(normal(INSIGHT, {"words": text})["words"] or "")
