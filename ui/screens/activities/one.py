"""One activity with its sessions, or the sessions of a week: each line opens its register."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.activities.list import CALENDAR
from ui.screens.activities.words import about, about_session, mark_of, title_of
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, emptied, flow, rule
from ui.widgets.row_button import RowButton
from ui.widgets.words import heading, text
from vcse_desktop.actions.activities import Activity, Met
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists

FEW, MORE = 12, 36
NONE_YET = N_("No sessions yet. Take the register the next time it runs.")
NONE_OF_WEEK = N_("No sessions this week yet.")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is to be shown: an activity, or None for all of this week; and its sessions, newest first."""

    activity: Activity | None
    sessions: Sequence[Met]
    lists: Lists


class OneActivity(QWidget):
    """``register`` carries "" or "last"; ``chosen`` a session; ``changing`` is the wish to change it,
    ``planning`` to plan a session, ``saving`` to have those planned as a calendar file, ``door`` that people
    sign in to it.
    """

    register = Signal(str)
    chosen = Signal(object)
    changing = Signal()
    door = Signal()
    planning = Signal()
    saving = Signal()

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown, self._many = shown, FEW
        one = shown.activity
        self.again = button(
            tr(N_("Same as last time")), lambda: self.register.emit("last"), "primary", picture="repeat"
        )
        self.take = button(tr(N_("Take the register")), lambda: self.register.emit(""), picture="check")
        self.sign_in = button(tr(N_("Sign-in screen")), self.door.emit, "quiet", picture="people")
        self.change = button(tr(N_("Change its details")), self.changing.emit, "quiet")
        self.plan = button(tr(N_("Plan a session")), self.planning.emit, picture="add")
        self.calendar = button(tr(CALENDAR), self.saving.emit, "quiet", picture="file")
        self._more = button(tr(N_("Show earlier ones")), self._show_more, "quiet")
        self._lines = column(gap=0)
        self._none = text(tr(NONE_YET if one else NONE_OF_WEEK), "sub")
        buttons = flow(self.again, self.take, self.plan, self.sign_in, self.change)
        under = text(about(one, shown.lists) if one else "", "sub")
        lines = card(self._lines, self._none, flow(self._more), margin=8)
        self.setLayout(column(under, buttons, 8, heading(tr(N_("Sessions")), 2), lines, self.calendar))
        self.calendar.setVisible(one is not None and any(met.status == "planned" for met in shown.sessions))
        self.again.setVisible(one is not None and one.last is not None)
        for part in (under, buttons):
            part.setVisible(one is not None)
        self._fill()

    def first(self) -> QWidget | None:
        """Return what is likeliest to be wanted."""
        if self._shown.activity is None:
            item = self._lines.itemAt(0)
            return item.widget() if item is not None else None
        return self.take if self.again.isHidden() else self.again

    def put_under(self, thing: QWidget) -> None:
        """Put something under the sessions."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(thing)

    def _show_more(self) -> None:
        place = self._many
        self._many += MORE
        self._fill()
        item = self._lines.itemAt(2 * place)
        widget = item.widget() if item is not None else None
        if widget is not None:
            widget.setFocus()

    def _fill(self) -> None:
        emptied(self._lines)
        sessions, lists = self._shown.sessions, self._shown.lists
        for number, met in enumerate(sessions[: self._many]):
            if number:
                self._lines.addWidget(rule())
            press = lambda id=met.id: self.chosen.emit(id)  # noqa: E731, A006
            title = title_of(met, activity=self._shown.activity is None)
            self._lines.addWidget(RowButton(title, about_session(met, lists), press, mark_of(met, lists)))
        self._none.setVisible(not sessions)
        self._more.setVisible(len(sessions) > self._many)
