"""The focus ring: one for the whole window, drawn outside the control, shown to those who use keys."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QRegion
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFrame,
    QLabel,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.look import colour, px
from ui.theme.tokens import CHIP
from ui.widgets import scrolled

OUTSIDE, WIDE, ROUND = 4, 3, 8
LETTERS = 4
"""Pixels more at 100% that stay free round letters without an edge of their own."""
KIND = QEvent.Type
TOAST = "toast"
MOVES = frozenset({KIND.Move, KIND.Resize, KIND.Hide, KIND.LayoutRequest, KIND.ParentChange})


class FocusRing(QWidget):
    """Follows the focus in its window; no style sheet can take it away."""

    _keys = True  # of the class: events still come while Python takes the ring apart
    _target: QWidget | None = None
    _soon: QTimer | None = None

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chain: list[QWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=0)  # of many moves at once the last alone counts
        self._soon.timeout.connect(self._draw)
        window.installEventFilter(self)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show the ring after a key, hide it after a press of the mouse, move it with its control."""
        kind = event.type()
        if kind is KIND.Show and watched is self._window:
            frame = self._window.windowHandle()  # every key and press goes through it, and little else
            frame.removeEventFilter(self)
            frame.installEventFilter(self)
        elif kind is KIND.KeyPress:
            self._keys = True
            self._draw_soon()
        elif kind is KIND.MouseButtonPress:
            self._keys = False
            self.hide()
        elif kind in MOVES:
            self._draw_soon()
        return False

    def _draw_soon(self) -> None:
        if self._soon is not None:
            self._soon.start()

    def _follow(self, _: QWidget | None, widget: QWidget | None) -> None:
        self._target = widget
        self._watch()
        if widget is not None and widget.window() is self._window and self._keys:
            scrolled.soon(widget)
        self._draw()

    def _watch(self) -> None:
        """Listen to the control and to all that it stands in: any of them may move it."""
        chain, at = list[QWidget](), self._target
        while at is not None and at is not self._window:
            chain.append(at)
            at = at.parentWidget()
        if chain != self._chain:
            for old in self._chain:
                if isValid(old):
                    old.removeEventFilter(self)
            for one in chain:
                one.installEventFilter(self)
            self._chain = chain

    def _draw(self) -> None:
        window, widget = self.parentWidget(), self._target
        if (
            widget is None
            or not isValid(widget)
            or widget.window() is not window
            or not self._keys
            or not widget.isVisible()
        ):
            self.hide()
            return
        self._watch()  # it may have been put somewhere else since
        where = _marked(widget).translated(widget.mapTo(window, QPoint(0, 0)))
        area = _area(widget)
        seen = window.rect()
        if area is not None:
            port = area.viewport()
            seen = port.rect().translated(port.mapTo(window, QPoint(0, 0)))
        out = OUTSIDE + (px(LETTERS) if _bare(widget) else 0)
        over = out if isinstance(widget, QLabel) else OUTSIDE
        left, right = _before(widget)
        self.setGeometry(where.adjusted(-out - left, -over, out + right, over))
        self.setMask(QRegion(seen).subtracted(self._over(widget)).translated(-self.pos()))
        self.raise_()
        self.setVisible(where.intersects(seen))
        self.update()

    def _over(self, widget: QWidget) -> QRegion:
        """Return what lies over the page, and so over the ring of a control on it."""
        toast = self._window.findChild(QFrame, TOAST)
        if toast is None or not toast.isVisible() or toast.isAncestorOf(widget):
            return QRegion()
        return QRegion(QRect(toast.mapTo(self._window, QPoint(0, 0)), toast.size()))

    def paintEvent(self, _: QPaintEvent) -> None:
        """Draw the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour("focus"), WIDE))
        half = WIDE / 2
        pill = self._target is not None and self._target.property("k") == "chip"
        turn = (px(CHIP) // 2 if pill else ROUND) + OUTSIDE - half
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), turn, turn)
        painter.end()


def _bare(widget: QWidget) -> bool:
    """Say whether a control has no edge of its own round its words."""
    ticked = isinstance(widget, QCheckBox | QRadioButton) and not widget.property("k")
    return ticked or isinstance(widget, QLabel)


def _before(widget: QWidget) -> tuple[int, int]:
    """Return how much wider the ring is left and right, of words that begin where their control does."""
    begins = px(LETTERS) if widget.property("k") == "quiet" else 0
    return (0, begins) if widget.isRightToLeft() else (begins, 0)


def _marked(widget: QWidget) -> QRect:
    """Return what of a control the ring goes round: of tabs the one shown."""
    if isinstance(widget, QTabBar):
        return widget.tabRect(widget.currentIndex())
    return widget.rect()


def _area(widget: QWidget) -> QScrollArea | None:
    """Return the page that a control stands on, if it can scroll."""
    above = widget.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    return above
