"""Step 4 of a pack: where the file goes, and the passphrase again."""

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.widgets.frame import card, column
from ui.widgets.passphrase import Passphrase
from ui.widgets.saving import FilePlace
from ui.widgets.words import text
from vcse_desktop.actions.sending import Draft
from vcse_desktop.i18n import N_, tr

NAME = "summary-pack-{id}.zip"
UNFINISHED = N_(
    "This needs {n} signatures. Yours is the first, so the file is saved as unfinished. Whoever signs next "
    "opens it under “Check a pack”, reads it and signs."
)
KIND = N_("Summary packs (*.zip)")


class Sign(QWidget):
    """What is signed, the place of the file, and one box for the passphrase."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.place = FilePlace(
            NAME.format(id=draft.claims["pack"]), tr(N_("Where to save the pack")), tr(KIND)
        )
        self.passphrase = Passphrase(
            tr(N_("Your passphrase")), tr(N_("Asked again, because this is signed in your group's name."))
        )
        need = int(draft.claims["sign_off"]["need"])
        self._unfinished = text(tr(UNFINISHED, n=need))
        self._unfinished.setVisible(need > 1)
        self.setLayout(
            column(
                card(
                    text(isolated(draft.title), "label"),
                    text(tr(N_("For {partner}"), partner=isolated(draft.partner))),
                    4,
                    text(tr(N_("The file")), "label"),
                    self.place,
                    4,
                    self._unfinished,
                    self.passphrase,
                    text(
                        tr(
                            N_(
                                "Once signed, the pack stands in the register and counts for what may be "
                                "shared later. It cannot be undone; it can be replaced by a newer one."
                            )
                        ),
                        "small",
                    ),
                )
            )
        )

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.passphrase.box
