"""Taking along what a list shows: saved as a table, copied, or printed, when a keeper asks for it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import plain, spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.filters.paper import as_pdf, printed
from ui.tasks import Task
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions import tabling
from vcse_desktop.actions.listing import Wanted
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.tabling import COMMAS, PAPER, WORKBOOK, Tabled
from vcse_desktop.i18n import N_, ngettext, tr

TAKE, TAKE_NAME = N_("More…"), N_("More: save, copy or print what the list shows")
WHAT = N_(
    "Takes what this list shows now, with its filter and in its order: as a table, every field that is "
    "filled; on paper, the sentences of the list."
)
PERSONAL = N_(
    "It may hold personal data and is not encrypted. Keep it safe, and delete it when it is not needed."
)
KINDS = N_("Workbook (*.xlsx);;CSV (*.csv);;PDF (*.pdf)")
GATHERING = N_("Gathering what the list shows")
COPIED = N_("The table was copied. Paste it where you need it, and keep it safe there.")
STOPPED = N_("Stopped. Nothing was saved.")
Asked = Callable[[], Wanted]


class Taking(QWidget):
    """``closed`` tells that it was closed. ``wanted`` says what the list shows of a kind of record."""

    closed = Signal()
    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""
    printing = staticmethod(printed)

    def __init__(self, desk: Desk, kind: str, wanted: Asked) -> None:
        super().__init__()
        explained(self, "tables")
        self._desk, self._kind, self._wanted = desk, kind, wanted
        self._task: Task | None = None
        self.save = button(tr(N_("Save as a table…")), self._save, picture="file")
        self.copy = button(tr(N_("Copy")), self._copy, name=tr(N_("Copy what the list shows")))
        self.print_it = button(tr(N_("Print…")), self._print, picture="print")
        self.close_it = button(
            tr(N_("Close")), self._close, "quiet", name=tr(N_("Close: save, copy or print"))
        )
        self.working, self.notice = Working(), Notice("ok")
        self.working.stop.connect(self._stop)
        verbs = flow(self.save, self.copy, self.print_it, self.close_it)
        things = (text(tr(WHAT)), text(tr(PERSONAL), "sub"), verbs, self.working, self.notice)
        self.setLayout(column(card(*things)))
        self.setFocusProxy(self.save)
        self.hide()

    def begin(self) -> None:
        """Offer it."""
        self.notice.clear()
        self.show()
        self.save.setFocus()

    def _close(self) -> None:
        self._stop()
        self.hide()
        self.closed.emit()

    def _save(self) -> None:
        name = tabling.proposed_name(self._kind, today())
        file = self.asking(self, tr(N_("Where to save the table")), f"{name}{WORKBOOK}", tr(KINDS))
        if file is None:
            return
        place = file if file.suffix.lower() in (WORKBOOK, COMMAS, PAPER) else Path(f"{file}{WORKBOOK}")

        def saved(made: Tabled) -> None:
            if place.suffix.lower() == PAPER:
                content = as_pdf(made)
                tasks.run(
                    self, lambda: tabling.save_bytes(content, place), lambda _: self._said(made), self._failed
                )
            else:
                self._said(made)

        self._gather(saved, None if place.suffix.lower() == PAPER else place)

    def _copy(self) -> None:
        def copied(made: Tabled) -> None:
            QGuiApplication.clipboard().setText(plain(tabling.as_text(made)))
            self.notice.say(tr(COPIED), "ok")

        self._gather(copied)

    def _print(self) -> None:
        self._gather(lambda made: self.printing(self, made))

    def _gather(self, done: Callable[[Tabled], object], file: Path | None = None) -> None:
        """Read what the list shows, save it where a file is given, and go on with it."""
        if self._task is not None:
            return
        vault, kind, language, wanted = self._desk.vault, self._kind, spoken(), self._wanted()
        self.notice.clear()
        self.working.begin(tr(GATHERING))

        def work(task: Task) -> Tabled:
            made = tabling.tabled(vault, kind, language, wanted, (task.tell, task.stopped))
            if file is not None:
                tabling.save(made, file)
            return made

        def ended(made: Tabled) -> None:
            self._end()
            done(made)

        self._task = tasks.run_long(self, work, ended, self._failed)
        self._task.moved.connect(self.working.moved)

    def _said(self, made: Tabled) -> None:
        n = len(made.lines)
        said = ngettext("{n} record was saved.", "{n} records were saved.", n)
        self.notice.say(f"{said}\n{made.note}".strip(), "ok")

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, tabling.Stopped):
            self.notice.say(tr(STOPPED), "info")
        else:
            errors.tell(self, error)

    def _end(self) -> None:
        self._task = None
        self.working.end()
