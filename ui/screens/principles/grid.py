"""The six rows: three numbers each, as buttons that open their records; where there is none, two words."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from ui.language import spoken
from ui.theme.look import px
from ui.theme.look import text as letters
from ui.widgets.buttons import button
from ui.widgets.frame import rule
from ui.widgets.words import text
from vcse_desktop.actions.principles import NAMES, Principle, Spoken
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports import numbers

LEAST, LEAST_EM = 240, 10
PARTS = ("records", "voices", "answers")
HEADS = {"records": N_("Records"), "voices": N_("What people said"), "answers": N_("Answers")}
HIGH = 3
"""Rows of the grid for each principle: a line, its name where there is little room, its numbers."""
NOTHING = N_("nothing yet")
SPOKEN = N_("{principle}, {part}: {number}")


class Grid(QFrame):
    """``wanted`` carries a principle, a part, and the records behind the number."""

    wanted = Signal(str, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setAccessibleName(tr(N_("Records, what people said and answers for each principle")))
        self._box = QGridLayout(self)
        self._box.setContentsMargins(px(20), px(16), px(20), px(16))
        self._box.setVerticalSpacing(px(8))
        self._box.setColumnStretch(1 + len(PARTS), 1)
        self._box.setHorizontalSpacing(px(24))
        for line in range(1, 1 + len(NAMES)):
            self._box.addWidget(rule(), HIGH * line - 2, 0, 1, 2 + len(PARTS))
        self._heads = [text(tr(HEADS[part]), "label", wrap=False) for part in PARTS]
        for index, head in enumerate(self._heads, 1):
            self._box.addWidget(head, 0, index, _side())
        self.buttons: dict[tuple[str, str], QPushButton] = {}
        self._cells: list[QWidget] = []
        self._last: tuple[str, str] | None = None
        self._names = [text(tr(name), "label") for name in NAMES.values()]
        self._narrow: bool | None = None
        self._stand(narrow=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the names over their numbers where there is no room beside them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gaps = self._box.horizontalSpacing() * (2 + len(PARTS)) + px(40)
        room = self.width() - gaps - sum(map(self._wide, range(len(PARTS))))
        longest = max(map(_long, self._names))
        narrow = room < letters(18) * LEAST_EM
        self._box.setColumnMinimumWidth(0, 0 if narrow else min(longest, room))
        self._stand(narrow=narrow)

    def minimumSizeHint(self) -> QSize:
        """Ask for little as long as the names stand beside: over the numbers they need less room."""
        least = super().minimumSizeHint()
        return least if self._narrow else QSize(px(LEAST), least.height())

    def _wide(self, column: int) -> int:
        """Return how wide a column of numbers wants to be: its head or the longest below it."""
        below = (one.sizeHint().width() for one in self._cells[column :: len(PARTS)])
        return max(_long(self._heads[column]), *below, 0)

    def _stand(self, *, narrow: bool) -> None:
        if narrow is self._narrow:
            return
        self._narrow = narrow
        for head in self._heads:
            head.setWordWrap(narrow)
        for line, name in enumerate(self._names, 1):
            self._box.removeWidget(name)
            self._box.addWidget(name, HIGH * line - narrow, 0, 1, 1 + (1 + len(PARTS)) * narrow)
            self._box.setRowMinimumHeight(HIGH * line, px(48))

    def show_rows(self, rows: Sequence[Principle]) -> None:
        """Show these numbers."""
        focused = next((key for key, one in self.buttons.items() if one.hasFocus()), None)
        for cell in self._cells:
            self._box.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells, self.buttons = [], {}
        for line, row in enumerate(rows, 1):
            for index, part in enumerate(PARTS, 1):
                cell = self._cell(row.code, part, getattr(row, part))
                self._cells.append(cell)
                self._box.addWidget(cell, HIGH * line, index, _side())
        widest = max((one.sizeHint().width() for one in self.buttons.values()), default=0)
        for one in self.buttons.values():
            one.setMinimumWidth(widest)
        self._fit()
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _cell(self, code: str, part: str, found: tuple[Spoken, ...]) -> QWidget:
        if not found:
            return text(tr(NOTHING), "sub", wrap=False)
        number = numbers.whole(len(found), spoken())
        name = tr(SPOKEN, principle=tr(NAMES[code]), part=tr(HEADS[part]), number=number)
        made = button(number, lambda: self._open(code, part, found), name=name)
        made.setAccessibleDescription(ngettext("Shows {n} record", "Shows {n} records", len(found)))
        self.buttons[code, part] = made
        return made

    def _open(self, code: str, part: str, found: tuple[Spoken, ...]) -> None:
        self._last = (code, part)
        self.wanted.emit(code, part, found)

    def focus_again(self) -> None:
        """Go back to the number that was opened."""
        if self._last in self.buttons:
            self.buttons[self._last].setFocus()


def _long(label: QLabel) -> int:
    """Return how wide the words of a label are on one line."""
    return label.fontMetrics().horizontalAdvance(label.text()) + px(4)


def _side() -> Qt.AlignmentFlag:
    return Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
