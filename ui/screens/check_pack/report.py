"""The report of a pack as it was signed: saved where somebody wants it, and opened there."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import text
from vcse_desktop.actions.opening import save_report
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr

WHAT = N_("The report itself is saved first, as a PDF or a web page, exactly as it is in the pack.")
KINDS = N_("Pages to print (*.pdf);;Web pages (*.html)")
SAVED = N_("Saved as {name}, and opened.")
NAME = "report-{id}.pdf"


class Report(QWidget):
    """A button, and what came of it."""

    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""
    opening = staticmethod(QDesktopServices.openUrl)
    """How a file is opened; tests put something in its place."""

    def __init__(self, vault: Vault, file: Path, pack: str) -> None:
        super().__init__()
        self._vault, self._file, self._pack = vault, file, pack
        self.go = button(tr(N_("Open the report…")), self._go, picture="see")
        self.notice = Notice("ok")
        self.setLayout(column(text(tr(WHAT), "small"), flow(self.go), self.notice, gap=8))
        self.setFocusProxy(self.go)

    def _go(self) -> None:
        out = self.asking(self, tr(N_("Where to save the report")), NAME.format(id=self._pack), tr(KINDS))
        if out is not None:
            vault, file, place = self._vault, self._file, out if out.suffix else out.with_suffix(".pdf")
            tasks.run(self, lambda: save_report(vault, file, place), self._saved, self._failed, Lane.LONG)

    def _saved(self, file: Path) -> None:
        self.notice.say(tr(SAVED, name=isolated(file.name)), "ok")
        self.opening(QUrl.fromLocalFile(str(file)))

    def _failed(self, error: BaseException) -> None:
        self.notice.say(errors.sentence(error), "bad")
