"""A control under its label, with what is wrong with it beside it until it is changed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.widgets.accessible import announce
from ui.widgets.frame import Thing, column
from ui.widgets.remark import Remark
from ui.widgets.scrolled import soon
from ui.widgets.words import text


class Asked(QWidget):
    """``control`` holds the answer; ``stands`` is what stands there, when it is more than the control."""

    def __init__(
        self, label: str, control: QWidget, help_text: str = "", stands: Sequence[Thing] = ()
    ) -> None:
        super().__init__()
        self.control = control
        self._help = help_text
        control.setAccessibleName(label)
        control.setAccessibleDescription(help_text)
        under = text(help_text, "small")
        if not help_text:
            under.hide()
        self._problem = Remark(control)
        stand = list(stands or (control,))
        own = stand.index(control) + 1 if control in stand else len(stand)
        self._label = text(label, "label", buddy=control)
        self.setLayout(column(self._label, under, *stand[:own], self._problem, *stand[own:], gap=6))
        self.setFocusProxy(control)
        if isinstance(control, QLineEdit):
            control.textChanged.connect(self.clear)

    def name(self, label: str) -> None:
        """Ask for something else."""
        self._label.setText(label)
        self.control.setAccessibleName(label)

    def wrong(self, sentence: str) -> None:
        """Show and announce what is wrong, and go there; what was typed stays."""
        self._show(sentence)
        self.control.setFocus()
        soon(self.control)
        announce(self.control, sentence)

    def clear(self) -> None:
        """Say nothing: what is there now was not judged yet."""
        if self.problem():
            self._show("")

    def problem(self) -> str:
        """Return what is shown as wrong, "" for nothing."""
        return self._problem.text()

    def _show(self, sentence: str) -> None:
        self._problem.show_as(sentence)
        self.control.setAccessibleDescription(sentence or self._help)
        self.control.setProperty("wrong", bool(sentence))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
