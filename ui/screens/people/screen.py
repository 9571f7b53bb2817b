"""People, the organisations we know, and who was brought together with whom."""

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.screens.connections.part import ConnectionsPart
from ui.screens.desk import Desk
from ui.screens.looking_after.part import LookingAfter
from ui.screens.people.contact.part import ContactedPeople
from ui.screens.people.organisation import organisation_page
from ui.screens.people.support import SupportPart
from ui.screens.records.part import RecordsPart
from ui.screens.records.tabs import RecordTabs
from ui.screens.to_paper import paper_button
from vcse_desktop.i18n import N_, tr

NO_ORGANISATIONS = N_("No organisations yet. Start with one that you work with.")
SMALL = {
    "offer": "connections",
    "wish": "connections",
    "going": "connections",
    "again": "volunteers",
    "given": "volunteers",
}
REACHED = "reached"

"""Forms of a few fields, and the tab on which each is."""


class People(RecordTabs):
    """Tabs: People, Support given, Organisations, Connections, Volunteers, Who we reached."""

    card: ClassVar[str] = "people"
    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "person",
            "organisation",
            "connection",
            "support",
            "insight",
            "access",
            "consent",
            "check",
            "equality",
            "time_given",
            "session",
            "setting",
            "place",
            "tally",
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(N_("People")))
        self.kinds = {
            "person": "people",
            "organisation": "organisations",
            "connection": "connections",
            "support": "support",
        }
        self.verbs.addWidget(paper_button(lambda: desk.go("paper", ("print", "contact"))))
        self.tabs.add("people", tr(N_("People")), lambda: self._people(desk))
        self.tabs.add("support", tr(N_("Support given")), lambda: SupportPart(desk))
        self.tabs.add(
            "organisations",
            tr(N_("Organisations")),
            lambda: RecordsPart(
                desk,
                "organisation",
                empty=tr(NO_ORGANISATIONS),
                add=tr(N_("Add an organisation")),
                making=organisation_page(desk),
            ),
        )
        self.tabs.add(
            "connections",
            tr(N_("Connections")),
            lambda: ConnectionsPart(desk),
        )
        self.tabs.add("volunteers", tr(N_("Volunteers")), lambda: LookingAfter(desk))
        self.tabs.add("reached", tr(N_("Who we reached")), lambda: _reached(desk))

    def open(self, what: object) -> None:
        """Show a record, a form of a few fields by its code and its record or None, "contact" or "reached".

        "contact" makes a contact list of those who are shown.
        """
        place = "people" if what == "contact" else SMALL.get(what[0], "") if isinstance(what, tuple) else ""
        if what == REACHED:
            self.tabs.show_part(REACHED)
            return
        part = self.tabs.show_part(place) if place else None
        if isinstance(part, ContactedPeople):
            part.contact()
        elif isinstance(part, ConnectionsPart | LookingAfter) and isinstance(what, tuple):
            part.ask(*what)
        else:
            super().open(what)

    def save(self) -> None:
        """Save the form that is open: on a card the access need that somebody is at work on."""
        part = self.tabs.part()
        card = part.beside.card if isinstance(part, ContactedPeople) else None
        if card is not None and card.access.has_focus():
            card.access.save()
        else:
            super().save()

    def _people(self, desk: Desk) -> ContactedPeople:
        part = ContactedPeople(desk)
        part.supporting.connect(self._support)
        return part

    def _support(self, person: object) -> None:
        part = self.tabs.show_part("support")
        if isinstance(part, SupportPart):
            part.new({"person": person})


def _reached(desk: Desk) -> QWidget:
    from ui.screens.reached.part import ReachedPart  # noqa: PLC0415 - charts and tables: no start waits for them

    return ReachedPart(desk)
