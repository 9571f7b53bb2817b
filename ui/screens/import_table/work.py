"""Work on a file that somebody waits for: one piece at a time, told as it goes, stopped when asked."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from ui import tasks
from ui.tasks import Lane, Task
from vcse_desktop.actions.imports.opening import Going, Stopped

Answer = TypeVar("Answer")


class Work(QObject):
    """``began`` carries the sentence of work, ``moved`` how far it is, ``ended`` that none is under way.

    ``failed`` carries an error. ``sentence`` says what is done; "" for nothing, or what nobody waits for.
    """

    began = Signal(str)
    moved = Signal(object, object)
    ended = Signal()
    failed = Signal(object)

    def __init__(self, owner: QObject) -> None:
        super().__init__(owner)
        self.sentence = ""
        self._task: Task | None = None
        self._patient = False

    def do(
        self,
        sentence: str,
        work: Callable[[Going], Answer],
        done: Callable[[Answer], object],
        *,
        patient: bool = False,
    ) -> None:
        """Do the work in place of what is under way. ``patient``: who stops it waits for its answer."""
        if self._task is not None:
            self._task.stop()
        self.sentence, self._patient = sentence, patient

        def run(task: Task) -> Answer:
            return work(Going(task.tell, task.stopped))

        def end(answer: Answer) -> None:
            if self._task is task:
                self._end()
                done(answer)

        def fail(error: BaseException) -> None:
            if self._task is task:
                self._end()
                self.failed.emit(error)

        self._task = task = tasks.run_long(self, run, end, fail, Lane.LONG)
        task.moved.connect(lambda n, of: self.moved.emit(n, of) if self._task is task else None)
        if sentence:
            self.began.emit(sentence)

    def stop(self) -> None:
        """End what is under way: at once for the person, or, where its answer counts, once it says so."""
        if self._task is not None:
            self._task.stop()
        if self.sentence and not self._patient:
            self._end()
            self.failed.emit(Stopped())

    def _end(self) -> None:
        self._task, self.sentence = None, ""
        self.ended.emit()
