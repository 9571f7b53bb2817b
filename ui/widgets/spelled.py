"""Parts read from left to right in every language, such as a code; they stand where reading begins."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.widgets.frame import Flow


class FromTheLeft(Flow):
    """Each line keeps its order; in a window that reads from the right the longest ends at the right."""

    def _place(self, width: int, rect: QRect | None) -> int:
        height = super()._place(width, rect)
        if rect is not None and QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            free = rect.right() - max((item.geometry().right() for item in self._items), default=rect.right())
            for item in self._items:
                item.setGeometry(item.geometry().translated(free, 0))
        return height


def from_the_left(*widgets: QWidget, gap: int = 8) -> QWidget:
    """Return widgets on lines that wrap, read from left to right in every language."""
    holder, layout = QWidget(), FromTheLeft(gap)
    holder.setLayout(layout)
    holder.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    for widget in widgets:
        layout.addWidget(widget)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    holder.setSizePolicy(policy)
    return holder
