"""The window's frame: keys, places, toast, what is dropped on it, and the door."""

import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow

PLACE = "help"

SPREADSHEET = Path(__file__).parents[1] / "data" / "drop_in_register.csv"


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    at = QApplication.focusWidget() or QApplication.activeWindow()
    assert at is not None
    QTest.keyClick(at, key, modifier)


def test_ctrl_and_a_number_goes_to_each_section(window: MainWindow) -> None:
    order = ["today", "people", "activities", "engagement", "voices", "principles", "packs"]
    for number, code in enumerate(order):
        press(Qt.Key(Qt.Key.Key_1 + number), Qt.KeyboardModifier.ControlModifier)
        shell = window.shell()
        assert shell is not None
        assert shell.shown == code


def test_answers_come_in_order_on_the_window_s_thread(qtbot: QtBot, window: MainWindow) -> None:
    seen: list[tuple[object, bool]] = []
    here = threading.current_thread()

    def note(answer: object) -> None:
        seen.append((answer, threading.current_thread() is here))

    for number in range(20):
        tasks.run(window, lambda n=number: n, note, note)  # type: ignore[misc]
    tasks.run(window, lambda: 1 // 0, note, lambda error: note(type(error)))
    qtbot.waitUntil(lambda: len(seen) == 21)
    assert seen == [*((n, True) for n in range(20)), (ZeroDivisionError, True)]


def drop(window: MainWindow, file: Path) -> str:
    """Drop a file on the window, and return the place that is shown then."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file))])
    shell = window.shell()
    assert shell is not None
    onto, how = window.windowHandle(), (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    for kind in (QDragEnterEvent, QDropEvent):
        QApplication.sendEvent(onto, kind(QPoint(5, 5), Qt.DropAction.CopyAction, mime, *how))
    return shell.shown


def test_a_file_dropped_anywhere_goes_to_the_check_of_packs(window: MainWindow, tmp_path: Path) -> None:
    pack = tmp_path / "from a partner.zip"
    pack.write_bytes(b"PK nothing")
    assert drop(window, pack) == "packs"


def test_a_spreadsheet_dropped_anywhere_is_brought_in(window: MainWindow) -> None:
    assert drop(window, SPREADSHEET) == "import"
