"""Asking who it was that an earlier contact, or words without a name, belong to."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.forms.linking import Link, asking
from ui.language import isolated
from ui.screens.desk import Desk
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, field
from ui.widgets.type_ahead import Suggestion, TypeAhead, only_looking
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.actions.whose import put_name
from vcse_desktop.i18n import N_, tr

WHO, TYPE_NAME = N_("Who was it?"), N_("Type a name")
IT_WAS = N_("It was {name}. Undo parts them again.")


class Whose(Link):
    """A person by name, in a form of something that has none yet: nobody is taken before somebody says so.

    ``named`` tells that somebody was taken here by hand.
    """

    named = Signal()

    def __init__(self, names: Names) -> None:
        super().__init__(tr(WHO), "person", names)
        self.picker.picked.connect(self._taken)

    def value(self) -> object:
        """Return what stands here; a name that is only typed so far takes nobody."""
        with only_looking():
            return super().value()

    def _taken(self, chosen: Suggestion | None) -> None:
        if chosen is not None and self.picker.box.hasFocus():
            self.named.emit()


class WhoWasIt(QWidget):
    """A button that unfolds the question about one record; who is taken there is noted at once.

    ``named`` carries the change and the sentence about it.
    """

    named = Signal(object, str)

    def __init__(self, desk: Desk, kind: str, record: int, names: Names) -> None:
        super().__init__()
        self._desk, self._kind, self._record = desk, kind, record
        self.ready: Callable[[], bool] = lambda: True
        """Says whether it can be noted now; where it cannot, it has said why."""
        self.ask = button(tr(WHO), self.unfold)
        self.picker = TypeAhead(tr(WHO), tr(TYPE_NAME), asking("person", names))
        self.picker.picked.connect(self._picked)
        self._box = boxed(field(tr(WHO), self.picker))
        self._box.hide()
        self.setLayout(column(self.ask, self._box))

    def unfold(self) -> None:
        """Show the question, and go there."""
        if not self.ready():
            return
        self.ask.hide()
        self._box.show()
        QTimer.singleShot(0, self.picker, self.picker.setFocus)  # when it has its place

    def _picked(self, chosen: Suggestion | None) -> None:
        if chosen is None or not self.ready():
            return
        vault, kind, record = self._desk.vault, self._kind, self._record
        name = self.picker.text() if chosen.id is None else chosen.text
        who = New("person", name) if chosen.id is None else int(chosen.id)
        work = lambda: put_name(vault, kind, [record], who)  # noqa: E731
        tasks.run(self, work, partial(self._done, name), partial(errors.tell, self), Lane.ACT)

    def _done(self, name: str, changed: Changed) -> None:
        self.named.emit(changed, tr(IT_WAS, name=isolated(name)))
