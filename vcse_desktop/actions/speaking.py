"""Which languages a report can be in, and how its words are found while something that leaves is made."""

from contextlib import AbstractContextManager

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, catalogue, in_language
from vcse_desktop.paths import data_dir

LANGUAGES = {SOURCE_LANGUAGE: "English", "cy": "Cymraeg", "ar": "العربية"}
"""Each language that every word of a report is there in, by the name that its own speakers use."""

NO_WORDS = (
    N_("The words of this language are missing"),
    N_("Nothing was made, and nothing was lost. Choose another language for the pack."),
)


def must_be_spoken(language: str) -> str:
    """Return a language; Refused when its words are missing or damaged here, as a pack would claim it."""
    if catalogue(language, data_dir("translations")) is None:
        raise Refused(*NO_WORDS)
    return language


def speaking(language: str) -> AbstractContextManager[None]:
    """Speak the language of a report within, on this thread alone, whatever the window's."""
    return in_language(language, data_dir("translations"))
