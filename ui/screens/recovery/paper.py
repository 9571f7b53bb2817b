"""The recovery sheet on paper: how it is drawn, printed, and made a file for a stick."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QFont, QPagedPaintDevice, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QApplication, QWidget

from ui.language import plain
from vcse_desktop.i18n import N_, tr

TITLE = N_("Recovery sheet")
BODY, LARGE, HUGE = 11.0, 18.0, 26.0
"""Points on paper."""
ACROSS = 2
USE = (
    N_(
        "This code opens everything that {organisation} keeps in VCSE Desktop when a passphrase is forgotten."
    ),
    N_("To use it: start VCSE Desktop, choose “Use the recovery sheet”, and type the seven groups in order."),
    N_("Keep this paper locked away, apart from the computer. Whoever has both can read everything."),
    N_("There is no other copy. Nobody can make this code again from outside."),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What stands on the sheet. It is never written to the disk that the vault is on."""

    organisation: str
    date: str
    groups: Sequence[str]


class _Pen:
    """Goes down a page and writes on it."""

    def __init__(self, painter: QPainter, page: QRectF) -> None:
        self._painter, self._page = painter, page
        self._y = page.top()

    def write(self, words: str, points: float, *, bold: bool = False, gap: float = 0.5) -> None:
        """Write a paragraph as wide as the page, and leave a gap of so many lines."""
        self._font(points, bold)
        rest = QRectF(self._page.left(), self._y, self._page.width(), self._page.bottom() - self._y)
        turned = QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        how = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.TextFlag.TextWordWrap)
        self._y += self._painter.boundingRect(rest, how, words).height()
        self._painter.drawText(rest, how, words)
        self._y += self._painter.fontMetrics().height() * gap

    def groups(self, groups: Sequence[str]) -> None:
        """Write the groups in two columns, each with its number; they read from left to right anywhere."""
        wide = self._page.width() / ACROSS
        for index, group in enumerate(groups):
            x = self._page.left() + wide * (index % ACROSS)
            self._font(BODY, False)
            small = self._painter.fontMetrics().horizontalAdvance("0") * 3
            self._font(HUGE, True)
            high = self._painter.fontMetrics().height()
            self._painter.drawText(QRectF(x + small, self._y, wide - small, high), group)
            self._font(BODY, False)
            self._painter.drawText(QRectF(x, self._y + high * 0.35, small, high), f"{index + 1}")
            if index % ACROSS or index == len(groups) - 1:
                self._y += high * 1.4

    def _font(self, points: float, bold: bool) -> None:
        font = QFont(QApplication.font().families())
        font.setPointSizeF(points)
        font.setBold(bold)
        self._painter.setFont(font)


def draw(painter: QPainter, page: QRectF, paper: Paper) -> None:
    """Draw the sheet into this part of a page."""
    pen = _Pen(painter, page)
    pen.write(tr(TITLE), LARGE, bold=True)
    pen.write(plain(paper.organisation), LARGE, gap=0.2)
    pen.write(paper.date, BODY, gap=2)
    pen.groups(paper.groups)
    for sentence in USE:
        pen.write(plain(tr(sentence, organisation=paper.organisation)), BODY)
    pen.write(
        tr(
            N_(
                "Kept by: {line}",
            ),
            line="_" * 32,
        ),
        BODY,
    )


def as_pdf(paper: Paper) -> bytes:
    """Return the sheet as a PDF, made in memory."""
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setTitle(tr(TITLE))
    _on(writer, paper)
    return bytes(held.data().data())


def print_sheet(owner: QWidget, paper: Paper) -> bool:
    """Ask for a printer and print the sheet; False when the person went back. Nothing is kept as a file."""
    from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter  # noqa: PLC0415 - rarely

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(tr(TITLE))
    dialog = QPrintDialog(printer, owner)
    dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, False)
    if not dialog.exec():
        return False
    _on(printer, paper)
    return True


def _on(device: QPagedPaintDevice, paper: Paper) -> None:
    margin = device.logicalDpiX() * 0.8
    painter = QPainter(device)
    page = QRectF(0, 0, device.width(), device.height())
    draw(painter, page.adjusted(margin / 4, margin / 4, -margin / 4, -margin / 4), paper)
    painter.end()
