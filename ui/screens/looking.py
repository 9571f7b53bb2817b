"""Looking through everything that is kept: by hand, or by itself when it is due and nobody is at work."""

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import tasks
from ui.tasks import Lane, Task
from vcse_desktop.actions.keeping import FULL, Looked, due, look_through
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused

EVERY = 60_000
"""Milliseconds between two questions whether a look is due."""
QUIET = 120.0
"""Seconds without a key or a mouse after which nobody is at work."""
AT_WORK = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,  # all that comes of a shortcut
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
)


class Looking(QObject):
    """``began`` and ``moved`` tell how far it is; ``ended`` carries a Looked, or the fault.

    What began by itself is stopped by the first key, by any other long work, and when this is locked; it is
    tried again when it is quiet.
    """

    began = Signal()
    moved = Signal(object, object)
    ended = Signal(object)

    def __init__(self, parent: QObject, vault: Vault) -> None:
        super().__init__(parent)
        self._vault = vault
        self._task: Task | None = None
        self._asking = False
        self.by_itself = False
        self._last = time.monotonic()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.look_if_due)
        self._timer.start()

    def watch(self, window: QWidget) -> None:
        """Notice whether somebody is at work in this window."""
        handle = window.window().windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Note that somebody is at work, and give way; nothing is taken from them."""
        if event.type() in AT_WORK:
            self._last = time.monotonic()
            if self.by_itself:
                self.stop()
        return False

    def running(self) -> bool:
        """Say whether a look is under way."""
        return self._task is not None

    def begin(self, kind: str = FULL, *, by_itself: bool = False) -> None:
        """Begin to look; one that is under way goes on, and counts as asked for by hand."""
        if self._task is not None:
            self.by_itself = self.by_itself and by_itself
            return
        vault, self.by_itself = self._vault, by_itself
        self._task = tasks.run_long(
            self,
            lambda task: look_through(vault, kind, task.tell, task.stopped),
            self._done,
            self._done,
            gives_way=by_itself,
        )
        self._task.moved.connect(self.moved)
        self.began.emit()

    def stop(self) -> None:
        """Ask it to end."""
        if self._task is not None:
            self._task.stop()

    def leave(self) -> None:
        """End for good: the vault is being locked."""
        self._timer.stop()
        self.stop()

    def look_if_due(self) -> None:
        """Begin by itself when a look is due, nobody is at work, and nothing else is under way."""
        quiet = time.monotonic() - self._last >= QUIET
        if not quiet or self._task is not None or self._asking or not tasks.idle():
            return
        vault, self._asking = self._vault, True
        tasks.run(self, lambda: due(vault), self._is_due, self._not_asked, Lane.LOOK)

    def _is_due(self, kind: str | None) -> None:
        self._asking = False
        if kind is not None and self._timer.isActive():
            self.begin(kind, by_itself=True)

    def _not_asked(self, error: BaseException) -> None:
        self._asking = False

    def _done(self, came: Looked | BaseException) -> None:
        self._task = None
        if self._timer.isActive() or not isinstance(came, Refused):  # else it was locked meanwhile
            self.ended.emit(came)
        self.by_itself = False
