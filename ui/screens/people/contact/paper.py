"""The contact list on paper: drawn from its pages and given to a printer; nothing is kept as a file."""

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QColor, QPagedPaintDevice, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ui.language import plain
from ui.screens.people.contact.pages import Sheet, pages
from ui.screens.people.contact.words import TITLE
from vcse_desktop.actions.contacting import ContactSheet
from vcse_desktop.i18n import tr

INCH, EDGE = 72.0, 18.0
"""Points to an inch; those that stay free on each side, beside what the printer leaves."""
INK, RULE = QColor("black"), QColor("gray")


def print_list(owner: QWidget, sheet: ContactSheet) -> bool:
    """Ask for a printer and print the list; False when the person went back."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter  # noqa: PLC0415 - rarely

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(plain(tr(TITLE)))
    dialog = QPrintDialog(printer, owner.window())
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    if not dialog.exec():
        return False
    draw(printer, sheet)
    return True


def draw(device: QPagedPaintDevice, sheet: ContactSheet) -> None:
    """Draw the list on as many pages as it needs."""
    across, down = device.logicalDpiX() / INCH, device.logicalDpiY() / INCH
    size = QSizeF(device.width() / across - 2 * EDGE, device.height() / down - 2 * EDGE)
    painter = QPainter(device)
    painter.scale(across, down)
    painter.translate(EDGE, EDGE)
    for number, page in enumerate(pages(sheet, size)):
        if number:
            device.newPage()
        draw_page(painter, page, size.width())
    painter.end()


def draw_page(painter: QPainter, page: Sheet, wide: float) -> None:
    """Draw one page, so many points wide."""
    painter.setPen(QPen(RULE, 0.5))
    for y in page.rules:
        painter.drawLine(QPointF(0, y), QPointF(wide, y))
    painter.setPen(QPen(INK, 1))
    for box in page.boxes:
        painter.drawRect(box)
    for one in page.written:
        one.line.draw(painter, QPointF(one.x, one.y))
