"""Which words in a text may be somebody's name: suggestions for a person to look at, never a finding."""

import re
from collections.abc import Collection, Sequence

from vcse_desktop.disclosure.quotes import only_brackets_changed
from vcse_desktop.records.insight import INSIGHT
from vcse_desktop.records.normal import fold_name, normal
from vcse_desktop.store.vault import Vault

MARK = "[name]"
NO_NAMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december christmas easter ramadan eid diwali english welsh british i".split()
)
"""Words with a capital that are no names."""
ALSO_WORDS = frozenset(
    "an art april bill bob can do faith grace hope in ivy jack joy june lily mark may mo my olive or pat "
    "ray rob rose sandy so sue sunny to van will".split()
)
"""Names that are common words, too: only a capital makes them a suggestion."""

_LETTER = "[^\\s\\d!-/:-@\\[-`{-~\u00a1-\u00bf\u2000-\u206f\u060c\u061b\u061f\u0964]"  # with vowel signs
WORD = re.compile(rf"\[[^\[\]]*\]|{_LETTER}+(?:-{_LETTER}+)*")
_NEW_SENTENCE = re.compile("(?:^|[.!?\u2026:\n]|[.!?\u2026]\\s*[\"'\u201d\u2019)])\\s*[\"'\u201c\u2018(]*$")

_BACK = 100
"""Letters before a word in which the end of a sentence is looked for: to read them all takes seconds."""


def known_names(vault: Vault) -> frozenset[str]:
    """Return every word of the names of the people on record, as ``likely_names`` compares them."""
    rows = vault.values("person", fields=("known_as", "other_names"))
    texts = (str(text or "") for _, *texts in rows for text in texts)
    return frozenset(fold_name(word) for text in texts for word in WORD.findall(text) if len(word) > 1)


def likely_names(text: str, known: Collection[str]) -> list[str]:
    """Return the words that may be names, once each, in order: known ones, and capitals in mid-sentence."""
    found = [match.group() for match in WORD.finditer(text) if _may_be_name(match, text, known)]
    return list(dict.fromkeys(found))


def with_marks(text: str, names: Sequence[str]) -> str:
    """Return the text with [name] in place of each of these words."""
    return WORD.sub(lambda match: MARK if match.group() in names else match.group(), text)


def only_marked(said: str, shared: str) -> bool:
    """Say whether a text is what was said, but for stretches in [brackets]; both as they would be kept."""
    return only_brackets_changed(_kept(said), _kept(shared))


def _kept(text: str) -> str:
    return str(normal(INSIGHT, {"words": text})["words"] or "")


def _may_be_name(match: re.Match[str], text: str, known: Collection[str]) -> bool:
    word, folded = match.group(), fold_name(match.group())
    if word.startswith("[") or folded in NO_NAMES:
        return False
    capital = word[0] != word[0].lower()
    if folded in known:
        return capital or folded not in ALSO_WORDS
    if not capital or len(word) == 1 or word.isupper():
        return False
    return not _NEW_SENTENCE.search(text, max(0, match.start() - _BACK), match.start())
