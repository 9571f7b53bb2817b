"""What stands beside the list of people: a hint, the card of one, or what is being done with that one."""

from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.erasing.everything import Everything
from ui.screens.erasing.person import ErasePerson
from ui.screens.keyed import going_back
from ui.screens.people.card import PersonCard
from ui.screens.people.earlier import Earlier
from ui.screens.people.pairs import Pairs
from ui.screens.people.same import SamePerson
from ui.screens.records.parts import Kept
from ui.screens.timeline.whole import AllThatHappened
from ui.widgets.frame import card, column, emptied
from ui.widgets.words import text
from vcse_desktop.actions.people import Card
from vcse_desktop.i18n import N_, tr

Shown = AllThatHappened | Earlier | Pairs
"""What only shows something: Esc goes back from it."""
Panel = Everything | ErasePerson | SamePerson | Shown
"""What is being done with people, in the place of a card."""
CHOOSE = N_("Choose somebody from the list to see how to reach them and what they need.")


class Beside(QWidget):
    """``leaving`` is the wish to go back to the list; the others carry the person that they are about.

    ``asking`` is for their card, ``changing`` for their form, ``supporting`` for a note of support, and
    ``joining`` for the names among which the same person may be. ``away`` says that what stood here has
    ended and was about nobody.
    """

    leaving = Signal()
    asking = Signal(object)
    changing = Signal(object)
    supporting = Signal(object)
    joining = Signal(object)
    away = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.card: PersonCard | None = None
        self.panel: Panel | None = None
        self.rows: dict[int, Kept] = {}
        self._alone = False
        self._side = column()
        self._leave = going_back(self.leaving.emit)
        self._hint = card(text(tr(CHOOSE), "sub"))
        self._leave.hide()
        self._hint.hide()
        self.setLayout(column(self._leave, self._hint, self._side, None))

    def hint(self, *, some: bool) -> None:
        """Say that somebody can be chosen, unless somebody was or there is nobody."""
        self._hint.setVisible(some and not self._side.count())
        self.setVisible(some or bool(self._side.count()))

    def stand_alone(self, *, alone: bool) -> None:
        """Offer the way back where the list has given way to the card."""
        self._alone = alone
        self._leave.setVisible(alone and self.panel is None)

    def kept(self) -> dict[int, Kept]:
        """Return what stands in the forms on cards, each by its person."""
        row = self.card.access.kept() if self.card is not None else None
        return self.rows | ({self.card.card.id: row} if self.card is not None and row is not None else {})

    def clear(self) -> None:
        """Show nobody; what stands in the form on the card waits for the next time that it is shown."""
        self.rows = self.kept()
        self.card, self.panel = None, None
        emptied(self._side)

    def show_card(self, found: Card) -> None:
        """Show the card of a person."""
        self.clear()
        self._hint.hide()
        made = self.card = PersonCard(self._desk, found)
        made.access.again(self.rows.pop(found.id, None))
        made.changing.connect(lambda: self.changing.emit(found.id))
        made.supporting.connect(lambda: self.supporting.emit(found.id))
        made.joining.connect(lambda: self.joining.emit(found))
        made.exporting.connect(lambda: self.export(found))
        made.erasing.connect(lambda: self.erase(found))
        everything = partial(AllThatHappened, self._desk, ("person", found.id), found.name)
        made.wanting_all.connect(lambda: self.stand(found, everything()))
        made.recalling.connect(lambda: self.stand(found, Earlier(self._desk, found.id, found.name)))
        self._side.addWidget(made)
        self.stand_alone(alone=self._alone)
        self.show()
        made.show()

    def export(self, found: Card) -> None:
        """Offer everything about a person as a file."""
        self.stand(found, Everything(self._desk, found.id, found.name))

    def leave(self) -> bool:
        """Go back from what only shows something in the place of a card; say whether there was that."""
        panel = self.panel
        if isinstance(panel, Shown):
            panel.ended.emit()
            return True
        return False

    def erase(self, found: Card) -> None:
        """Show what would go of a person, and offer to erase it."""
        panel = ErasePerson(self._desk, found.id, found.name)
        self.stand(found, panel)
        panel.begin()

    def stand(self, found: Card | None, panel: Panel) -> None:
        """Put what is done with a person, or with several, in the place of a card until it has ended."""
        self.clear()
        self.panel = panel
        self._leave.hide()
        panel.ended.connect(lambda: self._put_away(found.id if found else None))
        self._hint.hide()
        self._side.addWidget(panel)
        self.show()
        panel.show()
        begin = panel.title if isinstance(panel, Shown) else panel
        QTimer.singleShot(0, begin, begin.setFocus)  # when it has its place

    def _put_away(self, person: int | None) -> None:
        self.panel = None
        if person is None:
            self.away.emit()
        else:
            self.asking.emit(person)
