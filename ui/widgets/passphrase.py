"""Boxes for secrets: a passphrase that can be shown, and a recovery code typed from paper."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QCheckBox, QLineEdit

from ui.widgets.asked import Asked
from vcse_desktop.i18n import N_, tr

SHOW = N_("Show what is typed")
HINTS = Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText


class SecretBox(QLineEdit):
    """A box from which nothing can be copied, and that no keyboard learns from. Pasting works."""

    def __init__(self) -> None:
        super().__init__()
        self.setInputMethodHints(HINTS | Qt.InputMethodHint.ImhNoAutoUppercase)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave out copying and cutting."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            event.accept()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show no menu: it would offer to copy."""
        event.accept()


class Passphrase(Asked):
    """A passphrase, hidden until somebody wants to see it."""

    def __init__(self, label: str, help_text: str = "", *, show: bool = True) -> None:
        self.box = SecretBox()
        self.shown = QCheckBox(tr(SHOW))
        super().__init__(label, self.box, help_text, (self.box, self.shown) if show else ())
        self.show_typed(False)
        self.shown.toggled.connect(self.show_typed)

    def show_typed(self, shown: bool) -> None:
        """Show what is typed, or dots."""
        self.box.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)

    def text(self) -> str:
        """Return what was typed."""
        return self.box.text()
