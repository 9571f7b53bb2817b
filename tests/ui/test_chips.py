"""Chips and tabs: what is chosen shows by more than its colour, and moves nothing beside it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.accessibility.painted import picture
from ui.theme.tokens import MARK
from ui.widgets.chips import CheckChip, OneOf, SomeOf
from ui.widgets.frame import column
from ui.widgets.stack import Tabs

DARK = 200
OFFER = (("a", "A break or respite"), ("b", "Someone to talk to"), ("c", "Tea & cake"))


def test_what_is_chosen_is_bold_and_moves_nothing(qtbot: QtBot) -> None:
    one, some = OneOf("Which?", OFFER), SomeOf("Which?", OFFER)
    for group in (one, some):
        qtbot.addWidget(group)
        group.resize(900, 200)
        group.show()
        QApplication.processEvents()
        before = [chip.geometry() for chip in group.buttons.values()]
        plain = group.buttons["a"].fontMetrics().horizontalAdvance("A break or respite")
        group.buttons["a"].setChecked(True)
        QApplication.processEvents()
        assert group.buttons["a"].fontMetrics().horizontalAdvance("A break or respite") > plain
        assert [chip.geometry() for chip in group.buttons.values()] == before
        group.buttons["a"].setChecked(False)
    assert [chip.font().bold() for chip in some.buttons.values()] == [False] * 3


@pytest.mark.parametrize("on", [False, True])
def test_the_words_stand_in_the_middle_chosen_or_not(qtbot: QtBot, *, on: bool) -> None:
    group = OneOf("Which?", (("a", "Passed to another organisation"),))
    qtbot.addWidget(group)
    chip = group.buttons["a"]
    chip.setChecked(on)
    group.show()
    QApplication.processEvents()
    inside = chip.rect().adjusted(6, 8, -6, -8)
    shot = picture(chip.grab(inside).toImage(), QRect(QPoint(0, 0), inside.size())).convert("L")
    ground = shot.getpixel((0, 0))
    assert isinstance(ground, int)
    left, _, right, _ = shot.point(lambda ink: 255 * (abs(ink - ground) > DARK // 2)).getbbox() or (
        0,
        0,
        0,
        0,
    )
    assert right - left > chip.fontMetrics().horizontalAdvance("Passed to another")
    assert abs(left - (inside.width() - right)) <= 3, "the room at both ends is the same"


def test_some_of_many_have_a_box_to_tick_and_one_of_many_has_none(qtbot: QtBot) -> None:
    one, some = OneOf("Which?", OFFER), SomeOf("Which?", OFFER)
    for group in (one, some):
        qtbot.addWidget(group)
    assert isinstance(some.buttons["a"], CheckChip)
    assert some.buttons["a"].sizeHint().width() > one.buttons["a"].sizeHint().width()
    for group in (one, some):
        group.resize(900, 200)
        group.show()
    QApplication.processEvents()
    lines = [_longest_line(group) for group in (one, some)]
    assert lines[1] >= MARK - 6 > lines[0]


def _longest_line(group: OneOf | SomeOf) -> int:
    """Return how long the longest level line is where a box to tick stands: letters have shorter ones."""
    picture = group.buttons["a"].grab().toImage()
    rows = [
        "".join("#" if picture.pixelColor(x, y).lightness() < DARK else " " for x in range(8, 44))
        for y in range(6, picture.height() - 6)
    ]
    return max(len(line) for row in rows for line in row.split(" "))


def test_tabs_stay_where_they_are_when_another_is_chosen(qtbot: QtBot) -> None:
    tabs = Tabs("Parts")
    for code, words in OFFER:
        tabs.add(code, words, QLabel)
    qtbot.addWidget(tabs)
    tabs.resize(900, 200)
    tabs.show()
    places = []
    for code, _ in OFFER:
        tabs.show_part(code)
        QApplication.processEvents()
        places.append([tabs.bar.tabRect(index) for index in range(tabs.bar.count())])
    assert places[0] == places[1] == places[2]


def test_once_nothing_is_chosen_any_more_tab_comes_to_the_first_again(qtbot: QtBot) -> None:
    holder = QWidget()
    before, group, after = QLineEdit(), OneOf("How sure?", [(c, c) for c in "abc"]), QLineEdit()
    holder.setLayout(column(before, group, after))
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)

    def way() -> list[QWidget | None]:
        before.setFocus()
        QTest.keyClick(before, Qt.Key.Key_Tab)
        entered = QApplication.focusWidget()
        assert entered is not None
        QTest.keyClick(entered, Qt.Key.Key_Tab)
        return [entered, QApplication.focusWidget()]

    at_first = way()
    assert at_first == [group.buttons["a"], after]
    group.choose("b")
    assert way() == [group.buttons["b"], after]
    group.choose(None)
    assert way() == at_first
