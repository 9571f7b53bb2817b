"""Saving the forms opened from a list, removing their records, throwing away what was typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.records.form import Making, RecordPage
from ui.screens.records.pages import RecordPages
from ui.tasks import Lane
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.recording import NotSound, remove
from vcse_desktop.actions.saying import title_of
from vcse_desktop.i18n import N_, tr

ADDED = N_("Added: {title}")
CHANGED = N_("Changed: {title}")
TAKEN = N_("Removed: {title}")
SAME = N_("Nothing was changed, so nothing was saved.")

Done = tuple[Changed, str]
"""A change, and what its record is called."""


class RecordForms(RecordPages):
    """The forms with what their buttons do."""

    def __init__(self, desk: Desk, kind: str, front: QWidget, making: Making, add: str = "") -> None:
        """Let ``add`` head the form of a new record, else what its kind is called."""
        super().__init__(desk, kind, front, making)
        self._add = add
        self._busy = False
        self.made.connect(self._listen)

    def _listen(self, page: RecordPage) -> None:
        if page.record is None:
            page.head.setText(self._add or tr(page.form.kind.label))
        page.saving.connect(self.save)
        page.leaving.connect(self.back)
        page.throwing.connect(lambda: self.drop(page))
        page.removing.connect(lambda: self.remove(page))

    def save(self) -> None:
        """Save the form that is shown, or say what needs another look."""
        page = self.page()
        if page is None or self._busy or page.save_part() or not page.sound():
            return
        vault, kind, language, values = self._desk.vault, self._kind, spoken(), page.to_save()
        if not values:
            self._desk.say(tr(SAME))
            self.drop(page)
            return

        def work() -> Done:
            changed = enter(vault, kind, page.record, values)
            return changed, title_of(vault, kind, changed.ids[0], language)

        self._act(page, work, page.said or (ADDED if page.record is None else CHANGED))

    def remove(self, page: RecordPage) -> None:
        """Remove the record of a form; undo brings it back."""
        vault, kind, record, language = self._desk.vault, self._kind, page.record, spoken()

        def work() -> Done:
            title = title_of(vault, kind, record or 0, language)
            return remove(vault, kind, record or 0), title

        if not self._busy:
            self._act(page, work, TAKEN)

    def _act(self, page: RecordPage, work: Callable[[], Done], sentence: str) -> None:
        def ended(done: Done) -> None:
            changed, title = done
            self._busy = False
            self.drop(page, None if sentence is TAKEN else changed.ids[0])
            self._desk.did(tr(sentence, title=isolated(title)), changed)

        def failed(error: BaseException) -> None:
            self._busy = False
            if isinstance(error, NotSound):
                page.form.show_problems(error.problems)
            else:
                errors.tell(self, error)

        self._busy = True
        tasks.run(self, work, ended, failed, Lane.ACT)
