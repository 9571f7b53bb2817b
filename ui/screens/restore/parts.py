"""The two things that a backup needs: which file, and a secret of its day."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui import errors
from ui.screens.later import restoring
from ui.screens.recovery.sheet import CodeBox
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import column, field, row
from ui.widgets.passphrase import Passphrase
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

CHOOSE = N_("Choose the backup file")
NO_FILE = N_("Choose a backup file, or type where it is, from the first folder to its name.")
EMPTY = N_("Type the passphrase that held on the day of the backup.")
HOW = N_("What opens it?")
SHEET, PASSPHRASE = "sheet", "passphrase"
OFFER = ((SHEET, N_("The recovery sheet")), (PASSPHRASE, N_("A passphrase")))


class BackupFile(Asked):
    """A box for a file, with a button that chooses one."""

    def __init__(self) -> None:
        self.box = QLineEdit()
        self._offered = ""
        self.choosing = button(tr(N_("Choose…")), self.ask, name=tr(CHOOSE))
        line = row(self.box, self.choosing)
        line.setStretch(0, 1)
        told = tr(N_("Its name ends in .vcse-backup. It may lie on a stick."))
        super().__init__(tr(N_("Backup file")), self.box, told, (line,))

    def ask(self) -> None:
        """Ask for a file with the system's own dialog."""
        kinds = tr(N_("Backups (*.vcse-backup)"))
        name, _ = QFileDialog.getOpenFileName(self, tr(CHOOSE), self.box.text(), kinds)
        if name:
            self.box.setText(str(Path(name)))

    def offer(self, file: Path | None) -> None:
        """Fill in a file where nobody has chosen another."""
        if file is not None and self.box.text() in {"", self._offered}:
            self._offered = str(file)
            self.box.setText(self._offered)

    def file(self) -> Path | None:
        """Return the file that is named; None, and said, when there is none."""
        typed = self.box.text().strip()
        if typed and Path(typed).is_file():
            return Path(typed)
        self.wrong(tr(NO_FILE))
        return None


class SecretOfDay(QWidget):
    """The code from the paper, or a passphrase. ``entered`` tells that Enter was pressed."""

    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.way = OneOf(tr(HOW), [(code, tr(words)) for code, words in OFFER], SHEET)
        self.way.chosen.connect(self.turn)
        self.code = CodeBox()
        told = tr(N_("The passphrase, as it was on that day, of anybody who could open the records."))
        self.passphrase = Passphrase(tr(N_("Passphrase of that day")), told)
        for box in (self.code.box, self.passphrase.box):
            box.returnPressed.connect(self.entered)
        self.setLayout(column(field(tr(HOW), self.way), self.code, self.passphrase, gap=20))
        self.setFocusProxy(self.way)  # of a later part, and Tab would pass over those before it
        self.turn()

    def typed(self) -> "restoring.Secret | None":
        """Return the secret; None, and said beside the box, when it cannot be one."""
        by_sheet = self.way.code() == SHEET
        words = self.code.typed() if by_sheet else self.passphrase.text()
        if not by_sheet and not words.strip():
            self.passphrase.wrong(tr(EMPTY))
            return None
        try:
            return restoring.secret(words, sheet=by_sheet)
        except Refused as error:
            self.wrong(errors.sentence(error))
            return None

    def wrong(self, sentence: str) -> None:
        """Say beside the box that it does not open."""
        (self.code if self.way.code() == SHEET else self.passphrase).wrong(sentence)

    def wipe(self) -> None:
        """Forget what was typed."""
        self.code.wipe()
        self.passphrase.box.clear()

    def turn(self) -> None:
        """Show the box of the way that is chosen."""
        by_sheet = self.way.code() == SHEET
        self.code.setVisible(by_sheet)
        self.passphrase.setVisible(not by_sheet)
