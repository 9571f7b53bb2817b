"""Real programs: one is killed while somebody types; another is started a second time."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.actions import drafting
from vcse_desktop.actions.unlocking import unlock

TYPING = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.main_window import MainWindow
from vcse_desktop.actions.unlocking import unlock

app = QApplication([])
window = MainWindow("unlock", Path(sys.argv[1]))
window.show()
window.enter(unlock(Path(sys.argv[1]), sys.argv[2]))
window.shell().go("voices", "new")
box = window.shell().page().heard.note.words.box
number = 0

def key():
    global number
    number += 1
    QTest.keyClicks(box, f"w{number} ")
    print(time.time(), number, flush=True)

timer = QTimer(interval=100)
timer.timeout.connect(key)
timer.start()
app.exec()
"""
STARTED = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
sys.argv = ["vcse-desktop"]
from ui import app

real = app.come_forward
def told(window):
    real(window)
    print("raised", window.isMinimized(), flush=True)
app.come_forward = told

def ready(window):
    window.showMinimized()
    print("open", flush=True)
sys.exit(app.main(ready))
"""


@pytest.fixture
def start(root: Path, tmp_path: Path) -> Iterator[Callable[..., "subprocess.Popen[str]"]]:
    """Start a program in a profile of its own; afterwards it is killed."""
    with ExitStack() as ends:

        def started(code: str, *arguments: object) -> "subprocess.Popen[str]":
            home = {"VCSE_DESKTOP_HOME": str(tmp_path / "profile"), "QT_QPA_PLATFORM": "offscreen"}
            command = [sys.executable, "-c", code, *map(str, arguments)]
            child = subprocess.Popen(
                command, cwd=root, env=os.environ | home, stdout=subprocess.PIPE, text=True
            )
            ends.enter_context(child)
            ends.callback(child.kill)
            return child

        yield started


def line(child: "subprocess.Popen[str]") -> str:
    assert child.stdout is not None
    return child.stdout.readline().strip()


def test_a_program_that_is_killed_loses_two_seconds_of_typing_at_most(
    start: Callable[..., "subprocess.Popen[str]"], tmp_path: Path
) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    vault.lock()
    child = start(TYPING, vault.folder, PASSPHRASE)
    typed: list[tuple[float, int]] = []
    while not typed or typed[-1][0] - typed[0][0] < 3.3:
        at, number = line(child).split()
        typed.append((float(at), int(number)))
    child.kill()
    killed = time.time()
    child.wait()
    with unlock(vault.folder, PASSPHRASE) as opened:
        (draft,) = drafting.begun(opened)
        old = [number for at, number in typed if killed - at > 2]
        assert old and all(f"w{number} " in draft.body for number in old)
        assert opened.verify() == []


def test_a_second_start_raises_the_first_window_and_leaves(
    start: Callable[..., "subprocess.Popen[str]"],
) -> None:
    first = start(STARTED)
    assert line(first) == "open"
    second = start(STARTED)
    assert second.wait(timeout=60) == 0
    assert line(second) == "", "it showed no window"
    assert line(first) == "raised False"
    first.kill()
    first.wait()
    third = start(STARTED)
    assert line(third) == "open", "a killed one keeps nobody out"
