"""Tabs, and the menu that stands in for them where there is no room."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ui.theme.look import px
from ui.widgets.stack import BESIDE, Stack, Tabs


def test_tabs_do_not_come_back_for_the_few_pixels_that_a_scroll_bar_leaves(qtbot: QtBot) -> None:
    tabs = Tabs("Parts")
    qtbot.addWidget(tabs)
    for words in ("People", "Support given"):
        tabs.add(words, words, QLabel)
    tabs.show_part("People")
    tabs.show()
    needed = tabs.bar.sizeHint().width()

    def has_tabs(width: int) -> bool:
        tabs.resize(width, 400)
        assert tabs.bar.isVisible() is not tabs.menu.isVisible()
        return tabs.bar.isVisible()

    widths = (needed, needed - 1, needed, needed + px(BESIDE) - 1, needed + px(BESIDE), needed)
    assert [has_tabs(width) for width in widths] == [True, False, False, False, True, True]


def test_a_part_that_was_taken_out_is_not_seen_any_more(qtbot: QtBot) -> None:
    stack, first, other = Stack(), QLabel("first"), QLabel("other")
    qtbot.addWidget(stack)
    for part in (first, other):
        stack.addWidget(part)
    stack.show()
    stack.setCurrentWidget(other)
    stack.removeWidget(other)
    assert (first.isVisible(), other.isVisible()) == (True, False)
