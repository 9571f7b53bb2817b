"""Which theme and which text size the windows wear at this moment, and how they change it."""

from dataclasses import dataclass
from weakref import WeakSet

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from ui.theme import letters, style
from ui.theme.tokens import THEMES, Tokens

SIZES = (100, 125, 150, 175, 200)
SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Look:
    """A theme (light, dark, high), a text size in percent, and the language whose letters come first."""

    theme: str = "light"
    size: int = 100
    language: str = "en"

    @property
    def tokens(self) -> Tokens:
        """The colours by name."""
        return THEMES[self.theme]


_worn = Look()
_windows: WeakSet[QWidget] = WeakSet()


def worn() -> Look:
    """Return what the windows wear now."""
    return _worn


def wear(look: Look) -> None:
    """Dress the whole program: colours, style sheet, letters. Windows built before are drawn anew."""
    global _worn  # noqa: PLW0603 - one look for the whole program, changed live
    _worn = look
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    app.setFont(letters.chain(text(18), look.language))
    app.setPalette(style.palette(look.tokens))
    for window in filter(isValid, list(_windows)):
        put_on(window)


def put_on(window: QWidget) -> None:
    """Put the style sheet on a window and on all that it will hold, and anew with each look.

    Not on the program: Qt would work it out for a part alone, and again each time it gets another parent.
    """
    _windows.add(window)
    right_to_left = QGuiApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    window.setStyleSheet(style.sheet(_worn.theme, _worn.size, right_to_left=right_to_left))


def chosen(setting: str, size: int, language: str = "en") -> Look:
    """Return the look for a setting (system, light, dark, high); "system" asks what the computer prefers."""
    return Look(_system() if setting == SYSTEM else setting, size, language)


def _system() -> str:
    hints = QGuiApplication.styleHints()
    told = hints.accessibility()  # kept in a variable: a temporary would be deleted under us
    return preferred(told.contrastPreference(), hints.colorScheme())


def preferred(contrast: Qt.ContrastPreference, scheme: Qt.ColorScheme) -> str:
    """Return the theme for what a computer prefers: contrast first, then dark or light."""
    if contrast is Qt.ContrastPreference.HighContrast:
        return "high"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"


def text(pixels: int) -> int:
    """Return a size of letters in pixels at the text size worn: letters grow in full."""
    return round(pixels * _worn.size / 100)


def px(pixels: int) -> int:
    """Return a size of boxes and gaps in pixels at the text size worn: a little less than letters."""
    return style.box(pixels, _worn.size)


def font(pixels: int, *, bold: bool = False) -> QFont:
    """Return our letters at a size in pixels before the text size worn, to measure or to paint with."""
    made = QFont(QApplication.font())
    made.setPixelSize(text(pixels))
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return made


def colour(name: str) -> QColor:
    """Return a colour by its name."""
    return QColor(_worn.tokens[name])
