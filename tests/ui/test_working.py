"""Long work as a person sees it."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.working import Working


def test_who_stood_on_stop_stands_on_the_work_once_it_can_no_longer_be_stopped(qtbot: QtBot) -> None:
    working = Working()
    qtbot.addWidget(working)
    working.begin("Making a new key")
    working.activateWindow()
    qtbot.waitUntil(working.isActiveWindow)
    working.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    working.no_way_back()
    assert QApplication.focusWidget() is working.bar
    assert working.bar.accessibleName() == "Making a new key"
