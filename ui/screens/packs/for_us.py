"""Exact figures for ourselves: which days they are about, and what becomes of them."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.changes import changes
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.keyed import keyed
from ui.screens.make_pack.period import Which
from ui.screens.make_pack.work import Work
from ui.screens.packs.our_pages import OurPages
from ui.tasks import Lane, Task
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.notice import Notice
from ui.widgets.words import text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.for_us import Ours, exact_report, save_ours
from vcse_desktop.i18n import N_, tr

WHAT = N_(
    "Exact figures for your own work, small numbers too. Keep them in your group, and give partners a "
    "summary pack instead."
)
KEEPER = N_("A keeper can do this: a keeper of your group can see and save exact figures. Ask one of them.")
MAKING, SAVING = N_("Counting, and making the pages…"), N_("Saving the report…")
SAVED = N_("{name} is saved, and the history notes that it was made.")
STALE = N_("Something was recorded since these figures were counted. Show them again to have it in them.")
NOT_OPENED = N_("This computer did not open the folder. Open it by hand.")
NO_FIGURES = frozenset({"sent", "signer", "document", "draft", "setting"})
"""Kinds of record that are in no figure."""


class ForUs(QWidget):
    """A keeper chooses days, looks at the pages and saves them; others are told who can."""

    opening = staticmethod(QDesktopServices.openUrl)
    """How a folder is opened; tests put something in its place that needs no desktop."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        explained(self, "us")
        self.pages: OurPages | None = None
        self._saved = Path()
        self.which, self.work, self.notice = Which(), Work(desk), Notice("ok")
        self.show_it = button(tr(N_("Show the figures")), self.go_on, "primary")
        self.open = button(tr(N_("Open the folder")), self._open, picture="see")
        self.away = button(tr(N_("Go to Today")), lambda: desk.go("today"))
        if not desk.keeper:
            self.setLayout(column(card(text(tr(KEEPER)), self.away, gap=12), None))
            return
        begin = keyed(self.show_it, tr(N_("Ctrl+Enter")))
        self._page = column(card(text(tr(WHAT)), 4, self.which, 4, begin, gap=12), gap=16)
        for part in (self.work, self.notice):
            self._page.addWidget(part)
        self._page.addStretch(1)
        self.setLayout(self._page)
        self.notice.add(flow(self.open))
        self.which.changed.connect(self._forget)
        changes.changed.connect(self._changed)

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.which.begin() if self.desk.keeper else self.away

    def go_on(self) -> None:
        """Count and show the figures of these days (Ctrl+Enter)."""
        days = self.which.days() if self.desk.keeper and not self.work.is_busy() else None
        if days is None:
            return
        (first, last), vault, language = days, self.desk.vault, spoken()
        self._forget()

        def make(task: Task) -> Ours:
            return exact_report(vault, first, last, language, task.tell, task.stopped)

        self.work.do(tr(MAKING), make, self._show)

    def stop(self) -> None:
        """Stop what is under way (Esc)."""
        if self.work.is_busy():
            self.work.stop()

    def _show(self, ours: Ours) -> None:
        """Show the pages, and go to them."""
        self.pages = OurPages(ours, self.desk)
        self.pages.saving.connect(self._save)
        self._page.insertWidget(self._page.count() - 1, self.pages)
        self.pages.save.setFocus()

    def _save(self) -> None:
        """Save what is shown, and nothing else."""
        pages, vault = self.pages, self.desk.vault
        if pages is None or self.work.is_busy():
            return
        ours, file = pages.ours, pages.file
        self.notice.clear()

        def saved(_: None) -> None:
            self._saved = file
            self.open.show()
            self.notice.say(tr(SAVED, name=isolated(file.name)), "ok")
            self.open.setFocus()

        self.work.do(
            tr(SAVING),
            lambda task: save_ours(vault, ours, file, task.stopped),
            saved,
            Lane.ACT,
            lambda _: False,
        )

    def _forget(self) -> None:
        """Other days are chosen: what was shown is not of them."""
        self.notice.clear()
        self.work.clear()
        pages, self.pages = self.pages, None
        if pages is not None:
            pages.hide()
            pages.deleteLater()

    def _changed(self, changed: Changed) -> None:
        """Say that something was recorded since."""
        if self.pages is not None and changed.kinds - NO_FIGURES:
            self.open.hide()
            self.notice.say(tr(STALE), "warn")

    def _open(self) -> None:
        """Show its folder in the computer's own window."""
        if not self.opening(QUrl.fromLocalFile(str(self._saved.parent))):
            self.notice.say(tr(NOT_OPENED), "warn")
