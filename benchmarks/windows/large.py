"""Our window with a vault of any size: how soon Today can be used, memory when it is quiet, how lists go."""

import json
import sys
import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow

from benchmarks.windows.painted import started
from benchmarks.windows.using import PASSPHRASE, memory, wait

LISTS = (("people", "people"), ("people", "support"))
PATIENCE = 120_000
"""Milliseconds."""


def measured(window: QMainWindow) -> None:
    """Print ms to a Today that can be used, settled memory in MB, the longest step of a list; then end."""
    from ui import tasks  # noqa: PLC0415 - after the first paint, which must not pay for it

    wait(lambda: False, 1500)
    box = next(one for one in window.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(box, PASSPHRASE)
    wait(lambda: False, 1500)
    begun, spent = time.perf_counter(), time.process_time()
    QTest.keyClick(box, Qt.Key.Key_Return)
    wait(lambda: usable(window), PATIENCE)
    told = {
        "usable": (time.perf_counter() - begun) * 1000,
        "usable_cpu": (time.process_time() - spent) * 1000,
    }
    wait(tasks.idle, PATIENCE)
    told["all"] = (time.perf_counter() - begun) * 1000
    wait(lambda: False, 3000)
    told["memory"] = memory()
    told["step"] = max(longest_step(window, *one) for one in LISTS)
    told["memory_lists"] = memory()
    print(json.dumps(told), flush=True)
    window.close()


def usable(window: QMainWindow) -> bool:
    """Say whether hours can be logged on Today: names are offered, and the sessions of the day are there.

    They are those that are usual on it, or where all of those took place already what was entered for it.
    """
    shell = window.shell()  # type: ignore[attr-defined]
    if shell is None:
        return False
    day = shell.page().day
    return bool(day.usual._lines or day.logged._lines) and bool(day.form.fields.who._people.names)


def longest_step(window: QMainWindow, place: str, tab: str) -> float:
    """Open a list, go through it by keys; return the most ms of the processor its thread needed for one."""
    from ui import tasks  # noqa: PLC0415

    shell = window.shell()  # type: ignore[attr-defined]
    shell.go(place)
    wait(tasks.idle, PATIENCE)
    shell.page().tabs.show_part(tab)
    wait(tasks.idle, PATIENCE)
    view = next(one for one in shell.page().findChildren(QListView, "list") if one.isVisible())
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    most = 0.0
    keys = [Qt.Key.Key_PageDown] * 8 + [Qt.Key.Key_End] + [Qt.Key.Key_PageUp] * 8 + [Qt.Key.Key_Home]
    for key in keys:
        begun = time.thread_time()
        QTest.keyClick(view, key)
        QApplication.processEvents()
        most = max(most, (time.thread_time() - begun) * 1000)
        wait(tasks.idle, PATIENCE)
    return most


if __name__ == "__main__":
    sys.exit(started(measured))
