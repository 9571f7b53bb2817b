"""A page on which things are done: work in lanes, errors in words, and where the work begins."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.tasks import Lane, Task
from ui.widgets.notice import Notice
from ui.widgets.page import Page
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import tr

Answer = TypeVar("Answer")


class Doing(Page):
    """What every screen has, on both sides of the door; each of the first three does nothing by itself."""

    def first(self) -> QWidget | None:
        """Return the control that the work begins in: it gets the focus when the screen is come to."""

    def save(self) -> None:
        """Save the form, or go on with it (Ctrl+Enter)."""

    def back(self) -> None:
        """Close what is open, or go back (Esc). What was typed stays."""

    def act(self, work: Callable[[], Answer], done: Callable[[Answer], object]) -> Task:
        """Make a change, after those asked for before; then ``done`` with its answer, on this thread."""
        return tasks.run(self, work, done, self.failed, Lane.ACT)

    def ask(self, work: Callable[[], Answer], done: Callable[[Answer], object]) -> Task:
        """Ask for a list or a figure; then ``done`` with it, on this thread."""
        return tasks.run(self, work, done, self.failed, Lane.LOOK)

    def failed(self, error: BaseException) -> None:
        """Tell the person what went wrong; what was typed stays where it is."""
        errors.tell(self, error)

    def failed_in(self, notice: Notice, error: BaseException) -> None:
        """Tell what went wrong in a notice beside the work; a fault of ours is told as ever."""
        if isinstance(error, VcseError):
            notice.say(errors.sentence(error), "bad", tr(error.title))
        else:
            errors.tell(self, error)
