"""The form of twenty seconds: reads its fields, and says beside each what needs another look."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame

from ui.language import isolated, plain
from ui.screens.today.fields import HoursFields
from ui.screens.today.usual import id_of
from ui.widgets.boxes import DateBox, HoursBox
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import column, field, row
from ui.widgets.remark import Remark
from ui.widgets.scrolled import soon
from ui.widgets.type_ahead import TypeAhead
from ui.widgets.typed import type_again, typed
from ui.widgets.words import heading, text
from vcse_desktop.actions.giving import WHO, Time
from vcse_desktop.actions.one_line import clipped
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Problem
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.records.validation import show_problem

NOT_TAKEN = N_("Take {name} from the list, or add them there as a new person.")
UNKNOWN = N_("{name} is not in the list. Ask a member to add them, or choose “not by name”.")
NO_ACTIVITY = N_("No activity is called “{name}”. Take one from the list, or leave this empty.")
FULL = N_("Over weeks, or informal help…")
ABOUT_WHO = ("person", "helpers_n", WHO)


class _Wrong(ValueError):
    """A field that was not understood, and the sentence that says so."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(code)
        self.code, self.sentence = code, sentence


class HoursForm(QFrame):
    """``wanted`` carries a Time to log, ``anyway`` one that was asked about and is right all the same.

    ``fuller`` is the wish for the form with everything: for time over weeks, or informal help.
    """

    wanted = Signal(object)
    fuller = Signal()
    anyway = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.fields = HoursFields()
        self.keep = button(tr(N_("It is right: log it")), lambda: self._ask(self.anyway))
        self.full = button(tr(FULL), self.fuller.emit, "quiet")
        one = self.fields
        about = {"activity": one.what, "hours": one.hours, "date": one.when, "": self.keep}
        self.notices = {code: Remark(control) for code, control in about.items()}
        save = button(tr(N_("Log hours")), self.save, "primary")
        self.setLayout(
            column(
                heading(tr(N_("Log hours")), 2),
                one.who,
                field(tr(N_("Doing what")), one.what),
                self.notices["activity"],
                field(tr(N_("How long")), one.hours),
                one.altogether,
                self.notices["hours"],
                field(tr(N_("When")), one.when),
                self.notices["date"],
                one.rough,
                one.sure,
                self.notices[""],
                row(self.keep, None),
                row(save, text(tr(N_("Ctrl+Enter")), "small"), None),
                self.full,
                gap=10,
                margin=20,
            )
        )
        self._boxes = {"activity": one.what.box, "hours": one.hours.box, "date": one.when.box}
        for code, box in self._boxes.items():
            box.textChanged.connect(lambda _, code=code: self._clear(code))
        self._clear(*self.notices)
        draft = lambda: typed(self) if self.fields.is_typed() else None  # noqa: E731
        again = partial(type_again, self)
        begun(self, Drafted(lambda: ("time_given", None), draft, again, row=1))

    def save(self) -> None:
        """Ask for what the form says to be logged, or say what needs another look."""
        self._ask(self.wanted)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what keeps it from being saved, or ask about what is unlikely; the focus goes to the first."""
        for problem in reversed(problems):
            self._say(problem.field, show_problem(problem), asked=problem.asked)
        if all(problem.asked for problem in problems):
            self.keep.show()
            self.keep.setFocus()

    def next_one(self) -> None:
        """Be ready for the next, in the box for a name."""
        here = self.window().focusWidget()
        self.fields.next_one()
        self._clear(*self.notices)
        if here is not None and self.isAncestorOf(here):
            self.fields.who.first().setFocus()

    def _ask(self, signal: SignalInstance) -> None:
        self.fields.who.clear_problem()
        self._clear(*self.notices)
        try:
            time = self._time()
        except _Wrong as wrong:
            self._say(wrong.code, wrong.sentence)
        else:
            signal.emit(time)

    def _time(self) -> Time:
        one = self.fields
        whom, what = one.who.box.choice(), one.what.choice()
        name, unnamed = one.who.box.text(), one.who.unnamed.isChecked()
        if not unnamed and whom is None and name:
            raise _Wrong(
                "person", tr(NOT_TAKEN if one.who.may_add() else UNKNOWN, name=isolated(clipped(name)))
            )
        if what is None and one.what.text():
            raise _Wrong("activity", tr(NO_ACTIVITY, name=isolated(clipped(one.what.text()))))
        code = "helpers_n"
        try:
            people = one.who.count.count() if unnamed else None
            code = "hours"
            minutes = one.minutes(people)
            code = "date"
            day = one.when.day()
        except NotUnderstood as error:
            raise _Wrong(code, tr(error.message)) from None
        new = name if whom is not None and whom.id is None else ""
        return Time(minutes, day, id_of(whom), new, people, id_of(what), one.certainty(), unnamed)

    def _say(self, code: str, sentence: str, *, asked: bool = False) -> None:
        """Show and announce what is wrong beside its field, and put the focus there."""
        one = self.fields
        if code in ABOUT_WHO:
            one.who.say(sentence, asked=asked)
            one.who.first().setFocus()
            soon(one.who.first())
            return
        self.notices.get(code, self.notices[""]).say(sentence, "warn" if asked else "bad")
        places: dict[str, TypeAhead | HoursBox | DateBox] = {
            "activity": one.what,
            "hours": one.hours,
            "date": one.when,
        }
        if code in places:
            places[code].mark_wrong(not asked)
            place = places[code].box if places[code].box.isVisible() else places[code]
            self._boxes[code].setAccessibleDescription(plain(sentence))
            place.setFocus()
            soon(place)

    def _clear(self, *codes: str) -> None:
        for code in codes:
            self.notices[code].clear()
        for code, box in self._boxes.items():
            if code in codes:
                box.setAccessibleDescription("")
        self.fields.what.mark_wrong(False)
        self.keep.hide()
