"""One page: what is on it scrolls up and down, never sideways, and stands in one column or two."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QSpacerItem,
    QWidget,
)

from ui.theme.look import px
from ui.theme.look import text as letters
from ui.theme.tokens import PAGE, SPACE
from ui.widgets.frame import Thing, column, put, row
from ui.widgets.scrolled import FOOT, soon
from ui.widgets.words import heading, text

TWO_COLUMNS_EM = 55
"""From 56 em of page there are two columns; one em of them may go to the bar that scrolls the page."""
FREE, FOOT_EDGE = 18, 6
"""Pixels at 100% at the foot of a page: those that it can do without, and those that it cannot."""


class _Ground(QWidget):
    """What stands on a page. Where all but the free foot fits, the foot gives way and nothing scrolls."""

    def __init__(self, page: QScrollArea) -> None:
        super().__init__()
        self._page = page

    def heightForWidth(self, width: int) -> int:
        """Return the height that is needed at a width."""
        needed, room = super().heightForWidth(width), self._page.viewport().height()
        return room if room < needed <= room + px(FREE) else needed


class Page(QScrollArea):
    """A page with one heading; ``body`` is the column under it."""

    def __init__(self, title: str, under: str = "") -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(title)
        self.title = heading(title)
        wide = self.title.sizePolicy()
        wide.setHorizontalPolicy(QSizePolicy.Policy.Expanding)  # else an empty row of buttons limits it
        self.title.setSizePolicy(wide)
        self.under = text(under, "sub")
        if not under:  # it has no parent yet: to show it would make a window of it
            self.under.hide()
        self.verbs = row(gap=SPACE["tight"])
        self.top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.top.setSpacing(px(SPACE["body"]))
        self.top.addLayout(column(self.title, self.under, gap=2), 1)
        self.top.addLayout(self.verbs)
        self.top.setAlignment(self.verbs, Qt.AlignmentFlag.AlignLeft)  # else its width limits the heading's
        self.body = column(gap=SPACE["body"])
        inner, outer = QWidget(), _Ground(self)
        outer.setObjectName("page")
        whole, policy = column(self.top, self.body, gap=SPACE["body"]), QSizePolicy.Policy
        whole.addItem(QSpacerItem(0, px(FREE), policy.Minimum, policy.Expanding))
        whole.setStretch(2, 1)
        whole.setContentsMargins(px(32), px(24), px(32), px(FOOT_EDGE))
        inner.setLayout(whole)
        inner.setMaximumWidth(max(PAGE, px(PAGE)))
        around = QHBoxLayout(outer)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(inner, 1)
        around.addStretch(0)
        self.setWidget(outer)
        self.verticalScrollBar().rangeChanged.connect(lambda *_: self._reach())

    def add(self, *things: Thing) -> None:
        """Put things on the page, one below the other."""
        for thing in things:
            if thing is None:
                self.body.addStretch(1)
            elif isinstance(thing, int):
                self.body.addSpacing(px(thing))
            elif isinstance(thing, QWidget):
                put(self.body, thing)
            else:
                self.body.addLayout(thing)

    def make_room(self, foot: int) -> None:
        """Let the end of the page be scrolled above what covers so many pixels of its foot."""
        if int(self.property(FOOT) or 0) == foot:
            return
        self.setProperty(FOOT, foot)
        self._reach()
        focus = QApplication.focusWidget()
        if foot and focus is not None and self.isAncestorOf(focus):
            soon(focus)

    def _reach(self) -> None:
        """Let it be scrolled beyond its end by what is covered: to lay it out anew would take long."""
        ground = self.widget()
        high = ground.height() - self.viewport().height() if ground is not None else 0
        self.verticalScrollBar().setMaximum(max(high, 0) + int(self.property(FOOT) or 0))

    def event(self, event: QEvent) -> bool:
        """Leave it unlaid until it is shown: Qt would lay it out for a style, then again at its real size."""
        if event.type() is QEvent.Type.StyleChange and not self.isVisible():
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the page's own buttons under the heading where there is no room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < letters(18) * TWO_COLUMNS_EM * 0.7
        self.top.setDirection(
            QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        )


class Columns(QWidget):
    """Two parts side by side where the room is 56 em or more, else one below the other, or the second alone.

    ``alone`` tells whether the first has given way to the second.
    """

    alone = Signal(bool)

    def __init__(self, first: QWidget, second: QWidget, shares: tuple[int, int] = (1, 1)) -> None:
        super().__init__()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(px(SPACE["body"]))
        self._box.addWidget(first, shares[0])
        self._box.addWidget(second, shares[1])
        for part in (first, second):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._parts, self._shares = (first, second), shares
        self._opened = False

    def open(self, *, opened: bool) -> None:
        """Let the second part have the room where there is one column, as long as it is opened."""
        self._opened = opened
        self._give_way()

    def _give_way(self) -> None:
        gives = self._opened and self._box.direction() is QBoxLayout.Direction.TopToBottom
        if gives is not self._parts[0].isHidden():
            self._parts[0].setVisible(not gives)
            self.alone.emit(gives)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side or one below the other, by the room in letters."""
        super().resizeEvent(event)
        wide = self.width() >= letters(18) * TWO_COLUMNS_EM - px(64)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if way is not self._box.direction():
            self._box.setDirection(way)
            for index, share in enumerate(self._shares):
                self._box.setStretch(index, share if wide else 0)
            self._give_way()
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than the wider part needs alone: then the parts go below each other."""
        widest = max(part.minimumSizeHint().width() for part in self._parts)
        return QSize(widest, super().minimumSizeHint().height())
