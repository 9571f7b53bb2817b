"""Names to be ticked, in as many columns as there is room for, and beside each the hours of that person."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from ui.forms.written import written
from ui.language import isolated
from ui.theme.look import px
from ui.theme.tokens import ROW, SPACE
from ui.widgets.boxes import LONGEST, mark_wrong
from ui.widgets.frame import column, row
from ui.widgets.remark import Remark
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records import typed
from vcse_desktop.records.fields import Kind

HOURS_OF = N_("Hours for {name}")
EXAMPLE = N_("hours")
WIDE, HOURS_WIDE = 380, 128
AROUND = 84  # what stands beside the letters of a name: its mark and its edges


class Tick(QWidget):
    """One name, and once it is ticked a box for its hours beside it. ``changed`` tells each change."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.person = name
        self.box = QCheckBox()
        self.box.setProperty("k", "person")
        self.box.setAccessibleName(name)
        self.box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.hours = QLineEdit()
        self.hours.setMaxLength(LONGEST)
        self.hours.setPlaceholderText(tr(EXAMPLE))
        self.hours.setAccessibleName(tr(HOURS_OF, name=isolated(name)))
        self.hours.setFixedWidth(px(HOURS_WIDE))
        self.hours.hide()
        self._problem = Remark(self.hours)
        line = row(self.box, self.hours, gap=SPACE["tight"])
        line.setStretch(0, 1)
        self.setLayout(column(line, self._problem, gap=4))
        self.box.toggled.connect(self._turned)
        self.hours.textChanged.connect(self._typed)

    def minutes(self) -> int | None:
        """Return the minutes in the box, None when it is empty; raises NotUnderstood."""
        words = self.hours.text().strip()
        return typed.minutes(words) if words else None

    def fill(self, *, on: bool, minutes: int | None) -> None:
        """Tick the name or not, and write its hours."""
        self.hours.setText(written(Kind.HOURS, minutes))
        self.box.setChecked(on)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong beneath the name; "" for nothing."""
        self._problem.show_as(sentence)
        mark_wrong(self.hours, bool(sentence))
        self.hours.setAccessibleDescription(sentence)

    def _turned(self, on: bool) -> None:
        self.hours.setVisible(on)
        self._wrap()
        self._typed("")

    def _typed(self, _: str) -> None:
        self.show_problem("")
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break a long name into the lines that it needs."""
        super().resizeEvent(event)
        self._wrap()

    def _wrap(self) -> None:
        beside = px(HOURS_WIDE + SPACE["tight"]) if self.box.isChecked() else 0
        font = self.box.font()
        font.setBold(True)  # as it is when ticked
        lines = in_lines(self.person, self.width() - beside - px(AROUND), QFontMetrics(font))
        self.box.setText("\n".join(lines).replace("&", "&&"))
        self.box.setMinimumHeight(max(px(ROW), len(lines) * self.box.fontMetrics().lineSpacing() + px(16)))


class Ticks(QWidget):
    """All the names. ``changed`` tells each change."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._columns = 0
        self.ticks: dict[int, Tick] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(px(SPACE["tight"]))
        self._grid.setHorizontalSpacing(px(24))  # or hours could be of either of two neighbours

    def add(self, person: int, name: str, minutes: int | None = None, *, on: bool = False) -> Tick:
        """Add one name at the end, or return the one that is there."""
        if person not in self.ticks:
            made = Tick(name)
            made.fill(on=on, minutes=minutes)
            made.changed.connect(self.changed)
            self.ticks[person] = made
            self._stand(max(self._columns, 1))
        return self.ticks[person]

    def choose(self, people: Mapping[int, int | None]) -> None:
        """Tick these people and no others; their hours where they are known."""
        for person, tick in self.ticks.items():
            minutes = people.get(person)
            if minutes is not None:
                tick.hours.setText(written(Kind.HOURS, minutes))
            tick.box.setChecked(person in people)

    def chosen(self) -> dict[int, Tick]:
        """Return those that are ticked."""
        return {person: tick for person, tick in self.ticks.items() if tick.box.isChecked()}

    def first(self) -> QWidget | None:
        """Return the first box."""
        return next((tick.box for tick in self.ticks.values()), None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as there is room for."""
        super().resizeEvent(event)
        columns = max(1, (self.width() + px(SPACE["tight"])) // px(WIDE))
        if columns != self._columns:
            self._stand(columns)

    def _stand(self, columns: int) -> None:
        for spare in range(columns, self._columns):
            self._grid.setColumnStretch(spare, 0)
        self._columns = columns
        for place, tick in enumerate(self.ticks.values()):
            self._grid.addWidget(tick, place // columns, place % columns)
        for number in range(columns):
            self._grid.setColumnStretch(number, 1)
        self.updateGeometry()


def in_lines(name: str, width: int, letters: QFontMetrics) -> list[str]:
    """Return a name in lines that fit a width, broken between words, or within one that is too long."""
    lines = [""]
    for word in name.split():
        joined = f"{lines[-1]} {word}".strip()
        if letters.horizontalAdvance(joined) <= width:
            lines[-1] = joined
            continue
        rest = word
        while letters.horizontalAdvance(rest) > max(width, px(40)):
            fits = max(1, len(rest) * max(width, px(40)) // letters.horizontalAdvance(rest) - 1)
            lines.append(rest[:fits])
            rest = rest[fits:]
        lines.append(rest)
    return [line for line in lines if line]
