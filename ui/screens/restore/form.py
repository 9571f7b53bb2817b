"""What is asked before a backup comes back: the file, a secret of its day, and where the records go."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.keyed import keyed
from ui.screens.later import restoring
from ui.screens.restore.parts import BackupFile, SecretOfDay
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.notice import Notice
from ui.widgets.place import Place, filled_in
from vcse_desktop.actions.folders import whole
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

if TYPE_CHECKING:
    from vcse_desktop.actions.restoring import Present, Secret

HERE = N_(
    "The backup takes the place of what is here. What is here now is put aside, whole, and nothing is "
    "deleted. What was written after the backup is not in it."
)
NOT_WHOLE = N_("Choose a folder, or type where it is, from the first folder on.")
Answer = tuple[Path, "Secret", "Present"]


class Form(QWidget):
    """``go`` is the wish to begin, ``back`` the wish to leave."""

    go = Signal()
    back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.file, self.secret = BackupFile(), SecretOfDay()
        self.place = Place(
            tr(N_("Where the records go")),
            tr(N_("A folder of their own, on this computer's own disk. It is made if it is not there.")),
            tr(N_("Choose a folder for the records")),
        )
        self._here = Notice("warn")
        self.secret.entered.connect(self.go)
        self.verb = button(tr(N_("Bring it back")), self.go.emit, "primary")
        back = button(tr(N_("Back")), self.back.emit, picture="back")
        verbs = flow(keyed(self.verb, tr(N_("Ctrl+Enter"))), keyed(back, tr(N_("Esc"))), gap=24)
        asked = card(self.file, self.secret, self.place, gap=20)
        self.setLayout(column(asked, self._here, verbs, gap=16))
        self.setFocusProxy(self.file)

    def over(self, folder: Path | None) -> None:
        """Ask for a folder when there is none, else say what becomes of what is in it."""
        self.place.setVisible(folder is None)
        self._here.show_as("warn", tr(HERE) if folder else "")
        if folder is not None:
            self.file.offer(restoring.newest_in(folder))
        elif not self.place.box.text():
            self.place.box.setText(str(filled_in("")))

    def answer(self, present: "Present | None") -> Answer | None:
        """Return file, secret, and what is replaced; None when what is missing stands beside its box."""
        file = self.file.file()
        secret = self.secret.typed() if file is not None else None
        if file is None or secret is None:
            return None
        if present is not None:
            return file, secret, present
        try:
            return file, secret, restoring.Present(whole(self.place.box.text(), filled_in("")))
        except Refused:
            self.place.wrong(tr(NOT_WHOLE))
            return None
