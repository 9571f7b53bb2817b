"""Step 4 of a pack: where the file goes, and the passphrase again."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.passphrase import Passphrase
from ui.widgets.saving import AskFile, ask_file, documents
from ui.widgets.words import text
from vcse_desktop.actions.sending import Draft
from vcse_desktop.i18n import N_, tr

NAME = "summary-pack-{id}.zip"
UNFINISHED = N_(
    "This needs {n} signatures. Yours is the first, so the file is saved as unfinished. Whoever signs next "
    "opens it under “Check a pack”, reads it and signs."
)
KIND = N_("Summary packs (*.zip)")


def ask_where(owner: QWidget, file: Path) -> Path | None:
    """Ask for the place of the file."""
    return ask_file(owner, file, tr(N_("Where to save the pack")), tr(KIND))


class Sign(QWidget):
    """What is signed, the place of the file, and one box for the passphrase."""

    asking: AskFile = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.file = documents() / NAME.format(id=draft.claims["pack"])
        self._place = text("", "")
        self.passphrase = Passphrase(
            tr(N_("Your passphrase")), tr(N_("Asked again, because this is signed in your group's name."))
        )
        need = int(draft.claims["sign_off"]["need"])
        self._unfinished = text(tr(UNFINISHED, n=need))
        self._unfinished.setVisible(need > 1)
        self.change = button(tr(N_("Choose another place…")), self._ask, picture="file")
        self.setLayout(
            column(
                card(
                    text(isolated(draft.title), "label"),
                    text(tr(N_("For {partner}"), partner=isolated(draft.partner))),
                    4,
                    text(tr(N_("The file")), "label"),
                    self._place,
                    flow(self.change),
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
        self._show()

    def begin(self) -> QWidget:
        """Return the control that the work begins in."""
        return self.passphrase.box

    def _ask(self) -> None:
        found = self.asking(self, self.file)
        if found is not None:
            self.file = found if found.suffix else found.with_suffix(".zip")
            self._show()

    def _show(self) -> None:
        place = isolated(str(self.file.parent))
        said = tr(N_("{name} in {folder}"), name=isolated(self.file.name), folder=place)
        self._place.setText(said)
