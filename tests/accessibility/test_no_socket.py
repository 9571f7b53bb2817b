"""The real window goes from its first run to Today, and everywhere, without a single event of a socket."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
JOURNEY = """
import sys
heard = []
sys.addaudithook(lambda event, _: heard.append(event) if event.startswith("socket.") else None)
sys.argv = ["vcse-desktop"]

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication
from tests.accessibility.dress import settle

def press(window, name):
    buttons = window.findChildren(QAbstractButton)
    next(one for one in buttons if name in (one.text(), one.accessibleName())).click()
    settle()

def journey():
    window = next(one for one in QApplication.topLevelWidgets() if hasattr(one, "enter"))
    settle()
    press(window, "Continue")
    press(window, "Try with the example organisation")
    for place in ("people", "activities", "engagement", "voices", "principles", "packs", "help", "today"):
        window.shell().go(place)
        settle()
    print("shown:", window.shell().shown, window.shell().desk.example)
    window.close()

QTimer.singleShot(0, journey)
from vcse_desktop.__main__ import main
main()
print("heard:", *heard)
print("loaded:", *(name for name in sys.modules if "QtNetwork" in name))
"""


def test_from_the_first_run_to_today_no_socket_is_touched(tmp_path: Path) -> None:
    home = {
        "VCSE_DESKTOP_HOME": str(tmp_path / "profile"),
        "HOME": str(tmp_path),
        "USERPROFILE": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", JOURNEY],
        cwd=ROOT,
        env=os.environ | home | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    told = [line.rstrip() for line in done.stdout.splitlines()]
    assert told == ["shown: today True", "heard:", "loaded:"], done.stdout + done.stderr
