"""Today: log hours in twenty seconds, see the day and the week, and what waits; then the month."""

from datetime import date
from functools import partial
from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.screen import Screen
from ui.screens.today.day import Day
from ui.screens.today.month import Month
from ui.screens.undoing import take_back
from ui.widgets import lengths
from ui.widgets.buttons import button
from ui.widgets.stack import Tabs
from ui.widgets.typed import Typed, type_again, typed
from vcse_desktop.actions import giving, today
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.giving import Time
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.today import Offered
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.fields import Problem
from vcse_desktop.reports import numbers

DAY, MONTH = "day", "month"
NAMED = frozenset({"person", "activity", "session", "place", "setting", "own_item"})
"""What the names to offer, their order and the words of the form are made from."""

LASTING = frozenset({"person", "support", "insight", "equality", "check", "consent", "setting"})
"""What is kept until a day, and what says until when: time that is logged only puts that day off."""


class Today(Screen):
    """Begins in the box for a name; a first visit asks for the day, the month when it is turned to."""

    card: ClassVar[str] = "today"
    shows: ClassVar[frozenset[str]] = frozenset({*TABLES, "setting", "slot", "draft"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, tr(N_("Today")))
        self.month: Month | None = None
        self._ahead = True
        _look_at_day(self, today.today())  # the answers come once this is made: reading goes on meanwhile

        def month() -> QWidget:
            self.month = Month(desk)
            return self.month

        self.under.show()
        note = button(
            tr(N_("Note something someone said")), lambda: desk.go("voices", "new"), picture="voices"
        )
        if desk.helper:
            note.hide()
        self.verbs.addWidget(note)
        self.day = Day(desk)
        self.tabs = Tabs(tr(N_("Parts of this page")))
        self.tabs.add(DAY, tr(N_("Today")), lambda: self.day)
        if not desk.helper:
            self.tabs.add(MONTH, tr(N_("This month")), month)
        self._known: list[Problem] = []
        self._saving = False
        self.add(self.tabs)
        self.tabs.show_part(DAY)
        self.tabs.offer(shown=not desk.helper)
        form = self.day.form
        form.wanted.connect(lambda time: self._log(time, []))
        form.anyway.connect(lambda time: self._log(time, self._known))
        self.day.undone.connect(lambda unit: take_back(self, desk, unit))
        self.tabs.turned.connect(partial(_turned, self))

    def first(self) -> QWidget | None:
        """Begin in the box for a name."""
        return self.day.form.fields.who.first() if self.tabs.part() is self.day else self.tabs.bar

    def look_at_month(self, now: date) -> None:
        """Ask for the month, when it is shown."""
        if self.month is not None and self.tabs.part() is self.month:
            self.ask(lambda: today.month(self.vault, now), self.month.fill)

    def look(self) -> None:
        """Ask for the names to offer, the board of the day, and the month when it is shown."""
        now = today.today()
        self.under.setText(numbers.day(now, spoken()))
        self.look_at_month(now)
        if self._ahead:  # it was asked for when this was made
            self._ahead = False
        else:
            _look_at_day(self, now)

    def open(self, what: object) -> None:
        """Turn to the form for "hours", to the month for "month"."""
        self.tabs.show_part(MONTH if what == MONTH and not self.desk.helper else DAY)

    def new(self) -> None:
        """Begin in the box for a name."""
        self.tabs.show_part(DAY)
        self.day.form.fields.who.first().setFocus()

    def save(self) -> None:
        """Log the hours in the form."""
        if self.tabs.part() is self.day:
            self.day.form.save()

    def back(self) -> None:
        """Close the list of records that is open."""
        for behind in (self.day.behind, *(self.month.lists() if self.month is not None else ())):
            if behind.isVisible():
                behind.hide()
                self.focusNextPrevChild(True)

    def kept(self) -> object:
        """Return which part is shown, what stands in the form, and whether somebody has typed it."""
        return self.tabs.code(), typed(self.day.form), self.day.form.fields.is_typed()

    def again(self, kept: object) -> None:
        """Show that part, and fill the form in as it was."""
        part, form, by_hand = cast(tuple[str, Typed, bool], kept)
        self.tabs.show_part(part)
        type_again(self.day.form, form)
        if not by_hand:  # the day of the last entry stays for the next: that is nothing begun
            self.day.form.fields.first = self.day.form.fields.state()

    def failed(self, error: BaseException) -> None:
        """Say beside the form what keeps it from being saved; anything else as ever."""
        self._saving = False
        if isinstance(error, NotSound):
            self._known = list(error.problems)
            self.day.form.show_problems(error.problems)
        else:
            super().failed(error)

    def _log(self, time: Time, known: list[Problem]) -> None:
        if self._saving:
            return
        self._saving = True
        form = self.day.form
        name, sent = form.fields.who.box.text(), form.fields.state()

        def done(changed: Changed) -> None:
            self._saving = False
            if form.fields.state() == sent:  # else somebody types the next one already
                form.next_one()
            self.desk.did(_logged(time, name), changed)

        self.act(lambda: giving.log(self.vault, time, known), done)


def _turned(page: "Today", code: str) -> None:
    """Ask for what is turned to: the day stays as it was while nothing changes under the month."""
    if code == MONTH:
        page.look_at_month(today.today())
    else:
        page.look()


def _look_at_day(page: Today, now: date) -> None:
    """Ask for the names to offer and the board of the day, and when it can be used for what takes longer."""
    lasting, few = page.only is None or bool(page.only & LASTING), list[Offered]()

    def offer(found: Offered) -> None:
        page.day.form.fields.offer(found)
        if not found.people.whole:
            few.append(found)

    def fill(board: today.Board) -> None:
        page.day.fill(board)
        if few:
            page.ask(lambda: today.offered(page.vault), page.day.form.fields.offer)
        page.ask(lambda: today.week(page.vault, now), page.day.fill_week)
        page.ask(lambda: today.waiting(page.vault, now), page.day.fill_waits)
        if lasting:
            page.ask(lambda: today.kept_long(page.vault, now), page.day.fill_long)

    if page.only is None or page.only & NAMED:  # an hour alone makes no new name
        page.ask(lambda: today.offered(page.vault, soon=True), offer)
    page.ask(lambda: today.board(page.vault, now), fill)


def _logged(time: Time, name: str) -> str:
    length = lengths.in_words(time.minutes or 0)
    if time.unnamed:
        return ngettext(
            "Logged {time} for {n} person.", "Logged {time} for {n} people.", time.people or 0, time=length
        )
    return tr(N_("Logged {time} for {name}."), time=length, name=isolated(name))
