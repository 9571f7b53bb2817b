"""Photos that were removed and are still in the vault: a keeper is told of them, and can erase them."""

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import spoken
from ui.screens.attached.erased import sentence
from ui.screens.attached.sure import Sure
from ui.screens.desk import Desk
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.words import text
from vcse_desktop.actions import photos
from vcse_desktop.i18n import N_, ngettext, tr

FOR_GOOD = N_(
    "They will be gone from this vault for good, from the history as well. Nobody can bring them back."
)


class Removed(QWidget):
    """Empty, it takes no room."""

    def __init__(self, desk: Desk, owner: str, record: int) -> None:
        super().__init__()
        self._desk, self._owner, self._record = desk, owner, record
        self._words = text("", "small")
        self.erase = button(tr(N_("Erase removed photos for good")), self._ask, "quiet")
        self._told = boxed(column(self._words, flow(self.erase), gap=4))
        self.sure = Sure(tr(FOR_GOOD), tr(N_("No, keep them")), tr(N_("Yes, erase them for good")))
        self.sure.agreed.connect(self._erase)
        self.sure.kept.connect(self._kept)
        self.setLayout(column(self._told, self.sure))
        self.hide()

    def tell(self, n: int) -> None:
        """Say how many there are."""
        said = ngettext(
            "{n} removed photo is still in the vault: undo can bring it back.",
            "{n} removed photos are still in the vault: undo can bring them back.",
            n,
        )
        self._words.setText(said)
        self.setVisible(n > 0)

    def _ask(self) -> None:
        self._told.hide()
        self.sure.ask()

    def _kept(self) -> None:
        self._told.show()
        self.erase.setFocus()

    def _erase(self) -> None:
        vault, owner, record, language = self._desk.vault, self._owner, self._record, spoken()

        def done(found: photos.Erased) -> None:
            self._told.show()
            self._desk.did(sentence(found), found.changed)

        def failed(error: BaseException) -> None:
            self._told.show()
            errors.tell(self, error)

        work = lambda: photos.erase_removed(vault, owner, record, language)  # noqa: E731
        tasks.run(self, work, done, failed, Lane.ACT)
