"""The contact list in the place of the people: what it is for, who is on it, and paper or a copy of it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui import errors, tasks
from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.keyed import going_back
from ui.screens.people.contact.lines import Lines, contact_lines
from ui.screens.people.contact.paper import print_list
from ui.screens.people.contact.words import KINDS, TITLE, as_text, left_off, made_from, nobody, on_it
from ui.theme.look import px
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import card, column, field, flow
from ui.widgets.sentences import Sentences
from ui.widgets.words import heading, text
from vcse_desktop.actions.contacting import PHONE, ContactSheet, contact_sheet
from vcse_desktop.i18n import N_, tr

COPIED = N_("The list was copied. Paste it where you need it, and keep it safe there.")
Asked = Callable[[], Sequence[int] | None]
"""Returns the people to put on it, None for all."""


class ContactList(QWidget):
    """``leaving`` is the wish to go back to the people."""

    leaving = Signal()

    def __init__(self, desk: Desk, asked: Asked, kind: str = PHONE) -> None:
        super().__init__()
        explained(self, "contact")
        self._desk, self._asked = desk, asked
        self.sheet: ContactSheet | None = None
        self.kinds = OneOf(
            tr(N_("What it is for")), [(code, tr(words)) for code, words in KINDS.items()], kind
        )
        self.kinds.chosen.connect(partial(self.look, say=True))
        self.made_from, self.why, self.nobody = text("", "sub"), Sentences(), text("")
        self.print_it = button(tr(N_("Print…")), self._print, picture="print")
        self.copy = button(tr(N_("Copy")), self._copy, name=tr(N_("Copy the contact list")))
        self._verbs = flow(self.print_it, self.copy)
        self.said = text("", "small")
        self.lines = Lines()
        self.view = contact_lines(self.lines, tr(TITLE))
        self._card = _of_lines(self.why, self.nobody, self.view)
        for one in (self._verbs, self.said, self._card):
            one.hide()
        self.setLayout(
            column(
                going_back(self.leaving.emit),
                heading(tr(TITLE), 2),
                self.made_from,
                field(tr(N_("What it is for")), self.kinds),
                self._verbs,
                self.said,
                self._card,
                None,
            )
        )

    def look(self, *, say: bool = False) -> None:
        """Ask again who is on it; ``say`` how many, as somebody chose another list."""
        vault, kind, ids, language = self._desk.vault, self.kinds.code() or PHONE, self._asked(), spoken()
        self.said.hide()
        tasks.run(
            self,
            lambda: contact_sheet(vault, kind, ids, language),
            partial(self.show_sheet, say=say),
            partial(errors.tell, self),
        )

    def show_sheet(self, sheet: ContactSheet, *, say: bool = False) -> None:
        """Show this list."""
        self.sheet = sheet
        self.made_from.setText(made_from(sheet) if sheet.people else "")
        self.made_from.setVisible(sheet.people > 0)
        self.why.show_all(left_off(sheet))
        self.why.setVisible(bool(left_off(sheet)))
        self.nobody.setText(nobody(sheet))
        self.nobody.setVisible(not sheet.listed)
        self._verbs.setVisible(sheet.listed > 0)
        self.lines.show_sheet(sheet)
        self.view.setVisible(self.lines.rowCount() > 0)
        self._card.show()
        if say:
            announce(self, on_it(sheet) if sheet.listed else nobody(sheet))

    def _print(self) -> None:
        if self.sheet is not None:
            print_list(self, self.sheet)

    def _copy(self) -> None:
        """Put the list where it can be pasted from."""
        if self.sheet is not None:
            QGuiApplication.clipboard().setText(as_text(self.sheet))
            self.said.setText(tr(COPIED))
            self.said.show()
            announce(self, tr(COPIED))


def _of_lines(why: Sentences, nobody: QLabel, view: QWidget) -> QFrame:
    """Return a card of a list whose lines have an inset of their own: what stands over them has the same."""
    made = card(why, nobody, view, margin=12)
    layout = made.layout()
    if layout is not None:
        layout.setContentsMargins(px(6), px(12), px(6), px(12))
    for one in (why, nobody):
        one.setContentsMargins(px(14), 0, px(14), 0)
    return made
