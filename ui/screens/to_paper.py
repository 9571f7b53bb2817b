"""The button by which one comes to the paper forms from another place."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from ui.widgets.buttons import button
from vcse_desktop.i18n import N_, tr


def paper_button(pressed: Callable[[], object]) -> QPushButton:
    """Return the button."""
    return button(tr(N_("Paper forms")), pressed, "quiet", picture="print")
