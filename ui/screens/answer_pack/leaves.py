"""Step 2 of a reply: what leaves to the letter, where the file goes, and the passphrase again."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.screens.make_pack.warned import Warned
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.passphrase import Passphrase
from ui.widgets.saving import AskFile, ask_file, documents
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.replying import DraftReply, Pointing
from vcse_desktop.i18n import N_, tr

NAME = "reply-{id}.zip"
KIND = N_("Replies (*.zip)")
ONLY = N_(
    "Only what you see here leaves, with our signature and lists that show whether anything was changed."
)
TOGETHER = N_("The file has these words twice: for people, and for their program.")


def ask_where(owner: QWidget, file: Path) -> Path | None:
    """Ask for the place of the file."""
    return ask_file(owner, file, tr(N_("Where to save the reply")), tr(KIND))


class Leaves(QWidget):
    """The words of the reply as they leave, and one box for the passphrase."""

    asking: AskFile = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, draft: DraftReply, pointing: Sequence[Pointing] = ()) -> None:
        super().__init__()
        self.file = documents() / NAME.format(id=draft.claims["reply"])
        self.warned = Warned(pointing)
        self.words = marked(text(draft.text))
        self._place = text("")
        self.change = button(tr(N_("Choose another place…")), self._ask, picture="file")
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
                    self._place,
                    flow(self.change),
                    4,
                    self.passphrase,
                    gap=10,
                ),
                gap=16,
            )
        )
        self._show()

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.warned.first or self.passphrase.box

    def _ask(self) -> None:
        found = self.asking(self, self.file)
        if found is not None:
            self.file = found if found.suffix else found.with_suffix(".zip")
            self._show()

    def _show(self) -> None:
        place = isolated(str(self.file.parent))
        self._place.setText(tr(N_("{name} in {folder}"), name=isolated(self.file.name), folder=place))
