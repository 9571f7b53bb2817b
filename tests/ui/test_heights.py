"""A text is as high as its words need, whatever it said or looked like when it was asked before."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import Dressing
from ui.widgets.page import Page
from ui.widgets.words import Text, text

SHORT, LONG = "Tea", "Everybody who came to the drop-in on Tuesday said that the hall was cold. " * 6
WIDTHS = (120, 300)


CHANGES: dict[str, Callable[[Text], None]] = {
    "words": lambda made: made.setText(LONG * 2),
    "style": lambda made: made.setStyleSheet("font-size: 60px; padding: 20px"),
    "room around": lambda made: made.setContentsMargins(0, 40, 0, 40),
    "further in": lambda made: made.setIndent(100),
    "one line": lambda made: made.setWordWrap(False),
}


@pytest.mark.parametrize("change", CHANGES)
def test_its_height_follows_each_change(change: str, qtbot: Dressing) -> None:
    asked, fresh = text(LONG), text(LONG)
    for made in (asked, fresh):
        assert isinstance(made, Text)
        qtbot.addWidget(made)
        made.show()
    before = [asked.heightForWidth(width) for width in WIDTHS]
    for made in (asked, fresh):
        assert isinstance(made, Text)
        CHANGES[change](made)
    after = [asked.heightForWidth(width) for width in WIDTHS]
    assert after == [fresh.heightForWidth(width) for width in WIDTHS]
    assert after != before, "the change would not be seen"


def test_a_page_that_was_dressed_before_it_is_shown_is_laid_out_when_it_is(
    qtbot: QtBot, qapp: QApplication
) -> None:
    page = Page("What people said")
    said = text(LONG)
    page.add(said)
    page.hide()
    qtbot.addWidget(page)
    page.resize(400, 300)
    page.show()
    qtbot.waitExposed(page)
    qapp.processEvents()
    assert said.height() >= said.heightForWidth(said.width())
    assert page.verticalScrollBar().maximum() > 0
