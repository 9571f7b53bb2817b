"""A page of a form drawn by Qt: as its picture in the window, and by a printer. No file is made."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QFont, QPagedPaintDevice, QPageSize, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from ui.language import plain
from ui.theme import letters
from vcse_desktop.reports.family import FAMILY
from vcse_desktop.reports.marks import Line, Mark, Page, Square, Written
from vcse_desktop.reports.palette import INK, RULE, SHADE
from vcse_desktop.reports.paper import HEIGHT, WIDTH

INCH, THIN = 72.0, 0.8
"""Points to an inch; the width of a line, in points."""


def print_pages(owner: QWidget, title: str, pages: Sequence[Page]) -> bool:
    """Ask for a printer and print the pages; False when the person went back."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter  # noqa: PLC0415 - rarely

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setFullPage(True)
    printer.setDocName(plain(title))
    dialog = QPrintDialog(printer, owner.window())
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    if not dialog.exec():
        return False
    draw_all(printer, pages)
    return True


def draw_all(device: QPagedPaintDevice, pages: Sequence[Page]) -> None:
    """Draw the pages one after the other, as large as the paper allows."""
    painter = QPainter(device)
    size = QSizeF(device.width(), device.height())
    for number, page in enumerate(pages):
        if number:
            device.newPage()
        draw(painter, page, min(size.width() / WIDTH, size.height() / HEIGHT))
    painter.end()


def picture(page: Page, wide: int, sharp: float = 1.0) -> QPixmap:
    """Return a page as a picture so many pixels wide, ``sharp`` pixels of the screen to each of them."""
    scale = wide / WIDTH
    made = QPixmap(round(wide * sharp), round(HEIGHT * scale * sharp))
    made.setDevicePixelRatio(sharp)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, page, scale)
    painter.end()
    return made


def draw(painter: QPainter, page: Page, scale: float) -> None:
    """Draw one page, ``scale`` pixels to a point."""
    letters.load("VCSESans")
    painter.save()
    painter.scale(scale, scale)
    for mark in page:
        _draw(painter, mark)
    painter.restore()


def _draw(painter: QPainter, mark: Mark) -> None:
    match mark:
        case Written(x, y, text, size, bold):
            font = QFont(FAMILY)
            font.setPixelSize(round(size))
            font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(INK))
            painter.drawText(QPointF(x, y), text)
        case Line(x1, y1, x2, y2):
            painter.setPen(QPen(QColor(RULE), THIN))
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
        case Square(x, y, width, height, shaded):
            if shaded:
                painter.fillRect(QRectF(x, y, width, height), QColor(SHADE))
            else:
                painter.setPen(QPen(QColor(INK), THIN))
                painter.drawRect(QRectF(x, y, width, height))
