"""Paper: blank forms to print, and typing in what was written on them."""

from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.paper.pile import Kept
from ui.screens.paper.printing import PrintPart
from ui.screens.paper.taken_back import look
from ui.screens.paper.typing import TypingPart
from ui.screens.screen import Screen
from ui.widgets.stack import Tabs
from vcse_desktop.actions.paper_desk import Offers, offers
from vcse_desktop.i18n import N_, tr

TITLE = N_("Paper forms")
PRINT, TYPE = "print", "type"


class PaperForms(Screen):
    """Two tabs: printing, and typing in."""

    card: ClassVar[str] = "paper"
    shows: ClassVar[frozenset[str]] = frozenset(
        {
            "activity",
            "engagement",
            "own_item",
            "setting",
            "organisation",
            "session",
            "support",
            "insight",
            "consent",
        }
    )

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(TITLE))
        self.printing, self.typing = PrintPart(desk), TypingPart(desk)
        self.tabs = Tabs(tr(TITLE))
        self.tabs.add(PRINT, tr(N_("Print blank forms")), lambda: self.printing)
        self.tabs.add(TYPE, tr(N_("Type in sheets")), lambda: self.typing)
        self.tabs.show_part(PRINT)
        self.add(self.tabs)
        self.typing.turned.connect(self._begin)

    def look(self) -> None:
        """Ask for what can be chosen, and whether a sheet was taken back."""
        vault, language = self.vault, spoken()
        self.ask(lambda: offers(vault, language), self._show)
        look(self.typing)

    def open(self, what: object) -> None:
        """Take "print", "type", ("print", form[, activity[, day]]) or ("type", form).

        A piece of asking whose words are to stand on the form comes as ("print", form, ("engagement", id)).
        """
        parts = what if isinstance(what, tuple) else (what,)
        if parts[0] == TYPE:
            self.tabs.show_part(TYPE)
            self.typing.wanted = str(parts[1]) if parts[1:] else ""
            if self.typing.batch is None:
                self.typing.begin_anew()
        else:
            self.tabs.show_part(PRINT)
            match parts:
                case (_, str(form)):
                    self.printing.begin(form)
                case (_, str(form), ("engagement", int(asking))):
                    self.printing.begin(form, asking=asking)
                case (_, str(form), int(activity)):
                    self.printing.begin(form, activity)
                case (_, str(form), int(activity), str(day)):
                    self.printing.begin(form, activity, day)

    def first(self) -> QWidget | None:
        """Return where the work of the tab begins."""
        return (self.typing if self._types() else self.printing).first()

    def save(self) -> None:
        """Save the form as a file, or the sheet that is typed in."""
        (self.typing if self._types() else self.printing).save()

    def back(self) -> None:
        """Go back from a sheet: the pile waits."""
        if self._types() and self.typing.draft() is not None:
            self.typing.rest()

    def kept(self) -> object:
        """Return which tab is shown, what is chosen for printing, and the pile."""
        wishes = self.printing.wishes
        return self.tabs.code(), wishes.typed() if wishes is not None else None, self.typing.kept()

    def again(self, kept: object) -> None:
        """Go on from what ``kept`` returned."""
        shown, wishes, pile = cast(tuple[str, tuple[object, ...] | None, Kept | None], kept)
        self.tabs.show_part(shown)
        if wishes is not None:
            self.printing.go_on(wishes)
        if pile is not None:
            self.typing.go_on(pile)

    def _show(self, found: Offers) -> None:
        """Show them in both tabs; the focus goes to where the work begins if nothing has it yet."""
        lost = self.first() is None
        self.printing.show_offers(found)
        self.typing.show_offers(found)
        if lost and self.isVisible():
            self._begin()

    def _begin(self) -> None:
        begin = self.first()
        if begin is not None and self.isVisible():
            begin.setFocus()

    def _types(self) -> bool:
        return self.tabs.code() == TYPE
