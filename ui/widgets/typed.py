"""What stands in the controls of a page, so that it outlives the page being drawn anew."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

Typed = Sequence[tuple[type[QWidget], str, object]]
"""For each control in the order of the page: its type, its name and what stood in it."""

CONTROLS = (QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QCheckBox, QRadioButton)


def typed(page: QWidget) -> Typed:
    """Return what stands in the controls of a page."""
    return [(type(one), one.objectName(), _value(one)) for one in _controls(page)]


def type_again(page: QWidget, kept: Typed) -> None:
    """Put back what stood there, as far as the new page has the same controls in the same order."""
    for one, (kind, name, value) in zip(_controls(page), kept, strict=False):
        if type(one) is not kind or one.objectName() != name:
            return
        _put(one, value)


def _controls(page: QWidget) -> list[QWidget]:
    return [one for one in page.findChildren(QWidget) if isinstance(one, CONTROLS)]


def _value(one: QWidget) -> object:
    if isinstance(one, QLineEdit):
        return one.text()
    if isinstance(one, QTextEdit | QPlainTextEdit):
        return one.toPlainText()
    if isinstance(one, QComboBox):
        return one.currentText()
    return one.isChecked() if isinstance(one, QAbstractButton) else None


def _put(one: QWidget, value: object) -> None:
    if isinstance(one, QLineEdit) and one.text() != value and not one.isReadOnly():
        one.setText(str(value))
    elif isinstance(one, QTextEdit | QPlainTextEdit) and one.toPlainText() != value:
        one.setPlainText(str(value))
    elif isinstance(one, QComboBox):
        one.setCurrentText(str(value))
    elif isinstance(one, QAbstractButton) and one.isChecked() != value:
        one.setChecked(bool(value))
