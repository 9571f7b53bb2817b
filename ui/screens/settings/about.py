"""What this program is: its version, its licence, and what it never does."""

from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.widgets.frame import boxed, column, fact
from ui.widgets.words import text
from vcse_desktop import __version__
from vcse_desktop.i18n import N_, tr

NEVER = (
    N_("It never connects to anything. No network, no check for updates, nobody watches what you do."),
    N_("It never scores or ranks people, groups or principles."),
    N_("It never puts a price on anybody's time or care."),
    N_("It never guesses who somebody is or how they feel."),
    N_("It sends nothing. A pack is a file, and you hand it over."),
)
LICENCE = N_("MIT: free to use, to change and to pass on")


def about() -> QWidget:
    """Return it as facts and sentences."""
    return boxed(
        column(
            fact(tr(N_("Version")), isolated(__version__)),
            fact(tr(N_("Licence")), tr(LICENCE)),
            text(tr(N_("What it never does")), "label"),
            *(text(tr(sentence)) for sentence in NEVER),
            gap=8,
        )
    )
