"""Which offers to go on stand over which forms."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.screens.drafts.offer import Offer
from ui.widgets.drafted import drafted_of
from vcse_desktop.actions.drafting import Begun


class Offers(QObject):
    """``going_on`` and ``giving_up`` carry the form and the draft."""

    going_on = Signal(object, object)
    giving_up = Signal(object, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._made: dict[QWidget, Offer] = {}

    def show(self, form: QWidget, mine: Sequence[Begun], theirs: Sequence[Begun]) -> None:
        """Offer these over a form, in place of what was offered before."""
        self.take_away(form)
        layout = form.layout()
        if not (mine or theirs) or not isinstance(layout, QBoxLayout):
            return
        made = Offer(mine, theirs)
        layout.insertWidget(drafted_of(form).row, made)
        made.show()
        made.going_on.connect(partial(self.going_on.emit, form))
        made.giving_up.connect(partial(self.giving_up.emit, form))
        self._made[form] = made
        form.destroyed.connect(partial(self._made.pop, form, None))

    def take_away(self, form: QWidget) -> None:
        """Offer nothing over a form any more."""
        made = self._made.pop(form, None)
        if made is not None:
            made.hide()
            made.deleteLater()
