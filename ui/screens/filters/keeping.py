"""Keeping a filter by a name: one line, and what it is called."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLineEdit

from ui.widgets.boxes import mark_wrong
from ui.widgets.buttons import button
from ui.widgets.frame import column, field, flow
from ui.widgets.remark import Remark
from vcse_desktop.actions.saved_filters import LONGEST
from vcse_desktop.i18n import N_, tr

NAME = N_("What shall it be called?")
EXAMPLE = N_("Such as: drivers on Fridays")
NAMELESS = N_("Type a name, so that you find it again.")


class Keeping(QFrame):
    """``named`` carries the name; ``leaving`` is the wish to close it."""

    named = Signal(str)
    leaving = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self.box.setPlaceholderText(tr(EXAMPLE))
        self._problem = Remark(self.box)
        keep = button(tr(N_("Keep this filter")), self.keep, "primary")
        leave = button(tr(N_("Close")), self.leaving.emit, "quiet", picture="close")
        line = field(tr(NAME), self.box)
        self.setLayout(column(line, self._problem, flow(keep, leave), gap=12, margin=16))
        self.setFocusProxy(self.box)
        self.box.textChanged.connect(lambda _: self._typed())
        self.box.returnPressed.connect(self.keep)

    def keep(self) -> None:
        """Tell the name, or say that one is missing."""
        name = " ".join(self.box.text().split())
        if name:
            self.named.emit(name)
        else:
            self._problem.say(tr(NAMELESS))
            mark_wrong(self.box, True)
            self.box.setFocus()

    def _typed(self) -> None:
        self._problem.clear()
        mark_wrong(self.box, False)
