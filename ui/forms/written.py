"""Editors for what is typed: a line, many lines, a day, a number, a length of time."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QSizePolicy

from ui.forms.editor import Editor
from ui.theme.look import px
from ui.widgets.boxes import DateBox
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Kind

HINTS = {
    Kind.HOURS: N_("Such as 1h30, 90m or 1.5"),
    Kind.NUMBER: N_("Such as 12.50"),
}
"""What stands in an empty box, for the kinds that can be written in several ways."""
HOUR = 60
LEAST, MOST = 3, 12
"""How many lines a box for many lines shows, before it scrolls."""
LONGEST = 20_000
"""Characters that a line takes: far more than it may have, so that a long paste is told of and not cut."""


def written(kind: Kind, value: object) -> str:
    """Return a value as a person would type it, so that reading it again gives the same."""
    if value is None:
        return ""
    if kind is Kind.DATE and isinstance(value, str):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return value
        return f"{day.day}/{day.month}/{day.year}"
    if kind is Kind.HOURS and isinstance(value, int):
        whole, rest = divmod(value, HOUR)
        return f"{whole}h{rest:02}" if whole and rest else f"{rest}m" if rest else str(whole)
    if kind is Kind.NUMBER and isinstance(value, int):
        return f"{value // 100}.{value % 100:02}"
    return str(value)


class Line(Editor):
    """One line: words, or a day, number or length of time as it was typed."""

    def __init__(self, kind: Kind) -> None:
        self.box = QLineEdit()
        super().__init__(self.box)
        self._kind = kind
        self.box.setMaxLength(LONGEST)
        if kind in HINTS:
            self.box.setPlaceholderText(tr(HINTS[kind]))
        if kind is not Kind.TEXT:
            self.box.setMaximumWidth(px(400))
        self.box.textChanged.connect(lambda _: self.changed.emit())

    def value(self) -> object:
        """Return the words typed, None for none."""
        return self.box.text().strip() or None

    def put(self, value: object) -> None:
        """Show a value as a person would type it."""
        self.box.setText(written(self._kind, value))
        self.box.setCursorPosition(0)


class Day(Editor):
    """A day as it was typed, in words under it, or from a calendar."""

    def __init__(self, label: str) -> None:
        self.day = DateBox(label, near=False)
        super().__init__(self.day)
        self.control = self.day.box
        self.day.box.setMaxLength(LONGEST)
        self.day.changed.connect(self.changed)

    def value(self) -> object:
        """Return the words typed, None for none."""
        return self.day.box.text().strip() or None

    def put(self, value: object) -> None:
        """Show a day as a person would type it."""
        self.day.box.setText(written(Kind.DATE, value))


class Lines(Editor):
    """Many lines; the box grows with what is typed, then scrolls."""

    def __init__(self) -> None:
        self.box = QPlainTextEdit()
        super().__init__(self.box)
        self.box.setTabChangesFocus(True)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.box.textChanged.connect(self._typed)
        if QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:  # no style sheet reaches it
            option = self.box.document().defaultTextOption()
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            self.box.document().setDefaultTextOption(option)
        self._fit()

    def value(self) -> object:
        """Return the words typed, None for none."""
        words = self.box.toPlainText()
        return words if words.strip() else None

    def put(self, value: object) -> None:
        """Show these words."""
        self.box.setPlainText("" if value is None else str(value))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words the lines that they need at this width."""
        super().resizeEvent(event)
        self._fit()

    def _typed(self) -> None:
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        shown = int(self.box.document().size().height())  # a plain document counts in lines
        lines = max(LEAST, min(shown, MOST))
        self.box.setFixedHeight(lines * self.box.fontMetrics().lineSpacing() + px(28))
