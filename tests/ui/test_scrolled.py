"""A page scrolls so that what is at work is seen with its label and its remark, and no line is cut."""

from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow
from ui.widgets.asked import Asked
from ui.widgets.page import Page
from ui.widgets.passphrase import Passphrase
from ui.widgets.scrolled import from_the_top, into_view
from ui.widgets.words import text
from vcse_desktop.actions import recording
from vcse_desktop.actions.unlocking import Vault

PLACE = "people"

WRONG = "This day has not come yet. Choose today or an earlier day."


def page_of(qtbot: QtBot, *things: QWidget, high: int = 400) -> Page:
    """Return a page with these things, shown."""
    made = Page("A page")
    qtbot.addWidget(made)
    made.add(*things)
    made.resize(600, high)
    made.show()
    QApplication.processEvents()
    return made


def lines(n: int) -> list[QLabel]:
    """Return lines that make a page long."""
    return [text(f"Line {number}") for number in range(n)]


def apart(area: QRect, part: QWidget, window: QWidget) -> bool:
    """Say whether a part of a window stands clear of an area of it."""
    return not area.intersects(QRect(part.mapTo(window, QPoint(0, 0)), part.size()))


def seen(part: QWidget, page: Page) -> bool:
    """Say whether all of a part is in view."""
    area = QRect(part.mapTo(page, QPoint(0, 0)), part.size())
    return page.viewport().geometry().contains(area)


def test_what_is_wrong_comes_into_view_with_its_label_and_its_field(qtbot: QtBot) -> None:
    field = Asked("When it was", QLineEdit(), "Such as 3/4/2026")
    page = page_of(qtbot, field, *lines(60))
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    field.wrong(WRONG)
    qtbot.waitUntil(lambda: seen(field, page))
    assert {one.text() for one in field.findChildren(QLabel) if seen(one, page)} >= {"When it was", WRONG}
    page.verticalScrollBar().setValue(0)
    low = Asked("Low down", QLineEdit())
    other = page_of(qtbot, *lines(60), low)
    low.wrong(WRONG)
    qtbot.waitUntil(lambda: seen(low, other))


def test_no_line_is_cut_at_the_upper_edge(qtbot: QtBot) -> None:
    field, above = QLineEdit(), lines(40)
    for high in range(300, 340, 7):
        page = page_of(qtbot, *above, field, *lines(10), high=high)
        from_the_top(field)
        assert page.verticalScrollBar().value() > 0
        assert seen(field, page)
        edge = page.viewport().mapTo(page, QPoint(0, 0)).y()
        for one in above:
            top = one.mapTo(page, QPoint(0, 0)).y()
            assert not top < edge < top + one.height(), one.text()


def test_the_upper_edge_parts_no_label_from_its_control(qtbot: QtBot) -> None:
    above, field = [Asked(f"Question {n}", QLineEdit()) for n in range(20)], QLineEdit()
    for high in range(300, 340, 7):
        page = page_of(qtbot, *above, field, *lines(10), high=high)
        from_the_top(field)
        assert page.verticalScrollBar().value() > 0
        edge = page.viewport().mapTo(page, QPoint(0, 0)).y()
        for one in above:
            label = one.findChildren(QLabel)[0]
            top, end = label.mapTo(page, QPoint(0, 0)).y(), one.control.mapTo(page, QPoint(0, 0)).y()
            assert not top < edge < end + one.control.height(), label.text()


def test_what_is_wrong_stands_right_under_its_box(qtbot: QtBot) -> None:
    field = Passphrase("Passphrase")
    page = page_of(qtbot, field)
    field.wrong(WRONG)
    QApplication.processEvents()
    said = next(one for one in field.findChildren(QLabel) if one.text() == WRONG)
    tops = [one.mapTo(page, QPoint(0, 0)).y() for one in (field.box, said, field.shown)]
    assert tops == sorted(tops)


def test_a_part_of_the_foot_that_is_covered_counts_as_out_of_view(qtbot: QtBot) -> None:
    field = QLineEdit()
    page = page_of(qtbot, *lines(30), field, *lines(30))
    page.setProperty("foot", 120)
    into_view(field)
    assert field.mapTo(page, QPoint(0, 0)).y() + field.height() < page.height() - 120


def test_a_record_opened_from_far_down_begins_at_the_top(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    made = [recording.add(vault, "organisation", {"name": f"Group {n}"}).ids[0] for n in range(40)]
    window.resize(1100, 600)
    shell = window.shell()
    assert shell is not None
    shell.go("people", ("organisation", made[0]))
    page = shell.page()
    assert page is not None
    qtbot.waitUntil(lambda: any(one.text() == "Group 0" for one in page.findChildren(QLabel)))
    bar = page.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    shell.go("people", ("organisation", made[1]))
    qtbot.waitUntil(lambda: bar.value() == 0)


def test_the_last_line_of_a_page_can_be_brought_above_a_toast(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 600)
    shell = window.shell()
    assert shell is not None
    shell.go("help")
    page = shell.page()
    assert page is not None
    qtbot.waitUntil(tasks.idle)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)
    QApplication.processEvents()
    last = max(
        (one for one in page.findChildren(QLabel) if one.isVisible()),
        key=lambda one: one.mapTo(window, QPoint(0, 0)).y(),
    )
    before = page.verticalScrollBar().maximum()
    shell.desk.say("Saved.")
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > before + 40)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    toast = shell.toast.mapTo(window, QPoint(0, 0)).y()
    assert last.mapTo(window, QPoint(0, 0)).y() + last.height() <= toast
    shell.toast.hide()
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() < before + 20)  # texts round to a pixel


def test_a_toast_never_hides_what_is_typed_in(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(1100, 500)
    shell = window.shell()
    assert shell is not None
    shell.go("today")
    page = shell.page()
    assert page is not None
    boxes = [one for one in page.findChildren(QLineEdit) if one.isVisible()]
    for box in boxes:
        box.setFocus()
        shell.desk.say("Saved.")
        toast = QRect(shell.toast.mapTo(window, QPoint(0, 0)), shell.toast.size())
        qtbot.waitUntil(partial(apart, toast, box, window))
        shell.toast.hide()


def test_a_page_of_which_only_the_free_foot_does_not_fit_does_not_scroll(qtbot: QtBot) -> None:
    page = page_of(qtbot, *lines(8))
    inside = page.widget()
    assert inside is not None
    needed = inside.sizeHint().height()
    for high, scrolls in ((needed, False), (needed - 10, False), (needed - 60, True)):
        page.resize(600, high)
        for _ in range(5):
            QApplication.processEvents()
        assert (page.verticalScrollBar().maximum() > 0) == scrolls
