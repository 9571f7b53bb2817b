"""The sign-in screen: it covers the whole window at a table at the door, and shows nothing of what is open.

The vault stays open under it, so that who comes can be counted. It takes the passphrase to leave: a PIN is
short and was typed before many eyes. The cover is left out while this stands: there is nothing to hide, and
the next person would stand before it. The lock still comes after its time in which nobody uses the computer,
as at a table that everybody has left, and at once with Ctrl+L, with sleep, or when the window is closed.
"""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui.screens.cover.screen import NARROW
from ui.screens.desk import Desk
from ui.screens.outside import Outside
from ui.screens.signin.leave import Leave
from ui.screens.signin.quiet import Quiet
from ui.screens.signin.table import Table
from ui.theme.look import px
from ui.widgets.frame import card
from ui.widgets.shortcuts import hand, shortcuts
from ui.widgets.stack import Stack
from vcse_desktop.actions.signing_in import Door
from vcse_desktop.i18n import N_, tr

WELCOME = N_("Welcome. Please sign in.")
CLEARS = 30_000
"""Milliseconds after the last key or press until nothing of it is shown any more."""


class SignIn(Outside):
    """``what`` is the desk and the door; ``opened`` carries its vault again once this is left."""

    def __init__(self, what: object = None) -> None:
        assert isinstance(what, tuple)  # noqa: S101 - the window shows it with nothing else
        desk, door = what
        assert isinstance(desk, Desk) and isinstance(door, Door)  # noqa: S101 - the same
        super().__init__(door.title, tr(WELCOME))
        self.quiet, self.stack = Quiet(self, CLEARS), Stack()
        self.table, self.leave = Table(desk.vault, door), Leave(desk)
        self.stack.addWidget(self.table)
        self.stack.addWidget(self.leave)
        self.add(card(self.stack, margin=24))
        self._stand_in_the_middle()
        self.quiet.over.connect(self._over)
        self.table.used.connect(self.quiet.begin)
        self.table.leaving.connect(self._leave)
        self.leave.typed.connect(self.quiet.begin)
        self.leave.back.connect(self.back)
        self.leave.failed.connect(self._broken)
        self.leave.left.connect(lambda: self.opened.emit(desk.vault))
        shortcuts(self, {"Ctrl+L": desk.lock})

    def _stand_in_the_middle(self) -> None:
        """Stand in the middle of a screen that may be very wide: there is nothing else on it."""
        ground = self.widget()
        around = ground.layout() if ground is not None else None
        first = around.itemAt(0) if around is not None else None
        inner = first.widget() if first is not None else None
        if isinstance(around, QHBoxLayout) and inner is not None:
            inner.setMaximumWidth(px(NARROW))
            around.insertStretch(0, 0)

    def showEvent(self, event: QShowEvent) -> None:
        """Notice each key and press in the window."""
        super().showEvent(event)
        self.quiet.watch(self.window().windowHandle())

    def first(self) -> QWidget:
        """Begin in the box."""
        return self.table.naming.box

    def may_leave(self, *, closing: bool = False) -> bool:
        """Give way to nothing but the end: files that are dropped here are left alone."""
        return closing

    def save(self) -> None:
        """Take what is typed on the page that is shown."""
        hand(self.stack.currentWidget(), "enter")

    def back(self) -> None:
        """Forget what was typed and who it was, and wait for the next person."""
        self.leave.empty()
        self.stack.setCurrentWidget(self.table)
        self.table.start()

    def _leave(self) -> None:
        self.table.start()
        self.stack.setCurrentWidget(self.leave)
        self.leave.setFocus()
        self.quiet.begin()

    def _broken(self, error: BaseException) -> None:
        self.back()
        self.table.fail(error)

    def _over(self) -> None:
        if self.leave.busy:
            self.quiet.begin()
        else:
            self.back()
