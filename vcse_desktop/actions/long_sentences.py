"""Which sentences of a text that goes out are long, so that whoever types it may make two of one."""

import re

from vcse_desktop.i18n import ngettext
from vcse_desktop.records.fields import Field, Kind
from vcse_desktop.reports.easy import words_of

MOST = 25
"""Words of a sentence that most people read without going back; an Easy Read sentence has fewer."""
_ENDS = re.compile(r"(?<=[.!?…؟。])[\"'”\u2019»)\]]*\s+|\n+")
OURS = ("summary",)
"""Texts of the group's own that stand beside what people said."""
THEIRS = ("share_words", "their_words")
"""What somebody said goes out as it was said: nobody is asked to make it shorter."""


def is_ours_to_word(field: Field) -> bool:
    """Say whether a field holds sentences of the group that others read."""
    goes_out = field.leaves or field.code in OURS
    return field.kind is Kind.NOTE and goes_out and field.code not in THEIRS


def long_ones(text: str) -> list[int]:
    """Return how many words each long sentence of a text has."""
    return [words for words in map(words_of, _ENDS.split(text)) if words > MOST]


def hint(text: str) -> str:
    """Return a sentence about the long sentences of a text, "" where there is none."""
    found = long_ones(text)
    if not found:
        return ""
    return ngettext(
        "{n} sentence is long: it has {words} words. Two short ones are easier to read.",
        "{n} sentences are long: the longest has {words} words. Short ones are easier to read.",
        len(found),
        words=max(found),
    )
