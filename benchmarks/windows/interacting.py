"""Our window with many records, used by keys: how many a job takes, and what its last one costs."""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from statistics import median

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QMainWindow, QWidget

from benchmarks.measures.timing import fixed_piece
from benchmarks.windows.painted import or_end, started
from benchmarks.windows.using import PASSPHRASE, focus, wait

ROUNDS, PATIENCE = 8, 120_000
NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PLACES = ("people", "activities", "engagement", "voices", "principles", "packs", "today")
LISTS = (("people", "people"), ("people", "support"), ("activities", "sessions"), ("activities", "hours"))
SAID = "The bus stops too far away"


class Drawn(QObject):
    """Tells when something is drawn that says that all is kept: ``at`` is the time of the processor then."""

    def __init__(self, toast: QWidget) -> None:
        super().__init__(toast)
        self.at = 0.0
        toast.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Look for its first paint."""
        if event.type() is QEvent.Type.Paint and not self.at:
            self.at = time.process_time()
        return False


class Hands:
    """Presses keys where the focus is, and counts them; a key with modifiers is one."""

    def __init__(self, window: QMainWindow) -> None:
        self.window = window
        self.keys = 0
        self.spent = self.settled = 0.0

    def press(self, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press keys, or type words, and let the window draw."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(focus(), key)
                self.keys += len(key)
            else:
                QTest.keyClick(focus(), key, modifier)
                self.keys += 1
            QApplication.processEvents()

    def tab_to(self, wanted: QWidget) -> None:
        """Go to a control, or into it, by Tab alone."""
        for _ in range(40):
            if focus() is wanted or wanted.isAncestorOf(focus()):
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted}")

    def save(self) -> None:
        """Press the last key of a job; ``spent`` is the ms of the processor until it is kept and drawn.

        ``settled`` is that until everything else on the page has been asked anew.
        """
        toast = self.window.shell().toast  # type: ignore[attr-defined]
        toast.hide()
        quiet()
        drawn = Drawn(toast)
        begun = time.process_time()
        self.press(Qt.Key.Key_Return, modifier=CTRL)
        wait(lambda: drawn.at > 0, 15_000)
        if not drawn.at:
            raise AssertionError("nothing was said to be kept")
        toast.removeEventFilter(drawn)
        self.spent = (drawn.at - begun) * 1000
        quiet()
        self.settled = (time.process_time() - begun) * 1000
        counted = self.keys
        self.press(Qt.Key.Key_U, modifier=ALT)  # the next round finds what this one has found
        quiet()
        self.keys = counted


def measured(window: QMainWindow) -> None:
    """Measure; see ``or_end``."""
    or_end(lambda: _measure(window))


def _measure(window: QMainWindow) -> None:
    """Print keys and ms of the processor of each job, of each change of place, of each step of a list."""
    wait(lambda: False, 500)
    box = next(one for one in window.findChildren(QLineEdit) if one.isVisible())
    QTest.keyClicks(box, PASSPHRASE)
    QTest.keyClick(box, Qt.Key.Key_Return)
    wait(lambda: window.shell() is not None, PATIENCE)  # type: ignore[attr-defined]
    quiet()
    window.activateWindow()
    wait(window.isActiveWindow)
    keys: dict[str, int] = {}
    took: dict[str, list[float]] = defaultdict(list)
    for number in range(ROUNDS):
        piece = fixed_piece()
        for name, job in JOBS.items():
            hands = Hands(window)
            job(hands, number)
            keys[name] = hands.keys if number == 0 else keys[name]
            took[name].append(hands.spent / piece)
            took["settled"].append(hands.settled / piece)
        for place in PLACES:
            took["first visit" if number == 0 else "switch"].append(switched(window, place) / piece)
    piece = median(fixed_piece() for _ in range(5))
    for where in LISTS:
        took["step"] += [step / piece for step in steps(window, *where)]
    print(json.dumps({"keys": keys, "took": took}), flush=True)
    window.close()


def hours(hands: Hands, _: int) -> None:
    """Log hours for one person: a few letters of the name, and another length than the usual one."""
    shell = hands.window.shell()  # type: ignore[attr-defined]
    shell.go("today", "hours")
    quiet()
    fields = shell.page().day.form.fields
    hands.press("ba", Qt.Key.Key_Return)
    hands.tab_to(fields.hours.box)
    fields.hours.box.clear()
    hands.press("1h30")
    hands.save()


def repeat(hands: Hands, _: int) -> None:
    """Repeat the last session of the likeliest activity: Ctrl+3, Space, and the key that keeps it."""
    shell = hands.window.shell()  # type: ignore[attr-defined]
    shell.go("activities")
    shell.page().back()
    quiet()
    shell.go("today")
    quiet()
    hands.press(Qt.Key.Key_3, modifier=CTRL)
    quiet()
    hands.press(Qt.Key.Key_Space)
    quiet()
    hands.keys -= 1  # what keeps it is counted apart: two keys repeat it, exceptions follow
    hands.save()


def insight(hands: Hands, _: int) -> None:
    """Note something that somebody said: its kind, a theme, and whether it may be shared."""
    shell = hands.window.shell()  # type: ignore[attr-defined]
    shell.go("voices", "new")
    quiet()
    hands.press(SAID)
    hands.keys = 0
    hands.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Tab, "tr", Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space, Qt.Key.Key_Down)
    hands.save()


def contact(hands: Hands, number: int) -> None:
    """Note a walk-in carer: who, what was done, two answers, what matters to them."""
    shell = hands.window.shell()  # type: ignore[attr-defined]
    shell.go("people", ("new", "support"))
    quiet()
    page = shell.page().part().forms.page()
    hands.press(f"Zeb {number}")
    hands.keys -= len(f" {number}")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to(page.form.rows["what"])
    hands.press(Qt.Key.Key_Tab, Qt.Key.Key_Space)
    hands.tab_to(page.form.rows["newly_identified"])
    hands.press(Qt.Key.Key_Space, Qt.Key.Key_Tab, Qt.Key.Key_Space)
    hands.tab_to(page.form.rows["matters_words"])
    hands.press("Sleep")
    hands.keys -= len("Sleep")
    hands.save()


def group(hands: Hands, _: int) -> None:
    """Log the hours of a group without names: what, when, how many people, how long."""
    shell = hands.window.shell()  # type: ignore[attr-defined]
    shell.go("today", "hours")
    quiet()
    fields = shell.page().day.form.fields
    fields.who.unnamed.click()
    quiet()
    hands.tab_to(fields.who.count)
    hands.press("14")
    hands.tab_to(fields.hours.box)
    fields.hours.box.clear()
    hands.press("2")
    hands.save()
    fields.who.unnamed.click()


JOBS: dict[str, Callable[[Hands, int], None]] = {
    "hours": hours,
    "repeat": repeat,
    "insight": insight,
    "contact": contact,
    "group": group,
}


def switched(window: QMainWindow, place: str) -> float:
    """Go to a place; return the ms of the processor until it is drawn, with what it shows."""
    quiet()
    begun = time.process_time()
    window.shell().go(place)  # type: ignore[attr-defined]
    quiet()
    return (time.process_time() - begun) * 1000


def steps(window: QMainWindow, place: str, tab: str) -> list[float]:
    """Go through a list by keys; return the ms of its own thread that each step needed."""
    shell = window.shell()  # type: ignore[attr-defined]
    shell.go(place)
    shell.page().tabs.show_part(tab)
    quiet()
    view = next(one for one in shell.page().findChildren(QListView, "list") if one.isVisible())
    view.setFocus()
    view.setCurrentIndex(view.model().index(0, 0))
    took = []
    for key in [Qt.Key.Key_PageDown] * 20 + [Qt.Key.Key_Down] * 20 + [Qt.Key.Key_End, Qt.Key.Key_Home]:
        begun = time.thread_time()
        QTest.keyClick(view, key)
        QApplication.processEvents()
        took.append((time.thread_time() - begun) * 1000)
        quiet()
    return took


def quiet() -> None:
    """Wait until every answer has come, and those to what was asked because of it."""
    from ui import tasks  # noqa: PLC0415 - after the first paint, which must not pay for it

    for _ in range(3):
        wait(tasks.idle, PATIENCE)


if __name__ == "__main__":
    sys.exit(started(measured))
