"""Leaving with everything: where the new folder is made, how far it is, and where it lies."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from ui.language import isolated, spoken
from ui.screens.screen import Screen
from ui.screens.settings.in_a_place import InAPlace
from ui.tasks import Task
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.words import marked, text
from vcse_desktop.actions import leaving
from vcse_desktop.actions.leaving import Left
from vcse_desktop.i18n import N_, ngettext, tr

LEAVE = N_("Leave with everything")
WHAT = N_(
    "Writes a new folder with all that is kept here: every record as a table and in a workbook, links, "
    "lists, attached files, history, and a page that explains each file. Other programs can read it without "
    "this one."
)
PERSONAL = N_(
    "The folder holds personal data and is not encrypted. It is for your own group: it is no summary pack, "
    "so do not send it to a partner. Keep it safe, and delete it when it is not needed."
)
WHERE, WHERE_HELP = (
    N_("Where to put it"),
    N_("A stick or a folder. A new folder is made in it; nothing that is there is changed."),
)
WRITING = N_("Writing everything")
STOPPED = N_("Stopped. Nothing is left of the folder, and your records are as they were.")
SYNCED = N_(
    "A service such as OneDrive or Dropbox copies what lies there to other computers, personal data, too. "
    "Choose a stick instead, or press the button again to write it there all the same."
)
NOT_OPENED = N_("This computer did not open the folder. Copy where it is, and open it by hand.")
COPIED = N_("Copied. Paste it where you open a folder.")
KEEPER = N_("A keeper of your group can take everything along, or bring it in.")


class LeaveWithEverything(InAPlace):
    """The new folder gets its name by itself; where it will be copied to other computers is said first."""

    opening = staticmethod(QDesktopServices.openUrl)
    """How a folder is opened; tests put something in its place that needs no desktop."""

    def __init__(self, screen: Screen) -> None:
        super().__init__(screen, (LEAVE, WHERE, WHERE_HELP), (WHAT, PERSONAL))
        self._sure = ""
        self._folder = Path()
        self.where = marked(text(""))
        self.open = button(tr(N_("Open the folder")), self._open, picture="see")
        self.copy = button(tr(N_("Copy where it is")), self._copy)
        self._said = text("", "small")
        self._said.hide()
        self._there = boxed(column(self.where, flow(self.open, self.copy), self._said, gap=8))
        self._there.hide()
        self.under.addWidget(self._there)

    def save(self) -> None:
        """Write it; into a place that is copied elsewhere only when it is asked for twice."""
        vault, typed, language = self._screen.vault, self.place.box.text(), spoken()
        sure = self._sure == typed

        def work(task: Task) -> Left | None:
            place = leaving.whole_place(vault, typed)
            if leaving.will_be_copied(place) and not sure:
                return None
            folder = leaving.proposed(place)
            return leaving.leave_with_everything(vault, folder, language, task.tell, task.stopped)

        def done(left: object) -> None:
            self._sure = typed
            if isinstance(left, Left):
                self._show(left)
            else:
                self.notice.say(tr(SYNCED), "warn")

        self._there.hide()
        self.run(tr(WRITING), work, done)

    def stopped_words(self) -> str:
        """Say that nothing is left of it."""
        return tr(STOPPED)

    def _show(self, left: Left) -> None:
        self._folder = left.folder
        self.where.setText(isolated(str(left.folder)))
        self._said.hide()
        self._there.show()
        self.notice.say(
            ngettext(
                "Everything is written: {n} record. Begin with the page that is called READ-ME-FIRST.",
                "Everything is written: {n} records. Begin with the page that is called READ-ME-FIRST.",
                left.records,
            ),
            "ok",
        )
        self.open.setFocus()

    def _open(self) -> None:
        if not self.opening(QUrl.fromLocalFile(str(self._folder))):
            self._say(tr(NOT_OPENED))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._folder))
        self._say(tr(COPIED))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        announce(self, sentence)
