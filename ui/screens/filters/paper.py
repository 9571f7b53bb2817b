"""What a list shows on paper: each record in the two sentences of its line, none parted by a page."""

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QPagedPaintDevice, QPdfWriter, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from ui.language import plain
from ui.widgets.printing import APART, LARGE, POINTS, blank, letters, to_printer
from vcse_desktop.actions.tabling import Tabled
from vcse_desktop.i18n import N_, tr

TITLE = N_("{list}: {n}")
SAFE = N_("This list holds personal data: keep it safe, and destroy it when it is not needed.")


def printed(owner: QWidget, made: Tabled) -> bool:
    """Ask for a printer and print the list; False when the person went back."""
    return to_printer(owner, made.title, lambda printer: draw(printer, made))


def as_pdf(made: Tabled) -> bytes:
    """Return the same pages as a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(plain(made.title))
    draw(writer, made)
    buffer.close()
    return bytes(buffer.data().data())


def draw(device: QPagedPaintDevice, made: Tabled) -> None:
    """Draw the list on as many pages as it needs, with a number on each."""
    document(made).print_(device)


def document(made: Tabled) -> QTextDocument:
    """Return the list as it is drawn; what somebody typed is never markup."""
    shown = blank()
    cursor = QTextCursor(shown)
    cursor.insertText(tr(TITLE, list=made.title, n=len(made.lines)), letters(LARGE, bold=True))
    whole = QTextBlockFormat()
    whole.setNonBreakableLines(True)
    whole.setTopMargin(APART)
    if made.note:
        cursor.insertBlock(whole, letters(POINTS))
        cursor.insertText(tr(SAFE))
    for title, second in made.lines:
        cursor.insertBlock(whole, letters(POINTS, bold=True))
        cursor.insertText(plain(title), letters(POINTS, bold=True))
        if second:
            cursor.insertText(f"\u2028{plain(second)}", letters(POINTS))
    return shown
