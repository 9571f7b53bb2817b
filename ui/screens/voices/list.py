"""What was heard, newest first, with a search over it."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from ui.screens.filters.bar import NONE_FIT, FilterBar
from ui.screens.searching import searching
from ui.screens.voices.words import TAGS, code, origin
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow, row
from ui.widgets.standing import Standing
from ui.widgets.words import tag, text
from vcse_desktop.actions.heard import Heard
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label

STEP, WAIT, LONGEST = 20, 200, 300
"""Cards shown at once; milliseconds of quiet before a search; letters of a card."""
EMPTY = N_("Nothing heard yet. One sentence someone said is a start.")
NOT_FOUND = N_("Nothing heard has these words in it.")
NOT_THIS_WEEK = N_("Nothing was heard this week yet.")


class HeardList(QWidget):
    """``opened`` carries the id of one; ``asked`` tells that another search is wanted."""

    opened = Signal(object)
    asked = Signal()

    def __init__(self, bar: FilterBar) -> None:
        super().__init__()
        self._bar = bar
        self.box = QLineEdit()
        bar.words = self.words
        self.box.setClearButtonEnabled(False)
        self.since: date | None = None
        self._of = 0
        self._lists: Lists = {}
        self._held: object = None
        self._shown = STEP
        self._count = text("", "sub")
        self._all = button(tr(N_("Show everything that was heard")), self._show_all, "quiet")
        cards = column(gap=12)
        self._cards = Standing[Heard, QWidget](cards, self._card)
        self._more = button(tr(N_("Show more")), self._show_more)
        self._search = searching(self.box, "insight")
        self._none = card(text(tr(EMPTY)))
        self._none.hide()
        self.setLayout(
            column(self._search, bar, self._none, self._count, self._all, cards, self._more, None, gap=12)
        )
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.asked)
        self.box.textChanged.connect(lambda _: self._wait.start())
        self._all.hide()
        self._more.hide()

    def words(self) -> str:
        """Return what is looked for."""
        return self.box.text()

    def only_since(self, day: date | None) -> None:
        """Show only what was heard since this day, or everything."""
        self.since = day
        self._all.setVisible(day is not None)
        self._bar.offer_to_take(whole=day is None)

    def this_week(self) -> None:
        """Show only what was heard since Monday."""
        day = today()
        self.only_since(day - timedelta(days=day.weekday()))
        self.asked.emit()

    def asked_for(self) -> tuple[str, date | None, int]:
        """Return the words that are looked for, since when, and how many are shown."""
        return self.box.text(), self.since, self._shown

    def show_found(self, lists: Lists, found: Sequence[Heard], of: int) -> None:
        """Show these of so many altogether; the focus stays on the same one."""
        self._of = of
        self._more.setVisible(of > len(found))
        self._count.setText(self._counted())
        nothing = not (found or self.words().strip() or self.since or self._bar.asks())
        self._none.setVisible(nothing)
        for part in (self._search, self._bar, self._count):
            part.setVisible(not nothing)
        if lists != self._lists:
            self._cards.show([])  # every card is worded by them
            self._lists = lists
        focus = QApplication.focusWidget()
        self._held = focus.property("insight") if focus is not None and self.isAncestorOf(focus) else None
        self._cards.show(found)

    def _counted(self) -> str:
        if self._of:
            return ngettext("{n} thing heard.", "{n} things heard.", self._of)
        if self.words().strip():
            return tr(NOT_FOUND)
        if self._bar.asks():
            return tr(NONE_FIT)
        return "" if self.since is None else tr(NOT_THIS_WEEK)

    def _card(self, one: Heard) -> QWidget:
        lists = self._lists
        said = str(one.row["words"])
        short = said if len(said) <= LONGEST else said[: LONGEST - 1] + "…"
        tags = [tag(tr(TAGS[code(one)]))]
        if one.row["kind"]:
            tags.append(tag(label(lists, "insight_kind", str(one.row["kind"]))))
        name = tr(N_("Open: {words}"), words=short[:80])
        insight = int(str(one.row["id"]))
        verb = button(tr(N_("Open")), lambda: self.opened.emit(insight), "quiet", name=name)
        verb.setProperty("insight", insight)
        if self._held == insight:
            QTimer.singleShot(0, verb, verb.setFocus)
        foot = row(flow(*tags), verb)
        foot.setStretch(0, 1)
        made = card(text(short, "quote"), text(origin(one, lists), "sub"), foot, gap=8)
        made.setAccessibleName(short)
        return made

    def _show_more(self) -> None:
        self._shown += STEP
        self.asked.emit()

    def _show_all(self) -> None:
        self.only_since(None)
        self.asked.emit()
        self.box.setFocus()
