"""Where the forms of a filter stand: one that asks one thing more, one that gives what is asked a name."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.filters.asking import Asking
from ui.screens.filters.keeping import Keeping
from ui.widgets.frame import column, emptied
from vcse_desktop.actions.filter_offer import Offered


class Panel(QWidget):
    """``asked`` carries a Part, ``named`` a name; ``closed`` tells that the form is gone, either way."""

    asked = Signal(object)
    named = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: Asking | Keeping | None = None
        self._place = column()
        self.setLayout(self._place)
        self.hide()

    def ask(self, offered: Offered) -> None:
        """Show the form that asks one thing more."""
        form = Asking(offered)
        form.asked.connect(lambda part: self._end(lambda: self.asked.emit(part)))
        self._stand(form)

    def name(self) -> None:
        """Show the form that gives what is asked a name."""
        form = Keeping()
        form.named.connect(lambda name: self._end(lambda: self.named.emit(name)))
        self._stand(form)

    def _stand(self, form: Asking | Keeping) -> None:
        emptied(self._place)
        self.form = form
        form.leaving.connect(lambda: self._end(lambda: None))
        self._place.addWidget(form)
        self.show()
        form.show()
        form.setFocus()

    def _end(self, tell: Callable[[], object]) -> None:
        """Close the form, then tell what it gave."""
        self.form = None
        emptied(self._place)
        self.hide()
        self.closed.emit()
        tell()
