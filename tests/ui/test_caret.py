"""The text cursor stands after what is there, and in an empty box where a line begins."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.forms.written import Lines
from ui.theme import look
from ui.widgets.caret import Carets


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window that minds its boxes."""
    made = QWidget()
    Carets(made)
    qtbot.addWidget(made)
    made.setLayout(QVBoxLayout())
    made.resize(400, 300)
    return made


def come_to(box: QWidget, window: QWidget, qtbot: QtBot) -> None:
    """Put a box in the window and go to it."""
    layout = window.layout()
    assert layout is not None
    layout.addWidget(box)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box.setFocus()
    QApplication.processEvents()


def test_it_stands_after_the_words_of_a_filled_box(window: QWidget, qtbot: QtBot) -> None:
    line, lines = QLineEdit("Thursday"), QPlainTextEdit("One\ntwo")
    line.setCursorPosition(0)
    come_to(line, window, qtbot)
    assert line.cursorPosition() == len("Thursday")
    come_to(lines, window, qtbot)
    assert lines.textCursor().position() == len("One\ntwo")


def test_a_box_begins_where_a_line_begins(window: QWidget, qtbot: QtBot, qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    look.put_on(window)
    line, written = QLineEdit(), Lines()
    lines = written.box
    come_to(line, window, qtbot)
    assert line.cursorRect().left() > line.width() // 2
    line.setText("Thursday")
    QApplication.processEvents()
    assert line.cursorRect().left() > line.width() // 2
    come_to(lines, window, qtbot)
    assert lines.cursorRect().left() > lines.viewport().width() // 2
    written.put("Thursday")
    assert lines.cursorRect().left() > lines.viewport().width() // 2
