"""A window that shows one thing at a time; what was shown before is dropped for good."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui.widgets.ring import FocusRing


class Showing(QMainWindow):
    """``stack`` holds what is shown; the focus ring lies over it."""

    def __init__(self) -> None:
        super().__init__()
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.ring = FocusRing(self)

    def show_alone(self, widget: QWidget) -> None:
        """Show this and drop what was shown before."""
        self.drop()
        self.stack.addWidget(widget)
        self.stack.setCurrentWidget(widget)

    def drop(self, *, at_once: bool = False) -> None:
        """Drop what is shown; at once only where none of it can be in the middle of telling us."""
        while (old := self.stack.currentWidget()) is not None:
            old.hide()
            self.stack.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
            if at_once:
                QCoreApplication.sendPostedEvents(old, QEvent.Type.DeferredDelete)
