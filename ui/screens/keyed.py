"""A button with the key that does the same beside it, and the one that goes back."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from ui.widgets.buttons import button
from ui.widgets.frame import boxed, row
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr


def keyed(pressed: QPushButton, key: str) -> QWidget:
    """Return a button and its key on one line."""
    return boxed(row(pressed, text(key, "small", wrap=False), None, gap=8))


def going_back(pressed: Callable[[], object]) -> QWidget:
    """Return the button that goes back and its key: over what it leaves, or after the button that goes on."""
    return keyed(button(tr(N_("Back")), pressed, "quiet", picture="back"), tr(N_("Esc")))
