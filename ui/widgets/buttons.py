"""Buttons: the one that matters, the plain ones, the quiet ones; each a word, never a picture alone."""

from collections.abc import Callable
from unicodedata import bidirectional

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QPushButton, QSizePolicy

from ui.theme import icons

FROM_THE_LEFT = "\u200e"


def button(
    shown: str,
    pressed: Callable[[], object],
    kind: str = "",
    *,
    picture: str = "",
    name: str = "",
) -> QPushButton:
    """Return a button. ``kind``: primary, quiet, row, choice, search, or none.

    ``name`` is for screen readers where its words alone mislead. Enter presses it as Space does.
    """
    made = QPushButton(_its_way(shown))
    if kind:
        made.setProperty("k", kind)
    made.setAutoDefault(True)
    if name or made.text() != shown:
        made.setAccessibleName(name or shown)
    if picture:
        ink = {"primary": "on_accent", "quiet": "accent"}.get(kind, "ink2")
        drawn = icons.beside_words(picture, ink)
        made.setIcon(QIcon(drawn))
        made.setIconSize(drawn.deviceIndependentSize().toSize())
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    if kind in {"row", "choice", "search"}:
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    made.setMinimumHeight(40)  # a least width would let a layout cut the words
    made.clicked.connect(lambda _: pressed())
    return made


def _its_way(words: str) -> str:
    """Return words so that a sign at their end stays there, also where they have not been translated.

    A button reads in the direction of the window, whatever its words are.
    """
    right_to_left = QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    first = next((way for way in map(bidirectional, words) if way in {"L", "R", "AL"}), "")
    loose = words[-1:] and bidirectional(words[-1]) not in {"L", "EN"}
    return words + FROM_THE_LEFT if right_to_left and first == "L" and loose else words
