"""The focus ring: under a toast, open where its control is cut off; no cursor in words that only stand."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.widgets.buttons import button
from ui.widgets.page import Page
from ui.widgets.ring import FocusRing
from ui.widgets.words import marked, text


def test_the_ring_of_a_control_stays_under_a_toast(window: MainWindow, qtbot: QtBot) -> None:
    shell = window.shell()
    assert shell is not None
    QTest.keyClick(window, Qt.Key.Key_Tab)
    qtbot.waitUntil(window.ring.isVisible)
    focus = QApplication.focusWidget()
    assert focus is not None
    shell.desk.say("Saved.")

    def covered() -> QRect:
        """Return what of the ring the toast covers."""
        shell.toast.move(shell.mapFromGlobal(focus.mapToGlobal(QPoint(10, 10))))
        toast = QRect(shell.toast.mapTo(window, QPoint(0, 0)), shell.toast.size())
        return toast.translated(-window.ring.pos()).intersected(window.ring.rect())

    qtbot.waitUntil(lambda: covered().isValid())
    QTest.keyClick(window, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: not window.ring.mask().intersects(covered()))
    shell.toast.focus()
    QTest.keyClick(window, Qt.Key.Key_Shift)
    qtbot.waitUntil(lambda: window.ring.mask().intersects(window.ring.rect()))


def test_a_control_that_is_cut_off_has_no_ring_across_the_cut(qtbot: QtBot) -> None:
    window, page, box = QWidget(), Page("A page"), QLineEdit()
    box.setFixedHeight(80)
    page.add(box, *(text("A line") for _ in range(40)))
    QVBoxLayout(window).addWidget(page)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    window.resize(500, 300)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A)
    qtbot.waitUntil(ring.isVisible)
    QApplication.processEvents()
    top = box.mapTo(page, QPoint(0, 0)).y()
    page.verticalScrollBar().setValue(top + 40)
    qtbot.waitUntil(lambda: box.mapTo(page, QPoint(0, 0)).y() < 0 < ring.height())
    qtbot.waitUntil(lambda: ring.y() < page.y())
    assert ring.height() >= box.height()
    assert ring.mask().boundingRect().top() == page.viewport().mapTo(window, QPoint(0, 0)).y() - ring.y()


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_ring_of_words_that_begin_where_their_button_does_leaves_room_before_them(
    way: Qt.LayoutDirection, qtbot: QtBot
) -> None:
    window, made = QWidget(), button("Show", lambda: None, "quiet")
    window.setLayoutDirection(way)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(40, 40, 40, 40)
    layout.addWidget(made)
    ring = FocusRing(window)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Shift)
    qtbot.waitUntil(ring.isVisible)
    there = made.geometry()
    left, right = there.left() - ring.geometry().left(), ring.geometry().right() - there.right()
    before, after = (right, left) if way is Qt.LayoutDirection.RightToLeft else (left, right)
    assert before == after + 4


def test_words_that_can_be_copied_are_copied_by_key_without_a_cursor_in_them(qtbot: QtBot) -> None:
    made = marked(text("\u2068/home/ann/" + "a" * 60 + "\u2069"))
    qtbot.addWidget(made)
    made.show()
    assert not made.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert made.focusPolicy() & Qt.FocusPolicy.TabFocus
    QTest.keyClick(made, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "/home/ann/" + "a" * 60
