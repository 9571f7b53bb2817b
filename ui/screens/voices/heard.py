"""The tab of what was heard: the quick form or one that was opened, beside the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import spoken
from ui.screens.filters.bar import FilterBar
from ui.screens.screen import Screen
from ui.screens.voices.list import HeardList
from ui.screens.voices.names import Offers, offers
from ui.screens.voices.note import Kept as NoteKept
from ui.screens.voices.note import NoteForm
from ui.screens.voices.one import Begun, OneHeard
from ui.widgets.frame import boxed, column
from ui.widgets.page import Columns
from ui.widgets.stack import Stack
from vcse_desktop.actions.heard import Heard, Sought, heard, how_many_heard
from vcse_desktop.actions.listing import Opened, opened
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists

WAITING = N_("What you changed there is not saved. It waits until you open it again.")
GONE = N_("That was removed from the list. Undo brings a removed record back.")
OFFERED = frozenset({"person", "organisation", "activity", "setting", "own_item"})
"""What the forms offer is made of these."""

Kept = tuple[NoteKept, dict[int, Begun], int | None]
"""What stands in the quick form, what stands in those opened by their ids, and which of these is shown."""


class HeardPart(QWidget):
    """``answer_wanted`` carries the insight that somebody should answer."""

    answer_wanted = Signal(object)

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._offers: Offers | None = None
        self._waiting: dict[int, OneHeard] = {}
        self._begun: dict[int, Begun] = {}
        self._coming: int | None = None
        self.note = NoteForm(screen)
        self.left = Stack()
        self.left.addWidget(self.note)
        self.bar = FilterBar(screen.desk, "insight")
        self.bar.changed.connect(self.look)
        self.list = HeardList(self.bar)
        self.list.opened.connect(self.open)
        self.list.asked.connect(self.look)
        self.setLayout(column(Columns(boxed(column(self.left, None)), self.list, (3, 2))))

    def look(self) -> None:
        """Ask for the list, and for what the forms offer."""
        vault = self._screen.vault
        words, since, most = asked = self.list.asked_for()
        sought = Sought(words, since, *self._screen.desk.filters.get("insight", ()))
        self.bar.look()

        def done(found: tuple[Lists, list[Heard], int]) -> None:
            if asked == self.list.asked_for():
                self.list.show_found(*found)

        self._screen.ask(
            lambda: (
                group_lists(vault),
                heard(vault, sought, most=most),
                how_many_heard(vault, sought),
            ),
            done,
        )
        if self._offers is None or self._screen.only is None or self._screen.only & OFFERED:
            self._screen.ask(lambda: offers(vault), self._offer)

    def _offer(self, offered: Offers) -> None:
        self._offers = offered
        self.note.offer(offered)

    def open(self, insight: object) -> None:
        """Open one beside the list; what was changed in it and not saved is still there."""
        vault, number, language = self._screen.vault, int(str(insight)), spoken()
        if number in self._waiting:
            self._put(self._waiting[number])
            return
        self._screen.ask(
            lambda: (
                offers(vault),
                one(heard(vault, only=number, language=language), number),
                opened(vault, "insight", number, language),
            ),
            lambda found: self._opened(*found),
        )

    def _opened(self, offered: Offers, found: Heard | None, form: Opened) -> None:
        if found is None:
            self.back()
            self._screen.desk.say(tr(GONE))
            return
        made = OneHeard(self._screen, found, offered, form)
        self._coming = None
        if made.insight in self._begun:
            made.again(self._begun.pop(made.insight))
        made.left.connect(self.back)
        made.changed.connect(lambda: self._again(made))
        made.answer_wanted.connect(lambda: self.answer_wanted.emit(made.insight))
        self._drop()
        self._put(made)

    def _put(self, made: OneHeard) -> None:
        if self.left.indexOf(made) < 0:
            self.left.addWidget(made)
        self.left.setCurrentWidget(made)
        made.words.box.setFocus()

    def shown(self) -> OneHeard | None:
        """Return the one that is open."""
        shown = self.left.currentWidget()
        return shown if isinstance(shown, OneHeard) else None

    def back(self) -> None:
        """Go back to the quick form; what was changed and not saved waits, but for words of risk."""
        self._drop()
        self.left.setCurrentWidget(self.note)
        self.note.words.box.setFocus()

    def _drop(self) -> None:
        made = self.shown()
        if made is None:
            return
        self._waiting.pop(made.insight, None)
        if made.is_dirty() and not made.risk.stands():
            self._waiting[made.insight] = made
            self._screen.desk.say(tr(WAITING))
            return
        self.left.setCurrentWidget(self.note)  # what is removed must not stand over it until it is gone
        self.left.removeWidget(made)
        made.deleteLater()

    def _again(self, made: OneHeard) -> None:
        """Open it anew, as it is now."""
        insight = made.insight
        self._waiting.pop(insight, None)
        self.left.setCurrentWidget(self.note)
        self.left.removeWidget(made)
        made.deleteLater()
        self.open(insight)

    def kept(self) -> Kept:
        """Return what stands in the quick form and in those opened, and which of these is shown."""
        shown = self.shown()
        made = [*self._waiting.values(), *([shown] if shown else [])]
        begun = self._begun | {one.insight: one.kept() for one in made if one.is_dirty()}
        return self.note.kept(), begun, shown.insight if shown else self._coming

    def again(self, kept: Kept) -> None:
        """Go on from what ``kept`` returned."""
        note, self._begun, self._coming = kept
        self.note.again(note)
        if self._coming is not None:
            self.open(self._coming)


def one(found: list[Heard], insight: int) -> Heard | None:
    """Return the one with this id."""
    return next((each for each in found if each.row["id"] == insight), None)
