"""What stands beside a piece of asking under its form, looked for again as its question is typed."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.today.points import points_card
from ui.widgets.frame import card, column, emptied
from ui.widgets.words import heading, text
from vcse_desktop.actions.asked_before import Beside, beside
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.recording import today
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values

OF_ASKING = frozenset({"engagement", "stakeholder", "audience"})
LIKE_IT = N_("Others like it are under this form.")
PAUSE = 800
"""Milliseconds after the last key."""


class BesideAsking(QWidget):
    """Hidden while there is nothing to say."""

    def __init__(self, desk: Desk, asking: int | None, typed: Callable[[], Values]) -> None:
        super().__init__()
        self._desk, self._asking, self._typed = desk, asking, typed
        self._found: Beside | None = None
        self._box = column(gap=16)
        self.setLayout(self._box)
        self.hide()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.look)
        changes.changed.connect(self._changed)
        self.look()

    def note(self) -> None:
        """Look again once nobody types for a while."""
        self._pause.start()

    def look(self) -> None:
        """Ask again."""
        vault, asking, typed, language = self._desk.vault, self._asking, dict(self._typed()), spoken()
        work = lambda: beside(vault, asking, typed, today(), language)  # noqa: E731
        tasks.run(self, work, self._show, lambda error: errors.tell(self, error))

    def _changed(self, changed: Changed) -> None:
        if changed.kinds & OF_ASKING:
            self.look()

    def _show(self, found: Beside) -> None:
        if found == self._found:
            return
        if self._asking is None and found.others and not (self._found and self._found.others):
            self._desk.say(tr(LIKE_IT))
        self._found = found
        emptied(self._box)
        if found.said:
            self._box.addWidget(card(heading(tr(N_("In short")), 2), *map(text, found.said), gap=8))
        for group in found.others:
            self._box.addWidget(points_card(self._desk, group))
        self.setVisible(bool(found.said or found.others))
