"""Where the text cursor stands in a box that is come to: after what is there."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget


class Carets(QObject):
    """Minds every box that gets the focus while its window lives.

    Qt leaves the cursor before words that the program put there.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._come)

    def _come(self, _: QWidget | None, box: QWidget | None) -> None:
        if isinstance(box, QLineEdit) and not box.isReadOnly():
            if box.cursorPosition() == 0 and not box.hasSelectedText():
                box.end(False)
        elif isinstance(box, QPlainTextEdit) and not box.isReadOnly():
            if box.textCursor().position() == 0 and not box.textCursor().hasSelection():
                box.moveCursor(QTextCursor.MoveOperation.End)
