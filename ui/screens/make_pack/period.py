"""Step 1 of a pack: which days it is about, and for whom it is."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.language import isolated
from ui.widgets import dates
from ui.widgets.asked import Asked
from ui.widgets.boxes import DateBox
from ui.widgets.chips import OneOf, OneWithMeaning
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import boxed, card, column
from ui.widgets.notice import Notice
from ui.widgets.type_ahead import Suggestion, TypeAhead
from ui.widgets.typed import type_again, typed
from ui.widgets.words import text
from vcse_desktop.actions.offering import templates
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.sending import Choices
from vcse_desktop.actions.speaking import LANGUAGES
from vcse_desktop.actions.suggesting import MOST, Names
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr
from vcse_desktop.records.typed import NotUnderstood, day
from vcse_desktop.reports import numbers

LAST_MONTH, LAST_QUARTER, THIS_QUARTER, LAST_YEAR, OTHER = "month", "quarter", "now", "year", "other"
OFFERED = (
    (LAST_QUARTER, N_("Last quarter")),
    (LAST_MONTH, N_("Last month")),
    (THIS_QUARTER, N_("This quarter so far")),
    (LAST_YEAR, N_("Last year")),
    (OTHER, N_("Other days…")),
)
LONGEST_NAME = 200
REPLACES = N_("This pack takes the place of one that you sent. Its partner stays the same.")
REPLACES_WHY = N_(
    "This pack takes the place of one that you sent. Its partner stays the same. The reason: {reason}"
)
OWN = N_("Headings, tables and notes are in it. What people said and what you wrote stay as they are.")
QUARTER = 3
Days = tuple[date, date]


def days(code: str, now: date) -> Days | None:
    """Return the first and the last day of what a chip names; None for other days."""
    month = now.replace(day=1)
    quarter = month.replace(month=month.month - (month.month - 1) % QUARTER)
    if code == LAST_MONTH:
        return (month - timedelta(days=1)).replace(day=1), month - timedelta(days=1)
    if code == LAST_QUARTER:
        end = quarter - timedelta(days=1)
        return end.replace(month=end.month - QUARTER + 1, day=1), end
    if code == THIS_QUARTER:
        return quarter, now
    if code == LAST_YEAR:
        return date(now.year - 1, 1, 1), date(now.year - 1, 12, 31)
    return None


class Which(QWidget):
    """Which days: chips for the usual ones, two boxes for others. ``changed`` tells each change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.chips = OneOf(tr(N_("Which days")), [(code, tr(words)) for code, words in OFFERED], LAST_QUARTER)
        self.span = text("", "sub")
        self.first, self.last = _day(tr(N_("First day"))), _day(tr(N_("Last day")))
        self._other = boxed(column(self.first, self.last))
        self.setLayout(column(text(tr(N_("Which days")), "label"), self.chips, self.span, self._other, gap=8))
        self.chips.chosen.connect(self._chosen)
        for asked in (self.first, self.last):
            box = asked.control
            if isinstance(box, QLineEdit):
                box.textChanged.connect(lambda _: self._show())
        self._show()

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.chips.buttons[str(self.chips.code())]

    def days(self) -> Days | None:
        """Return the first and the last day; None when one needs another look: that is said and gone to."""
        named = days(str(self.chips.code()), today())
        if named:
            return named
        found = [_read(asked) for asked in (self.first, self.last)]
        if found[0] is None or found[1] is None:
            return None
        if found[0] > found[1]:
            self.last.wrong(tr(N_("The last day is before the first.")))
            return None
        return found[0], found[1]

    def put(self, first: date, last: date) -> None:
        """Show days chosen before."""
        code = next((c for c, _ in OFFERED if days(c, today()) == (first, last)), OTHER)
        if code == OTHER:
            for asked, when in ((self.first, first), (self.last, last)):
                _box(asked).setText(numbers.day(when, "en"))
        self.chips.choose(code)
        self._show()

    def _chosen(self) -> None:
        self._show()
        if self.chips.code() == OTHER and self.chips.buttons[OTHER].hasFocus():
            _box(self.first).setFocus()

    def _show(self) -> None:
        """Say the days in words."""
        code = str(self.chips.code())
        named = days(code, today())
        self._other.setVisible(named is None)
        self.span.setVisible(named is not None)
        if named:
            first, last = (dates.in_words(when) for when in named)
            self.span.setText(tr(N_("{first} to {last}"), first=first, last=last))
        self.changed.emit()


