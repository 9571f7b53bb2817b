"""Work away from the window's thread, in lanes; each answer comes back on it."""

import gc
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from enum import Enum
from functools import partial
from threading import Event
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

Answer = TypeVar("Answer")


class Lane(Enum):
    """Where work waits its turn: each lane is one thread, so what it does keeps its order."""

    ACT = "act"  # a person's changes
    LOOK = "look"  # lists and figures
    LONG = "long"  # packs, imports: what takes seconds
    LOCK = "lock"  # locking a vault, whatever else runs


class Task(QObject):
    """One piece of work under way. ``moved`` carries how many of how many steps are done."""

    moved = Signal(object, object)

    def __init__(self, owner: QObject, lane: Lane, *, gives_way: bool = False) -> None:
        super().__init__(owner)
        self._stopped = Event()
        self.lane = lane
        self.gives_way = gives_way
        if lane is Lane.LONG:
            self.destroyed.connect(partial(Event.set, self._stopped))

    def stop(self) -> None:
        """Ask the work to end as soon as it can; it says so itself."""
        self._stopped.set()

    def stopped(self) -> bool:
        """Say whether the work was asked to end; asked by the work, on any thread."""
        return self._stopped.is_set()

    def tell(self, done: int, steps: int) -> None:
        """Say how far the work is; called by the work, on any thread."""
        _post[0].moved.emit(self, done, steps)


class Post(QObject):
    """Brings word from other threads to the window's. It outlives every task: a task may go while its work
    says something, and what is gone may not be touched."""

    ended = Signal(object)
    moved = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.ended.connect(self._ended, Qt.ConnectionType.QueuedConnection)
        self.moved.connect(self._moved, Qt.ConnectionType.QueuedConnection)
        self._tidying = QTimer(self, interval=TIDY_EVERY)
        self._tidying.timeout.connect(tidy)
        self._tidying.start()

    def _ended(self, future: Future[Any]) -> None:
        task, end = _open[future]
        try:
            if isValid(task):  # a screen that is gone gets nothing
                task.deleteLater()
                end()
        finally:
            del _open[future]

    def _moved(self, task: Task, done: int, steps: int) -> None:
        if isValid(task):
            task.moved.emit(done, steps)


TIDY_EVERY = 250
"""Milliseconds."""
_lanes: dict[Lane, ThreadPoolExecutor] = {}
_open: dict[Future[Any], tuple[Task, Callable[[], object]]] = {}
_post: list[Post] = []


def run(
    owner: QObject,
    work: Callable[[], Answer],
    done: Callable[[Answer], object],
    failed: Callable[[BaseException], object],
    lane: Lane = Lane.LOOK,
) -> Task:
    """Do the work after what its lane was asked before; then call ``done`` or ``failed`` on this thread.

    A screen that is gone by then gets nothing; the work is done all the same.
    """
    return run_long(owner, lambda _: work(), done, failed, lane)


def run_long(  # noqa: PLR0913 - what it is asked to do, and how it is to stand among others
    owner: QObject,
    work: Callable[[Task], Answer],
    done: Callable[[Answer], object],
    failed: Callable[[BaseException], object],
    lane: Lane = Lane.LONG,
    *,
    gives_way: bool = False,
) -> Task:
    """Do work that can tell how far it is and can be stopped: it is given its own Task.

    What is long is stopped with the screen that asked for it, and when the window closes. What ``gives_way``
    is stopped by the next that somebody waits for in the same lane.
    """
    for other, _ in list(_open.values()):
        if other.gives_way and other.lane is lane:
            other.stop()
    task = Task(owner, lane, gives_way=gives_way)

    def end() -> None:
        error = future.exception()
        if error is None:
            done(future.result())
        else:
            failed(error)

    future = _lane(lane).submit(work, task)
    _open[future] = (task, end)
    future.add_done_callback(_post[0].ended.emit)
    return task


def idle() -> bool:
    """Say whether no work is waiting or under way, and every answer was given to who asked."""
    return not _open


def answer() -> None:
    """Give every answer that has come to who asked for it, now."""
    if _post:
        QCoreApplication.sendPostedEvents(_post[0])


def close() -> None:
    """Wait until all work is done: closing the window must not lose a save. New work begins new lanes.

    What is long is asked to stop: nobody waits minutes for a window to close.
    """
    for task, _ in list(_open.values()):
        if task.lane is Lane.LONG:
            task.stop()
    for lane in list(_lanes.values()):
        lane.shutdown(wait=True)
    _lanes.clear()


def tidy() -> None:
    """Take apart what refers to itself, as Python does by itself when there is enough of it.

    On this thread alone: Python would do it on whichever thread is running, and a window's part that is taken
    apart on another thread than its own ends the program.
    """
    for age, (many, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)):
        if many > most:
            gc.collect(age)


def _lane(lane: Lane) -> ThreadPoolExecutor:
    gc.disable()
    if not _post:
        _post.append(Post())
    if lane not in _lanes:
        _lanes[lane] = ThreadPoolExecutor(max_workers=1, thread_name_prefix=lane.value)
    return _lanes[lane]
