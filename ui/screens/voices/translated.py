"""A translation of the words as shared: begun when somebody wants one, and checked like the words."""

from PySide6.QtWidgets import QWidget

from ui.screens.voices.copy import Copied, Copy
from ui.widgets.buttons import button
from ui.widgets.frame import column
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values


class Translated(QWidget):
    """A button until there is a translation; then its text with what was found in it."""

    def __init__(self, row: Values, kept: Copied) -> None:
        super().__init__()
        self._begins = str(row["translation"] or "")
        self.copy = Copy("share_translation", tr(N_("Their translation as shared")))
        self.begin = button(tr(N_("Share a translation with it")), self._begin, "quiet")
        self.setLayout(column(self.begin, self.copy))
        self.put(kept)

    def put(self, kept: Copied) -> None:
        """Show a translation, or the button alone where there is none."""
        self.copy.put("", kept)
        self.copy.setVisible(bool(kept.words))
        self.begin.setVisible(not kept.words)

    def shown(self) -> bool:
        """Say whether there is a translation to change."""
        return not (self.isHidden() or self.copy.isHidden())

    def _begin(self) -> None:
        self.put(Copied(self._begins))
        self.copy.setVisible(True)
        self.begin.setVisible(False)
        self.copy.box.box.setFocus()
