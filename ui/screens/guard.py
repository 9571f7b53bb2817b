"""Watches whether this computer is used while a vault is open, and says when to cover and when to lock."""

import time
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.screens.desk import Desk
from ui.watching.idle import Idle, OwnInput
from ui.watching.resting import WARNING, Resting, What
from ui.watching.session import listen
from ui.widgets.countdown import Countdown, cover_words, lock_words
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.covering import Times, times

EVERY = 1000
"""Milliseconds between two looks."""


class Guard(QObject):
    """``cover`` and ``lock`` say that it is time to; ``sleeping`` that the computer will not wait for it."""

    cover = Signal()
    lock = Signal()
    sleeping = Signal()

    def __init__(self, owner: QObject, window: QWidget) -> None:
        super().__init__(owner)
        self._window = window
        self._desk: Desk | None = None
        self.covered = False
        self.idle = Idle(OwnInput(self))
        self.resting = Resting(time.monotonic, time.time)
        self._countdown: Countdown | None = None
        self._session = listen(window, self.sleeping.emit)
        changes.changed.connect(self._changed)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look)

    def begin(self, desk: Desk) -> None:
        """Watch for this desk."""
        self._desk, self.covered = desk, False
        desk.own_windows_only = not self.idle.is_whole
        self.resting.times(0, 0)
        self._ask()
        self._timer.start()

    def end(self) -> None:
        """Watch no more."""
        self._desk, self.covered = None, False
        self._timer.stop()
        self._quiet()

    def look(self) -> None:
        """Look once whether the computer is used, and say what is to be done."""
        step = self.resting.step(self.idle.seconds(), covered=self.covered)
        if step.what is What.WARN:
            words = cover_words if step.comes is What.COVER else lock_words
            if self._countdown is None:
                self._countdown = Countdown(self._window, WARNING)
            self._countdown.show_seconds(words(step.seconds), step.seconds)
        else:
            self._quiet()
        if step.what is What.COVER:
            self.cover.emit()
        elif step.what is What.LOCK:
            self.lock.emit()

    def _quiet(self) -> None:
        if self._countdown is not None:
            self._countdown.hide()
            self._countdown.deleteLater()
            self._countdown = None

    def _changed(self, changed: Changed) -> None:
        if "setting" in changed.kinds and self._desk is not None:
            self._ask()

    def _ask(self) -> None:
        if self._desk is not None:
            tasks.run(self, partial(times, self._desk.vault), self._set, partial(errors.tell, self._window))

    def _set(self, found: Times) -> None:
        self.resting.times(found.cover, found.lock)
