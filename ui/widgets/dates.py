"""How a day is said in a sentence of the window."""

from datetime import date

from ui.language import isolated, spoken, unbroken
from vcse_desktop.reports import numbers


def in_words(day: date, *, year: bool = True) -> str:
    """Return a day in words, on one line, and kept apart from those round it."""
    return isolated(unbroken(numbers.day(day, spoken(), year=year)))
