"""Says when nobody has pressed a key or anything else for a while at a screen that stands in public."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

USED = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


class Quiet(QObject):
    """``over`` says so once; it begins anew with the next key or press."""

    over = Signal()

    def __init__(self, owner: QWidget, usual: int) -> None:
        """``usual`` is how many milliseconds it takes as a rule."""
        super().__init__(owner)
        self._usual = usual
        self.timer = QTimer(self, singleShot=True)
        self.timer.timeout.connect(self.over)

    def watch(self, frame: QWindow | None) -> None:
        """Listen to a window: every key and press goes through its frame."""
        if frame is not None:
            frame.removeEventFilter(self)
            frame.installEventFilter(self)

    def begin(self, milliseconds: int = 0) -> None:
        """Count from now; as long as usual, or less."""
        self.timer.start(milliseconds or self._usual)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Count anew; take nothing away."""
        if event.type() in USED:
            self.begin()
        return False
