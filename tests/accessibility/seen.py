"""What a person can see of a window: its parts, their words, and where they stand."""

from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

Sort = TypeVar("Sort", bound=QWidget)
View = tuple[str, QWidget]
"""The name of what is shown, and the window or the dialog that shows it."""
CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QTabBar)


def all_of(root: QWidget, sort: type[Sort]) -> list[Sort]:
    """Return what is visible of a sort in a window, in the order in which it was made."""
    return [one for one in root.findChildren(sort) if one.isVisible() and one.window() is root]


def words(one: QWidget) -> str:
    """Return the words that stand in a part of a window; "" for none."""
    if isinstance(one, QLabel | QAbstractButton):
        return one.text()
    if isinstance(one, QComboBox):
        return one.currentText()
    if isinstance(one, QLineEdit):
        return one.text() or one.placeholderText()
    if isinstance(one, QTextEdit | QPlainTextEdit):
        return one.toPlainText() or one.placeholderText()
    return ""


def name(one: QWidget) -> str:
    """Return how to call a part in a finding."""
    return f"{type(one).__name__} {(words(one) or one.accessibleName() or one.objectName())[:60]!r}"


def place(one: QWidget, root: QWidget) -> QRect:
    """Return where a part stands in its window."""
    return QRect(one.mapTo(root, QPoint(0, 0)), one.size())


def in_own(one: QWidget) -> bool:
    """Say whether a part is the inside of a control, such as the box of a date or the button in a line."""
    above = one.parentWidget()
    return isinstance(above, QComboBox | QLineEdit | QAbstractSpinBox | QTabBar)


def scrolled(one: QWidget) -> bool:
    """Say whether a part is what a scroll area shows a piece of."""
    above = one.parentWidget()
    around = above.parentWidget() if above is not None else None
    return isinstance(around, QAbstractScrollArea) and around.viewport() is above
