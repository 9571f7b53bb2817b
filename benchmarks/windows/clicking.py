"""Our window with many records: what a click on a page of figures costs until all of it is drawn."""

import json
import os
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow

from benchmarks.measures.timing import fixed_piece
from benchmarks.windows.painted import or_end, started
from benchmarks.windows.using import PASSPHRASE, wait

ROUNDS, PATIENCE = 5, 120_000
NOW = date.fromisoformat(sys.argv[1]) if len(sys.argv) > 1 else None
"""The day on which the month is looked at."""


def measured(window: QMainWindow) -> None:
    """Measure; see ``or_end``."""
    or_end(lambda: _measure(window))


def _measure(window: QMainWindow) -> None:
    """Print for each page its times in fixed pieces: the first, at which it is built, then later ones."""
    from vcse_desktop.actions import today  # noqa: PLC0415 - after the first paint, as in the other windows

    if NOW is not None:
        today.today = lambda: NOW
    wait(lambda: False, 500)
    box = next(one for one in window.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(box, PASSPHRASE)
    QTest.keyClick(box, Qt.Key.Key_Return)
    wait(lambda: window.shell() is not None, PATIENCE)  # type: ignore[attr-defined]
    quiet()
    shell = window.shell()  # type: ignore[attr-defined]
    clicks: dict[str, tuple[str, Callable[[], object]]] = {
        "month": ("today", lambda: shell.page().tabs.show_part("month")),
        "board": ("today", lambda: shell.go("principles")),
    }
    took: dict[str, list[float]] = defaultdict(list)
    for _ in range(ROUNDS):
        piece = fixed_piece()
        for name, (place, click) in clicks.items():
            shell.go(place)
            shell.page().tabs.bar.setCurrentIndex(0)
            quiet()
            begun = time.process_time()
            click()
            quiet()
            took[name].append((time.process_time() - begun) * 1000 / piece)
    print(json.dumps(took), flush=True)
    os._exit(0)


def quiet() -> None:
    """Wait until nothing is asked any more, and all is drawn."""
    from ui import tasks  # noqa: PLC0415

    QApplication.processEvents()
    wait(tasks.idle, PATIENCE)
    QApplication.processEvents()


if __name__ == "__main__":
    sys.exit(started(measured))
