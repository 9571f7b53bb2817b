"""Long work with a folder that somebody chooses: where, the button, how far it is, and what came of it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.screen import Screen
from ui.tasks import Task
from ui.widgets.buttons import button
from ui.widgets.frame import column
from ui.widgets.notice import Notice
from ui.widgets.place import Place
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions.leaving import Stopped
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import tr


class InAPlace(QWidget):
    """A place, a button, the work, and what came of it."""

    def __init__(self, screen: Screen, words: tuple[str, str, str], said: tuple[str, ...]) -> None:
        """``words`` are on the button, over the box and under that; ``said`` stands before."""
        super().__init__()
        verb, label, help_text = (tr(one) for one in words)
        self._screen = screen
        self._task: Task | None = None
        self.place = Place(label, help_text, label)
        self.place.box.returnPressed.connect(self.save)
        self.go = button(verb, self.save)
        self.working, self.notice = Working(), Notice("ok")
        self.working.stop.connect(self._stop)
        self.under = column(gap=12)
        things = (*(text(tr(one)) for one in said), self.place, self.go, self.working, self.notice)
        self.setLayout(column(*things, self.under, gap=16))
        self.setFocusProxy(self.place)

    def save(self) -> None:
        """Do it; a widget of this kind says what."""

    def run(self, sentence: str, work: Callable[[Task], object], done: Callable[[object], None]) -> None:
        """Begin long work unless some is under way."""
        if self._task is not None:
            return
        self.notice.clear()
        self.place.clear()
        self.working.begin(sentence)

        def ended(found: object) -> None:
            self._end()
            done(found)

        self._task = tasks.run_long(self, work, ended, self._failed)
        self._task.moved.connect(self.working.moved)

    def stopped_words(self) -> str:
        """Return what to say when it was stopped."""
        return ""

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, Stopped):
            self.notice.say(self.stopped_words(), "info")
        elif isinstance(error, Refused):
            self.place.wrong(errors.sentence(error))
        else:
            self._screen.failed_in(self.notice, error)

    def _end(self) -> None:
        self._task = None
        self.working.end()
