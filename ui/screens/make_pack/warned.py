"""Words of a pack that were typed by hand and may point at somebody: where they stand, and why they stay."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.language import isolated
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.words import text
from vcse_desktop.actions.naming_in_words import KEEP
from vcse_desktop.actions.pack_words import Pointing
from vcse_desktop.i18n import N_, tr

TITLE = N_("Look at these words once more")
SAID = N_(
    "Somebody typed them, and they leave as they are. Where they point at somebody, change them where they "
    "are recorded, and make these pages again. Where they do not, say why they may stay."
)
SPOTTED = N_("“{words}” in “{sentence}”: {why}")
FIRST = N_("Decide about each of these words first: change it where it is recorded, or say why it may stay.")
NOTHING_LEFT = N_("All of these words may stay.")


class Warned(QWidget):
    """``stays`` carries a stretch that may stay and the code of the reason."""

    stays = Signal(object, str)

    def __init__(self, pointing: Sequence[Pointing]) -> None:
        super().__init__()
        self._notice = Notice("warn")
        self._each = column(gap=12)
        self._notice.add(boxed(self._each))
        self.first: QPushButton | None = None
        self.setLayout(column(self._notice))
        self.show_left(pointing)

    def show_left(self, pointing: Sequence[Pointing]) -> None:
        """Show what nobody has decided about; without any, nothing is seen."""
        emptied(self._each)
        self.first = None
        for one in pointing:
            self._each.addWidget(self._one(one))
        self._notice.show_as("warn", tr(SAID) if pointing else "", tr(TITLE) if pointing else "")

    def wait(self) -> None:
        """Say that something is to be decided first, and go there."""
        announce(self, tr(FIRST))
        if self.first is not None:
            self.first.setFocus()

    def go_on(self) -> None:
        """Go to what is still to be decided, or say that nothing is."""
        if self.first is not None:
            self.first.setFocus()
        else:
            announce(self, tr(NOTHING_LEFT))

    def _one(self, one: Pointing) -> QWidget:
        spot, said = one.spot, []
        sentence = isolated(f"{spot.before}{spot.words}{spot.after}")
        line = text(tr(SPOTTED, words=isolated(spot.words), sentence=sentence, why=tr(spot.why)))
        for code, why in KEEP.items():
            made = button(tr(why), partial(self.stays.emit, one, code))
            made.setAccessibleName(
                tr(N_("Keep “{words}”: {reason}"), words=isolated(spot.words), reason=tr(why))
            )
            said.append(made)
        self.first = self.first or said[0]
        keep = text(tr(N_("Or keep it:")), "label")
        return boxed(column(line, text(tr(one.place), "sub"), keep, flow(*said), gap=6))
