"""A list and its page: one of the two scrolls, no row is cut off, and a short list is no empty box."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from ui.models.record_table import RecordTable, record_list
from ui.widgets.page import Page
from vcse_desktop.actions.listing import Line

WIDE, NARROW = 1200, 700


def shown(qtbot: QtBot, rows: int, wide: int) -> tuple[Page, QListView]:
    """Return a page with a list of so many rows, laid out."""
    page, model = Page("People"), RecordTable()
    view = record_list(model, "People")
    model.show_lines([Line(n, f"Person {n}", "Carer, volunteer", "") for n in range(rows)])
    page.add(view)
    qtbot.addWidget(page)
    page.resize(wide, 600)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for _ in range(10):
        QApplication.processEvents()
    return page, view


def test_where_there_is_room_the_list_scrolls_and_the_page_does_not(qtbot: QtBot) -> None:
    page, view = shown(qtbot, 40, WIDE)
    assert view.verticalScrollBar().maximum() > 0
    assert page.verticalScrollBar().maximum() == 0
    ends = [view.visualRect(view.model().index(row, 0)).bottom() + 1 for row in range(40)]
    assert view.viewport().height() in ends


def test_on_a_narrow_page_the_page_scrolls_and_the_list_does_not(qtbot: QtBot) -> None:
    page, view = shown(qtbot, 40, NARROW)
    assert view.verticalScrollBar().maximum() == 0
    assert page.verticalScrollBar().maximum() > 0
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    for _ in range(30):
        QTest.keyClick(view, Qt.Key.Key_Down)
    row = view.visualRect(view.currentIndex())

    def in_view() -> bool:
        top = view.viewport().mapTo(page, QPoint(0, 0)).y() + row.top()
        return 0 <= top <= page.viewport().height() - row.height()

    qtbot.waitUntil(in_view)


def test_a_list_of_hundreds_fills_a_narrow_window_and_no_more(qtbot: QtBot) -> None:
    page, view = shown(qtbot, 400, NARROW)
    assert 4 * view.sizeHintForRow(0) <= view.height() <= page.viewport().height()


def test_a_short_list_is_as_high_as_its_rows(qtbot: QtBot) -> None:
    for wide in (WIDE, NARROW):
        page, view = shown(qtbot, 1, wide)
        assert view.height() == view.sizeHintForRow(0)
        model = view.model()
        assert isinstance(model, RecordTable)
        model.show_lines([Line(n, "Ann", "", "") for n in range(3)])
        for _ in range(10):
            QApplication.processEvents()
        assert view.height() == 3 * view.sizeHintForRow(0)
        page.hide()


def test_a_list_of_thousands_makes_no_page_of_thousands_of_rows(qtbot: QtBot) -> None:
    _, view = shown(qtbot, 3000, NARROW)
    assert view.height() <= 200 * view.sizeHintForRow(0)
