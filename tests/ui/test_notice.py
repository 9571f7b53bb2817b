"""A notice is seen where it stands, and nowhere before."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.notice import Notice
from ui.widgets.page import Page
from ui.widgets.words import text


def test_a_notice_that_says_something_is_no_window_of_its_own(qtbot: QtBot) -> None:
    made, page = Notice("warn", "Look here."), QWidget()
    qtbot.addWidget(page)
    assert not made.isVisible()
    made.say("Look there.")
    assert not made.isVisible()
    QVBoxLayout(page).addWidget(made)
    page.show()
    assert made.isVisible()
    made.clear()
    assert not made.isVisible()
    made.say("And here.")
    assert made.isVisible()


def test_a_notice_below_the_window_comes_into_view(qtbot: QtBot) -> None:
    page, made = Page("A page"), Notice()
    page.add(*(text("A line of the page") for _ in range(60)), made)
    qtbot.addWidget(page)
    page.resize(600, 400)
    page.show()
    made.say("What would be lost.")
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    assert made.visibleRegion().boundingRect().height() == made.height()
