"""Settings, each with what it means: of this computer, of the group, and of whoever is in."""

from pathlib import Path
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from ui.changes import changes
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.keeping.keeping import Keeping
from ui.screens.screen import Screen
from ui.screens.settings.about import about
from ui.screens.settings.backups import Backups
from ui.screens.settings.boxes import Boxes
from ui.screens.settings.bringing import Bringing, Resting, Trying
from ui.screens.settings.coming_in import BRING, BringEverythingIn
from ui.screens.settings.covering import CoverAndLock
from ui.screens.settings.example import Example
from ui.screens.settings.hiding import Hiding
from ui.screens.settings.holders import Holders
from ui.screens.settings.looks import Looks
from ui.screens.settings.new_sheet import NewSheet
from ui.screens.settings.our_lists import ABOUT as LISTS_ABOUT
from ui.screens.settings.our_lists import TITLE as LISTS_TITLE
from ui.screens.settings.our_lists import OurLists
from ui.screens.settings.own_words import ABOUT as OWN_ABOUT
from ui.screens.settings.own_words import TITLE as OWN_TITLE
from ui.screens.settings.own_words import OwnWords
from ui.screens.settings.paper_words import ABOUT as ON_PAPER
from ui.screens.settings.paper_words import TITLE as PAPER_TITLE
from ui.screens.settings.paper_words import PaperWords
from ui.screens.settings.secrets import ChangePassphrase, SheetAgain
from ui.screens.settings.shown import Shown
from ui.screens.settings.signing import Signing
from ui.screens.settings.taking_along import KEEPER, LEAVE, LeaveWithEverything
from ui.screens.settings.whole import Whole
from ui.widgets.frame import card, rule
from ui.widgets.words import heading, text
from vcse_desktop.actions import backing, restoring
from vcse_desktop.actions.grouping import group_setting, set_groups
from vcse_desktop.actions.own_pages import keep_logo
from vcse_desktop.i18n import N_, tr
from vcse_desktop.settings import SETTINGS, Home, Value

SAFEGUARDING = ("safeguarding_name", "safeguarding_phone")
PACKS = ("pack_purpose", "pack_lawful_basis", "pack_retention")
RISK_TITLE, PACKS_TITLE = N_("If somebody may be at risk"), N_("What every pack says")
ON_EVERY_PACK = N_("Printed in every pack, so that a partner knows why they have it and how long for.")
RISK = N_(
    "When somebody starts to write down that a person may be at risk, the program says whom to tell. "
    "It keeps no record of such things itself."
)


BY_KEEPERS = N_(
    "A keeper of your group sets what is shown, whom to tell when somebody may be at risk, how small "
    "numbers are hidden, what every pack says, and who may open this. Ask one of them to change something."
)


