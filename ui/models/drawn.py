"""What every list whose lines are drawn by us has in common: its view, the ground of a line, its room."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme.look import px
from ui.widgets.long_list import LongList


class GroundPainter(QStyledItemDelegate):
    """Draws what stands behind the words of a line."""

    def ground(self, painter: QPainter, option: QStyleOptionViewItem) -> bool:
        """Draw it as the style does; say whether the line is chosen."""
        option.text = ""
        view = self.view()
        style = view.style() if view is not None else QApplication.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, view)
        return bool(option.state & QStyle.StateFlag.State_Selected)

    def view(self) -> QWidget | None:
        """Return the list that the lines are of."""
        parent = self.parent()
        return parent if isinstance(parent, QWidget) else None

    def width(self) -> int:
        """Return the width of the list in pixels."""
        view = self.view()
        return max(view.viewport().width(), px(120)) if isinstance(view, QAbstractItemView) else px(320)


def drawn_list(model: QAbstractItemModel, name: str) -> QListView:
    """Return a list that is read and pressed, not edited; its words wrap and it never scrolls sideways."""
    view = LongList()
    view.setObjectName("list")
    view.setAccessibleName(name)
    view.setModel(model)
    view.setWordWrap(True)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    return view


def at_the_start() -> int:
    """Return the flags with which words that wrap begin where reading begins."""
    right = QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    stand = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
    return int(stand) | int(Qt.TextFlag.TextWordWrap)
