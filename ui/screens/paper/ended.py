"""The end of a pile of sheets: how many were typed in, how many were left out, and what can be done now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.explained import explained
from ui.screens.keyed import keyed
from ui.screens.paper.batch import Batch, summary
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.sentences import Sentences
from ui.widgets.words import heading, text
from vcse_desktop.i18n import N_, tr

AFTER = N_("Write on the sheets that they are typed in, then keep or shred them as your group has agreed.")


class Ended(QWidget):
    """``again`` is the wish for another pile, ``taking_back`` that to take all of this one back."""

    again = Signal()
    taking_back = Signal()
    going_on = Signal()

    def __init__(self, batch: Batch) -> None:
        super().__init__()
        explained(self, "typing")
        said = Sentences()
        said.show_all(summary(batch))
        self.more = button(tr(N_("Type in more sheets")), self.again.emit, "primary")
        self.back = button(tr(N_("Take back all of these sheets")), self.taking_back.emit, picture="undo")
        self.on = button(tr(N_("Go on with these sheets")), self.going_on.emit)
        title = N_("All sheets are done") if batch.over else N_("You stopped here")
        verbs = flow(keyed(self.more, tr(N_("Ctrl+Enter"))), self.on, self.back)
        self.setLayout(column(card(heading(tr(title), 2), said, text(tr(AFTER)), verbs, gap=16)))
        self.back.setVisible(bool(batch.units))  # not before: each would be a window
        self.on.setVisible(not batch.over)
