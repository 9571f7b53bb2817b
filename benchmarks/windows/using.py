"""What using our window by keys costs, once its door was painted: memory, Today, an hour kept."""

import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QWidget

from ui import tasks

PASSPHRASE = "four words make it"  # noqa: S105 - of a vault that lives for one run
PAGE = 4096
MB = 1024 * 1024
TIMES = 6
CONTROL = Qt.KeyboardModifier.ControlModifier


def measured(window: QMainWindow) -> None:
    """Print memory at the door, the time to Today, and what keeping an hour costs; then end."""
    wait(lambda: False, 1500)  # until all that the start left for later is done
    told = {"memory": memory()}
    box = next(one for one in window.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(box, PASSPHRASE)
    wait(lambda: False, 1500)
    begun = time.perf_counter()
    QTest.keyClick(box, Qt.Key.Key_Return)
    wait(lambda: window.shell() is not None and tasks.idle())  # type: ignore[attr-defined]
    told["today"] = (time.perf_counter() - begun) * 1000
    told["saved"] = kept_hour(window)
    print(json.dumps(told), flush=True)
    window.close()


def kept_hour(window: QMainWindow) -> float:
    """Log hours for people by keys; returns ms of processor time from the last key to all being drawn."""
    from ui.widgets.boxes import HoursBox  # noqa: PLC0415 - the door, whose memory is measured, has none

    shell = window.shell()  # type: ignore[attr-defined]
    window.activateWindow()
    wait(window.isActiveWindow)
    shell.go("today", "hours")
    took = []
    for person in range(70, 70 + TIMES):
        wait(lambda: tasks.idle() and not shell.toast.isVisible())
        QTest.keyClicks(focus(), f"Person {person}")
        QTest.keyClick(focus(), Qt.Key.Key_Return)
        shell.page().findChild(HoursBox).set_minutes(90)
        wait(tasks.idle, 300)
        begun = time.process_time()
        QTest.keyClick(focus(), Qt.Key.Key_Return, CONTROL)
        wait(lambda: shell.toast.isVisible() and tasks.idle())
        took.append((time.process_time() - begun) * 1000)
        shell.toast.hide()
    return statistics.median(took[1:])  # the first time is the one that loads what is needed


def focus() -> QWidget:
    """Return the control that has the focus."""
    found = QApplication.focusWidget()
    assert found is not None, "nothing has the focus"
    return found


def wait(until: Callable[[], bool], at_most: int = 20_000) -> None:
    """Let the window run until something is so, or for this many ms."""
    clock = QElapsedTimer()
    clock.start()
    while not until() and clock.elapsed() < at_most:
        QApplication.processEvents()
        time.sleep(0.002)
    QApplication.processEvents()


def memory() -> float:
    """Return the memory of this process in MB; 0 where the system does not tell."""
    file = Path("/proc/self/statm")
    return int(file.read_text("ascii").split()[1]) * PAGE / MB if file.exists() else 0.0
