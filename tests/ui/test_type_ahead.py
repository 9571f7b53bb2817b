"""A box that offers what a few letters may mean: Enter takes the first, Esc closes, nothing is guessed."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.frame import column
from ui.widgets.type_ahead import Suggestion, TypeAhead

PEOPLE = (
    Suggestion(1, "Joan Ellis", "Drop-in kitchen"),
    Suggestion(2, "Joan Ellis", "Allotment"),
    Suggestion(3, "Joanna"),
    Suggestion(4, "<b>Ŵyn</b>"),
)


def ask(words: str) -> list[Suggestion]:
    """Offer those who begin so, and the words themselves as somebody new."""
    found = [one for one in PEOPLE if words and one.text.casefold().startswith(words.casefold())]
    return [*found, Suggestion(None, f"Add {words}")] if words else []


@pytest.fixture
def form(qtbot: QtBot) -> Iterator[TypeAhead]:
    """A box on a window of its own, with another one after it."""
    window, box = QWidget(), TypeAhead("Who", "Start typing a name", ask)
    window.setLayout(column(box, QLineEdit(), None))
    window.resize(500, 500)
    window.show()
    window.activateWindow()
    box.setFocus()
    qtbot.waitUntil(lambda: window.isActiveWindow() and box.box.hasFocus())
    yield box
    window.close()
    window.deleteLater()


def rows(box: TypeAhead) -> list[str]:
    """Return the rows that are shown."""
    shown = box.rows.isVisible()
    return [box.rows.list.item(n).text() for n in range(box.rows.list.count())] if shown else []


def test_enter_takes_the_first_row_without_an_arrow_key(form: TypeAhead, qtbot: QtBot) -> None:
    seen = list[object]()
    form.picked.connect(seen.append)
    QTest.keyClicks(form.box, "joann")
    assert rows(form) == ["Joanna", "Add joann"]
    QTest.keyClick(form.box, Qt.Key.Key_Return)
    assert (form.choice(), form.text(), rows(form)) == (PEOPLE[2], "Joanna", [])
    assert seen == [PEOPLE[2]]
    QTest.keyClick(form.box, Qt.Key.Key_Backspace)
    assert seen == [PEOPLE[2], None]
    assert form.choice() is None


def test_the_second_line_tells_namesakes_apart(form: TypeAhead) -> None:
    QTest.keyClicks(form.box, "joan")
    assert rows(form)[:2] == ["Joan Ellis\nDrop-in kitchen", "Joan Ellis\nAllotment"]
    QTest.keyClick(form.box, Qt.Key.Key_Down)
    QTest.keyClick(form.box, Qt.Key.Key_Return)
    assert form.choice() == PEOPLE[1]


def test_what_is_added_as_new_keeps_the_words_as_typed(form: TypeAhead) -> None:
    form.box.insert("Zo Ŵ")  # QTest has no key for it
    QTest.keyClick(form.box, Qt.Key.Key_Return)
    taken = form.choice()
    assert taken is not None
    assert (taken.id, form.text()) == (None, "Zo Ŵ")


def test_nothing_is_guessed_from_an_empty_box_or_from_leaving_it(form: TypeAhead) -> None:
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Tab):
        QTest.keyClick(form.box, key)
    assert (rows(form), form.choice()) == ([], None)
    form.setFocus()
    QTest.keyClicks(form.box, "joan")
    QTest.keyClick(form.box, Qt.Key.Key_Tab)
    assert (rows(form), form.choice(), form.text()) == ([], None, "joan")


def test_tab_takes_what_is_called_just_so_when_nobody_else_is(form: TypeAhead) -> None:
    QTest.keyClicks(form.box, "JOANNA")
    QTest.keyClick(form.box, Qt.Key.Key_Tab)
    assert form.choice() == PEOPLE[2]
    form.clear()
    form.setFocus()
    QTest.keyClicks(form.box, "joan ellis")
    QTest.keyClick(form.box, Qt.Key.Key_Tab)
    assert form.choice() is None


def test_esc_closes_the_list_and_nothing_else(form: TypeAhead) -> None:
    QTest.keyClicks(form.box, "joan")
    QTest.keyClick(form.box, Qt.Key.Key_Escape)
    assert (rows(form), form.text()) == ([], "joan")


def test_enter_with_nothing_left_to_take_is_passed_on(form: TypeAhead, qtbot: QtBot) -> None:
    passed = list[int]()
    form.submitted.connect(lambda: passed.append(1))
    QTest.keyClicks(form.box, "joanna")
    QTest.keyClick(form.box, Qt.Key.Key_Return)
    assert passed == []
    QTest.keyClick(form.box, Qt.Key.Key_Return)
    assert passed == [1]


def test_a_press_on_a_row_takes_it_and_the_focus_stays(form: TypeAhead, qtbot: QtBot) -> None:
    QTest.keyClicks(form.box, "joan")
    where = form.rows.list.visualItemRect(form.rows.list.item(1)).center()
    QTest.mouseClick(form.rows.list.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert form.choice() == PEOPLE[1]
    assert QApplication.focusWidget() is form.box


def test_a_screen_reader_finds_the_rows_and_what_people_typed_is_no_markup(form: TypeAhead) -> None:
    QTest.keyClicks(form.box, "<b>")
    assert form.box.accessibleName() == "Who"
    told = QAccessible.queryAccessibleInterface(form.rows.list)
    assert told is not None
    names = [told.child(n).text(QAccessible.Text.Name) for n in range(told.childCount())]
    assert "<b>Ŵyn</b>. Enter takes it." in names


def test_no_name_stays_on_the_window_once_the_box_is_hidden(form: TypeAhead) -> None:
    QTest.keyClicks(form.box, "joan")
    form.hide()
    assert form.rows.list.count() == 0
    assert not form.rows.isVisible()
