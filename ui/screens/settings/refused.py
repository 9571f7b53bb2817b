"""What is said when a change of the key was refused: beside the passphrase when that was wrong."""

from PySide6.QtWidgets import QPushButton

from ui import errors
from ui.screens.screen import Screen
from ui.widgets.notice import Notice
from ui.widgets.passphrase import Passphrase
from vcse_desktop.actions.signing import NotYours
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import tr


class Refusals:
    """Says it, and lets somebody try again with ``go``."""

    def __init__(self, screen: Screen, passphrase: Passphrase, notice: Notice, go: QPushButton) -> None:
        self._screen, self._passphrase, self._notice, self._go = screen, passphrase, notice, go

    def say(self, error: BaseException) -> None:
        """Say what was wrong where it can be mended."""
        self._go.setEnabled(True)
        if isinstance(error, NotYours):
            self._passphrase.wrong(errors.sentence(error))
        elif isinstance(error, Refused):
            self._notice.say(errors.sentence(error), "bad", tr(error.title))
        else:
            self._screen.failed_in(self._notice, error)
