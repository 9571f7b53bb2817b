"""The covering note of a pack: shown, copied, printed on one page."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QWidget

from ui.language import plain
from ui.screens.contents.sheet import in_order_of
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.words import heading, text
from vcse_desktop.i18n import N_, SOURCE_LANGUAGE, tr

POINTS = 11
MARK = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
COPIED = N_("The note was copied. Paste it into a letter or a message.")


class CoveringNote(QWidget):
    """Plain text that can be read, marked, copied and printed."""

    def __init__(self, note: str, language: str = SOURCE_LANGUAGE) -> None:
        super().__init__()
        self._note = note
        name = tr(N_("A note to go with it"))
        self.shown = text(note)
        self.shown.setTextInteractionFlags(MARK)
        self.shown.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        sheet = card(self.shown)
        in_order_of(sheet, language)
        self.said = text("", "small")
        self.said.hide()
        copy = button(tr(N_("Copy the note")), self.copy)
        print_it = button(tr(N_("Print the note…")), self.print_it, picture="print")
        self.setLayout(column(heading(name, 2), sheet, flow(copy, print_it), self.said, gap=10))

    def copy(self) -> None:
        """Put the note where it can be pasted from."""
        QGuiApplication.clipboard().setText(plain(self._note))
        self.said.setText(tr(COPIED))
        self.said.show()
        announce(self, tr(COPIED))

    def print_it(self) -> None:
        """Ask for a printer, then print."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - 60 ms, hardly ever needed

        printer = QPrinter()
        dialog = QPrintDialog(printer, self.window())
        if dialog.exec():
            document(self._note).print_(printer)


def document(note: str) -> QTextDocument:
    """Return the note as it is printed."""
    made = QTextDocument()
    font = QFont(QApplication.font().families())
    font.setPointSizeF(POINTS)
    made.setDefaultFont(font)
    made.setPlainText(plain(note))
    return made
