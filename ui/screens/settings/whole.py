"""Checking that everything that is kept is whole, and what can be done when it is not."""

from PySide6.QtWidgets import QApplication, QWidget

from ui.screens.screen import Screen
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.frame import column
from ui.widgets.notice import Notice
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions.keeping import Looked, NotWhole, last_looked, newest_good_backup, rebuild_index
from vcse_desktop.i18n import N_, tr

WHAT = N_(
    "Reads every record and its history, and looks for damage. Nothing is changed. You can go on meanwhile. "
    "Once a week this happens by itself when nobody is at work here."
)
CHECKING = N_("Checking that everything is whole")
WHOLE = N_("Everything is whole.")
LAST = N_("Last looked through on {day}.")
NEVER = N_("It was never looked through in full.")
NOT_WHOLE = N_("Not everything is whole")
FOUND = N_("What was found")
STOPPED = N_("Stopped. Nothing was changed.")
MADE_ANEW = N_("The search index was made anew from the records.")
BACKUP = N_("The newest good backup is of {day}.")


class Whole(QWidget):
    """A button, the work, and what was found, each in a sentence."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._looking = screen.desk.looking
        self._last = text("")
        self.check = button(tr(N_("Check that everything is whole")), self.begin)
        self.index = button(tr(N_("Make the search index anew")), self._anew)
        self.bring = button(tr(N_("Bring a backup back")), lambda: screen.desk.go("settings", "bringing"))
        self.bring.hide()
        self.working = Working()
        self.working.stop.connect(self._looking.stop)
        self.notice, self._backup = Notice("ok"), text("")
        self._backup.hide()
        self.index.hide()
        came = (self.notice, self._backup, self.index, self.bring)
        self.setLayout(column(text(tr(WHAT)), self._last, self.check, self.working, *came, gap=12))
        self._looking.began.connect(self._begun)
        self._looking.moved.connect(self.working.moved)
        self._looking.ended.connect(self._ended)
        self.setFocusProxy(self.check)
        if self._looking.running():
            self._begun()
        self.show_harm()

    def begin(self) -> None:
        """Begin to check; one that has begun by itself goes on."""
        self._looking.begin()

    def look(self) -> None:
        """Ask when everything was last looked through."""
        vault = self._screen.vault

        def show(day: object) -> None:
            shown = tr(LAST, day=dates.in_words(day)) if day else tr(NEVER)  # type: ignore[arg-type]
            self._last.setText(shown)

        self._screen.ask(lambda: last_looked(vault), show)

    def show_harm(self) -> None:
        """Show what was found since this was opened."""
        harm = self._screen.vault.harm
        if harm is not None:
            self.notice.show_as("bad", self._words(harm), tr(FOUND))

    def _words(self, harm: NotWhole) -> str:
        made = newest_good_backup(self._screen.vault)
        self._backup.setText(tr(BACKUP, day=dates.in_words(made)) if made else "")
        self._backup.setVisible(made is not None)
        self.bring.setVisible(made is not None and self._screen.desk.keeper)
        return tr(harm.sentence, **harm.values)

    def _begun(self) -> None:
        self.notice.clear()
        held = self.check.hasFocus()
        self.check.setEnabled(False)
        self.working.begin(tr(CHECKING))
        if held:
            self.working.setFocus()

    def _ended(self, came: object) -> None:
        held = self.working.isAncestorOf(QApplication.focusWidget() or self)
        self.check.setEnabled(True)
        self.working.end()
        if held:
            self.check.setFocus()
        harm = self._screen.vault.harm
        if isinstance(came, BaseException):
            self._screen.failed(came)
        elif isinstance(came, Looked):
            self.index.setVisible(came.only_index)
            if harm is not None:
                self.notice.say(self._words(harm), "bad", tr(FOUND))
            elif came.found:
                self.notice.say("\n".join(came.found), "warn", tr(NOT_WHOLE))
            elif came.stopped and self._looking.by_itself:
                self.notice.clear()  # somebody came back to work, and asked for nothing
            elif came.stopped:
                self.notice.say(tr(STOPPED), "info")
            else:
                self.notice.say(tr(WHOLE), "ok")
            self.look()

    def _anew(self) -> None:
        vault = self._screen.vault

        def done(_: object) -> None:
            self.index.hide()
            self.check.setFocus()
            self.notice.say(tr(MADE_ANEW), "ok")

        self._screen.act(lambda: rebuild_index(vault), done)
