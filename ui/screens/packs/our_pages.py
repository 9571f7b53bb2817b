"""The pages of a report of exact figures as they will be saved, and where the file goes."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import tasks
from ui.language import isolated, spoken
from ui.screens.contents.sheet import block_widget
from ui.screens.contents.table import TableCard
from ui.screens.desk import Desk
from ui.screens.today.behind import BehindNumber
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, card, column, emptied, flow
from ui.widgets.saving import AskFile, ask_file, documents
from ui.widgets.words import heading, text
from vcse_desktop.actions import previewing
from vcse_desktop.actions.entries import Entry
from vcse_desktop.actions.for_us import Ours, proposed_name
from vcse_desktop.actions.leaving import will_be_copied
from vcse_desktop.i18n import N_, tr

KINDS = N_("Pages to print (*.pdf);;A page for a web browser (*.html)")
COPIED = N_(
    "A service such as OneDrive or Dropbox copies what lies there to other computers. Better choose another "
    "place, such as a stick."
)
KEPT = N_(
    "The file is not encrypted: keep it safe, and delete it when it is not needed. The history notes that it "
    "was made."
)


def ask_where(owner: QWidget, file: Path) -> Path | None:
    """Ask for the place of the file."""
    return ask_file(owner, file, tr(N_("Where to save the report")), tr(KINDS))


class OurPages(QWidget):
    """``saving`` is the wish to save the report as ``file``."""

    saving = Signal()
    asking: AskFile = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, ours: Ours, desk: Desk) -> None:
        super().__init__()
        self.ours = ours
        self.behind = BehindNumber(desk)
        self._waiting = column(self.behind)
        period = ours.told.period
        self.file = documents() / proposed_name(period.start, period.end, ours.told.language)
        self._place, self._copied = text(""), text(tr(COPIED), "small")
        self._copied.hide()
        self.change = button(tr(N_("Choose another place…")), self._ask, picture="file")
        self.save = button(tr(N_("Save the report")), self.saving.emit)
        self._chapters = {chapter.code: chapter for chapter in previewing.chapters(ours)}
        offer = [(chapter.code, chapter.title) for chapter in self._chapters.values()]
        self.turn = OneOf(tr(N_("Pages")), offer, offer[0][0])
        self._page = column(gap=12)
        file = card(
            heading(tr(N_("The file")), 2),
            self._place,
            self._copied,
            flow(self.save, self.change),
            text(tr(KEPT), "small"),
            gap=10,
        )
        self.setLayout(column(file, self.turn, boxed(self._page), self._waiting, gap=16))
        self.turn.chosen.connect(self._turned)
        self._show_place()
        self._show()

    def _ask(self) -> None:
        found = self.asking(self, self.file)
        if found is not None:
            self.file = found if found.suffix else found.with_suffix(self.file.suffix)
            self._show_place()

    def _show_place(self) -> None:
        """Say where the file goes, and whether it will be copied from there: that a slow disk may hold up."""
        folder = self.file.parent
        place = isolated(str(folder))
        self._place.setText(tr(N_("{name} in {folder}"), name=isolated(self.file.name), folder=place))
        tasks.run(self, lambda: will_be_copied(folder), self._copied.setVisible, lambda _: None)

    def _turned(self) -> None:
        self._show()
        announce(self, self.turn.buttons[str(self.turn.code())].text())

    def _show(self) -> None:
        self.behind.hide()
        self._waiting.addWidget(self.behind)  # out of what goes now
        emptied(self._page)
        for block in self._chapters[str(self.turn.code())].blocks:
            self._page.addWidget(self._block(block))

    def _block(self, block: previewing.Block) -> QWidget:
        """Return a block whose numbers show the records behind them."""
        made = block_widget(block, lambda _: {}, {}, self._look_at_figure, spoken())
        if isinstance(made, TableCard) and isinstance(block, previewing.Table):
            made.offer_records()
            made.behind.connect(partial(self._look_behind, made, block))
        return made

    def _look_behind(self, card: QWidget, block: previewing.Table, place: tuple[int, int], said: str) -> None:
        """Show the records behind a number, under its table."""
        ours = self.ours
        self._look(card, lambda: ours.behind(block, *place), said)

    def _look_at_figure(self, name: str, said: str, card: QWidget) -> None:
        """Show the records behind a large number, under the card that it stands on."""
        ours = self.ours
        self._look(card, lambda: ours.behind_figure(name), said)

    def _look(self, card: QWidget, work: Callable[[], Sequence[Entry]], said: str) -> None:
        self._page.insertWidget(self._page.indexOf(card) + 1, self.behind)
        self.behind.look(work, said)
