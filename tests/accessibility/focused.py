"""Going round a window by Tab: what is reached, and whether the focus can be seen there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.accessibility.dress import settle
from tests.accessibility.painted import differing
from tests.accessibility.seen import all_of, name, place

MOST = 200
"""Presses of Tab after which a round that does not end is no round."""
ENOUGH = 40
"""Pixels that show the focus at least."""
ROUND = 12
"""Pixels round a control in which its focus shows."""


def round_of(root: QWidget) -> tuple[list[QWidget], list[str]]:
    """Press Tab until the focus is where it was before; return where it was, and where it did not show."""
    seen: list[QWidget] = []
    dull: list[str] = []
    here = QApplication.focusWidget()
    if here is None or here.window() is not root:
        QTest.keyClick(root, Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
    settle()
    while here is not None and here not in seen and len(seen) < MOST:
        seen.append(here)
        before = place(here, root)
        with_focus = _about(here, root)
        QTest.keyClick(here, Qt.Key.Key_Tab)
        if here.hasFocus():  # there is nowhere else to go
            here.clearFocus()
        settle()
        moved = place(here, root) != before
        if not moved and here.isVisible() and differing(with_focus, _about(here, root)) < ENOUGH:
            dull.append(name(here))
        here = QApplication.focusWidget()
    return seen, dull


def by_tab(root: QWidget) -> list[str]:
    """Return what Tab never comes to, and where the focus cannot be seen."""
    stops, dull = round_of(root)
    missed = [f"never reached: {one}" for one in unreached(root, stops)]
    return missed + [f"the focus cannot be seen: {one}" for one in dull]


def unreached(root: QWidget, seen: list[QWidget]) -> list[str]:
    """Return what takes the focus by Tab and was never come to; a group of one-of-many is one stop."""
    stops = [
        one
        for one in all_of(root, QWidget)
        if one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.focusProxy() is None
    ]
    return [name(one) for one in stops if one not in seen and not _by_group(one, seen)]


def _by_group(one: QWidget, seen: list[QWidget]) -> bool:
    group = one.group() if isinstance(one, QAbstractButton) else None
    return group is not None and group.exclusive() and any(button in seen for button in group.buttons())


def _about(one: QWidget, root: QWidget) -> QImage:
    """Return a picture of a control and a little round it."""
    area = place(one, root).adjusted(-ROUND, -ROUND, ROUND, ROUND)
    return root.grab(area.intersected(root.rect())).toImage()
