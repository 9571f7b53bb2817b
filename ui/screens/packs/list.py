"""What was sent: each pack with its partner, its days and how it stands."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.language import isolated
from ui.screens.keyed import keyed
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, emptied, flow
from ui.widgets.words import tag, text
from vcse_desktop.actions.sending import Sent
from vcse_desktop.i18n import N_, tr

EMPTY = N_("No packs yet. A pack is a signed summary you can hand to a partner.")
ABOUT = N_("{first} to {last}")
MADE = N_("Pack {number} for this partner. Made on {day}.")
HERE = N_(
    "These were signed and saved here. The program sends nothing, so it does not know what was handed over. "
    "To look at one again, check its file under “Check a pack”."
)
ALSO = N_("{one}, {other}")


class PacksList(QWidget):
    """``making`` is the wish for a new pack."""

    making = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(gap=12)
        self.new = button(tr(N_("New pack")), self.making.emit, "primary", picture="add")
        self._begin = keyed(self.new, tr(N_("Ctrl+N")))
        self._whole = column(self._begin, boxed(self._lines), None, gap=16)
        self.setLayout(self._whole)

    def show_packs(self, packs: Sequence[Sent], missing: Sequence[str] = ()) -> None:
        """Show these, or what to do when there are none; ``missing`` says what else was sent."""
        held = self.new.hasFocus()
        self._whole.insertWidget(0, self._begin)  # out of what goes now
        emptied(self._lines)
        if packs:
            self._lines.addWidget(text(tr(HERE), "sub"))
        for sentence in missing:
            self._lines.addWidget(text(sentence))
        for pack in packs:
            self._lines.addWidget(_line(pack))
        if not packs:
            self._lines.addWidget(card(text(tr(EMPTY)), self._begin))
        self._begin.show()
        if held:
            self.new.setFocus()


def _line(pack: Sent) -> QWidget:
    day = dates.in_words(pack.issued)
    things: list[QWidget] = [text(isolated(_names(pack.audience)), "label")]
    if pack.first and pack.last:
        first, last = (dates.in_words(when) for when in (pack.first, pack.last))
        things.append(text(tr(ABOUT, first=first, last=last)))
    things.append(text(tr(MADE, number=pack.number, day=day), "sub"))
    made = card(*things, flow(tag(pack.state_words)), gap=4)
    made.setAccessibleName(pack.title)
    return made


def _names(names: Sequence[str]) -> str:
    said = names[0] if names else ""
    for name in names[1:]:
        said = tr(ALSO, one=said, other=name)
    return said
