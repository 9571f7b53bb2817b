"""The people with a contact list made of those who are shown: it takes the place of the list until Esc."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.people.contact.panel import ContactList
from ui.screens.people.part import PeoplePart
from ui.theme.look import px
from ui.theme.tokens import SPACE
from ui.widgets.buttons import button
from vcse_desktop.actions.contacting import PHONE
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values

MAKE = N_("Make a contact list")


class ContactedPeople(PeoplePart):
    """``contacts`` is the contact list while there is one: it is made anew whenever others are shown."""

    def __init__(self, desk: Desk) -> None:
        self.contacts: ContactList | None = None
        self._came = False
        super().__init__(desk)
        self.making = button(tr(MAKE), self.contact, "quiet", picture="file")
        self.making.hide()
        self.list.filled.connect(self._filled)
        self.list.beside.addWidget(self.making)
        self.list.beside.addSpacing(px(SPACE["tight"]))
        self._later = QTimer(self, singleShot=True, interval=0)
        for changed in (self.list.model.modelReset, self.list.model.rowsInserted):
            changed.connect(lambda *_: self._later.start())

    def contact(self, kind: str = PHONE) -> None:
        """Make a contact list of the people who are shown, in the place of the list."""
        self.forms.back()
        if self.contacts is None:
            made = self.contacts = ContactList(self.desk, self._shown, kind)
            made.leaving.connect(self.back)
            self._later.timeout.connect(made.look)
            self.forms.addWidget(made)
            made.look()
        self.forms.setCurrentWidget(self.contacts)
        self.contacts.kinds.setFocus()

    def new(self, values: Values | None = None) -> None:
        """Begin a new person, over the list."""
        self._leave()
        super().new(values)

    def open(self, record: object) -> None:
        """Show the card of a person, beside the list."""
        self._leave()
        super().open(record)

    def first(self) -> QWidget:
        """Return where the work begins."""
        return self.contacts.kinds if self.contacts is not None else super().first()

    def search(self) -> None:
        """Go to the search of the list."""
        self._leave()
        super().search()

    def back(self) -> None:
        """Go back from the contact list, else as from anything else."""
        if self._leave():
            (self.first() if self.making.isHidden() else self.making).setFocus()
        else:
            super().back()

    def kept(self) -> object:
        """Return what the people keep, and which contact list is shown."""
        people, kind = super().kept(), self.contacts.kinds.code() if self.contacts is not None else None
        return None if people is None and kind is None else (people, kind)

    def again(self, kept: object) -> None:
        """Go on as before."""
        people, kind = cast(tuple[object, str | None], kept)
        if people is not None:
            super().again(people)
        if kind is not None:
            self.contact(kind)

    def _shown(self) -> Sequence[int] | None:
        """Return the people of the list; None, for all, until it has come."""
        return list(self.list.model.pages.ids) if self._came else None

    def _filled(self, some: bool) -> None:
        self._came = True
        self.making.setVisible(some)

    def _leave(self) -> bool:
        """Let the contact list go; say whether it was shown."""
        made, self.contacts = self.contacts, None
        shown = made is not None and self.forms.currentWidget() is made
        if made is not None:
            self.forms.removeWidget(made)
            made.hide()
            made.deleteLater()
        return shown
