"""What counts as use of the computer: every program where the system can say, else our own windows."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.watching.idle import Idle, OwnInput
from ui.watching.linux import means_lock
from ui.watching.windows import AWAY, POWER, SESSION_CHANGE, SUSPEND
from ui.watching.windows import means_lock as windows_means_lock


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time of the waking clock, to be turned."""
    now = [100.0]
    monkeypatch.setattr("ui.watching.idle.time.monotonic", lambda: now[0])
    return now


def test_where_nobody_can_say_more_our_own_windows_count_and_that_is_known(
    window: QWidget, clock: list[float]
) -> None:
    own = OwnInput(window)
    found = Idle(own, iter([("none", lambda: None)]))
    assert not found.is_whole
    clock[0] = 160.0
    assert found.seconds() == 60
    frame = window.windowHandle()
    QTest.keyClick(frame, Qt.Key.Key_A)
    assert found.seconds() == 0
    clock[0] = 170.0
    QTest.mouseMove(frame)
    QTest.mouseClick(frame, Qt.MouseButton.LeftButton)
    assert found.seconds() == 0


def test_the_system_counts_use_of_other_programs(window: QWidget, clock: list[float]) -> None:
    found = Idle(OwnInput(window), iter([("mutter", lambda: 3.0)]))
    clock[0] = 1000.0
    assert found.is_whole
    assert found.seconds() == 3


def test_thousandths_are_told_from_seconds(window: QWidget, clock: list[float]) -> None:
    found = Idle(OwnInput(window), iter([("screensaver", lambda: 42_000.0)]))
    clock[0] = 150.0
    assert found.seconds() == 42


def test_a_system_that_falls_silent_leaves_our_own_windows(window: QWidget, clock: list[float]) -> None:
    answers = iter([5.0, 5.0, None])
    found = Idle(OwnInput(window), iter([("mutter", lambda: next(answers))]))
    clock[0] = 130.0
    assert found.seconds() == 5
    assert found.seconds() == 30
    assert not found.is_whole


@pytest.mark.parametrize(
    ("signal", "path", "said", "locks"),
    [
        ("ActiveChanged", "/org/gnome/ScreenSaver", [True], True),
        ("ActiveChanged", "/org/gnome/ScreenSaver", [False], False),
        ("PrepareForSleep", "/org/freedesktop/login1", [True], True),
        ("PrepareForSleep", "/org/freedesktop/login1", [False], False),
        ("Lock", "/org/freedesktop/login1/session/_32", [], True),
        ("Lock", "/org/freedesktop/login1/session/_33", [], False),
        ("PropertiesChanged", "/org/freedesktop/login1/session/_32", ["x", {"Active": False}, []], True),
        ("PropertiesChanged", "/org/freedesktop/login1/session/_32", ["x", {"Active": True}, []], False),
        ("PropertiesChanged", "/org/freedesktop/login1/session/_33", ["x", {"Active": False}, []], False),
        ("PropertiesChanged", "/org/freedesktop/login1/user/_1000", ["x", {"State": "active"}], False),
    ],
)
def test_which_signals_of_a_linux_desktop_lock(
    signal: str, path: str, said: list[object], locks: bool
) -> None:
    assert means_lock(signal, path, said, "_32") == locks


def test_which_messages_of_windows_lock() -> None:
    assert all(windows_means_lock(SESSION_CHANGE, what) for what in AWAY)
    assert windows_means_lock(POWER, SUSPEND)
    assert not windows_means_lock(SESSION_CHANGE, 0x8), "unlocked again"
    assert not windows_means_lock(POWER, 0x12), "awake again"
    assert not windows_means_lock(0x0100, 0x7), "a key"


def test_this_system_can_be_asked_without_harm(window: QWidget) -> None:
    found = Idle(OwnInput(window))
    assert found.seconds() >= 0
