"""The door of a vault: it names no organisation, and opens by a passphrase or by the recovery sheet."""

from importlib import import_module
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.screens.later import knocking
from ui.screens.outside import Outside
from ui.screens.unlock.ways import EXAMPLE, OTHER, PASSPHRASE, Kept, Ways
from ui.widgets.buttons import button
from ui.widgets.frame import column, drop_now, emptied, flow
from ui.widgets.notice import Notice
from vcse_desktop.actions.folders import warning
from vcse_desktop.actions.last_opened import example_folder
from vcse_desktop.i18n import N_, tr

LOCKED, EXAMPLE_HERE = N_("What is kept here is locked."), N_("This is the example organisation.")
SOON = 100
"""Milliseconds: what asks the store loads it, which must not hold up the first paint."""
BEHIND = "ui.screens.inside"


class Unlock(Outside):
    """``what`` is the folder of the vault."""

    def __init__(self, what: object = None) -> None:
        self.folder, self._warm = Path(str(what)), False
        is_example = self.folder == example_folder()
        super().__init__(tr(N_("Welcome back")), tr(EXAMPLE_HERE if is_example else LOCKED))
        self._synced, self._holder = Notice("warn"), column()
        self.add(self._synced, self._holder, 8)
        other = button(tr(OTHER), self._elsewhere)
        check = button(tr(N_("Check a pack without opening")), lambda: self.wanted.emit("check_alone", []))
        back = button(tr(N_("Bring a backup back…")), lambda: self.wanted.emit("restore", self.folder))
        self.add(flow(other, check, *([] if is_example else [back])))
        self.ways = self._stand(Kept(EXAMPLE if is_example else PASSPHRASE))
        if self.ways.now.way != EXAMPLE:
            QTimer.singleShot(SOON, self, self._look)

    def _warm_up(self) -> None:
        """Load what is behind the door while the passphrase is being typed."""
        if not self._warm:
            self._warm = True
            self.ask(lambda: import_module(BEHIND).warm_up(), lambda _: None)

    def _look(self) -> None:
        self.ask(lambda: knocking.people(self.folder), self._met)
        self.ask(lambda: warning(self.folder), lambda found: self._synced.show_as("warn", tr(found)))

    def first(self) -> QWidget:
        """Begin in the box."""
        return self.ways.part

    def save(self) -> None:
        """Try it."""
        self.ways.go()

    def back(self) -> None:
        """Go back from the sheet to the passphrase."""
        self.ways.back()

    def kept(self) -> Kept:
        """Hand on what is under way, and which way was taken."""
        self.ways.now.opening.handed = True
        return self.ways.now

    def again(self, kept: object) -> None:
        """Go on with it."""
        assert isinstance(kept, Kept)  # noqa: S101 - it is what kept() returned
        emptied(self._holder)
        drop_now()
        self.ways = self._stand(kept)

    def failed(self, error: BaseException) -> None:
        """Say in words what is wrong with the vault; it may be on a stick that was pulled out."""
        self.ways.failed(error)

    def _stand(self, kept: Kept) -> Ways:
        made = Ways(self.folder, kept)
        made.opened.connect(self.opened)
        made.typed.connect(self._warm_up)
        self._holder.addWidget(made)
        return made

    def _met(self, found: "list[knocking.Person]") -> None:
        keepers = [one.label for one in found if one.role == "keeper"]
        self.ways.offer([(one.slot, one.label) for one in found], next(iter(keepers), ""))

    def _elsewhere(self) -> None:
        self.wanted.emit("first_run", self.folder)
