"""A new passphrase, typed twice: long enough, the same both times, nothing else is asked of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.errors import sentence
from ui.widgets.frame import column
from ui.widgets.passphrase import Passphrase
from vcse_desktop.actions.unlocking import long_enough
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

RULE = N_(
    "At least 12 letters, numbers or signs, or four words with spaces between them. You may paste it. "
    "Nobody can reset it for you: not us, not anybody."
)
DIFFERS = N_("The two are not the same. Type this one again.")


class NewPassphrase(QWidget):
    """``entered`` tells that Enter was pressed in the second box; ``name`` is that of the first."""

    entered = Signal()

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self.first = Passphrase(name or tr(N_("Passphrase")), tr(RULE))
        self.second = Passphrase(tr(N_("The same passphrase again")), show=False)
        self.first.shown.toggled.connect(self.second.show_typed)
        self.first.box.returnPressed.connect(self.second.setFocus)
        self.second.box.returnPressed.connect(self.entered)
        self.setFocusProxy(self.first)
        self.setLayout(column(self.first, self.second, gap=16))

    def sound(self) -> str | None:
        """Return the passphrase, or None when what is wrong stands beside its box."""
        typed = self.first.text()
        try:
            long_enough(typed)
        except Refused as error:
            self.first.wrong(sentence(error))
            return None
        if self.second.text() != typed:
            self.second.wrong(tr(DIFFERS))
            return None
        return typed

    def wipe(self) -> None:
        """Forget what was typed."""
        self.first.box.clear()
        self.second.box.clear()
