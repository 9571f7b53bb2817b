"""Words that the group typed, in a report that may be read the other way round than they are."""

import unicodedata

from vcse_desktop.i18n import SOURCE_LANGUAGE
from vcse_desktop.reports.blocks import Foreign, Run, Words
from vcse_desktop.reports.numbers import direction


def typed(text: str, language: str) -> Run:
    """Return words as they stand in a report of this language.

    Latin ones in a report that reads from the right are English there, so that a full stop ends them.
    """
    turned = direction(language) == "rtl" and reads_from_the_left(text)
    return Foreign(text, SOURCE_LANGUAGE, "ltr") if turned else Words(text)


def reads_from_the_left(text: str) -> bool:
    """Say whether the first letter of a text is one of those that are written from the left."""
    ways = (unicodedata.bidirectional(one) for one in text)
    return next((way == "L" for way in ways if way in {"L", "R", "AL"}), False)
