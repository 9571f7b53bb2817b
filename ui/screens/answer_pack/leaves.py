"""Step 2 of a reply: what leaves to the letter, where the file goes, and the passphrase again."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from ui.screens.make_pack.warned import Warned
from ui.widgets.frame import card, column
from ui.widgets.passphrase import Passphrase
from ui.widgets.saving import FilePlace
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.replying import DraftReply, Pointing
from vcse_desktop.i18n import N_, tr

NAME = "reply-{id}.zip"
KIND = N_("Replies (*.zip)")
ONLY = N_(
    "Only what you see here leaves, with our signature and lists that show whether anything was changed."
)
TOGETHER = N_("The file has these words twice: for people, and for their program.")


class Leaves(QWidget):
    """The words of the reply as they leave, and one box for the passphrase."""

    def __init__(self, draft: DraftReply, pointing: Sequence[Pointing] = ()) -> None:
        super().__init__()
        self.place = FilePlace(
            NAME.format(id=draft.claims["reply"]), tr(N_("Where to save the reply")), tr(KIND)
        )
        self.warned = Warned(pointing)
        self.words = marked(text(draft.text))
        self.passphrase = Passphrase(
            tr(N_("Your passphrase")), tr(N_("Asked again, because this is signed in your group's name."))
        )
        self.setLayout(
            column(
                self.warned,
                card(
                    heading(tr(N_("What leaves")), 2),
                    text(tr(ONLY)),
                    self.words,
                    text(tr(TOGETHER), "small"),
                    gap=10,
                ),
                card(
                    text(tr(N_("The file")), "label"),
                    self.place,
                    4,
                    self.passphrase,
                    gap=10,
                ),
                gap=16,
            )
        )

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.warned.first or self.passphrase.box
