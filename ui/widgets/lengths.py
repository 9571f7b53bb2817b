"""A length of time in words, as it stands in a sentence or on a chip."""

from ui.language import isolated, spoken
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports import numbers

HOUR, QUARTER = 60, 15
FRACTIONS = {0: "", 15: "¼", 30: "½", 45: "¾"}


def short(minutes: int) -> str:
    """Return a length of time as a number of hours, as a chip has it: 1½; isolated, so left to right."""
    whole, rest = divmod(minutes, HOUR)
    if rest not in FRACTIONS:
        return isolated(f"{whole}:{rest:02}")
    figure = numbers.whole(whole, spoken()) if whole or not rest else ""
    return isolated(f"{figure}{FRACTIONS[rest]}")


def in_words(minutes: int) -> str:
    """Return a length of time in words: 2 hours, 1½ hours, 50 minutes, 1 hour and 50 minutes."""
    whole, rest = divmod(minutes, HOUR)
    if not rest:
        return ngettext("{n} hour", "{n} hours", whole)
    if not whole:
        return ngettext("{n} minute", "{n} minutes", rest)
    if rest in FRACTIONS:
        return tr(N_("{hours} hours"), hours=short(minutes))
    return tr(N_("{hours} and {minutes}"), hours=in_words(whole * HOUR), minutes=in_words(rest))
