"""A page of headed paragraphs on paper: what somebody typed is never markup."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QPagedPaintDevice,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QWidget

from ui.language import plain, reads

POINTS, LARGE, APART = 12, 18, 8
"""Points of the letters, of those of the title, and between two paragraphs or records."""
Said = tuple[str, str]
"""What stands over a paragraph, "" for nothing, and the paragraph."""
Printing = Callable[[QWidget, str, Sequence[Said]], bool]
"""Asks for a printer on behalf of a part of the window, and prints these under a title."""


def printed(owner: QWidget, title: str, paragraphs: Sequence[Said]) -> bool:
    """Ask for a printer and print; False when the person went back."""
    return to_printer(owner, title, lambda printer: document(title, paragraphs).print_(printer))


def to_printer(owner: QWidget, title: str, draw: Callable[[QPagedPaintDevice], object]) -> bool:
    """Ask for a printer and have something drawn on it; False when the person went back."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter  # noqa: PLC0415 - rarely

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(plain(title))
    dialog = QPrintDialog(printer, owner.window())
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    if not dialog.exec():
        return False
    draw(printer)
    return True


def document(title: str, paragraphs: Sequence[Said]) -> QTextDocument:
    """Return the page as it is drawn."""
    shown = blank()
    cursor = QTextCursor(shown)
    cursor.insertText(plain(title), letters(LARGE, bold=True))
    for over, words in paragraphs:
        cursor.insertBlock(_apart(words), letters(POINTS))
        if over:
            cursor.insertText(f"{plain(over)}\u2028", letters(POINTS, bold=True))
        cursor.insertText(plain(words), letters(POINTS))
    return shown


def _apart(words: str) -> QTextBlockFormat:
    """Return how a paragraph stands: on the side of the window, read in the direction of its own words."""
    made = QTextBlockFormat()
    made.setTopMargin(APART)
    made.setLayoutDirection(reads(words))
    if QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    return made


def blank() -> QTextDocument:
    """Return a page without words, in the letters and the direction of the window; no word is too long."""
    made = QTextDocument()
    made.setDefaultFont(QFont(QApplication.font().families(), POINTS))
    option = QTextOption()
    option.setTextDirection(QApplication.layoutDirection())
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    made.setDefaultTextOption(option)
    return made


def letters(points: int, *, bold: bool = False) -> QTextCharFormat:
    """Return how letters of so many points are printed: black, whatever the window's colours."""
    made = QTextCharFormat()
    made.setFontPointSize(points)
    made.setFontWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    made.setForeground(Qt.GlobalColor.black)
    return made
