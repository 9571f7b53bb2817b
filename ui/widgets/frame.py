"""How things stand on a page: columns, rows, cards, fields, and lines that wrap."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QMargins, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.theme.look import px
from ui.theme.tokens import SPACE
from ui.widgets.words import text

Box = TypeVar("Box", bound=QBoxLayout)
START = Qt.AlignmentFlag.AlignLeft  # Qt turns it round from right to left
Thing = QWidget | QLayout | int | None
"""A widget, a layout, a gap in pixels at 100%, or None for all the room that is left."""


def column(*things: Thing, gap: int = SPACE["snug"], margin: int = 0) -> QVBoxLayout:
    """Return things one below the other."""
    made = QVBoxLayout()
    return _filled(made, things, gap, margin)


def row(*things: Thing, gap: int = SPACE["snug"], margin: int = 0) -> QHBoxLayout:
    """Return things side by side, in the direction of reading."""
    made = QHBoxLayout()
    return _filled(made, things, gap, margin)


def _filled(made: Box, things: Iterable[Thing], gap: int, margin: int) -> Box:
    made.setSpacing(px(gap))
    made.setContentsMargins(QMargins(px(margin), px(margin), px(margin), px(margin)))
    for thing in things:
        if thing is None:
            made.addStretch(1)
        elif isinstance(thing, int):
            made.addSpacing(px(thing))
        elif isinstance(thing, QLayout):
            made.addLayout(thing)
        else:
            put(made, thing)
    return made


def put(layout: QBoxLayout, widget: QWidget) -> None:
    """Add a widget; what does not grow begins where a line begins.

    Without a side of its own it would be as wide as the whole column may become, and Qt would work out the
    height of every text beside it for that width: the rest of the page would be squeezed.
    """
    grows = QSizePolicy.PolicyFlag.GrowFlag.value & widget.sizePolicy().horizontalPolicy().value
    upright = layout.direction() is QBoxLayout.Direction.TopToBottom
    layout.addWidget(widget, 0, START if upright and not grows else Qt.AlignmentFlag(0))


def boxed(layout: QLayout) -> QWidget:
    """Return a widget that holds a layout, to be shown and hidden as one."""
    made = QWidget()
    made.setLayout(layout)
    return made


def card(*things: Thing, gap: int = SPACE["snug"], margin: int = 20) -> QFrame:
    """Return things one below the other on a ground of their own."""
    made = QFrame()
    made.setProperty("k", "card")
    made.setLayout(column(*things, gap=gap, margin=margin))
    return made


def rule() -> QFrame:
    """Return a thin line between two parts."""
    made = QFrame()
    made.setProperty("k", "rule")
    return made


def field(label: str, widget: QWidget, help_text: str = "") -> QVBoxLayout:
    """Return a control under its label, with a line of help between; both are told to screen readers."""
    widget.setAccessibleName(label)
    things: list[Thing] = [text(label, "label", buddy=widget)]
    if help_text:
        widget.setAccessibleDescription(help_text)
        things.append(text(help_text, "small"))
    return column(*things, widget, gap=6)


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout, for good."""
    while (item := layout.takeAt(0)) is not None:
        inner = item.layout()
        if inner is not None:
            emptied(inner)
            inner.deleteLater()
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def drop_now() -> None:
    """Let what was taken out go at once: whoever looks for controls must not find it any more.

    Never from what a control that was taken out has told.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Flow(QLayout):
    """Widgets side by side that wrap to the next line where there is no room; mirrored from right to left."""

    def __init__(self, gap: int = SPACE["tight"]) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # Qt asks for the same few widths hundreds of times
        self.setSpacing(px(gap))
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add one more at the end."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return one of them."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one of them out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height at a width."""
        if width not in self._heights:
            self._heights[width] = self._place(width, None)
        return self._heights[width]

    def invalidate(self) -> None:
        """Forget what was worked out: something in here has changed."""
        self._heights.clear()
        super().invalidate()

    def sizeHint(self) -> QSize:
        """Return the least size."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Return the size of the largest."""
        size = QSize(0, 0)
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def setGeometry(self, rect: QRect) -> None:
        """Place them all."""
        super().setGeometry(rect)
        self._place(rect.width(), rect)

    def _place(self, width: int, rect: QRect | None) -> int:
        x = y = tallest = 0
        parent = self.parentWidget()
        mirrored = parent is not None and parent.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint().boundedTo(QSize(max(width, item.minimumSize().width()), 1 << 20))
            if item.hasHeightForWidth():
                size.setHeight(item.heightForWidth(size.width()))
            if x and x + size.width() > width:
                x, y, tallest = 0, y + tallest + self.spacing(), 0
            if rect is not None:
                left = rect.right() + 1 - x - size.width() if mirrored else rect.x() + x
                item.setGeometry(QRect(left, rect.y() + y, size.width(), size.height()))
            x, tallest = x + size.width() + self.spacing(), max(tallest, size.height())
        return y + tallest


def flow(*widgets: QWidget, gap: int = SPACE["tight"]) -> QWidget:
    """Return widgets on lines that wrap."""
    holder, layout = QWidget(), Flow(gap)
    holder.setLayout(layout)
    for widget in widgets:
        layout.addWidget(widget)
    policy = holder.sizePolicy()
    policy.setHeightForWidth(True)
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    holder.setSizePolicy(policy)
    return holder


def fact(name: str, value: str) -> QHBoxLayout:
    """Return one fact of a record: what it is, and what it says, in two columns."""
    left: QLabel = text(name, "sub")
    left.setMinimumWidth(px(150))
    left.setMaximumWidth(px(260))
    made = row(gap=SPACE["body"])
    made.addWidget(left, 2, Qt.AlignmentFlag.AlignTop)
    made.addWidget(text(value), 3, Qt.AlignmentFlag.AlignTop)
    return made
