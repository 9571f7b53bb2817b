"""The connections: offers and wishes, those brought together, and over them what is being done with one."""

from typing import cast

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.connections.board import OffersAndWishes
from ui.screens.connections.choosing import Choosing
from ui.screens.connections.pair import PairPanel
from ui.screens.desk import Desk
from ui.screens.records.part import RecordsPart
from ui.widgets.frame import boxed, column, emptied
from ui.widgets.scrolled import from_the_top
from ui.widgets.words import heading
from vcse_desktop.actions.matching import board
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values

EMPTY = N_("No connections yet. Start with one thing that somebody offers or wishes for.")
Panel = tuple[str, int, Values | None] | None
"""What stands over the offers and wishes: "offer", "wish" or "pair", the record, what stands in its form."""
Kept = tuple[object, Panel, dict[str, Values | None]]


class ConnectionsPart(RecordsPart):
    """Its list holds all that there ever was; what is open stands above it."""

    def __init__(self, desk: Desk) -> None:
        self.board = OffersAndWishes(desk)
        self.panel: Choosing | PairPanel | None = None
        super().__init__(desk, "connection", empty=tr(EMPTY), add=tr(N_("Add a connection")))
        self.board.joining.connect(lambda one: self.stand(Choosing(desk, one.side, one.id)))
        self.board.pairing.connect(lambda record: self.stand(PairPanel(desk, record)))
        self.board.opening.connect(self.open)

    def front(self) -> QWidget:
        """Return what is open above the list; what is done with one takes the place of both."""
        self._stands = column()
        self._usual = boxed(column(self.board, heading(tr(N_("All connections")), 2), self.list, gap=16))
        return boxed(column(self._usual, self._stands, None))

    def look(self) -> None:
        """Ask again for the list, for what is open, and for what is being done."""
        super().look()
        vault = self.desk.vault
        failed = lambda error: errors.tell(self, error)  # noqa: E731
        tasks.run(self, lambda: board(vault), self.board.fill, failed)
        if self.panel is not None:
            self.panel.look()

    def ask(self, what: str, record: int | None) -> None:
        """Ask for an "offer" or a "wish", or how a connection is "going"."""
        self.forms.back()
        if what == "going" and record is not None:
            self.stand(PairPanel(self.desk, record, asking=True))
        elif what in self.board.sides:
            self.put_away()
            self.board.sides[what].begin()

    def stand(self, panel: Choosing | PairPanel) -> None:
        """Put what is done with one in the place of the offers and wishes until it has ended."""
        emptied(self._stands)
        self.panel = panel
        panel.ended.connect(self.put_away)
        if isinstance(panel, Choosing):
            panel.joined.connect(lambda record: self.stand(PairPanel(self.desk, record)))
        else:
            panel.opening.connect(self.open)
        self._usual.hide()
        self._stands.addWidget(panel)
        panel.show()
        from_the_top(panel)

    def put_away(self) -> None:
        """Show the offers and wishes again."""
        if self.panel is not None:
            self.panel = None
            emptied(self._stands)
            self._usual.show()
            if self.isVisible():
                self.first().setFocus()

    def first(self) -> QWidget:
        """Return where the work begins."""
        page = self.forms.page()
        if page is not None:
            return page.form.first()
        return self.panel.first() if self.panel is not None else self.board.first()

    def search(self) -> None:
        """Go to the search of the list."""
        self.put_away()
        super().search()

    def back(self) -> None:
        """Go back from a form, or from what is being done with one."""
        if not self.forms.back():
            self.put_away()

    def save(self) -> None:
        """Save the form that is shown."""
        if self.forms.page() is not None:
            super().save()
        elif isinstance(self.panel, PairPanel):
            self.panel.save()
        else:
            self.board.save()

    def kept(self) -> object:
        """Return what stands in the forms, and what is being done with one."""
        kept: Kept = (super().kept(), _kept(self.panel), self.board.kept())
        return kept if any(kept) else None

    def again(self, kept: object) -> None:
        """Go on as before."""
        forms, panel, typed = cast(Kept, kept)
        self.board.again(typed)
        if panel is not None:
            what, record, values = panel
            again = what == "pair"
            self.stand(PairPanel(self.desk, record, values) if again else Choosing(self.desk, what, record))
        if forms is not None:
            super().again(forms)


def _kept(panel: Choosing | PairPanel | None) -> Panel:
    """Return what is being done with one, and what stands in its form."""
    if isinstance(panel, Choosing):
        return panel.side, panel.record, None
    return ("pair", panel.record, panel.going.kept()) if panel is not None else None
