"""A chart in the window: the shapes of the printed one, in the window's own colours and letters.

Who hears the page comes to it by Tab: its description says what it shows, and points to the table after it.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.language import reads
from ui.theme.look import colour, font, px, worn
from ui.theme.look import text as letters
from ui.widgets.accessible import PICTURE
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Chart
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.shapes import Box, Dot, Label, Picture, Room, Rule
from vcse_desktop.reports.spoken import alt_text

SIZE, WIDE, STACKED, LEAST = 16, 680, 460, 200
"""Pixels at 100%: of letters, of the width it has at most, under which labels stand above bars, and the
least it asks for."""
THIN, THICK = 1.0, 2.0
EDGE, KEPT = 4, 4
NAME = N_("Chart. {title}")


class ChartPicture(QWidget):
    """As wide as there is room for, up to a width; as high as its shapes are at that width."""

    def __init__(self, chart: Chart) -> None:
        super().__init__()
        self.setProperty("k", PICTURE)
        self._chart = chart
        self._placed: dict[tuple[int, int], Picture] = {}
        self.setAccessibleName(tr(NAME, title=chart.title))
        self.setAccessibleDescription(alt_text(chart))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(letters(WIDE))

    def picture(self, width: int) -> Picture:
        """Return its shapes at a width in pixels."""
        at = (max(width, px(LEAST)), letters(SIZE))
        if at not in self._placed:
            if len(self._placed) > KEPT:  # Qt asks for the same few widths again and again
                self._placed.clear()
            self._placed[at] = layout(
                self._chart, Room(at[0] - 2 * EDGE, at[1], stacked=at[0] < letters(STACKED))
            )
        return self._placed[at]

    def sizeHint(self) -> QSize:
        """Return the size of the printed one."""
        return QSize(letters(WIDE), self.heightForWidth(letters(WIDE)))

    def minimumSizeHint(self) -> QSize:
        """Ask for little: where it is narrow, labels stand above their bars."""
        return QSize(px(LEAST), letters(40))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        return round(self.picture(min(width, self.maximumWidth())).height) + 2 * EDGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that this width needs."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the shapes."""
        picture = self.picture(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(EDGE, EDGE)
        for shape in picture.shapes:
            match shape:
                case Box():
                    _box(painter, shape)
                case Rule(x1, y1, x2, y2, role):
                    axis = role == "axis"
                    painter.setPen(_pen("ink" if axis else "accent", THIN if axis else THICK))
                    painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
                case Dot(x, y, radius):
                    painter.setPen(Qt.PenStyle.NoPen)
                    painter.setBrush(colour("accent"))
                    painter.drawEllipse(QPointF(x, y), radius, radius)
                case Label():
                    _label(painter, shape)
        painter.end()


def _pen(name: str, thick: float) -> QPen:
    return QPen(colour(name), thick * worn().size / 100)


def _box(painter: QPainter, box: Box) -> None:
    painter.setPen(_pen("accent", THIN))
    painter.setBrush(colour("accent" if box.pattern == "solid" else "surface"))
    painter.drawRect(QRectF(box.x, box.y, box.width, box.height))
    for x in box.stripes:
        painter.drawLine(QPointF(x, box.y), QPointF(x, box.y + box.height))


def _label(painter: QPainter, label: Label) -> None:
    painter.setFont(font(SIZE, bold=label.strong))
    painter.setPen(colour("ink"))
    painter.setLayoutDirection(reads(label.text))  # words of another language keep their order
    wide = painter.fontMetrics().horizontalAdvance(label.text)
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": float(wide)}[label.anchor]
    painter.drawText(QPointF(left, label.y), label.text)
