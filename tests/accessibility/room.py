"""Whether everything has the room it needs: nothing cut, nothing on top of another, targets large enough."""

import re
from itertools import combinations

from PySide6.QtCore import QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QScrollArea,
    QStyle,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
    QToolButton,
    QWidget,
)

from tests.accessibility.seen import CONTROLS, all_of, in_own, name, scrolled, words

OURS, LEAST = 40, 24
"""How high what is pressed is in our own windows, and how large anything pressed is at least."""
TOO_MUCH = 3
"""Pixels by which two parts may touch."""


def cut(root: QWidget) -> list[str]:
    """Return the words of which a part cannot be seen, and the pages that scroll sideways."""
    found = [name(one) for one in all_of(root, QLabel) if one.text() and _cut_label(one)]
    for sort in (QAbstractButton, QComboBox):
        found += [name(one) for one in all_of(root, sort) if _smaller(one, one.sizeHint()) and words(one)]
    found += [name(one) for one in all_of(root, QLineEdit) if _cut_line(one)]
    found += [f"tab {word!r}" for bar in all_of(root, QTabBar) for word in _cut_tabs(bar)]
    found += [
        f"row {row!r} of {name(view)}" for view in all_of(root, QAbstractItemView) for row in _cut_rows(view)
    ]
    return found + [f"sideways by {by}: {name(one)}" for one, by in _sideways(root)]


def _smaller(one: QWidget, need: QSize) -> bool:
    return need.width() > one.width() + 1 or need.height() > one.height() + 1


def _cut_label(label: QLabel) -> bool:
    if not label.wordWrap():
        return _smaller(label, label.sizeHint())
    metrics = QFontMetrics(label.font())
    widest = max(map(metrics.horizontalAdvance, re.split(r"\s+|(?<=[-\u200b])", label.text())), default=0)
    return widest > label.width() + 1 or _smaller(label, QSize(0, label.heightForWidth(label.width())))


def _cut_line(line: QLineEdit) -> bool:
    need = QFontMetrics(line.font()).horizontalAdvance(line.placeholderText())
    return bool(line.placeholderText()) and need + 16 > line.width()


def _cut_tabs(bar: QTabBar) -> list[str]:
    metrics, found = QFontMetrics(bar.font()), []
    for index in range(bar.count()):
        area = bar.tabRect(index)
        if metrics.horizontalAdvance(bar.tabText(index)) + 16 > area.width() or area.right() > bar.width():
            found.append(bar.tabText(index))
    return found


def _sideways(root: QWidget) -> list[tuple[QWidget, int]]:
    """Return what scrolls sideways; tables of data may."""
    areas = [one for one in all_of(root, QAbstractScrollArea) if isinstance(one, QScrollArea | QListView)]
    return [(one, by) for one in areas if (by := one.horizontalScrollBar().maximum()) > 0]


def _cut_rows(view: QAbstractItemView) -> list[str]:
    """Return the rows of a list of which a part cannot be seen: they end in "…" and nobody is told."""
    model = view.model()
    if model is None or isinstance(view, QHeaderView | QTableView):
        return []
    rows = [model.index(row, 0, view.rootIndex()) for row in range(model.rowCount(view.rootIndex()))]
    return [str(row.data()) for row in rows if row.data() and not _fits(view, row)]


def _fits(view: QAbstractItemView, row: QModelIndex) -> bool:
    """Say whether the words of a row fit the room that the style gives them."""
    area = view.visualRect(row)
    option = QStyleOptionViewItem()
    option.initFrom(view)
    option.rect, option.index, option.text = area, row, str(row.data())
    option.decorationSize = view.iconSize()
    option.features = QStyleOptionViewItem.ViewItemFeature.HasDisplay
    if row.data(Qt.ItemDataRole.DecorationRole) is not None:
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDecoration
        option.icon = row.data(Qt.ItemDataRole.DecorationRole)
    room = view.style().subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, view)
    wraps = isinstance(view, QListView) and view.wordWrap()
    how = Qt.TextFlag.TextWordWrap if wraps else Qt.TextFlag.TextSingleLine
    need = QFontMetrics(view.font()).boundingRect(QRect(0, 0, room.width(), 0), how, str(row.data()))
    return need.width() <= room.width() + 1 and need.height() <= area.height() + 1


def small(root: QWidget) -> list[str]:
    """Return what is too small to be pressed by an unsteady hand."""
    found = []
    for one in root.findChildren(QWidget):
        if not one.isVisible() or one.window() is not root or not isinstance(one, CONTROLS) or in_own(one):
            continue
        least = LEAST if isinstance(one, QToolButton) else OURS
        if one.height() < least or one.width() < LEAST:
            found.append(f"{one.width()} x {one.height()}: {name(one)}")
    for view in all_of(root, QAbstractItemView):
        model = view.model()
        if model is not None and not isinstance(view, QHeaderView) and model.rowCount(view.rootIndex()):
            height = view.visualRect(model.index(0, 0, view.rootIndex())).height()
            if height < OURS:
                found.append(f"rows of {height}: {name(view)}")
    return found


def on_top(root: QWidget) -> list[str]:
    """Return pairs of parts that lie on each other, and parts that reach out of what holds them."""
    found = []
    for holder in [root, *all_of(root, QWidget)]:
        inside = [
            one
            for one in holder.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            if one.isVisible() and words(one) and not one.isWindow()
        ]
        for one, other in combinations(inside, 2):
            both = one.geometry().intersected(other.geometry())
            if min(both.width(), both.height()) > TOO_MUCH:
                found.append(f"{name(one)} lies on {name(other)}")
        if not in_own(holder):
            found += [f"{name(one)} reaches out" for one in inside if _out(one, holder)]
    return found


def _out(one: QWidget, holder: QWidget) -> bool:
    return not scrolled(one) and not holder.rect().adjusted(-1, -1, 1, 1).contains(one.geometry())


def turned() -> bool:
    """Say whether the program reads from right to left."""
    return QApplication.layoutDirection() is Qt.LayoutDirection.RightToLeft
