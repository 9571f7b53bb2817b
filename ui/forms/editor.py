"""What every editor of a field can do, whatever its kind."""

from abc import abstractmethod

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Editor(QWidget):
    """Edits one value. ``control`` takes the focus and carries the name; ``changed`` tells each change."""

    changed = Signal()

    def __init__(self, control: QWidget) -> None:
        super().__init__()
        self.control = control
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(control)
        self.setFocusProxy(control)

    @abstractmethod
    def value(self) -> object:
        """Return the value, None for nothing; words that are no such value come as they were typed."""

    @abstractmethod
    def put(self, value: object) -> None:
        """Show a value, or nothing."""

    def name(self, label: str, help_text: str) -> None:
        """Tell a screen reader what this is."""
        self.control.setAccessibleName(label)
        if help_text:
            self.control.setAccessibleDescription(help_text)

    def mark(self, *, wrong: bool) -> None:
        """Show at the edge of the control that something needs another look, or no longer."""
        self.control.setProperty("wrong", wrong)
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)
