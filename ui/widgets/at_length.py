"""Beside a box: a quiet sentence about long sentences in it, counted while they are typed."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPlainTextEdit

from ui.widgets.accessible import announce
from ui.widgets.scrolled import into_view
from ui.widgets.words import text
from vcse_desktop.actions.long_sentences import hint


def at_length(box: QPlainTextEdit) -> QLabel:
    """Return what stands under the box; it takes no room while every sentence is short.

    A screen reader says it once, when the first sentence has become long.
    """
    said = text("", "small")
    said.hide()

    def look() -> None:
        words = hint(box.toPlainText())
        begins = bool(words) and said.isHidden() and box.hasFocus()
        said.setText(words)
        said.setVisible(bool(words))
        if begins:
            announce(box, words)
            QTimer.singleShot(0, said, lambda: into_view(said) if box.hasFocus() else None)

    box.textChanged.connect(look)
    look()
    return said
