"""What is under way while a vault is made, and why it could not be."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors
from ui.screens.unlock.opening import Opened, Opening, Undo
from ui.widgets.frame import column
from ui.widgets.notice import Notice
from ui.widgets.working import Working
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import tr


class Making(QWidget):
    """``arrived`` says that the vault is there; ``busy`` tells whether something is under way."""

    arrived = Signal()
    busy = Signal(bool)

    def __init__(self, opening: Opening) -> None:
        super().__init__()
        self._opening = opening
        self._notice, self._working = Notice(), Working()
        self.setLayout(column(self._notice, self._working, gap=16))
        self._working.stop.connect(self._stop)
        opening.arrived.connect(self._arrived)
        opening.failed.connect(self.failed)

    def go_on(self) -> None:
        """Show what a screen before this one began."""
        if self._opening.sentence:
            self._begun()

    def begin(self, sentence: str, work: Callable[[], Opened], undo: Undo) -> None:
        """Begin, unless something is under way; ``undo`` gets a vault that came when nobody wanted it."""
        if not self._opening.sentence:
            self._opening.begin(sentence, work, undo)
            self._begun()

    def failed(self, error: BaseException) -> None:
        """Say in words what went wrong; what was typed stays."""
        self._end()
        if isinstance(error, VcseError):
            self._notice.say(errors.sentence(error), "bad", tr(error.title))
        else:
            errors.tell(self, error)

    def warn(self, sentence: str) -> None:
        """Say why to stay here."""
        self._notice.say(sentence, "warn")

    def _begun(self) -> None:
        self._notice.clear()
        self._working.begin(self._opening.sentence)
        self.busy.emit(True)

    def _arrived(self) -> None:
        self._end()
        self.arrived.emit()

    def _stop(self) -> None:
        self._opening.stop()
        self._end()

    def _end(self) -> None:
        self._working.end()
        self.busy.emit(False)
