"""The window says of a dropped file what the command line says, without ever standing still."""

import threading
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow

NO_PACK = Path(__file__).parents[1] / "data" / "drop_in_register.csv"


def test_a_dropped_file_gets_its_verdict(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(NO_PACK))])
    drop = QDropEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(drop)
    qtbot.waitUntil(lambda: "This is not a summary pack." in window.answer.text())


def test_a_file_that_is_not_there_is_said_plainly(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    window.check(tmp_path / "gone.zip")
    qtbot.waitUntil(lambda: "Nothing was changed" in window.answer.text())


def test_answers_come_in_order_on_the_window_s_thread(qtbot: QtBot) -> None:
    window = MainWindow()
    qtbot.addWidget(window)
    seen: list[tuple[object, bool]] = []
    here = threading.current_thread()

    def note(answer: object) -> None:
        seen.append((answer, threading.current_thread() is here))

    for number in range(20):
        tasks.run(window, lambda n=number: n, note, note)  # type: ignore[misc]
    tasks.run(window, lambda: 1 // 0, note, lambda error: note(type(error)))
    qtbot.waitUntil(lambda: len(seen) == 21)
    assert seen == [*((n, True) for n in range(20)), (ZeroDivisionError, True)]
