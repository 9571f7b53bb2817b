"""The order in which Tab goes through a page: that of reading, also where parts came later."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


class AroundPage(QWidget):
    """Holds a page and what stands around it: Tab goes through the page as one reads, then round it.

    Qt goes in the order in which things were made, and a form that opens on a page is made last.
    """

    def page(self) -> QWidget | None:
        """Return the page that is shown."""
        return None

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        """Go on to the next stop, or back to the one before."""
        page, at = self.page(), QApplication.focusWidget()
        stops = _round(page) if page is not None else []
        if at not in stops:
            return super().focusNextPrevChild(next)
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        stops[(stops.index(at) + (1 if next else -1)) % len(stops)].setFocus(reason)
        return True


def _round(page: QWidget) -> list[QWidget]:
    """Return where Tab stops now: on the page in its order, then on the rest of the window."""
    read = {one: None for one in _stops(page) if _is_stop(one)}
    there = [one for one in _within(page.window()) if one not in read and _is_stop(one)]
    return [*read, *sorted(there, key=lambda one: not page.isAncestorOf(one))]


def _within(widget: QWidget) -> Iterator[QWidget]:
    """Yield what is seen in a widget; most is hidden, in places that were left, and is not looked into."""
    for one in widget.children():
        if isinstance(one, QWidget) and not one.isHidden() and not one.isWindow():
            yield one
            yield from _within(one)


def _is_stop(one: QWidget) -> bool:
    takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
    return bool(takes) and one.isEnabled() and one.isVisible()


def _stops(widget: QWidget) -> Iterator[QWidget]:
    """Yield what may take the focus of all that is seen, in the order of reading."""
    if widget.isHidden():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    inner = widget.widget() if isinstance(widget, QScrollArea) else None
    if inner is not None:
        yield from _stops(inner)
    else:
        yield from _of(widget.layout())


def _of(layout: QLayout | None) -> Iterator[QWidget]:
    for index in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(index) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield from _stops(widget)
        elif item is not None:
            yield from _of(item.layout())
