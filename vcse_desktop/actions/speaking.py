"""Which languages a report can be in, and how its words are found while something that leaves is made."""

from contextlib import AbstractContextManager

from vcse_desktop.i18n import SOURCE_LANGUAGE, in_language
from vcse_desktop.paths import data_dir

LANGUAGES = {SOURCE_LANGUAGE: "English", "cy": "Cymraeg", "ar": "العربية"}
"""Each language that every word of a report is there in, by the name that its own speakers use."""


def speaking(language: str) -> AbstractContextManager[None]:
    """Speak the language of a report within, on this thread alone, whatever the window's."""
    return in_language(language, data_dir("translations"))
