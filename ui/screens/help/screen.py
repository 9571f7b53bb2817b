"""Help: short cards, every key, and a box to find a word in them. All of it is in the program."""

from typing import ClassVar

from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from ui.language import isolated, plain
from ui.screens.desk import Desk
from ui.screens.help.cards import cards
from ui.screens.help.handing_out import HandOut
from ui.screens.help.keys import EVERY_KEY, KEYS_CARD, listed
from ui.screens.help.of_matters import SAFEGUARDING
from ui.screens.help.of_reading import INVOLVING
from ui.screens.screen import Screen
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, fact, field
from ui.widgets.words import heading, text
from vcse_desktop.actions.safeguarding import Lead, lead
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.i18n import N_, ngettext, tr

LEAD = N_("In this group: {lead}, {number}.")
LEAD_BY_NAME = N_("In this group: {lead}.")
LEAD_BY_NUMBER = N_("In this group: {number}.")
NO_LEAD = N_("Nobody is named in Settings yet. Put your lead's name and number there.")


class Help(Screen):
    """Every card is on the page; a word in the box, or F1 on a screen, leaves those that fit."""

    card: ClassVar[str] = KEYS_CARD
    shows: ClassVar[frozenset[str]] = frozenset({"setting"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(N_("Help")))
        self.box = QLineEdit()
        self.box.textChanged.connect(self._find)
        self.everything = button(tr(N_("Show all of the help")), self._show_all, "quiet")
        self.everything.hide()
        self.found = text("", "sub")
        self.found.hide()
        self._lead = text("")
        self.cards: dict[str, QFrame] = {}
        self._words: dict[str, str] = {}
        self._titles: dict[str, str] = {}
        self.add(field(tr(N_("Find in the help (Ctrl+F)")), self.box), self.found, self.everything)
        for one in cards(helper=desk.helper):
            also: list[QWidget] = [self._lead] if one.code == SAFEGUARDING.code else []
            also += [HandOut(one.lines)] if one.code == INVOLVING else []
            made = card(heading(one.title, 2), *(text(line) for line in one.lines), *also, gap=10)
            self._add(one.code, made, one.title, "\n".join(one.lines))
        keys = listed()
        lines = column(*(fact(isolated(key), words) for key, words in keys), gap=8)
        every = card(heading(tr(EVERY_KEY), 2), lines, gap=10)
        self._add(KEYS_CARD, every, tr(EVERY_KEY), "\n".join(part for line in keys for part in line))

    def _add(self, code: str, made: QFrame, title: str, words: str) -> None:
        self.cards[code], self._titles[code] = made, title
        self._words[code] = folded(plain(f"{title}\n{words}"))
        self.add(made)

    def look(self) -> None:
        """Ask whom to tell."""
        vault = self.vault
        self.ask(lambda: lead(vault), self._told)

    def _told(self, found: Lead) -> None:
        name, number = isolated(found.name), isolated(found.number)
        both = tr(LEAD, lead=name, number=number) if found.name and found.number else ""
        one = tr(LEAD_BY_NAME, lead=name) if found.name else tr(LEAD_BY_NUMBER, number=number)
        self._lead.setText(both or (one if found.name or found.number else tr(NO_LEAD)))

    def open(self, what: object) -> None:
        """Show one card alone, or all where there is none of that code."""
        self.box.clear()
        code = str(what)
        if code in self.cards:
            self._show({code})
            announce(self, self._titles[code])
        else:
            self._show(set(self.cards))

    def _find(self, words: str) -> None:
        wanted = folded(words).split()
        fit = {code for code, text_ in self._words.items() if all(word in text_ for word in wanted)}
        self._show(fit)
        self.found.setVisible(bool(wanted))
        if wanted:
            self.found.setText(
                ngettext("{n} card speaks of that.", "{n} cards speak of that.", len(fit))
                if fit
                else tr(N_("No card has these words in it."))
            )

    def _show(self, codes: set[str]) -> None:
        for code, made in self.cards.items():
            made.setVisible(code in codes)
        self.everything.setVisible(len(codes) < len(self.cards))

    def _show_all(self) -> None:
        self.box.clear()
        self._show(set(self.cards))
        self.box.setFocus()

    def first(self) -> QWidget | None:
        """Begin with the search."""
        return self.box

    def search(self) -> None:
        """Go to the search."""
        self.box.setFocus()

    def back(self) -> None:
        """Show everything again."""
        self._show_all()
