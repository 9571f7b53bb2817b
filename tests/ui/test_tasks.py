"""Work in lanes: order is kept, nothing goes to a screen that is gone, and closing waits for a save."""

import sys
import threading
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.tasks import Lane


def nothing(_: object) -> None:
    """Do nothing with an answer."""


def test_each_lane_keeps_its_order_and_none_waits_for_another(qtbot: QtBot) -> None:
    owner, gate, seen = QObject(), threading.Event(), list[str]()
    tasks.run(owner, gate.wait, lambda _: seen.append("long"), nothing, Lane.LONG)
    for n in range(50):
        tasks.run(owner, lambda n=n: n, lambda n: seen.append(f"act {n}"), nothing, Lane.ACT)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(seen) == 50)
    assert seen == [f"act {n}" for n in range(50)]
    gate.set()
    qtbot.waitUntil(lambda: "long" in seen)


def test_a_screen_that_is_gone_gets_nothing_and_the_work_is_done_all_the_same(qtbot: QtBot) -> None:
    owner, gate, done, heard = QObject(), threading.Event(), list[int](), list[object]()

    def work() -> int:
        gate.wait()
        done.append(1)
        return 1

    tasks.run(owner, work, heard.append, heard.append)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    gate.set()
    qtbot.waitUntil(tasks.idle)
    QCoreApplication.processEvents()
    assert (done, heard) == ([1], [])


def test_closing_waits_for_a_save_that_is_under_way(qtbot: QtBot) -> None:
    owner, saved = QObject(), list[int]()

    def save() -> None:
        time.sleep(0.2)
        saved.append(1)

    tasks.run(owner, save, nothing, nothing, Lane.ACT)
    tasks.close()
    assert saved == [1]


def test_long_work_tells_how_far_it_is_and_stops_when_asked(qtbot: QtBot) -> None:
    owner, moved, ended = QObject(), list[object](), list[object]()

    def work(task: tasks.Task) -> str:
        for step in range(1000):
            task.tell(step, 1000)
            if task.stopped():
                return "stopped"
            time.sleep(0.005)
        return "ended"

    task = tasks.run_long(owner, work, ended.append, ended.append)
    task.moved.connect(lambda done, steps: moved.append((done, steps)))
    qtbot.waitUntil(lambda: len(moved) > 2)
    task.stop()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["stopped"]
    assert moved[-1][1] == 1000  # type: ignore[index]


def test_the_library_gives_back_no_reference_that_it_was_not_given() -> None:
    """PySide6 6.12.0 lost one to None in each such call: on Python 3.11 a long day ended in a crash."""
    thing, before = QObject(), sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("one")
        QCoreApplication.processEvents()
    assert sys.getrefcount(None) > before - 500


def test_closing_stops_what_takes_long_and_only_that() -> None:
    owner, ended, stopped = QObject(), list[str](), list[bool]()

    def long(task: tasks.Task) -> None:
        for _ in range(1000):
            if task.stopped():
                return ended.append("stopped")
            time.sleep(0.01)
        return ended.append("at its end")

    def save(task: tasks.Task) -> None:
        time.sleep(0.2)
        stopped.append(task.stopped())

    tasks.run_long(owner, long, nothing, nothing)
    tasks.run_long(owner, save, nothing, nothing, Lane.ACT)
    tasks.close()
    assert (ended, stopped) == (["stopped"], [False])


def test_long_work_stops_with_the_screen_that_asked_for_it(qtbot: QtBot) -> None:
    owner, ended = QObject(), list[bool]()

    def work(task: tasks.Task) -> None:
        for _ in range(1000):
            if task.stopped():
                break
            time.sleep(0.01)
        ended.append(task.stopped())

    tasks.run_long(owner, work, nothing, nothing)
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(owner, QEvent.Type.DeferredDelete)
    qtbot.waitUntil(tasks.idle)
    assert ended == [True]


class Ring:
    """Refers to itself, as windows' parts do, and notes the thread that takes it apart."""

    def __init__(self, ends: list[threading.Thread]) -> None:
        self.ends, self.itself = ends, self

    def __del__(self) -> None:
        self.ends.append(threading.current_thread())


def test_what_refers_to_itself_is_taken_apart_on_the_window_s_thread_alone(qtbot: QtBot) -> None:
    ends, owner, done = list[threading.Thread](), QObject(), list[object]()

    def work() -> None:
        for _ in range(3000):  # more than Python lets gather before it tidies by itself
            Ring(ends)

    tasks.run(owner, work, done.append, done.append)
    qtbot.waitUntil(lambda: len(ends) == 3000)
    assert set(ends) == {threading.main_thread()}
