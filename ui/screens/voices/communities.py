"""Each community with the day on which it was last heard from, and last told what came of it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QFrame

from ui import errors, tasks
from ui.screens.screen import Screen
from ui.widgets import dates
from ui.widgets.frame import column, emptied
from ui.widgets.words import heading, text
from vcse_desktop.actions.communities import Community, communities
from vcse_desktop.i18n import N_, tr

TITLE = N_("Communities: last heard from, last told")
HEARD, NOT_HEARD = N_("Last heard from on {day}."), N_("Nothing heard from them is on record.")
TOLD, NOT_TOLD = N_("Last told what came of it on {day}."), N_("Nothing that they were told is on record.")


class Communities(QFrame):
    """Takes no room while the group has no communities on its list."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.setAccessibleName(tr(TITLE))
        self._screen = screen
        self._lines = column(gap=8)
        self.setLayout(column(heading(tr(TITLE), 2), self._lines, gap=12, margin=20))
        self.hide()

    def look(self) -> None:
        """Ask again."""
        vault = self._screen.vault
        tasks.run(self, lambda: communities(vault), self._show, partial(errors.tell, self))

    def _show(self, found: Sequence[Community]) -> None:
        emptied(self._lines)
        for one in found:
            self._lines.addLayout(
                column(text(one.words, "label"), text(_heard(one)), text(_told(one)), gap=2)
            )
        self.setVisible(bool(found))


def _heard(one: Community) -> str:
    return tr(HEARD, day=dates.in_words(one.heard)) if one.heard else tr(NOT_HEARD)


def _told(one: Community) -> str:
    return tr(TOLD, day=dates.in_words(one.told)) if one.told else tr(NOT_TOLD)
