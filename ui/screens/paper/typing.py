"""Typing in a pile of sheets: each is saved, left out or taken back, and the next one is asked for."""

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import spoken
from ui.screens.paper.batch import Batch, Done, where
from ui.screens.paper.begin import Begin
from ui.screens.paper.ended import Ended
from ui.screens.paper.one_sheet import OneSheet
from ui.screens.paper.pile import Pile
from ui.screens.paper.taken_back import take_all_back
from ui.screens.undoing import take_back
from ui.tasks import Lane
from vcse_desktop.actions import typed_in
from vcse_desktop.actions.paper_desk import Laid, Offers, laid
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.typed_in import Sheet
from vcse_desktop.i18n import N_, tr

KEPT, OUT = N_("Sheet {sheet} is saved."), N_("Sheet {sheet} is left out.")
RESTS = N_("{sheet} waits for you. Go on here, or from “Not yet” on Today.")


class TypingPart(Pile):
    """What the buttons and keys do."""

    def listen(self, part: Begin | OneSheet | Ended) -> None:
        """Do what its buttons wish."""
        match part:
            case Begin():
                part.beginning.connect(self.save)
            case OneSheet():
                part.saving.connect(self.save)
                part.leaving_out.connect(self.leave_out)
                part.taking_back.connect(self.take_back)
                part.resting.connect(self.rest)
                part.ending.connect(self.end)
            case Ended():
                part.again.connect(self.begin_anew)
                part.taking_back.connect(partial(take_all_back, self))
                part.going_on.connect(self.resume)

    def show_offers(self, offers: Offers) -> None:
        """Show where typing in begins, unless a pile is at work."""
        same, self.offers = offers == self.offers, offers
        if self.batch is None and not (same and isinstance(self.shown, Begin)):
            self.begin_anew()

    def first(self) -> QWidget | None:
        """Return where the work begins."""
        match self.shown:
            case Begin() as made:
                return made.many if self.wanted else made.which
            case OneSheet() as made:
                return made.form.first()
            case Ended() as made:
                return made.more
        return None

    def save(self) -> None:
        """Begin; or save the sheet that is shown and go on; or begin with another pile."""
        match self.shown:
            case Begin() as made:
                many = made.sheets()
                if many is not None:
                    self.turn_to(Batch(made.paper(), many, made.counted()))
            case OneSheet() as made:
                if not self.busy and self.batch is not None and made.form.looks_right():
                    self._save(made, self.batch)
            case Ended():
                self.begin_anew()

    def _save(self, made: OneSheet, batch: Batch) -> None:
        vault, language = self.desk.vault, spoken()
        marks, stood = made.form.marks(), made.form.typed()
        typed = replace(made.form.to_keep(), unnamed=batch.unnamed(marks.of))

        def work() -> tuple[Sheet, Laid]:
            kept = typed_in.type_in(vault, typed)
            return kept, laid(vault, batch.paper, batch.lists, language)

        def done(answer: tuple[Sheet, Laid]) -> None:
            self.busy = False
            kept, one = answer
            self.typed[batch.at] = stood
            made.form.form.risk.over()
            of = (kept.next.get("activity"), kept.next.get("date"))
            self.batch = batch.went(Done(batch.at, kept.changed.unit, of, marks.unnamed), kept.next)
            if self.batch.over:
                self.turn_to(self.batch)
            else:
                self.lay(self.batch, one)
            self.desk.did(tr(KEPT, sheet=batch.at), kept.changed)

        def failed(error: BaseException) -> None:
            self.busy = False
            if isinstance(error, NotSound):
                made.form.show_problems(error.problems)
            else:
                errors.tell(self, error)

        self.busy = True
        tasks.run(self, work, done, failed, Lane.ACT)

    def leave_out(self) -> None:
        """Leave the sheet out and go on; nothing of it is kept."""
        if self.batch is not None and not self.busy:
            at = self.batch.at
            self.typed.pop(at, None)
            self.desk.say(tr(OUT, sheet=at))
            self.turn_to(self.batch.went(Done(at), self.batch.next))

    def take_back(self) -> None:
        """Take back the sheet that was saved last; it is shown again."""
        if self.batch is not None and self.batch.done and self.batch.done[-1].unit is not None:
            take_back(self, self.desk, self.batch.done[-1].unit)

    def rest(self) -> None:
        """Go to Today; the pile waits as a draft."""
        if self.batch is not None:
            self.desk.say(tr(RESTS, sheet=where(self.batch)))
            self.desk.go("today")

    def end(self) -> None:
        """End here, though sheets are left."""
        if self.batch is not None and isinstance(self.shown, OneSheet) and not self.busy:
            self.typed[self.batch.at] = self.shown.form.typed()
            self.ended = True
            self.turn_to(self.batch)

    def resume(self) -> None:
        """Go on with a pile that was ended."""
        if self.batch is not None:
            self.ended = False
            self.turn_to(self.batch)
