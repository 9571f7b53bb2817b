"""A pile of sheets on screen: its beginning, the sheet that is typed in now, or its end; kept as a draft."""

from collections.abc import Callable
from typing import TypeVar, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.paper.batch import Batch, where
from ui.screens.paper.begin import Begin
from ui.screens.paper.ended import Ended
from ui.screens.paper.one_sheet import OneSheet
from ui.tasks import Lane
from ui.widgets.accessible import announce
from ui.widgets.drafted import Drafted, begun, over
from ui.widgets.frame import column, put
from vcse_desktop.actions.blank_forms import papers
from vcse_desktop.actions.paper_desk import Laid, Offers, laid

Answer = TypeVar("Answer")
Kept = tuple[Batch, object, bool]
"""A pile, what stands on its sheet, and whether it was ended."""
KEY = ("paper", None)


class Pile(QWidget):
    """``batch`` is the pile, None while there is none; ``turned`` tells that something else is shown."""

    turned = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.batch: Batch | None = None
        self.ended = self.busy = False
        self.shown: Begin | OneSheet | Ended | None = None
        self.offers: Offers | None = None
        self.wanted = ""
        self.typed: dict[int, object] = {}
        """What stood on sheets that may be come back to, by their numbers."""
        self._box = column(gap=16)
        self.setLayout(self._box)
        begun(self, Drafted(lambda: KEY, self.draft, self.go_on, forget=self._forget))

    def draft(self) -> Kept | None:
        """Return the pile and what stands on its sheet, None where nothing is to be gone on with."""
        if self.batch is None or self.ended or self.batch.over:
            return None
        return self.batch, self._now(self.batch), False

    def go_on(self, kept: object) -> None:
        """Go on from what ``draft`` or ``kept`` returned."""
        self.batch, typed, self.ended = cast(Kept, kept)
        self.typed[self.batch.at] = typed
        self.turn_to(self.batch)

    def kept(self) -> Kept | None:
        """Return all of it, also of a pile that is at its end."""
        return None if self.batch is None else (self.batch, self._now(self.batch), self.ended)

    def begin_anew(self) -> None:
        """Show where typing in begins."""
        self.batch, self.ended = None, False
        self.typed.clear()
        if self.offers is not None:
            made = Begin(papers(self.desk.vault), self.offers)
            if self.wanted in made.which.buttons:
                made.which.choose(self.wanted)
                made.which.chosen.emit()
            self.stand(made)

    def turn_to(self, batch: Batch) -> None:
        """Show the next sheet of a pile, or its end."""
        self.batch = batch
        if batch.over or self.ended:
            over(self)
            self.stand(Ended(batch))
            return
        vault, language = self.desk.vault, spoken()
        self.run(lambda: laid(vault, batch.paper, batch.lists, language), lambda one: self.lay(batch, one))

    def lay(self, batch: Batch, one: Laid) -> None:
        """Show a sheet; what stood on it before stands there again."""
        if batch is self.batch:
            made = OneSheet(batch, one)
            made.form.type_again(self.typed.get(batch.at))
            self.stand(made)
            announce(self, where(batch))

    def stand(self, part: Begin | OneSheet | Ended) -> None:
        """Show a part in the place of the one that is shown; the focus goes to where its work begins."""
        before, self.shown = self.shown, part
        at_work = before is not None and before.isAncestorOf(self.window().focusWidget() or self)
        put(self._box, part)
        part.show()
        self.listen(part)
        if before is not None:
            before.hide()
            self._box.removeWidget(before)
            before.deleteLater()
        if at_work or self.window().focusWidget() is None:
            self.turned.emit()

    def listen(self, part: Begin | OneSheet | Ended) -> None:
        """Do what its buttons wish."""

    def run(
        self, work: Callable[[], Answer], done: Callable[[Answer], object], lane: Lane = Lane.LOOK
    ) -> None:
        """Do work, then ``done`` with its answer; what goes wrong is told."""
        tasks.run(self, work, done, lambda error: errors.tell(self, error), lane)

    def _now(self, batch: Batch) -> object:
        shown = self.shown.form.typed() if isinstance(self.shown, OneSheet) else None
        return shown or self.typed.get(batch.at)

    def _forget(self) -> None:
        """Forget what may be about somebody at risk."""
        if isinstance(self.shown, OneSheet):
            self.shown.form.form.risk.forget()
