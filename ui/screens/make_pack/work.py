"""The long work behind the steps of a pack: asked for one at a time, shown with its bar, stopped at once."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.desk import Desk
from ui.tasks import Lane, Task
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions.safe import NotSafe, Way
from vcse_desktop.actions.sending import NotRehearsed, Stopped
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, tr

Answer = TypeVar("Answer")
STOPPED = N_("Stopped. Nothing was made.")
WAY = N_("{way}. Then {hidden} of {numbers} numbers are hidden.")
REHEARSE = N_(
    "A pack is signed in your group's name, so its recovery code on paper must be known to be right. "
    "Nothing was made. Type the code back from the paper in Settings, then make the pack."
)


class Work(QWidget):
    """A bar while something is done, and the sentence that says why it could not be; ``busy`` tells both.

    ``way`` tells choices that would be safe, when somebody takes one that was offered.
    """

    busy = Signal(bool)
    way = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._task: Task | None = None
        self._patient = False
        self.working = Working()
        self.working.stop.connect(self.stop)
        self.notice = Notice("bad")
        self.rehearse = button(
            tr(N_("Type the code back in Settings")), lambda: desk.go("settings", "recovery")
        )
        self._more = flow(self.rehearse)
        self.ways = column(gap=8)
        self.setLayout(column(self.working, self.notice, self._more, self.ways, gap=8))
        self.clear()

    def do(
        self,
        sentence: str,
        work: Callable[[Task], Answer],
        done: Callable[[Answer], object],
        lane: Lane = Lane.LONG,
        failed: Callable[[BaseException], bool] | None = None,
    ) -> None:
        """Do the work, stopping what is under way.

        With ``failed``, which says whether it has told of an error itself, the work makes something: then
        Stop waits for its answer.
        """
        self._drop()
        self.clear()
        self._patient = failed is not None
        self.working.begin(sentence)
        self.busy.emit(True)

        def end(answer: Answer) -> None:
            if self._task is task:
                self._ended()
                done(answer)

        def fail(error: BaseException) -> None:
            if self._task is task:
                self._ended()
                if failed is None or not failed(error):
                    self.tell(error)

        task = tasks.run_long(self, work, end, fail, lane)
        task.moved.connect(lambda n, of: self.working.moved(n, of) if self._task is task else None)
        self._task = task

    def stop(self) -> None:
        """Stop at once for the person; the work ends by itself soon after, and its answer is thrown away."""
        if self._patient and self._task is not None:
            self._task.stop()
        elif self._drop():
            self._ended()
            self.notice.say(tr(STOPPED), "info")

    def clear(self) -> None:
        """Say nothing."""
        self.notice.clear()
        self._more.hide()
        emptied(self.ways)

    def tell(self, error: BaseException) -> None:
        """Say why something could not be done."""
        if isinstance(error, Stopped):
            self.notice.say(tr(STOPPED), "info")
        elif isinstance(error, NotRehearsed):
            self.notice.say(tr(REHEARSE), "warn", tr(error.title))
            self._more.show()
            self.rehearse.setFocus()
        elif isinstance(error, NotSafe):
            self.notice.say(errors.sentence(error), "warn", tr(error.title))
            for place, way in enumerate(error.ways):
                self._offer(way, first=place == 0)
        else:
            title = tr(error.title) if isinstance(error, VcseError) else ""
            self.notice.say(errors.sentence(error), "bad", title)

    def _offer(self, way: Way, *, first: bool) -> None:
        """Offer something that was found safe."""
        words = tr(WAY, way=way.words, hidden=way.hidden, numbers=way.numbers)
        take = button(tr(N_("Make it so")), partial(self.way.emit, way.choices), name=words)
        offered = boxed(column(text(words), take, gap=4))
        self.ways.addWidget(offered)
        offered.show()
        if first:
            take.setFocus()

    def is_busy(self) -> bool:
        """Say whether something is under way."""
        return self._task is not None

    def _drop(self) -> bool:
        """Ask what is under way to stop, and say whether there was anything."""
        task, self._task = self._task, None
        if task is not None:
            task.stop()
        return task is not None

    def _ended(self) -> None:
        self._task = None
        self.working.end()
        self.busy.emit(False)
