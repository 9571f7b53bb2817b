"""Handing somebody everything about them: where the file goes, writing it, and what to look at yourself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import heading, text
from ui.widgets.working import Working
from vcse_desktop.actions.access_export import Exported, export, sentence
from vcse_desktop.i18n import N_, ngettext, tr

NAME, KINDS = "everything.zip", N_("ZIP files (*.zip)")
WHAT = N_(
    "One file with everything that is held about them: a page to read, and the same as tables and as JSON. "
    "Other people's names are left out. What was removed and what was written before is in it, too."
)
OPEN_FILE = N_(
    "The file is not encrypted. Look through it, give it to them safely, then delete it from this computer."
)
WRITING = N_("Writing everything about this person")


class Everything(QFrame):
    """``ended`` is the wish to go back."""

    ended = Signal()
    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, desk: Desk, person: int, name: str) -> None:
        super().__init__()
        explained(self, "keeping")
        self.setProperty("k", "card")
        self._desk, self._person = desk, person
        title = tr(N_("Everything about {name}"), name=isolated(name))
        self.setAccessibleName(title)
        self.choose = button(tr(N_("Choose where to save it…")), self._choose, "primary", picture="file")
        self.leave = button(tr(N_("Back")), self.ended.emit)
        self.working = Working()
        self.notice = Notice("ok")
        self.setLayout(
            column(
                heading(title, 2),
                text(tr(WHAT)),
                text(tr(OPEN_FILE), "sub"),
                self.working,
                self.notice,
                flow(self.choose, self.leave),
                gap=12,
                margin=20,
            )
        )
        self.setFocusProxy(self.choose)

    def _choose(self) -> None:
        file = self.asking(self, tr(N_("Where to save the file")), NAME, tr(KINDS))
        if file is None:
            return
        vault, person, language = self._desk.vault, self._person, spoken()
        place = file if file.suffix else file.with_suffix(".zip")
        self.notice.clear()
        self.choose.setEnabled(False)
        self.working.begin(tr(WRITING), stops=False)
        task = tasks.run_long(
            self,
            lambda task: export(vault, person, place, language, task.tell),
            self._done,
            self._failed,
        )
        task.moved.connect(self.working.moved)

    def _done(self, done: Exported) -> None:
        self._end()
        said = sentence(done)
        if done.elsewhere:
            also = ngettext(
                "{n} text of another record names them and is not in the file: look at it yourself.",
                "{n} texts of other records name them and are not in the file: look at them yourself.",
                done.elsewhere,
            )
            said = f"{said}\n{also}"
        self.notice.say(said, "ok")

    def _failed(self, error: BaseException) -> None:
        self._end()
        errors.tell(self, error)

    def _end(self) -> None:
        self.working.end()
        self.choose.setEnabled(True)
