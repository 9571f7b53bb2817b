"""How a vault is left: what was begun is kept, all that shows a record goes, and the vault is locked."""

import gc
from collections.abc import Callable
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.desk import Desk
from ui.screens.drafts.held import Spot, spot_text
from ui.screens.shell import Shell
from ui.tasks import Lane
from ui.widgets.frame import drop_now
from vcse_desktop.actions import backing, drafting

PATIENCE = 400
"""Milliseconds that a change which is being made is given, so that its form is no draft any more."""
LONGEST = 600.0
"""Seconds after which whoever waits for a vault to be locked waits no longer."""


_waiting: list["Going"] = []


def waiting() -> list["Going"]:
    """Return what is being left just now."""
    return list(_waiting)


class Going(QObject):
    """Takes a shell that is hidden already. Whatever is asked for next waits until the vault is locked."""

    def __init__(self, window: QWidget, shell: Shell, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._shell: Shell | None = shell
        self._locked = Event()
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE)
        self._soon.timeout.connect(lambda: self._lock(busy=True))
        self._soon.start()
        _waiting.append(self)
        tasks.run(self, lambda: None, lambda _: self._lock(busy=False), self._failed, Lane.ACT)
        tasks.run(self, self._wait, lambda _: self.deleteLater(), self._failed, Lane.ACT)

    def now(self) -> None:
        """Lock at once, and come back when it is done: the computer goes to sleep, or the window closes."""
        if self._last():
            try:
                backing.leave(self._desk.vault, at_once=True)
            finally:
                self._locked.set()

    def _wait(self) -> None:
        self._locked.wait(LONGEST)

    def _lock(self, *, busy: bool) -> None:
        """Lock; while a change is still being made there is no backup, which would wait for it."""
        if self._last():
            work = partial(_then, partial(backing.leave, self._desk.vault, at_once=busy), self._locked.set)
            tasks.run(self._window, work, lambda _: None, self._failed, Lane.LOCK)

    def _last(self) -> bool:
        """Drop all that shows a record; say whether the vault is still to be locked."""
        shell, self._shell = self._shell, None
        self._soon.stop()
        if self in _waiting:
            _waiting.remove(self)
        if shell is not None:
            drop(shell, self._desk)
        return shell is not None

    def _failed(self, error: BaseException) -> None:
        errors.tell(self._window, error)


def drop(shell: Shell, desk: Desk, *, for_good: bool = False) -> None:
    """Drop a shell; the lock keeps what was begun in it and, unless it is ``for_good``, where one was."""
    shell.drafts.forget()
    kept, dropped = shell.drafts.last()
    drafting.keep_at_lock(desk.vault, kept, dropped, "" if for_good else _where(shell, desk))
    shell.hide()
    shell.setParent(None)
    shell.deleteLater()
    drop_now()
    gc.collect()


def _where(shell: Shell, desk: Desk) -> str:
    """Return where one is as text, with no more than the pages keep themselves."""
    _, kept = shell.kept()
    return spot_text(Spot(shell.shown, kept, desk.drafts.going_on))


def _then(work: Callable[[], object], after: Callable[[], None]) -> None:
    try:
        work()
    finally:
        after()
