"""The steps of a new pack: which one is shown, what it is called, and the buttons under all of them."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.screens.keyed import keyed
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.scrolled import from_the_top
from ui.widgets.words import heading
from vcse_desktop.i18n import N_, tr

DONE = 5
HEADINGS = {
    1: N_("Step 1 of 4: Which days, and for whom"),
    2: N_("Step 2 of 4: What goes in"),
    3: N_("Step 3 of 4: What leaves"),
    4: N_("Step 4 of 4: Sign"),
    DONE: N_("The pack is ready"),
}
ON = {
    1: N_("Continue"),
    2: N_("Continue"),
    3: N_("This is right, continue"),
    4: N_("Sign and save"),
    DONE: N_("Finish"),
}


class Step(Protocol):
    """One step: a widget that knows where its work begins."""

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        ...

    def hide(self) -> None:
        """Be gone from the page."""
        ...


class Steps(QWidget):
    """Shows one step under its heading; ``foot`` holds the buttons ``back`` and ``on``."""

    def __init__(self) -> None:
        super().__init__()
        self._page = column(gap=16)
        self.setLayout(self._page)
        self._step: Step | None = None
        self._when_shown: Callable[[], object] | None = None
        self.back = button(tr(N_("Back")), lambda: None, "quiet", picture="back")
        self.leave = keyed(self.back, tr(N_("Esc")))
        self.on = button(tr(N_("Continue")), lambda: None, "primary")
        self.foot = flow(keyed(self.on, tr(N_("Ctrl+Enter"))), self.leave, gap=24)

    def step(self) -> Step:
        """Return the step that is shown."""
        if self._step is None:
            raise RuntimeError("no step is shown yet")
        return self._step

    def when_shown(self, does: Callable[[], object]) -> None:
        """Do this once the step that comes next is shown."""
        self._when_shown = does

    def show_step(self, number: int, step: Step) -> None:
        """Show a step in place of the one before, and go to where its work begins."""
        while (item := self._page.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                if not old.property("kept"):  # the first step stays, with what was typed in it
                    old.deleteLater()
        self._step = step
        title = heading(tr(HEADINGS[number]), 2)
        self._page.addWidget(title)
        if isinstance(step, QWidget):
            self._page.addWidget(step)
            step.show()
        self.on.setText(tr(ON[number]))
        self.leave.setVisible(number != DONE)
        announce(self, tr(HEADINGS[number]))
        step.begin().setFocus()
        QTimer.singleShot(0, self, partial(from_the_top, step.begin()))
        does, self._when_shown = self._when_shown, None
        if does is not None:
            QTimer.singleShot(0, self, does)
