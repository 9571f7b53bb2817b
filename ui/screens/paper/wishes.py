"""What somebody wants printed: which form, for what and when, how many sheets, and how large."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.forms.linking import Link
from ui.forms.written import Day
from ui.widgets.boxes import CountBox
from ui.widgets.chips import OneOf, SomeOf
from ui.widgets.frame import boxed, column, field
from ui.widgets.type_ahead import only_looking
from ui.widgets.words import text
from vcse_desktop.actions.blank_words import Wish
from vcse_desktop.actions.paper_desk import Offers
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records import typed
from vcse_desktop.records.printed import Paper
from vcse_desktop.records.typed import NotUnderstood

WHICH, ACTIVITY, DAY = N_("Which form?"), N_("For which activity?"), N_("For which day?")
ASKING = N_("For which piece of asking?")
ITS_WORDS = N_("May stay empty. With one, the sheet says in its words how what people say will be used")
SHEETS, COUNTED = N_("How many sheets?"), N_("Lists to count by")
EMPTY = N_("May stay empty: then it is written by hand")
LARGE, NAMES = N_("Large print"), N_("With names on it")
SEEN = N_(
    "The names of those who usually come or help. Whoever signs in sees them all: leave it off unless "
    "everybody on the sheet knows that."
)


class Wishes(QWidget):
    """``changed`` tells each change."""

    changed = Signal()

    def __init__(self, papers: Sequence[Paper], offers: Offers, *, may_name: bool) -> None:
        super().__init__()
        self._papers, self._may_name = {one.code: one for one in papers}, may_name
        self.which = OneOf(tr(WHICH), [(one.code, tr(one.title)) for one in papers], papers[0].code)
        self.activity = Link(tr(ACTIVITY), "activity", Names(offers.activities, may_add=False))
        self.activity.name(tr(ACTIVITY), tr(EMPTY))
        self.asking = Link(tr(ASKING), "engagement", Names(offers.askings, may_add=False))
        self.asking.name(tr(ASKING), tr(ITS_WORDS))
        self._has_askings = bool(offers.askings)
        self.day = Day(tr(DAY))
        self.sheets = CountBox(tr(SHEETS))
        self.sheets.set_count(1)
        self.large, self.names = QCheckBox(tr(LARGE)), QCheckBox(tr(NAMES))
        self.lists = SomeOf(tr(COUNTED), offers.lists, offers.usual)
        self._of = boxed(field(tr(ACTIVITY), self.activity, tr(EMPTY)))
        self._for = boxed(field(tr(ASKING), self.asking, tr(ITS_WORDS)))
        self._named = boxed(column(self.names, text(tr(SEEN), "small"), gap=4))
        self._listed = boxed(column(text(tr(COUNTED), "label"), self.lists, gap=6))
        which = column(text(tr(WHICH), "label"), self.which, gap=6)
        day, many = field(tr(DAY), self.day, tr(EMPTY)), field(tr(SHEETS), self.sheets)
        self.setLayout(
            column(which, self._of, self._for, day, self._listed, many, self.large, self._named, gap=16)
        )
        self.which.chosen.connect(self._turn)
        for signal in (
            self.activity.changed,
            self.asking.changed,
            self.day.changed,
            self.lists.chosen,
            self.which.chosen,
        ):
            signal.connect(self.changed)
        self.activity.changed.connect(self._turn)
        self.sheets.textChanged.connect(self.changed)
        for tick in (self.large, self.names):
            tick.toggled.connect(self.changed)
        self._turn()

    def paper(self) -> Paper:
        """Return the form that is chosen."""
        return self._papers[self.which.code() or next(iter(self._papers))]

    def wish(self) -> Wish:
        """Return what is wanted; raises NotUnderstood where a day or a number is none."""
        paper, words = self.paper(), str(self.day.value() or "")
        activity = _chosen(self.activity) if paper.columns or paper.counts else None
        sheets = self.sheets.count()
        return Wish(
            paper.code,
            activity,
            date.fromisoformat(typed.day(words)) if words else None,
            1 if sheets is None else sheets,
            self.large.isChecked(),
            self.names.isChecked() and not self._named.isHidden(),
            tuple(self.lists.codes()) if paper.counts else (),
            _chosen(self.asking) if not self._for.isHidden() else None,
        )

    def is_wrong(self) -> QWidget | None:
        """Return the box that cannot be understood, None for none; it is marked."""
        wrong = None
        for box, look in ((self.sheets, self.sheets.count), (self.day.control, self._day)):
            try:
                look()
            except NotUnderstood:
                wrong = box
        return wrong

    def begin(
        self,
        paper: str,
        activity: int | None = None,
        day: str | None = None,
        asking: int | None = None,
    ) -> None:
        """Choose a form, for an activity, a day and a piece of asking where these are known."""
        if paper in self.which.buttons:
            self.which.choose(paper)
        if activity is not None:
            self.activity.put(activity)
        if day is not None:
            self.day.put(day)
        if asking is not None:
            self.asking.put(asking)
        self._turn()
        self.changed.emit()

    def typed(self) -> tuple[object, ...]:
        """Return what stands here, as it was typed."""
        with only_looking():
            links = (self.activity.value(), self.asking.value())
            words = (self.day.value(), self.sheets.text())
        ticks = (self.large.isChecked(), self.names.isChecked())
        return self.which.code(), *links, *words, *ticks, self.lists.codes()

    def type_again(self, kept: tuple[object, ...]) -> None:
        """Fill in what ``typed`` returned."""
        paper, activity, asking, day, sheets, large, names, lists = kept
        self.begin(str(paper))
        self.activity.put(activity)
        self.asking.put(asking)
        self.day.put(day)
        self.sheets.setText(str(sheets))
        self.large.setChecked(bool(large))
        self.names.setChecked(bool(names))
        self.lists.choose(lists if isinstance(lists, list) else [])
        self._turn()

    def _day(self) -> object:
        words = str(self.day.value() or "")
        return typed.day(words) if words else None

    def _turn(self) -> None:
        paper = self.paper()
        self._of.setVisible(bool(paper.columns or paper.counts))
        self._for.setVisible(paper.of_asking and self._has_askings)
        self._listed.setVisible(paper.counts)
        named = bool(paper.columns) and self._may_name and _chosen(self.activity) is not None
        self._named.setVisible(named)


def _chosen(link: Link) -> int | None:
    """Return the record that is chosen, None for none and for a name that is none yet."""
    with only_looking():
        value = link.value()
    return value if isinstance(value, int) else None