class Settings(Screen):
    """One card for each matter, one below the other."""

    card: ClassVar[str] = "settings"
    shows: ClassVar[frozenset[str]] = frozenset({"setting", "slot", "sent", "own_item"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(N_("Settings")))
        self.looks = Looks()
        self.shown = Shown(self._keep)
        self.safeguarding = Boxes(tr(RISK_TITLE), SAFEGUARDING, self._keep)
        self.packs = Boxes(tr(PACKS_TITLE), PACKS, self._keep)
        self.paper = PaperWords(self._keep)
        self.own = OwnWords(self._keep, self._keep_picture)
        self.hiding = Hiding(self._keep)
        self.covering = CoverAndLock(self)
        self.passphrase = ChangePassphrase(self)
        self.sheet = SheetAgain(self)
        self.holders, self.new_sheet = Holders(self), NewSheet(self)
        self.backups, self.trying = Backups(self, self._keep), Trying(self)
        self.resting, self.bringing = Resting(self), Bringing(self)
        self.whole, self.signing = Whole(self), Signing(self)
        self.along, self.coming = LeaveWithEverything(self), BringEverythingIn(self)
        self.keeping = Keeping(self, keeper=desk.keeper)
        self.lists = OurLists(self)
        for part, code in self._matters():
            explained(part, code, within=True)
        self._begin: QWidget = self.looks
        self.add(_card(N_("How it looks"), self.looks))
        self.add(_card(N_("Cover and lock"), self.covering))
        if desk.keeper:
            self._add_group()
        if desk.example:
            self.add(_card(N_("The example organisation"), Example(self)))
        else:
            self._add_own()
        if not desk.helper:
            self.add(_card(N_("Is everything whole?"), self.whole))
        self.add(_card(LEAVE, self.along if desk.keeper else text(tr(KEEPER))))
        if desk.keeper and not desk.example:
            self.add(_card(BRING, self.coming))
        if not desk.keeper:
            self.add(_card(N_("For the whole group"), text(tr(BY_KEEPERS))))
        self.add(_card(N_("About this program"), about()))

    def _matters(self) -> list[tuple[QWidget, str]]:
        """Return the parts that a card of the help speaks of, with its code."""
        kept = [self.backups, self.trying, self.resting, self.bringing, self.whole]
        ways_in = [self.passphrase, self.sheet, self.holders, self.new_sheet]
        return [
            (self.covering, "covering"),
            (self.safeguarding, "safeguarding"),
            (self.hiding, "hiding"),
            (self.packs, "packs"),
            (self.paper, "paper"),
            (self.own, "packs"),
            (self.keeping, "keeping"),
            (self.lists, "lists"),
            *((part, "backups") for part in kept),
            *((part, "opening") for part in ways_in),
            (self.signing, "signing_key"),
            *((part, "everything") for part in (self.along, self.coming)),
        ]

    def _add_group(self) -> None:
        """Add what holds for everybody, and what a keeper alone can change."""
        self.add(
            _card(N_("What is shown"), self.shown),
            _card(RISK_TITLE, text(tr(RISK)), self.safeguarding),
            _card(N_("How small numbers are hidden"), self.hiding),
            _card(PACKS_TITLE, text(tr(ON_EVERY_PACK)), self.packs),
            _card(OWN_TITLE, text(tr(OWN_ABOUT)), self.own),
            _card(PAPER_TITLE, text(tr(ON_PAPER)), self.paper),
            _card(LISTS_TITLE, text(tr(LISTS_ABOUT)), self.lists),
            _card(N_("How long we keep things"), self.keeping),
        )

    def _add_own(self) -> None:
        """Add what a group of its own has: people, passphrases, the sheet, backups."""
        if self.desk.keeper:
            self.add(_card(N_("Who may open this"), self.holders))
        self.add(_card(N_("Your passphrase"), self.passphrase))
        if self.desk.keeper:
            self.add(_card(N_("The recovery sheet"), self.sheet, rule(), self.new_sheet))
            self.add(_card(N_("The key that signs your packs"), self.signing))
        if not self.desk.helper:
            self.add(
                _card(N_("Backups"), self.resting, self.backups),
                _card(N_("Test my backup"), self.trying),
                _card(N_("Bring a backup back"), self.bringing),
            )

    def look(self) -> None:
        """Ask for the settings of the group."""
        vault = self.vault
        group = [name for name, setting in SETTINGS.items() if setting.home is Home.GROUP]
        self.ask(lambda: {name: group_setting(vault, name) for name in group}, self._show)
        self.ask(lambda: vault.has_pin, self.covering.show_pin)
        self.ask(lambda: vault.rehearsed, self.sheet.show_rehearsed)
        if not self.desk.helper and not self.desk.example:
            self.ask(lambda: (backing.state(vault), restoring.newest_backup(vault)), self._show_backups)
        if self.desk.keeper:
            self.holders.look()
            self.keeping.look()
            self.lists.look()
            self.coming.look()
            self.signing.look()
        if not self.desk.helper:
            self.whole.look()

    def _show(self, values: dict[str, Value]) -> None:
        self.own.show_values(values)
        for part in (self.safeguarding, self.packs, self.paper, self.hiding, self.covering, self.backups):
            part.show_values(values)
        if self.shown.show_values(values):
            changes.dress.emit()

    def _show_backups(self, found: tuple[backing.State, Path | None]) -> None:
        state, newest = found
        self.backups.show_state(state)
        self.resting.show_rests(state.rests)
        self.trying.file.offer(newest)

    def _keep(self, values: dict[str, Value]) -> None:
        vault = self.vault
        self.act(lambda: set_groups(vault, values), lambda changed: self.desk.did(tr(N_("Kept.")), changed))

    def _keep_picture(self, content: bytes, shows: str) -> None:
        vault = self.vault
        self.act(
            lambda: keep_logo(vault, content, shows),
            lambda changed: self.desk.did(tr(N_("Kept.")), changed),
        )

    def first(self) -> QWidget | None:
        """Begin with what was asked for, else with the language."""
        begin, self._begin = self._begin, self.looks
        return begin

    def save(self) -> None:
        """Save the card that the focus is in."""
        parts = (
            self.safeguarding,
            self.covering,
            self.packs,
            self.own,
            self.paper,
            self.hiding,
            self.lists,
            self.holders,
            self.passphrase,
            self.sheet,
            self.new_sheet,
        )
        for part in (*parts, self.signing, self.resting, self.backups, self.trying, self.along, self.coming):
            focus = self.window().focusWidget()
            if focus is not None and part.isAncestorOf(focus):
                part.save()

    def open(self, what: object) -> None:
        """Take "looks", "safeguarding", "covering", "paper", "keeping", "lists", "recovery" (the sheet),
        "whole" (the check), "backups", "trial", "bringing", "everything", "coming", "key" (that signs) or
        "signing" (the right to it)."""
        parts: dict[str, QWidget] = {
            "safeguarding": self.safeguarding,
            "paper": self.paper,
            "keeping": self.keeping,
            "lists": self.lists,
            "covering": self.covering,
            "recovery": self.sheet,
            "whole": self.whole,
            "backups": self.backups,
            "trial": self.trying,
            "signing": self.resting,
            "key": self.signing,
            "bringing": self.bringing,
            "everything": self.along,
            "coming": self.coming,
        }
        if what == "keeping":
            self.keeping.unfold()
        self._begin = parts.get(str(what)) or self.looks


def _card(title: str, *things: QWidget) -> QWidget:
    return card(heading(tr(title), 2), *things, gap=16)
