"""Work away from the window's thread; the answer comes back on it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

Answer = TypeVar("Answer")


class Task(QObject):
    """One piece of work under way. ``ended`` carries its future to the thread that the task was made on."""

    ended = Signal(object)


_lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="work")


def run(
    owner: QObject,
    work: Callable[[], Answer],
    done: Callable[[Answer], None],
    failed: Callable[[BaseException], None],
) -> Task:
    """Do the work in order after what was asked before; then call ``done`` or ``failed`` on this thread."""
    task = Task(owner)

    def end(future: Future[Answer]) -> None:
        error = future.exception()
        if error is None:
            done(future.result())
        else:
            failed(error)
        task.deleteLater()

    def hand_over(future: Future[Answer]) -> None:
        if isValid(task):  # a screen that is gone gets nothing
            task.ended.emit(future)

    task.ended.connect(end, Qt.ConnectionType.QueuedConnection)
    _lane.submit(work).add_done_callback(hand_over)
    return task
