"""What a register says of a session that was planned: saving it says that it ran, and it may be cancelled."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

WAS_PLANNED = N_("This session was planned. Saving its register says that it ran.")
NOT_RAN = N_("It was cancelled")


class WasPlanned(QWidget):
    """``cancelled`` is the wish to note that it did not happen."""

    cancelled = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button = button(tr(NOT_RAN), self.cancelled.emit)
        self.setLayout(column(text(tr(WAS_PLANNED), "sub"), flow(self.button), gap=8))
