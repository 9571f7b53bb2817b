"""Boxes that understand what people write: a length of time, a day, a whole number."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QWidget

from ui.language import spoken
from ui.theme.look import px
from ui.widgets import lengths
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, row
from ui.widgets.words import text
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records import typed
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.reports import numbers

TODAY, YESTERDAY, OTHER = "today", "yesterday", "other"
LONGEST = 40
WITH_CALENDAR = 560
NARROW = 110
"""Pixels at 100%: a box for a day with its button at most, and a box for a number that shares its line."""


def mark_wrong(control: QWidget, wrong: bool) -> None:
    """Show that a control needs another look, or no longer."""
    if bool(control.property("wrong")) != wrong:
        control.setProperty("wrong", wrong)
        control.style().unpolish(control)
        control.style().polish(control)
        control.updateGeometry()  # its edge is thicker now, or thinner


class HoursBox(QWidget):
    """A length of time: 1h30, 90m, 1.5, 1:30, 1½, 2; what was understood stands under the box.

    ``offers`` are lengths in minutes, as chips that fill the box. ``changed`` tells each change.
    """

    changed = Signal()

    def __init__(self, name: str, offers: Sequence[int] = ()) -> None:
        super().__init__()
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self.box.setAccessibleName(name)
        self.setFocusProxy(self.box)
        self.understood = text("", "small")
        self.chips = OneOf(name, [(str(one), lengths.short(one)) for one in offers])
        for code, chip in self.chips.buttons.items():
            chip.setAccessibleName(lengths.in_words(int(code)))
        self._beside = bool(offers)
        if offers:
            self.box.setFixedWidth(px(NARROW))
            line = row(self.box, self.understood, gap=8)
            line.setStretch(1, 1)
            whole = column(line, self.chips, gap=8)
        else:
            whole = column(self.box, self.understood, self.chips, gap=4)
            self.chips.hide()
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.box.textChanged.connect(self._typed)
        self.chips.chosen.connect(self._chosen)
        self._typed("")

    def minutes(self) -> int | None:
        """Return the minutes, None for an empty box; raises NotUnderstood."""
        words = self.box.text().strip()
        return typed.minutes(words) if words else None

    def set_minutes(self, minutes: int | None) -> None:
        """Fill the box."""
        self.box.setText("" if minutes is None else _plain_hours(minutes))

    def mark_wrong(self, wrong: bool) -> None:
        """Show that the box needs another look, or no longer."""
        mark_wrong(self.box, wrong)

    def _chosen(self) -> None:
        code = self.chips.code()
        if code is not None and self._known() != int(code):
            self.set_minutes(int(code))

    def _known(self) -> int | None:
        try:
            return self.minutes()
        except NotUnderstood:
            return None

    def _typed(self, _: str) -> None:
        known = self._known()
        hint = tr(N_("Hours, such as 2 or 1h30")) if self._beside and not self.box.text().strip() else ""
        self.understood.setText(
            hint if known is None else tr(N_("That is {time}."), time=lengths.in_words(known))
        )
        if not self._beside:
            self.understood.setVisible(known is not None)
        self.chips.choose(None if known is None else str(known))
        self.mark_wrong(False)
        self.changed.emit()


def _plain_hours(minutes: int) -> str:
    """Return what a person would type for a length of time: 2, 1.5, 1:50."""
    whole, rest = divmod(minutes, lengths.HOUR)
    if not rest:
        return str(whole)
    return f"{whole}.5" if rest == lengths.HOUR // 2 else f"{whole}:{rest:02}"


class DateBox(QWidget):
    """A day, typed or from a calendar; ``near`` offers Today (at first), Yesterday, or another one."""

    changed = Signal()

    def __init__(self, name: str, *, near: bool = True) -> None:
        super().__init__()
        self._name = name
        offer = ((TODAY, tr(N_("Today"))), (YESTERDAY, tr(N_("Yesterday"))), (OTHER, tr(N_("Another day…"))))
        self.chips = OneOf(name, offer, TODAY if near else OTHER)
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self.box.setAccessibleName(tr(N_("{field}: write the day"), field=name))
        self.box.setPlaceholderText(tr(N_("Such as 3/4/2026")))
        self.setFocusProxy(self.chips if near else self.box)
        calendar = tr(N_("{field}: calendar"), field=name)
        self._button = button(tr(N_("Calendar")), self._turn_calendar, picture="activities", name=calendar)
        self.understood = text("", "small")
        self.understood.hide()
        self.calendar: QCalendarWidget | None = None
        line = row(self.box, self._button)
        line.setStretch(0, 1)
        self._inside = column(line, self.understood, gap=6)
        self._other = boxed(self._inside)
        self._other.setMaximumWidth(px(WITH_CALENDAR))
        self._inside.setContentsMargins(0, 0, 0, 0)
        self.setLayout(column(*([self.chips] if near else []), self._other, gap=8))
        if not near:
            self.chips.setParent(self)
            self.chips.hide()
        self._other.setVisible(not near)
        self._near = near
        self.chips.chosen.connect(self._chosen)
        self.box.textChanged.connect(self._typed)

    def day(self) -> str | None:
        """Return the day as 2026-04-03, None when none was written; raises NotUnderstood."""
        back = {TODAY: 0, YESTERDAY: 1}.get(str(self.chips.code()))
        if back is not None:
            return (today() - timedelta(days=back)).isoformat()
        words = self.box.text().strip()
        return typed.day(words) if words else None

    def set_day(self, day: str | None) -> None:
        """Show a day; None is another day that is not known yet."""
        now = today()
        near = {now.isoformat(): TODAY, (now - timedelta(days=1)).isoformat(): YESTERDAY}
        code = near.get(day or "", OTHER) if self._near else OTHER
        self.box.setText(_british(day) if day and code == OTHER else "")
        self.chips.choose(code)
        self._show()

    def mark_wrong(self, wrong: bool) -> None:
        """Show that the day needs another look, or no longer."""
        mark_wrong(self.box, wrong)

    def _chosen(self) -> None:
        self._show()
        if self.chips.code() == OTHER and self.chips.buttons[OTHER].hasFocus():
            self.box.setFocus()

    def _show(self) -> None:
        self._other.setVisible(self.chips.code() == OTHER)
        self.mark_wrong(False)
        self.changed.emit()

    def _typed(self, words: str) -> None:
        self.understood.setText(_day_in_words(words.strip()))
        self.understood.setVisible(bool(self.understood.text()))
        self.mark_wrong(False)
        self.changed.emit()

    def _turn_calendar(self) -> None:
        if self.calendar is None:
            self.calendar = _calendar(tr(N_("{field}: calendar"), field=self._name))
            self.calendar.clicked.connect(self._pointed)
            self.calendar.activated.connect(self._pointed)
            self._inside.addWidget(self.calendar)
        else:
            self.calendar.setVisible(self.calendar.isHidden())
        if not self.calendar.isHidden():
            self.calendar.setFocus()

    def _pointed(self, day: QDate) -> None:
        self.box.setText(_british(str(day.toString(Qt.DateFormat.ISODate))))
        if self.calendar is not None:
            self.calendar.hide()
        self.box.setFocus()


def _calendar(name: str) -> QCalendarWidget:
    """Return a calendar of which every part has a name, its weeks beginning on Monday."""
    made = QCalendarWidget()
    made.setAccessibleName(name)
    made.setLocale(QLocale())
    made.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
    made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
    parts = {
        "qt_calendar_prevmonth": tr(N_("Month before")),
        "qt_calendar_nextmonth": tr(N_("Month after")),
        "qt_calendar_monthbutton": tr(N_("Month")),
        "qt_calendar_yearbutton": tr(N_("Year")),
        "qt_calendar_yearedit": tr(N_("Year")),
        "qt_calendar_calendarview": name,
    }
    for code, words in parts.items():
        for part in made.findChildren(QWidget, code):
            part.setAccessibleName(words)
    return made


def _british(day: str) -> str:
    when = date.fromisoformat(day)
    return f"{when.day}/{when.month}/{when.year}"


def _day_in_words(words: str) -> str:
    try:
        return numbers.day(date.fromisoformat(typed.day(words)), spoken()) if words else ""
    except NotUnderstood:
        return ""


class CountBox(QLineEdit):
    """A whole number, or nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(LONGEST)
        self.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self.textChanged.connect(lambda _: self.mark_wrong(False))

    def count(self) -> int | None:
        """Return the number, None for an empty box; raises NotUnderstood."""
        words = self.text().strip()
        return typed.count(words) if words else None

    def set_count(self, number: int | None) -> None:
        """Fill the box."""
        self.setText("" if number is None else str(number))

    def mark_wrong(self, wrong: bool) -> None:
        """Show that the box needs another look, or no longer."""
        mark_wrong(self, wrong)
