"""After a reply was signed: where it is, and how it gets to them."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.replying import MadeReply
from vcse_desktop.i18n import N_, ngettext, tr

HAND_OVER = N_(
    "The program sends nothing. Attach the file to an email to them, or hand it over on a memory stick. The "
    "first time they compare your digits, as you compared theirs."
)
NOT_OPENED = N_("This computer did not open the folder. Open it by hand.")


class Ready(QWidget):
    """All that is needed to hand the reply over."""

    opening = staticmethod(QDesktopServices.openUrl)
    """How a folder is opened; tests put something in its place that needs no desktop."""

    def __init__(self, made: MadeReply) -> None:
        super().__init__()
        self._made = made
        self._said = text("", "small")
        self._said.hide()
        has = ngettext("It has {n} answer.", "It has {n} answers.", made.answers)
        self.setLayout(
            column(
                card(
                    heading(tr(N_("Where it is")), 2),
                    marked(text(isolated(str(made.file)))),
                    flow(button(tr(N_("Open the folder")), self._open, picture="see")),
                    self._said,
                    text(has),
                    text(tr(HAND_OVER)),
                )
            )
        )

    def _open(self) -> None:
        """Show its folder in the computer's own window."""
        if not self.opening(QUrl.fromLocalFile(str(self._made.file.parent))):
            self._said.setText(tr(NOT_OPENED))
            self._said.show()
            announce(self, tr(NOT_OPENED))