class Period(QWidget):
    """The days of a pack, and one box for the partner."""

    def __init__(self) -> None:
        super().__init__()
        self._used: list[str] = []
        self._names = Names()
        self._replaces = self._reason = ""
        self._replacing = Notice("info")
        self.which = Which()
        self.chips, self.first, self.last = self.which.chips, self.which.first, self.which.last
        self.whom = TypeAhead(
            tr(N_("Who is it for")), tr(N_("An organisation, such as your council")), self._offer
        )
        self.whom.box.setMaxLength(LONGEST_NAME)
        self.who = Asked(
            tr(N_("Who is it for")),
            self.whom.box,
            tr(N_("Each partner has packs with numbers of their own. Type a name; a new one is fine.")),
            [self.whom],
        )
        self.template = OneWithMeaning(tr(N_("What they ask for")), templates(), "")
        self.language = OneOf(tr(N_("Language of the pack")), list(LANGUAGES.items()), SOURCE_LANGUAGE)
        asked = [text(tr(N_("What they ask for")), "label"), self.template]
        spoken = [text(tr(N_("Language of the pack")), "label"), self.language, text(tr(OWN), "small")]
        self.setLayout(column(self._replacing, card(self.which, 4, self.who, 4, *asked, 4, *spoken, gap=12)))
        first = typed(self)
        draft = lambda: now if (now := typed(self)) != first else None  # noqa: E731
        begun(self, Drafted(lambda: ("pack", None), draft, partial(type_again, self)))

    def know(self, used: Sequence[str], names: Names) -> None:
        """Offer these: for whom packs were made before, the last one first, and the organisations."""
        self._used, self._names = list(used), names

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.whom.box

    def choices(self) -> Choices | None:
        """Return what was chosen, or None when something needs another look: that is said and gone to."""
        found = self.which.days()
        if found is None:
            return None
        if not self.whom.text():
            self.who.wrong(tr(N_("Type who the pack is for.")))
            return None
        return Choices(
            *found,
            self.whom.text(),
            replaces=self._replaces,
            reason=self._reason,
            template=self.template.code() or "",
            language=self.language.code() or SOURCE_LANGUAGE,
        )

    def put(self, choices: Choices) -> None:
        """Show choices made before."""
        self.which.put(choices.first, choices.last)
        self.whom.box.setText(choices.audience)
        self.template.choose(choices.template)
        self.language.choose(choices.language)
        self._replaces, self._reason = choices.replaces, choices.reason
        said = tr(REPLACES_WHY if choices.reason else REPLACES, reason=isolated(choices.reason))
        self._replacing.show_as("info", said if choices.replaces else "")

    def _offer(self, words: str) -> list[Suggestion]:
        wanted = words.casefold()
        used = [name for name in self._used if wanted in name.casefold()]
        names = list(dict.fromkeys([*used, *(name.text for name in self._names.suggest(words))]))
        made = [Suggestion(name, name) for name in names[:MOST]]
        if wanted and wanted not in {name.casefold() for name in names}:
            made.append(Suggestion(None, tr(N_("“{name}”, as typed"), name=isolated(words))))
        return made


def _day(label: str) -> Asked:
    written = DateBox(label, near=False)
    return Asked(label, written.box, "", [written])


def _box(asked: Asked) -> QLineEdit:
    box = asked.control
    if not isinstance(box, QLineEdit):
        raise TypeError("a day is written in a box")
    return box


def _read(asked: Asked) -> date | None:
    """Return the day in a box; None, said beside it, when it is none."""
    words = _box(asked).text().strip()
    try:
        return date.fromisoformat(day(words))
    except NotUnderstood as problem:
        asked.wrong(tr(problem.message))
        return None
