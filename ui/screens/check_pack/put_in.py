"""A signature that came back by itself: put into the unfinished file that it belongs to."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from ui import errors, tasks
from ui.screens.check_pack.cosign import KINDS, say_signed
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import text
from vcse_desktop.actions.checking import Checked
from vcse_desktop.actions.cosigning import Cosigned, put_in
from vcse_desktop.i18n import N_, tr

WHAT = N_(
    "Whoever signs on another computer hands back the file with their signature in it, or the signature "
    "alone. That one is put in here."
)


def ask_signature(owner: QWidget) -> Path | None:
    """Ask in the computer's own window for the signature."""
    name, _ = QFileDialog.getOpenFileName(
        owner, tr(N_("Choose the signature")), "", tr(N_("Signatures (*.p7s)"))
    )
    return Path(name) if name else None


class PutIn(QWidget):
    """A button, and what came of it."""

    choosing: Callable[[QWidget], Path | None] = staticmethod(ask_signature)
    asking: AskWhere = staticmethod(ask_where)
    """How files are asked for; tests put something in their place that needs no window."""

    def __init__(self, checked: Checked) -> None:
        super().__init__()
        self._checked = checked
        self.go = button(tr(N_("Put in a signature that came back…")), self._go, picture="file")
        self.notice = Notice("ok")
        self.setLayout(column(text(tr(WHAT), "small"), flow(self.go), self.notice, gap=8))
        self.setFocusProxy(self.go)

    def _go(self) -> None:
        signature = self.choosing(self)
        if signature is None:
            return
        result = self._checked.result
        name, title = f"{result.kind}-{result.pack}.zip", tr(N_("Where to save the signed file"))
        out, file = self.asking(self, title, name, tr(KINDS)), self._checked.file
        if out is not None:
            place = out if out.suffix else out.with_suffix(".zip")
            tasks.run(self, lambda: put_in(file, signature, place), self._done, self._failed, Lane.ACT)

    def _done(self, done: Cosigned) -> None:
        say_signed(self.notice, done)

    def _failed(self, error: BaseException) -> None:
        self.notice.say(errors.sentence(error), "bad")
