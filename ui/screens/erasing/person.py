"""Erasing somebody: everything that goes is shown first, then it takes the verb on the button."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.erasing.elsewhere import Elsewhere
from ui.screens.erasing.proof import ERASED, Proof
from ui.screens.explained import explained
from ui.tasks import Task
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.frame import Thing, boxed, column, emptied, fact, flow
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from ui.widgets.working import Working
from vcse_desktop.actions.certifying import Certificate, certificate
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.erasing import Prospect, Stopped, erase, prospect
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.reports import numbers

LOOKING = N_("Looking for their name in every record and its history")
ERASING = N_("Erasing. Please leave the program open.")
LOST = N_(
    "{name} and all that is listed here will be gone from this vault for good, from the history as well. "
    "Nobody can bring it back."
)
STAYING = N_("These stay and count as before, for somebody without a name:")
NOTHING_STAYS = N_("Nothing else leads to them.")
BACKUPS = N_("These backups may still hold them until the day beside each. Then they are deleted.")
MADE, UNTIL = N_("Made on {day}"), N_("Kept until {day}")
NO_BACKUPS = N_("No backup beside this vault holds them.")
STOPPED = N_("Stopped. Nothing was erased.")
DONE = N_("Erased for good. The figures are as they were.")


class ErasePerson(QFrame):
    """``ended`` is the wish to go back: nothing was erased, or it is over."""

    ended = Signal()

    def __init__(self, desk: Desk, person: int, name: str) -> None:
        super().__init__()
        explained(self, "keeping")
        self.setProperty("k", "card")
        self._desk, self._person = desk, person
        self._name = name
        self._task: Task | None = None
        self.proof: Proof | None = None
        self.elsewhere: Elsewhere | None = None
        title = tr(N_("Erase {name}"), name=isolated(name))
        self.setAccessibleName(title)
        self.working = Working()
        self.working.stop.connect(self._stop)
        self.notice = Notice("warn")
        self._inside = column(gap=12)
        self.leave = button(tr(N_("No, keep them")), self.ended.emit)
        self.yes = button(tr(N_("Erase {name} for good"), name=isolated(name)), self._erase)
        self.yes.hide()
        self._verbs = flow(self.leave, self.yes)
        self._title = heading(title, 2)
        things = (self._title, self.working, self.notice, self._inside, self._verbs)
        self.setLayout(column(*things, gap=12, margin=20))
        self.setFocusProxy(self.leave)

    def begin(self) -> None:
        """Look for all that goes, and for their name elsewhere."""
        vault, person, language = self._desk.vault, self._person, spoken()
        self.working.begin(tr(LOOKING))
        self._task = tasks.run_long(
            self,
            lambda task: prospect(vault, "person", person, language, task.tell, task.stopped),
            self._show,
            self._failed,
        )
        self._task.moved.connect(self.working.moved)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _show(self, found: Prospect) -> None:
        self.working.end(tr(N_("This is what goes.")))
        self._prospect = found
        self.notice.show_as("warn", tr(LOST, name=isolated(self._name)))
        self.elsewhere = Elsewhere(self._desk.vault, found.elsewhere)
        self.elsewhere.mended.connect(self._mended)
        things: list[Thing] = [heading(tr(N_("What goes")), 3)]
        things += [fact(kind, numbers.whole(n, spoken())) for kind, n in found.going]
        things += [heading(tr(N_("What stays")), 3)]
        things += [text(tr(STAYING if found.staying else NOTHING_STAYS), "sub")]
        things += [fact(what, numbers.whole(n, spoken())) for what, n in found.staying]
        things += [heading(tr(N_("Where else they are named")), 3), self.elsewhere]
        things += [heading(tr(N_("Backups")), 3), text(tr(BACKUPS if found.backups else NO_BACKUPS), "sub")]
        things += [
            fact(tr(MADE, day=dates.in_words(one.made)), tr(UNTIL, day=dates.in_words(one.until)))
            for one in found.backups
        ]
        self._inside.addWidget(boxed(column(*things, gap=10)))
        self.yes.show()
        QTimer.singleShot(0, self.leave, self.leave.setFocus)  # when it has its place

    def _mended(self, changed: Changed) -> None:
        self._desk.did(tr(N_("Kept. What it said before is wiped.")), changed)

    def _erase(self) -> None:
        vault, found = self._desk.vault, self._prospect
        emptied(self._inside)
        self._verbs.hide()
        self.working.begin(tr(ERASING), stops=False)

        def work(task: Task) -> Certificate:
            done = erase(vault, [found.plan], task.tell)
            return certificate(vault, done, found.backups)

        self._task = tasks.run_long(self, work, self._erased, self._failed)
        self._task.moved.connect(self.working.moved)

    def _erased(self, shown: Certificate) -> None:
        self.show_proof(shown)
        self._desk.did(tr(DONE), Changed(frozenset(TABLES), None))

    def show_proof(self, shown: Certificate) -> None:
        """Show the certificate, in the place of all else."""
        emptied(self._inside)
        for one in (self._title, self._verbs):  # their name stands on both
            one.hide()
            one.deleteLater()
        self.setAccessibleName(tr(ERASED))
        self.working.end()
        self.notice.clear()
        self.proof = Proof(shown)
        self.proof.ended.connect(self.ended.emit)
        self._inside.addWidget(self.proof)
        QTimer.singleShot(0, self.proof, self.proof.setFocus)  # when it has its place

    def _failed(self, error: BaseException) -> None:
        stopped = isinstance(error, Stopped)
        self.working.end(tr(STOPPED) if stopped else "")
        if not stopped:
            errors.tell(self, error)
        self.ended.emit()
