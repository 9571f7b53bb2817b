"""The people: the list beside the card of whoever is marked in it."""

from functools import partial
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui import errors, tasks
from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.people.beside import Beside
from ui.screens.people.nudge import MayBeSame
from ui.screens.people.pairs import Pairs
from ui.screens.people.same import SamePerson
from ui.screens.records.part import RecordsPart
from ui.screens.records.parts import Kept as KeptRow
from ui.screens.records.shared import page_with_parts
from ui.widgets.page import Columns
from vcse_desktop.actions.people import Card, person_card
from vcse_desktop.actions.suggesting import people
from vcse_desktop.i18n import N_, tr

EMPTY = N_("No people yet. You can count people without naming them.")
PARTS = ("consent", "check")
Kept = tuple[object, int | None, dict[int, KeptRow]]
"""What stands in the forms, whose card is shown, and what stands in the forms on cards."""


class PeoplePart(RecordsPart):
    """Opening a person shows the card, changing one the form. ``supporting`` carries the id of a person."""

    supporting = Signal(object)

    def __init__(self, desk: Desk) -> None:
        self._person: int | None = None
        self.beside = Beside(desk)
        self._failed = partial(errors.tell, self)
        making = page_with_parts(desk, "person", PARTS)
        super().__init__(desk, "person", empty=tr(EMPTY), add=tr(N_("Add a person")), making=making)
        card = partial(self._ask_card, focus=False)
        self.forms.settled.connect(lambda person: card(person) if isinstance(person, int) else None)
        self.list.filled.connect(lambda some: self.beside.hint(some=some))
        self.beside.leaving.connect(self.back)
        self.beside.asking.connect(partial(self._ask_card, focus=True))
        self.beside.changing.connect(self.forms.begin)
        self.beside.supporting.connect(self.supporting)
        self.beside.joining.connect(self._ask_names)

    def front(self) -> QWidget:
        """Return the list beside the card; on a narrow page the card has the room alone."""
        self._columns = Columns(self.list, self.beside, (4, 5))
        self._columns.alone.connect(lambda alone: self.beside.stand_alone(alone=alone))
        self.pairs = MayBeSame(self.desk)
        self.pairs.wanted.connect(lambda: _look_at_pairs(self))
        self.list.over.addWidget(self.pairs)
        self.beside.away.connect(lambda: self._show(None, focus=True))
        return self._columns

    def look(self) -> None:
        """Ask again for the list and for the person on the card."""
        super().look()
        self.pairs.look()
        if self._person is not None and self.beside.panel is None:
            self._ask_card(self._person, focus=False)

    def open(self, record: object) -> None:
        """Show the card of a person."""
        self.forms.back()
        self._ask_card(int(str(record)), focus=True)

    def first(self) -> QWidget:
        """Return where the work begins: on the card where it has the room alone."""
        shown = self.beside.card if self.list.isHidden() and self.forms.page() is None else None
        return shown.name if shown is not None else super().first()

    def search(self) -> None:
        """Go to the search of the list."""
        self._columns.open(opened=False)
        super().search()

    def back(self) -> None:
        """Go back from a form, or from a card to the list, where whoever was on it stays marked."""
        if self.forms.back() or self.beside.leave():
            return
        if self.beside.card is not None:
            self._show(None, focus=False)
            self.list.view.setFocus()

    def kept(self) -> object:
        """Return what stands in the forms, whose card is shown, and what stands in the forms on cards."""
        forms, rows = super().kept(), self.beside.kept()
        return None if forms is None and self._person is None and not rows else (forms, self._person, rows)

    def again(self, kept: object) -> None:
        """Open the forms and the card again as they were."""
        forms, self._person, self.beside.rows = cast(Kept, kept)
        if forms is not None:
            super().again(forms)
        if self._person is not None:
            self._columns.open(opened=True)
            self._ask_card(self._person, focus=False)

    def _ask_card(self, person: int, *, focus: bool) -> None:
        self._person = person  # from now on: whoever asks again meanwhile means this one
        vault, language = self.desk.vault, spoken()
        show = partial(self._show, focus=focus)
        tasks.run(self, lambda: person_card(vault, person, language), show, self._failed)

    def _show(self, found: Card | None, *, focus: bool) -> None:
        beside = self.beside
        if beside.panel is not None and not focus:
            return  # somebody is at something that stands over the card
        if beside.card is not None and beside.card.access.form() is not None and found and not focus:
            beside.card.access.look()  # somebody is at work on the card: what is typed there stays
            return
        within = QApplication.focusWidget()
        focus = focus or (within is not None and beside.isAncestorOf(within))
        self._person = found.id if found else None
        if found is None or focus:  # who looks for somebody meanwhile keeps the list
            self._columns.open(opened=found is not None)
        if found is None:
            beside.clear()
            beside.hint(some=self.list.model.found() > 0)
            if focus:
                self.list.first().setFocus()
            return
        self.list.mark(found.id)
        beside.show_card(found)
        if focus and beside.card is not None:
            QTimer.singleShot(0, beside.card, beside.card.begin)  # when it has its place

    def _ask_names(self, found: Card) -> None:
        vault = self.desk.vault
        stand = lambda names: self.beside.stand(found, SamePerson(self.desk, found, names))  # noqa: E731
        tasks.run(self, lambda: people(vault), stand, self._failed)


def _look_at_pairs(part: PeoplePart) -> None:
    """Show the pairs that may be one person in the place of a card; who was on it comes back afterwards."""
    card = part.beside.card
    part._columns.open(opened=True)
    part.beside.stand(card.card if card is not None else None, Pairs(part.desk))
