"""The last twelve months, unfolded under the figures of this month."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.today.lines import Lines
from ui.widgets.buttons import button
from ui.widgets.frame import card, column
from ui.widgets.words import heading
from vcse_desktop.i18n import N_, tr

if TYPE_CHECKING:
    from ui.screens.today.twelve import TwelveMonths

UNFOLD, FOLD = N_("Show the last twelve months"), N_("Fold the last twelve months")


class Year(QWidget):
    """Asked for when somebody unfolds it: it takes more records than the month, and more of the program."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.inside: TwelveMonths | None = None
        self.turn = button(tr(UNFOLD), self.unfold, "quiet")
        self._box = column(card(heading(tr(N_("Month by month")), 2), self.turn, gap=8), gap=16)
        self.setLayout(self._box)

    def unfold(self) -> None:
        """Unfold it, or fold it again."""
        if self.inside is None:
            from ui.screens.today.twelve import TwelveMonths  # noqa: PLC0415 - charts and tables: no start waits

            self.inside = TwelveMonths(self._desk)
            self._box.addWidget(self.inside)
            self.inside.show()
        else:
            self.inside.setVisible(self.inside.isHidden())
        self.turn.setText(tr(UNFOLD if self.inside.isHidden() else FOLD))
        self.look()

    def look(self) -> None:
        """Count again, when it is unfolded."""
        if self.inside is not None and not self.inside.isHidden():
            self.inside.look()

    def lists(self) -> list[Lines]:
        """Return the list of records behind a number, once there is one."""
        return [] if self.inside is None else [self.inside.behind]
