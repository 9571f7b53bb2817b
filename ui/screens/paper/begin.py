"""Where typing in begins: which form the sheets are of, and how many of them lie there."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.explained import explained
from ui.screens.keyed import keyed
from ui.widgets.boxes import CountBox
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf, SomeOf
from ui.widgets.frame import boxed, card, column, field
from ui.widgets.remark import Remark
from ui.widgets.words import heading, text
from vcse_desktop.actions.blank_forms import MOST
from vcse_desktop.actions.paper_desk import Offers
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.printed import Paper
from vcse_desktop.records.typed import NotUnderstood

TITLE = N_("Type in sheets")
ABOUT = N_(
    "Each sheet is asked for in the order in which it is printed. What is the same on every sheet stays "
    "filled in. You can stop at any time and go on later."
)
WHICH, MANY, COUNTED = N_("Which form are they?"), N_("How many sheets are there?"), N_("Lists on the sheets")
HOW_MANY = N_("Give a number from 1 to {most}. Count the sheets in front of you.")
NO_LIST = N_("Choose the lists that are on the sheets.")


class Begin(QWidget):
    """``beginning`` is the wish to begin."""

    beginning = Signal()

    def __init__(self, papers: Sequence[Paper], offers: Offers) -> None:
        super().__init__()
        explained(self, "typing")
        self.which = OneOf(tr(WHICH), [(one.code, tr(one.title)) for one in papers], papers[0].code)
        self.many = CountBox(tr(MANY))
        self.lists = SomeOf(tr(COUNTED), offers.lists, offers.usual)
        self._counts = {one.code for one in papers if one.counts}
        self._problem = Remark(self.many)
        self._listed = boxed(column(text(tr(COUNTED), "label"), self.lists, gap=6))
        start = button(tr(N_("Begin with sheet 1")), self.beginning.emit, "primary")
        which = column(text(tr(WHICH), "label"), self.which, gap=6)
        many = field(tr(MANY), self.many)
        head = (heading(tr(TITLE), 2), text(tr(ABOUT)))
        self.setLayout(
            column(
                card(
                    *head,
                    which,
                    many,
                    self._listed,
                    self._problem,
                    keyed(start, tr(N_("Ctrl+Enter"))),
                    gap=16,
                )
            )
        )
        self.which.chosen.connect(self._turn)
        self.many.textChanged.connect(lambda _: self._problem.clear())
        self._turn()

    def sheets(self) -> int | None:
        """Return how many sheets there are; None, with the reason shown, for no such number."""
        try:
            found = self.many.count()
        except NotUnderstood:
            found = None
        if found is None or not 1 <= found <= MOST:
            self._problem.say(tr(HOW_MANY, most=MOST))
            self.many.mark_wrong(True)
            self.many.setFocus()
            return None
        if self.paper() in self._counts and not self.lists.codes():
            self._problem.say(tr(NO_LIST))
            self.lists.setFocus()
            return None
        return found

    def paper(self) -> str:
        """Return the code of the form."""
        return self.which.code() or ""

    def counted(self) -> tuple[str, ...]:
        """Return the lists that are on the sheets."""
        return tuple(self.lists.codes()) if self.paper() in self._counts else ()

    def _turn(self) -> None:
        self._listed.setVisible(self.paper() in self._counts)
