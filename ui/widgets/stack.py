"""Parts of a page of which one is shown, and the tabs that choose it."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QApplication, QComboBox, QTabBar, QVBoxLayout, QWidget

from ui.theme.look import px
from ui.theme.tokens import SPACE
from vcse_desktop.i18n import N_, tr

ENDS = 20
"""Pixels at each end of a tab, more than its style has."""
BESIDE = 24
"""Pixels at 100% that the tabs need beyond their own before they stand in for their menu again.

A page that scrolls is narrower by its bar: if the tabs came back as soon as that bar went, and made the page
too high again, the two would take turns without end.
"""


class Stack(QWidget):
    """Shows one part and is as large as that one alone, at any width."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[QWidget] = []
        self._shown: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def addWidget(self, widget: QWidget) -> int:
        """Add a part; the first one is shown."""
        self._parts.append(widget)
        widget.hide()
        self._box.addWidget(widget)
        if self._shown is None:
            self.setCurrentWidget(widget)
        return len(self._parts) - 1

    def removeWidget(self, widget: QWidget) -> None:
        """Take a part out, and out of sight; when it was shown, the first one is shown instead."""
        widget.hide()
        self._parts.remove(widget)
        self._box.removeWidget(widget)
        widget.hide()  # else it stands over the others until it is gone
        if self._shown is widget:
            self._shown = None
            if self._parts:
                self.setCurrentWidget(self._parts[0])

    def setCurrentWidget(self, widget: QWidget) -> None:
        """Show a part."""
        if self._shown is widget:
            return
        if self._shown is not None:
            self._shown.hide()
        self._shown = widget
        widget.show()

    def setCurrentIndex(self, index: int) -> None:
        """Show the part at a place."""
        self.setCurrentWidget(self._parts[index])

    def currentWidget(self) -> QWidget | None:
        """Return the part that is shown."""
        return self._shown

    def currentIndex(self) -> int:
        """Return the place of the part that is shown, -1 for none."""
        return self._parts.index(self._shown) if self._shown is not None else -1

    def widget(self, index: int) -> QWidget:
        """Return the part at a place."""
        return self._parts[index]

    def indexOf(self, widget: QWidget) -> int:
        """Return the place of a part, -1 when it is none."""
        return self._parts.index(widget) if widget in self._parts else -1

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._parts)


class _Bar(QTabBar):
    def tabSizeHint(self, index: int) -> QSize:
        """Return the size of the words in bold, as they are when chosen: nothing beside them moves then."""
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        wide = QFontMetrics(bold).horizontalAdvance(self.tabText(index)) + 2 * ENDS
        return QSize(wide, super().tabSizeHint(index).height())

    def minimumSizeHint(self) -> QSize:
        """Never be what keeps a page from being narrow: a menu stands in for tabs that do not fit."""
        return QSize(0, super().minimumSizeHint().height())


class Tabs(QWidget):
    """Tabs over parts that are built when they are first shown. ``turned`` carries the code of the part."""

    turned = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.bar, self.menu = _Bar(), QComboBox()
        self.bar.setAccessibleName(name)
        self.menu.setAccessibleName(name)
        self.menu.setAccessibleDescription(tr(N_("Parts of this page")))
        self.menu.hide()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(False)
        self.stack = Stack()
        self._offered, self._narrow = True, False
        self._codes: list[str] = []
        self._builders: dict[str, Callable[[], QWidget]] = {}
        self._built: dict[str, QWidget] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(px(SPACE["body"]))
        layout.addWidget(self.bar)
        layout.addWidget(self.menu, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.stack, 1)
        self.bar.currentChanged.connect(self._turn)
        self.bar.currentChanged.connect(self.menu.setCurrentIndex)
        self.menu.currentIndexChanged.connect(self.bar.setCurrentIndex)

    def add(self, code: str, words: str, build: Callable[[], QWidget]) -> None:
        """Add a tab; ``build`` makes its part when it is first shown."""
        self._codes.append(code)
        self._builders[code] = build
        index = self.bar.addTab(words)
        self.bar.setAccessibleTabName(index, words)
        self.menu.addItem(words)

    def show_part(self, code: str) -> QWidget:
        """Turn to a part and return it."""
        self.bar.setCurrentIndex(self._codes.index(code))
        self._turn(self.bar.currentIndex())
        return self._built[code]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the tabs, or a menu of the same words where they do not fit."""
        super().resizeEvent(event)
        self.offer(shown=self._offered)

    def offer(self, *, shown: bool) -> None:
        """Let somebody choose among the parts, or not while something lies over them."""
        self._offered = shown
        beside = px(BESIDE) if self._narrow else 0
        narrow = self._narrow = self.bar.sizeHint().width() + beside > self.width()
        self.bar.setVisible(shown and not narrow)
        self.menu.setVisible(shown and narrow)

    def part(self) -> QWidget | None:
        """Return the part that is shown."""
        return self.stack.currentWidget()

    def code(self) -> str:
        """Return the code of the part that is shown."""
        return self._codes[self.bar.currentIndex()]

    def built(self) -> dict[str, QWidget]:
        """Return the parts that were shown so far, by their codes."""
        return dict(self._built)

    def _turn(self, index: int) -> None:
        if index < 0:
            return
        code = self._codes[index]
        if code not in self._built:
            if code not in self._builders:
                return
            self._built[code] = self._builders[code]()
            self.stack.addWidget(self._built[code])
        if self.stack.currentWidget() is not self._built[code]:
            if self.stack.isAncestorOf(QApplication.focusWidget() or self):
                (self.menu if self.bar.isHidden() else self.bar).setFocus()  # else it leaves the page
            self.stack.setCurrentWidget(self._built[code])
            self.turned.emit(code)
