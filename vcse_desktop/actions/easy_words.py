"""How long a sentence of the Easy Read page is, for whoever is typing it."""

from vcse_desktop.i18n import ngettext
from vcse_desktop.reports.easy import LONGEST, MOST_WORDS, words_of


def words_left(text: str) -> str:
    """Return how many words a sentence has of those that it may have."""
    return ngettext("{n} word of {most}", "{n} words of {most}", words_of(text), most=MOST_WORDS)


def is_too_long(text: str) -> bool:
    """Say whether a sentence has more words or letters than an Easy Read sentence may have."""
    return words_of(text) > MOST_WORDS or len(text) > LONGEST
