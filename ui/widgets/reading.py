"""How long a line may be so that one reads it with ease."""

from PySide6.QtWidgets import QHBoxLayout, QLabel

from ui.theme.look import text as letters
from ui.widgets.frame import row

LINE = 660
"""Pixels at 100%: as wide as about 75 letters."""


def readable(label: QLabel) -> QHBoxLayout:
    """Return a text whose lines are no longer than one reads with ease."""
    label.setMaximumWidth(letters(LINE))
    made = row(label)
    made.setStretch(0, 1)
    made.addStretch(0)
    return made
