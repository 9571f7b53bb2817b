"""A list of a day: a thin line between two rows and none over the first, and rows that stay keep standing."""

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.screens.today.lines import MOST, Line, Lines
from ui.theme import look


@pytest.fixture
def shown(qtbot: QtBot) -> Lines:
    """An empty list, shown."""
    made = Lines("Logged today", "Nothing yet.")
    qtbot.addWidget(made)
    made.resize(400, 600)
    made.show()
    return made


def ruled(shown: Lines) -> list[bool]:
    """Say for each row, from above, whether a thin line is drawn over it."""
    QApplication.processEvents()
    rows = sorted(shown._rows.parts(), key=lambda one: one.y())
    return [one.grab().toImage().pixelColor(50, 0) == look.colour("line") for one in rows]


def test_a_thin_line_stands_between_two_rows_and_over_no_first_one(shown: Lines) -> None:
    shown.fill([Line("One"), Line("Two")])
    assert ruled(shown) == [False, True]
    shown.fill([Line("New"), Line("One"), Line("Two")])
    assert ruled(shown) == [False, True, True]
    shown.fill([Line("Two")])
    assert ruled(shown) == [False]


def test_a_row_that_stays_is_the_same_and_does_what_its_line_says_by_then(shown: Lines) -> None:
    done: list[str] = []
    shown.fill([Line("One", verbs=[("Undo", lambda: done.append("before"))]), Line("Two")])
    (undo,) = shown.buttons()
    shown.fill([Line("Two"), Line("One", verbs=[("Undo", lambda: done.append("now"))])])
    assert shown.buttons() == [undo]
    QApplication.processEvents()
    undo.click()
    assert done == ["now"]
    assert [one.line.sentence for one in sorted(shown._rows.parts(), key=lambda one: one.y())] == [
        "Two",
        "One",
    ]


def test_of_very_many_it_is_said_how_many_more_there_are(shown: Lines) -> None:
    shown.fill([Line(f"Row {n}") for n in range(MOST + 3)])
    shown._show_all()
    assert shown._rest.isVisible() and shown._rest.text() == "… and 3 more"
    shown.fill([Line("One")])
    assert not shown._rest.isVisible()
