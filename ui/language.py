"""The language of the windows: words, Qt's own words, numbers, and the direction of reading."""

import re
import unicodedata
from importlib.resources.abc import Traversable

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from vcse_desktop import log
from vcse_desktop.i18n import DOMAIN, N_, set_language, tr
from vcse_desktop.paths import data_dir

NAMES = {
    "en": "English",
    "cy": "Cymraeg",
    "ar": "العربية",
    "ur": "اردو",
    "pl": "Polski",
    "bn": "বাংলা",
    "pa": "ਪੰਜਾਬੀ",
}
"""Each language by the name that its own speakers use: these words are never translated."""
RIGHT_TO_LEFT = ("ar", "ur", "fa", "he")
QT_WORDS = {
    "OK": N_("OK"),
    "&OK": N_("OK"),
    "Cancel": N_("Cancel"),
    "&Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "&Close": N_("Close"),
    "Save": N_("Save"),
    "&Save": N_("Save"),
    "Open": N_("Open"),
    "&Open": N_("Open"),
    "&Yes": N_("Yes"),
    "&No": N_("No"),
    "&Undo": N_("Undo"),
    "&Redo": N_("Redo"),
    "Cu&t": N_("Cut"),
    "&Copy": N_("Copy"),
    "&Paste": N_("Paste"),
    "Delete": N_("Delete"),
    "Select All": N_("Select all"),
}
"""What Qt says by itself, for the languages that it has no words for."""


class OurWordsForQt(QTranslator):
    """Qt has no Welsh, Urdu, Bengali or Punjabi: its buttons get their words from our catalogue."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Return our word for one of Qt's, or None for what it says itself: "" it would take for a word."""
        return tr(QT_WORDS[source]) if source in QT_WORDS else None

    def isEmpty(self) -> bool:
        """Say that there are words here."""
        return False


BRITISH = QLocale("en_GB")
_worn: list[QTranslator] = []
_spoken = ["en"]


def spoken() -> str:
    """Return the code of the language shown now."""
    return _spoken[0]


def offered(folder: Traversable | None = None) -> dict[str, str]:
    """Return the languages that there are words for: code and the name its speakers use, English first."""
    folder = folder or data_dir("translations")
    have = [c for c in NAMES if folder.joinpath(c, "LC_MESSAGES", f"{DOMAIN}.mo").is_file()]
    return {code: NAMES[code] for code in ["en", *(c for c in have if c != "en")]}


def speak(app: QApplication, code: str, folder: Traversable | None = None) -> None:
    """Show everything built from now on in this language; what stands already is built anew by its owner.

    A catalogue that is missing or broken means English and a line in the log, never an error.
    """
    if not set_language(code, folder or data_dir("translations")):
        log.event("words_missing")
        code = "en"
    _spoken[0] = code
    for old in _worn:
        app.removeTranslator(old)
    _worn.clear()
    theirs = QTranslator(app)
    where = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if not theirs.load(QLocale(code), "qtbase", "_", where):
        theirs = OurWordsForQt(app)
    _worn.append(theirs)
    app.installTranslator(theirs)
    QLocale.setDefault(locale(code))
    turned = code in RIGHT_TO_LEFT
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if turned else Qt.LayoutDirection.LeftToRight)


def locale(code: str) -> QLocale:
    """Return Qt's rules of a language: digits are Western in all of them."""
    theirs = QLocale({"en": "en_GB", "ar": "ar_001"}.get(code, code))
    return theirs if theirs.zeroDigit() == "0" and theirs.language() is not QLocale.Language.C else BRITISH


ISOLATED = re.compile("\u2068[^\u2069]*\u2069")


def isolated(text: str) -> str:
    """Return a name or a mixed number that keeps its own direction inside a sentence of another."""
    return f"\u2068{text}\u2069"


def reads(text: str) -> Qt.LayoutDirection:
    """Return in which direction a text is read: that of its first letter that has one.

    What keeps its own direction inside it does not count, unless there is nothing else.
    """
    told = (unicodedata.bidirectional(one) for one in ISOLATED.sub("", text) + text)
    found = next((way for way in told if way in {"L", "R", "AL"}), "L")
    return Qt.LayoutDirection.LeftToRight if found == "L" else Qt.LayoutDirection.RightToLeft


def unbroken(text: str) -> str:
    """Return a day or another short text in which no line breaks."""
    return text.replace(" ", "\u00a0")


def plain(text: str) -> str:
    """Return a text without those marks and hard blanks, for titles, announcements, copies and files."""
    return text.translate({0x2066: None, 0x2067: None, 0x2068: None, 0x2069: None, 0xA0: " "})
