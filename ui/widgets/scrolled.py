"""How a page is scrolled: from its top, and so that a control is seen with its label and with its remark."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.look import px
from ui.widgets.remark import Remark

AROUND = 16
"""Pixels at 100% that stay free over and under what is shown."""
TURNS = 3
"""Times that a page is laid out: a width gives a height, and that a scroll bar and another width."""
FOOT = "foot"
"""The property of a page that says how many pixels of its foot are covered."""
FEW = 64
"""Pixels at 100% of a control too high to be seen whole that are seen at least."""
PIECES = (QLabel, QAbstractButton, QLineEdit, QTabBar, QComboBox)
"""What the upper edge of a page must not cut through."""


def soon(control: QWidget) -> None:
    """Have a control in view once it has its place, unless the focus is elsewhere by then."""
    QTimer.singleShot(0, control, lambda: into_view(control) if control.hasFocus() else None)


def from_the_top(begin: QWidget) -> None:
    """Show a page from its top, or only as far down as this control needs to be seen."""
    page, _ = _page(begin)
    if page is not None:
        page.verticalScrollBar().setValue(0)
        into_view(begin)


def from_here(part: QWidget) -> None:
    """Show a page from the top of this part of it, as far as it is long enough."""
    page, inside = _page(part)
    if page is not None:
        page.verticalScrollBar().setValue(_place(part, inside).y() - px(AROUND))


def into_view(control: QWidget) -> None:
    """Scroll as little as shows a control with its label and what is said of it; no line above it is cut."""
    page, inside = _page(control)
    if page is None or not control.isVisible():
        return
    edge, bar = px(AROUND), page.verticalScrollBar()
    high = page.viewport().height() - int(page.property(FOOT) or 0)
    area = _block(control, inside, high - 2 * edge)
    least, most = area.bottom() + 1 + edge - high, max(0, area.top() - edge)
    if bar.value() > most:
        bar.setValue(most)
    elif bar.value() < least:
        bar.setValue(max(min(_uncut(inside, least, area.top(), high), most), min(least, most)))


def _uncut(inside: QWidget, at: int, before: int, high: int) -> int:
    """Return a place at or below this one where the upper edge cuts nothing that ends before ``before``."""
    pieces = [one for sort in PIECES for one in inside.findChildren(sort) if one.isVisible()]
    for area in sorted((_with_named(one, inside) for one in pieces), key=QRect.top):
        if area.top() < at <= area.bottom() < before and area.height() < high // 3:
            at = area.bottom() + 1
    return at


def _with_named(piece: QWidget, inside: QWidget) -> QRect:
    """Return where a piece stands; a label together with the control that it names."""
    named = piece.buddy() if isinstance(piece, QLabel) else None
    own = _place(piece, inside)
    return own.united(_place(named, inside)) if named is not None and named.isVisible() else own


def _block(control: QWidget, inside: QWidget, room: int) -> QRect:
    """Return where a control stands with what belongs to it, or as much of that as there is room for."""
    own = _place(control, inside)
    if isinstance(control, QAbstractItemView) and control.currentIndex().isValid():
        own = control.visualRect(control.currentIndex()).translated(own.topLeft())
    if own.height() > room:
        own.setHeight(px(FEW))
    chain, at = [control], control.parentWidget()
    while at is not None and at is not inside:
        chain.append(at)
        at = at.parentWidget()
    chain += [proxy for one in chain if (proxy := one.focusProxy()) is not None]
    labels = [one for one in inside.findChildren(QLabel) if one.buddy() in chain and one.isVisible()]
    said = [one for one in inside.findChildren(Remark) if one.about in chain and one.isVisible()]
    whole = own
    for part in (*said, *labels):
        with_it = whole.united(_place(part, inside))
        if with_it.height() <= room:
            whole = with_it
    return whole


def _place(widget: QWidget, inside: QWidget) -> QRect:
    """Return where a widget stands on its page."""
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def _page(widget: QWidget) -> tuple[QScrollArea | None, QWidget]:
    """Return the page of a widget and what stands on it, everything in its place."""
    above = widget.parentWidget() if isValid(widget) else None
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    inside = above.widget() if above is not None else None
    layout = inside.layout() if inside is not None else None
    for _ in range(TURNS):
        if layout is not None:
            layout.activate()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    return (above, inside) if inside is not None else (None, widget)
