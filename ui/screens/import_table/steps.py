"""The frame round the steps of an import: heading, the step, what is under way or wrong, and the way on."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from ui import errors
from ui.screens.import_table.stages import DONE, FILE, HEADINGS
from ui.screens.keyed import keyed
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.notice import Notice
from ui.widgets.scrolled import from_the_top
from ui.widgets.words import heading
from ui.widgets.working import Working
from vcse_desktop.actions.imports.opening import Stopped
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, ngettext, tr

STOPPED = N_("Stopped. Nothing was made, and your records are as they were.")
PATIENCE = 300
"""Milliseconds before what is under way is shown: a bar that comes and goes at once would only flicker."""


class Step(Protocol):
    """One step: a widget that knows where its work begins, and can show what is new."""

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        ...

    def renew(self) -> None:
        """Show what is known by now; what has the focus keeps it."""
        ...


class Steps(QWidget):
    """Shows one step under its heading, and under it the buttons ``back`` and ``on``."""

    def __init__(self, go_on: Callable[[], object], go_back: Callable[[], object]) -> None:
        super().__init__()
        self.step: Step | None = None
        self.title = heading("", 2)
        self._place = column(gap=16)
        self.working, self.notice = Working(), Notice("info")
        self.back = button(tr(N_("Back")), go_back, "quiet", picture="back")
        self.on = button(tr(N_("Continue")), go_on, "primary")
        self._on, self._back = keyed(self.on, tr(N_("Ctrl+Enter"))), keyed(self.back, tr(N_("Esc")))
        foot = flow(self._on, self._back, gap=24)
        self.setLayout(column(self.title, boxed(self._place), self.working, self.notice, foot, None, gap=16))
        self._late = QTimer(self, singleShot=True, interval=PATIENCE)
        self._late.timeout.connect(self._begin)
        self._sentence = ""

    def show_step(self, number: int, step: QWidget) -> None:
        """Show a step in place of the one before, and go to where its work begins."""
        while (item := self._place.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        made: Step = step  # type: ignore[assignment]  # every step of ours is both
        self.step = made
        self.notice.clear()
        self.title.setText(tr(HEADINGS[number]))
        self._place.addWidget(step)
        step.show()
        self._on.setVisible(number not in (FILE, DONE))
        self._back.setVisible(number not in (FILE, DONE))
        self._name_way_on()
        announce(self, tr(HEADINGS[number]))
        if self.isVisible():
            made.begin().setFocus()
            QTimer.singleShot(0, step, partial(from_the_top, made.begin()))

    def work(self, sentence: str) -> None:
        """Show what is under way, unless it ends at once."""
        self._sentence = sentence
        self.notice.clear()
        self._late.start()

    def _begin(self) -> None:
        self.working.begin(self._sentence)

    def end(self) -> None:
        """Nothing is under way any more; the focus does not get lost with the button that stops."""
        self._late.stop()
        held = self.working.isAncestorOf(QApplication.focusWidget() or self)
        self.working.end()
        if held and self.step is not None:
            self.step.begin().setFocus()

    def renew(self) -> None:
        """Have the step show what is known by now; the focus goes on where what had it is gone."""
        held = self._has_focus()
        if self.step is not None:
            self.step.renew()
            self._name_way_on()
        if held and not self._has_focus():
            self.on.setFocus()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus.isVisible() and self.isAncestorOf(focus)

    def _name_way_on(self) -> None:
        onward = getattr(self.step, "onward", None)
        self.on.setText(onward() if onward is not None else tr(N_("Continue")))

    def wait(self, left: object) -> None:
        """Say how much waits before one can go on, and go there."""
        self.notice.say(
            ngettext(
                "{n} thing here still waits for you.", "{n} things here still wait for you.", int(str(left))
            ),
            "warn",
        )
        if self.step is not None:
            self.step.begin().setFocus()

    def tell(self, error: object) -> None:
        """Say why something could not be done."""
        if isinstance(error, Stopped):
            self.notice.say(tr(STOPPED), "info")
        else:
            found = error if isinstance(error, BaseException) else RuntimeError(error)
            title = tr(error.title) if isinstance(error, VcseError) else ""
            self.notice.say(errors.sentence(found), "bad", title)
