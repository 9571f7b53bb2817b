"""One sheet of a pile while it is typed in: which one it is, its form, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.explained import explained
from ui.screens.keyed import keyed
from ui.screens.paper.batch import Batch, where
from ui.screens.paper.counted import CountedSheet
from ui.screens.paper.sheet import SheetForm
from ui.screens.paper.signed import SignedSheet
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.paper_desk import Laid
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.printed import PAPERS

VERSION = N_("{title}, version {version}. The numbers are those on the paper; another version may differ.")
TAKE_BACK = N_("Take back sheet {sheet}")


class OneSheet(QWidget):
    """The signals are the wishes of whoever presses the buttons."""

    saving = Signal()
    leaving_out = Signal()
    taking_back = Signal()
    resting = Signal()
    ending = Signal()

    def __init__(self, batch: Batch, laid: Laid) -> None:
        super().__init__()
        explained(self, "typing")
        paper = PAPERS[batch.paper]
        self.form = _form(batch, laid)
        self.about = text(tr(VERSION, title=tr(paper.title), version=laid.version), "sub")
        save = button(tr(N_("Save and go on")), self.saving.emit, "primary")
        self.out = button(tr(N_("Leave it out: it cannot be read")), self.leaving_out.emit)
        last = batch.done[-1].sheet if batch.units and batch.done[-1].unit else 0
        self.back = button(tr(TAKE_BACK, sheet=last), self.taking_back.emit, picture="undo")
        self.rest = button(tr(N_("Stop for now")), self.resting.emit, "quiet")
        self.end = button(tr(N_("End here")), self.ending.emit, "quiet")
        others = flow(self.out, self.back, self.rest, self.end)
        self.title = heading(where(batch), 2)
        foot = keyed(save, tr(N_("Ctrl+Enter")))
        self.setLayout(column(self.title, self.about, self.form, foot, others, None, gap=16))
        self.back.setVisible(bool(last))  # not before it stands here: it would be a window


def _form(batch: Batch, laid: Laid) -> SheetForm:
    paper = PAPERS[batch.paper]
    if paper.counts:
        return CountedSheet(paper, laid.opened, batch.next, batch.lists)
    if paper.columns:
        return SignedSheet(paper, laid.opened, batch.next)
    return SheetForm(paper, laid.opened, batch.next)
