"""The register of one session: six things to fill in, most of them by a tick, kept by one key."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.explained import explained
from ui.screens.register.fields import SessionFields
from ui.screens.register.helpers import Helpers, Typed
from ui.screens.register.pair import Pair
from ui.screens.register.planned import WasPlanned
from ui.screens.register.said import Said, Words
from ui.screens.tally.tallies import Tallies
from ui.screens.tally.tallies import Typed as Tallied
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, Key, begun
from ui.widgets.frame import card, column, row
from ui.widgets.notice import Notice
from ui.widgets.words import text
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.listing import Opened
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.safeguarding import Lead
from vcse_desktop.actions.sheets import Sheet
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Problem, Values

SAME = N_("Same as last time")
FILLED = N_("Filled in as on {day}: {helpers}. Untick who is not here, and count who came.")
LAST = N_("Last time: {day}.")
FIRST = N_("This is its first register.")


@dataclass(frozen=True, slots=True)
class Laid:
    """All that a register is built from; ``may_hear`` says whether what was said may be noted on it."""

    sheet: Sheet
    about: Opened
    lead: Lead
    may_hear: bool = True
    is_time: bool = False
    """Whether it was opened for the time of one helper: ``whose``, or of those without a name (None)."""
    whose: int | None = None


class Register(QWidget):
    """``saving`` is the wish to save; ``moved`` carries the id of another activity that was chosen.

    ``touched`` says whether something was filled in; ``asked`` is what was asked about elsewhere than in a
    field, and is kept when it is saved again.
    """

    saving = Signal()
    moved = Signal(object)

    def __init__(self, laid: Laid) -> None:
        super().__init__()
        explained(self, "register")
        self.sheet = laid.sheet
        self.is_time, self._whose = laid.is_time, laid.whose
        self.touched = False
        self.asked: list[Problem] = []
        self.names = laid.about.names
        self.fields = SessionFields(laid.about.lists, laid.about.names, laid.sheet.session)
        self.helpers = Helpers(laid.sheet, laid.about.names["person"])
        self.said = Said(laid.about.lists, laid.lead, laid.sheet.said)
        self.tally = Tallies(laid.about.lists, laid.sheet.counting)
        self.notice = Notice()
        self.told = Notice("info")
        self._may_hear = laid.may_hear
        self.again = button(tr(SAME), self.same_as_last, picture="repeat")
        self.last = text("", "sub")
        self.planned = WasPlanned() if laid.sheet.planned else None
        self._stand()
        self._tell_of_last()
        for part in (self.fields, self.helpers, self.said, self.tally):
            part.changed.connect(self._touch)
        self.fields.rows["activity"].editor.changed.connect(self._activity)
        if self.planned:
            self.planned.cancelled.connect(partial(_cancel, self))
        draft = partial(_draft, self)
        begun(self, Drafted(partial(_key, self), draft, self.type_again, forget=self.said.forget))

    def _stand(self) -> None:
        rows = self.fields.rows
        save = button(tr(N_("Save the register")), self.saving.emit, "primary")
        foot = row(save, text(tr(N_("Ctrl+Enter")), "small", wrap=False), None)
        repeat = row(self.again, self.last, gap=16)
        repeat.setStretch(1, 1)
        planned = [self.planned] if self.planned else []
        what = Pair(rows["activity"], rows["date"])
        came = Pair(rows["people_n"], rows["carers_n"])
        heard = card(self.said)
        if not self._may_hear:
            heard.hide()
        cards = (card(what, came, gap=20), card(self.helpers), heard, card(self.tally))
        self.setLayout(
            column(self.notice, *planned, repeat, self.told, *cards, card(self.fields), foot, None, gap=16)
        )

    def _tell_of_last(self) -> None:
        last = self.sheet.last
        begun = bool(self.sheet.now.helped or self.sheet.now.others)
        self.again.setVisible(last is not None and not begun)
        known = last is not None and bool(last.day)
        first = tr(FIRST) if self.sheet.session.get("activity") else ""
        self.last.setText(tr(LAST, day=_day(last.day)) if last and known else first)
        self.last.setVisible(bool(self.last.text()))

    def same_as_last(self) -> None:
        """Tick who helped last time, with their hours, and who came by name; numbers of today stay empty."""
        last = self.sheet.last
        if last is None:
            return
        self.helpers.fill(last.helped, last.others, last.others_minutes)
        if last.came:
            self.fields.put("came", list(last.came))
        self.begin().setFocus()
        self.told.say(tr(FILLED, day=_day(last.day), helpers=self.helpers.in_words()), "info")

    def begin(self) -> QWidget:
        """Return the box for how many came: there the work begins, once it is known what they came to."""
        code = "people_n" if self.sheet.session.get("activity") else "activity"
        return self.fields.rows[code].editor.control

    def line(self) -> QWidget:
        """Return where the time stands that the register was opened for."""
        tick = self.helpers.ticks.ticks.get(self._whose or 0)
        if tick is None:
            return self.helpers.number
        return tick.hours if tick.box.isChecked() else tick.box

    def take(self, sheet: Sheet) -> None:
        """Go on with the sheet of another activity; what is filled in stays."""
        self.sheet = sheet
        self.helpers.offer(sheet)
        self.tally.offer(sheet.counting)
        self._tell_of_last()

    def filled(self) -> Filled:
        """Return what was filled in; NotUnderstood where a number of helpers or hours is no such thing."""
        values, _ = self.fields.values()
        others, minutes = self.helpers.others()
        new = dict(self.helpers.new)
        came: list[int] = []
        for one in self.fields.came():
            if isinstance(one, New):
                number = next((n for n, name in new.items() if name == one.name), -len(new) - 1)
                new[number] = one.name
                came.append(number)
            else:
                came.append(int(str(one)))
        helped = self.helpers.helped()
        needed = {n: name for n, name in new.items() if n in helped or n in came}
        session, counted = {**values, "came": came}, self.tally.counted()
        record, began = self.sheet.record, self.sheet.session if self.sheet.record else {}
        return Filled(session, helped, others, minutes, needed, self.said.values(), record, began, counted)

    def typed(self) -> object:
        """Return what is filled in, as it was typed."""
        return self.fields.typed(), self.helpers.typed(), self.said.typed(), self.tally.typed()

    def type_again(self, typed: object) -> None:
        """Fill in what ``typed`` returned."""
        fields, helpers, said, tally = cast(tuple[Values, Typed, Words, Tallied], typed)
        self.fields.type_again(fields)
        self.helpers.type_again(helpers)
        self.said.type_again(said)
        self.tally.type_again(tally)

    def _activity(self) -> None:
        value = self.fields.rows["activity"].editor.value()
        if isinstance(value, int) and value != self.sheet.session.get("activity") and not self.sheet.record:
            self.moved.emit(value)

    def _touch(self) -> None:
        self.touched = True


def _key(register: Register) -> Key:
    """Return which session it is of, or the activity of a new one."""
    record, activity = register.sheet.record, register.sheet.session.get("activity")
    return ("session", record) if record else ("register", activity if isinstance(activity, int) else None)


def _cancel(register: Register) -> None:
    """Note that it was cancelled, and save that with what is filled in."""
    register.fields.put("status", "cancelled")
    register.saving.emit()


def _draft(register: Register) -> object:
    """Return what is filled in, without words that may be about somebody at risk."""
    fields, helpers, said, tally = register.fields, register.helpers, register.said, register.tally
    typed = (fields.typed(), helpers.typed(), said.safe(), tally.typed())
    return typed if register.touched else None


def _day(day: str) -> str:
    return dates.in_words(date.fromisoformat(day))
