"""The first part of Today: logging hours, and beside it the day's sessions, the week, and what waits."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.places import HOME
from ui.screens.today.figures import Behind, Figures, opening
from ui.screens.today.forms import form_place, form_words
from ui.screens.today.hours import HoursForm
from ui.screens.today.lines import Line, Lines
from ui.screens.today.part import Part
from ui.screens.today.words import OPEN, TARGETS, VERBS, day_words, entry_words, since_words, wait_words
from ui.widgets import dates
from ui.widgets.frame import boxed, column
from ui.widgets.page import Columns
from vcse_desktop.actions import today
from vcse_desktop.actions.counting import Figure
from vcse_desktop.actions.not_yet import Wait, Waiting
from vcse_desktop.actions.today import Board, Logged, Usual
from vcse_desktop.i18n import N_, ngettext, tr

HOURS = "time_given"
EMPTY = N_("Nothing logged today. Type a name to start, or try the example organisation.")
EMPTY_EXAMPLE = N_("Nothing logged today. Type a name to start.")
LAST_TIME = N_("Start from last time")


class Day(Part):
    """``undone`` carries the unit of work to take back."""

    undone = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found, self._long = Waiting([], more=False), list[Wait]()
        self.form = HoursForm()
        self.usual = Lines(tr(N_("Usually today")))
        self.week = Figures(tr(N_("This week")), today.week_codes(desk.vault))
        self.behind = Behind(desk)
        self.logged = Lines(tr(N_("Logged today")), tr(EMPTY_EXAMPLE if desk.example else EMPTY))
        self.waits = Lines(tr(N_("Not yet")), tr(N_("Nothing is waiting.")))
        self.form.fuller.connect(lambda: desk.go("activities", ("time_given", None)))
        self.week.asked.connect(self.behind.open_figure)
        left = _side(column(self.form, None, gap=16))
        right = _side(column(self.usual, self.week, self.behind, self.logged, self.waits, None, gap=16))
        whole = column(Columns(left, right))
        self.hold(whole)
        self.usual.hide()

    def fill(self, board: Board) -> None:
        """Show a board."""
        self.form.fields.begin_with(board.last)
        usual = all(one.usual for one in board.usual)
        self.usual.title.setText(tr(N_("Usually today")) if usual else tr(N_("The last session")))
        self.usual.fill([self._usual(one) for one in board.usual])
        self.usual.setVisible(bool(board.usual))
        self.logged.fill([self._logged(one) for one in board.logged])

    def fill_week(self, figures: Sequence[Figure]) -> None:
        """Show the figures of the week."""
        self.week.fill(figures)
        for figure in figures:
            self.behind.update_figure(figure)

    def fill_waits(self, found: Waiting) -> None:
        """Show what waits, but for what stands in a form that is open here."""
        self._found = found
        held = self._desk.drafts
        here = {n for n in held.open if (one := held.known.get(n)) and one.form == HOURS}
        waits = [one for one in found.waits if one.draft is None or one.draft.id not in here]
        first = len({one.kind for one in waits})
        waits[first:first] = self._long  # after the first of each other kind
        self.waits.fill([self._wait(one) for one in waits], more=found.more)

    def fill_long(self, long: list[Wait]) -> None:
        """Show beside it, or no longer, that something was kept as long as the group means to."""
        if long != self._long:
            self._long = long
            self.fill_waits(self._found)

    def _usual(self, one: Usual) -> Line:
        under = ""
        if one.last is not None:
            year = one.last.year != today.today().year
            under = _last_time(one, dates.in_words(one.last, year=year))
        start = (tr(LAST_TIME), lambda: self._desk.go("activities", ("register", one.activity, "last")))
        return Line(isolated(one.title), under, [start])

    def _logged(self, one: Logged) -> Line:
        undo = (tr(N_("Undo")), lambda: self.undone.emit(one.unit))
        return Line(entry_words(one.entry), day_words(one.entry), [opening(self._desk, one.entry), undo])

    def _wait(self, wait: Wait) -> Line:
        if wait.draft is not None:
            what = replace(wait, what=form_words(wait.draft.form))
            go_on = (tr(VERBS["draft"]), lambda: self._desk.go(*form_place(wait.draft)))
            return Line(wait_words(what), since_words(wait.days), [go_on])
        inside = ("settings", TARGETS.get(wait.kind, ""))
        target = (HOME[wait.record[0]], wait.record) if wait.record else inside
        verb = tr(VERBS.get(wait.kind, OPEN))
        verbs = [(verb, lambda: self._desk.go(*target))] if wait.record or inside[1] else []
        return Line(wait_words(wait), since_words(wait.days), verbs)


def _side(layout: QVBoxLayout) -> QWidget:
    layout.setContentsMargins(0, 0, 0, 0)
    return boxed(layout)


def _last_time(one: Usual, day: str) -> str:
    if one.came is None:
        return tr(N_("Last time was {day}."), day=day)
    return ngettext("Last time was {day}; {n} came.", "Last time was {day}; {n} came.", one.came, day=day)
