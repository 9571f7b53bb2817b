"""Bringing everything in from a folder that was left with: which one, how far it is, and what came of it."""

from collections.abc import Callable
from pathlib import Path

from ui.screens.screen import Screen
from ui.screens.settings.in_a_place import InAPlace
from ui.tasks import Task
from ui.widgets.notice import Notice
from vcse_desktop.actions import coming_back
from vcse_desktop.actions.coming_back import Back
from vcse_desktop.i18n import N_, ngettext, tr

BRING, VERB = N_("Bring everything in from such a folder"), N_("Bring everything in")
BACK = N_(
    "Brings in all that such a folder holds: records, links, lists, attached files and settings, as they "
    "were. It needs an empty vault, and undo takes all of it back. History, and what earlier packs said and "
    "hid, do not come with it."
)
NOT_EMPTY = N_(
    "Something is recorded here already, so nothing can be brought in. Make a new vault, and do it there: "
    "lock, then choose another vault."
)
FOLDER, FOLDER_HELP = N_("The folder with everything"), N_("The one with the page READ-ME-FIRST in it.")
BRINGING = N_("Bringing everything in")
BROUGHT = N_("Everything is here, as it was.")
NOT_BROUGHT = N_("Stopped. Nothing was brought in.")


class BringEverythingIn(InAPlace):
    """In a vault that is not empty it says why not."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, (VERB, FOLDER, FOLDER_HELP), (BACK,))
        self.full = Notice("info")
        self.under.addWidget(self.full)

    def look(self) -> None:
        """Ask whether there is anything here."""
        vault = self._screen.vault
        self._screen.ask(lambda: coming_back.is_empty(vault), self.show_empty)

    def show_empty(self, empty: bool) -> None:
        """Say that nothing can be brought in, or nothing."""
        self.full.show_as("info", "" if empty or not self.notice.isHidden() else tr(NOT_EMPTY))

    def save(self) -> None:
        """Bring it in."""
        vault, typed = self._screen.vault, self.place.box.text().strip()
        work: Callable[[Task], object] = lambda task: coming_back.bring_everything_in(  # noqa: E731
            vault, Path(typed), task.tell, task.stopped
        )
        self.run(tr(BRINGING), work, self._show)

    def stopped_words(self) -> str:
        """Say that nothing was brought in."""
        return tr(NOT_BROUGHT)

    def _show(self, back: object) -> None:
        if isinstance(back, Back):
            said = ngettext("{n} record was brought in.", "{n} records were brought in.", back.records)
            self.notice.say(f"{tr(BROUGHT)}\n{said}", "ok")
            self._screen.desk.did(said, back.changed)
