"""After a pack was signed: where it is, the digits to compare, and the note to go with it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.screens.contents.as_workbook import AsWorkbook
from ui.screens.contents.digits import Digits
from ui.screens.contents.note import CoveringNote
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.notice import Notice
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.sending import Draft, Made, covering_note
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr

HAND_OVER = N_(
    "The program sends nothing. Attach the file to an email, or hand it over on a memory stick, all of it. "
    "Where their mail lets no such file through, send report.pdf from inside it: that is signed, too."
)
SAVED = N_("The pack is signed and saved.")
WAITS = N_(
    "The pack waits for another signature. Do not hand it over yet: whoever signs next opens it under "
    "“Check a pack” and signs. Then the finished file can go."
)
NOT_OPENED = N_("This computer did not open the folder. Copy where it is, and open it by hand.")
COPIED = N_("Copied. Paste it where you open or attach a file.")
RING = N_("Our key's number: your partner rings you on a number they already have, and you compare it, once.")


class Done(QWidget):
    """All that is needed to hand the pack over."""

    opening = staticmethod(QDesktopServices.openUrl)
    """How a folder is opened; tests put something in its place that needs no desktop."""

    def __init__(self, draft: Draft, made: Made, vault: Vault) -> None:
        super().__init__()
        self.where = marked(text(isolated(str(made.file))))
        self._file = made.file
        self.open = button(tr(N_("Open the folder")), self._open, picture="see")
        self.copy = button(tr(N_("Copy where it is")), self._copy)
        self._said = text("", "small")
        self._said.hide()
        self.note = CoveringNote(covering_note(draft), draft.told.language)
        waits = made.file.name.startswith("UNFINISHED-")
        self.book = None if waits else AsWorkbook(vault, made.file, made.pack)
        done = Notice()  # filled once it stands here: shown before, it would be a window
        self.setLayout(
            column(
                done,
                card(
                    heading(tr(N_("Where it is")), 2),
                    self.where,
                    flow(self.open, self.copy),
                    self._said,
                    text(tr(HAND_OVER)),
                ),
                card(heading(tr(N_("Our digits")), 2), Digits(made.digits), text(tr(RING))),
                card(self.note),
                *(
                    [card(heading(tr(N_("The tables, for your own work")), 2), self.book)]
                    if self.book
                    else []
                ),
                gap=16,
            )
        )
        done.show_as("warn" if waits else "ok", tr(WAITS if waits else SAVED))

    def _open(self) -> None:
        """Show its folder in the computer's own window."""
        if not self.opening(QUrl.fromLocalFile(str(self._file.parent))):
            self._say(tr(NOT_OPENED))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._file))
        self._say(tr(COPIED))

    def _say(self, sentence: str) -> None:
        self._said.setText(sentence)
        self._said.show()
        announce(self, sentence)

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.where
