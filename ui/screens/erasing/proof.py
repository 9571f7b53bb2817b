"""The certificate after an erasure: what it says, and saving it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import spoken
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import column, fact, flow
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import heading, text
from vcse_desktop.actions.certifying import ELSEWHERE, Certificate, save_certificate
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports import numbers

NAME = "certificate-{day}.pdf"
KINDS = N_("PDF (*.pdf);;Plain text (*.txt)")
SAVED = N_("The certificate was saved. It names nobody who was erased.")
ERASED = N_("Erased for good")


class Proof(QWidget):
    """``ended`` is the wish to go on."""

    ended = Signal()
    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, shown: Certificate) -> None:
        super().__init__()
        self._shown = shown
        self.notice = Notice("ok")
        self.save = button(tr(N_("Save the certificate…")), self._save, "primary", picture="file")
        done = button(tr(N_("Done")), self.ended.emit)
        count = len(shown.records)
        said = ngettext(
            "{n} record was erased from the lists, the search and the history.",
            "{n} records were erased from the lists, the search and the history.",
            count,
        )
        facts = (fact(kind, numbers.whole(n, spoken())) for kind, n in shown.counts())
        self.setLayout(
            column(
                heading(tr(ERASED), 2),
                text(said),
                *facts,
                text(tr(ELSEWHERE), "sub"),
                flow(self.save, done),
                self.notice,
                gap=12,
            )
        )
        self.setFocusProxy(self.save)

    def _save(self) -> None:
        save_as(self, self._shown, self.asking, lambda: self.notice.say(tr(SAVED), "ok"))


def save_as(owner: QWidget, shown: Certificate, asking: AskWhere, done: Callable[[], None]) -> None:
    """Ask where a certificate goes, and write it there."""
    name = NAME.format(day=shown.at.date().isoformat())
    file = asking(owner, tr(N_("Where to save the certificate")), name, tr(KINDS))
    if file is None:
        return
    place: Path = file if file.suffix else file.with_suffix(".pdf")
    language = spoken()
    tasks.run(
        owner,
        lambda: save_certificate(shown, place, language),
        lambda _: done(),
        partial(errors.tell, owner),
        Lane.ACT,
    )
