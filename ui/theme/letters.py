"""The letters of the windows: the program's own files, never the computer's."""

from PySide6.QtGui import QFont, QFontDatabase

from vcse_desktop import log
from vcse_desktop.paths import data_dir
from vcse_desktop.reports.family import FAMILY

SCRIPTS = {
    "ar": "IBMPlexSansArabic",
    "ur": "IBMPlexSansArabic",
    "fa": "IBMPlexSansArabic",
    "bn": "HindSiliguri",
}
"""The language, and the files that hold its letters."""
NAMES = {"IBMPlexSansArabic": "IBM Plex Sans Arabic", "HindSiliguri": "Hind Siliguri"}
STYLES = ("Regular", "SemiBold")
_loaded: set[str] = set()


def load(stem: str) -> None:
    """Add the files of one family; one that is missing is noted, and the computer's letters stand in."""
    if stem in _loaded:
        return
    _loaded.add(stem)
    for kind in STYLES:
        file = data_dir("resources").joinpath("fonts", f"{stem}-{kind}.ttf")
        found = file.is_file() and QFontDatabase.addApplicationFontFromData(file.read_bytes()) >= 0
        if not found:
            log.event("letters_missing", bold=kind != "Regular")


def load_others() -> None:
    """Add the letters of the other scripts, for names and words that people type; done when idle."""
    for stem in NAMES:
        load(stem)


def chain(pixels: int, language: str) -> QFont:
    """Return the font of a language: our own letters first, then those of its script."""
    load("VCSESans")
    own = SCRIPTS.get(language)
    if own:
        load(own)
    scripts = sorted(NAMES, key=lambda stem: stem != own)
    font = QFont([FAMILY, *(NAMES[stem] for stem in scripts)])
    font.setPixelSize(pixels)
    return font
