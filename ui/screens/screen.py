"""What all screens behind the door have in common: their kinds of record, their keys, and asking again."""

from typing import ClassVar

from PySide6.QtGui import QShowEvent

from ui.changes import changes
from ui.screens.desk import Desk
from ui.screens.doing import Doing
from ui.screens.explained import card_of
from vcse_desktop.actions.changed import Changed


class Screen(Doing):
    """One screen inside the shell. A screen overrides what it has; each of these does nothing by itself."""

    shows: ClassVar[frozenset[str]] = frozenset()
    """The kinds of record on it: ``look`` is called after a change to one of them."""

    card: ClassVar[str] = ""
    """The card of the help where no part of it has one of its own."""

    def __init__(self, desk: Desk, title: str, under: str = "") -> None:
        super().__init__(title, under)
        self.desk = desk
        self.vault = desk.vault
        self._missed: frozenset[str] | None = None  # kinds that changed unseen; None: nothing was asked yet
        self.only: frozenset[str] | None = None  # while ``look`` answers changes: the kinds that changed
        changes.changed.connect(self._changed)

    def look(self) -> None:
        """Ask the vault again for everything on the screen (in lane LOOK)."""

    def open(self, what: object) -> None:
        """Show what somebody asked for when they came here, such as ("person", id)."""

    def new(self) -> None:
        """Begin a new record of this section (Ctrl+N)."""

    def search(self) -> None:
        """Go to the search of this screen (Ctrl+F)."""

    def kept(self) -> object:
        """Return what must outlive the screen being drawn anew; None where its controls alone say it."""
        return None

    def again(self, kept: object) -> None:
        """Go on from what ``kept`` returned."""

    def help_card(self) -> str:
        """Return the code of the help card of what is shown (F1)."""
        return card_of(self) or self.card

    def showEvent(self, event: QShowEvent) -> None:
        """Ask again if something changed while the screen was not seen."""
        super().showEvent(event)
        if self._missed is None or self._missed:
            self._look_for(self._missed)

    def _changed(self, changed: Changed) -> None:
        if not changed.kinds & self.shows:
            return
        if self.isVisible():
            self._look_for(changed.kinds)
        elif self._missed is not None:
            self._missed |= changed.kinds

    def _look_for(self, kinds: frozenset[str] | None) -> None:
        self._missed = frozenset()
        self.only = kinds
        self.look()
        self.only = None
