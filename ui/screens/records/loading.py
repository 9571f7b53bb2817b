"""How a list is filled: its first lines at once, then the ids of all of it, then pages as they are seen."""

from array import array
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from shiboken6 import isValid

from ui import errors, tasks
from ui.language import spoken
from ui.models.pages import PAGE
from ui.screens.desk import Desk
from ui.screens.records.list import RecordsList
from ui.tasks import Lane, Task
from vcse_desktop.actions.finding import Overtaken
from vcse_desktop.actions.listing import Line, Listing, Wanted, listing

Show = Callable[[Sequence[Line]], object]


class Loading(QObject):
    """Asks the vault for the lines of a list. ``marked`` is the record to be marked when they come."""

    def __init__(self, shown: RecordsList, desk: Desk, kind: str, show: Show) -> None:
        """``show`` is given the lines of a list that is short enough to be held whole."""
        super().__init__(shown)
        self._list, self._desk, self._kind, self._show = shown, desk, kind, show
        self.marked: int | None = None
        self._listing: Listing | None = None
        self._task: Task | None = None
        shown.sought.connect(self.seek)
        shown.model.pages.wanted.connect(self._page)

    def seek(self) -> None:
        """Ask for the list, or for what of a long one holds the words searched for, and for that alone."""
        if self._task is not None and isValid(self._task):
            self._task.stop()
        vault, kind, language, words = self._desk.vault, self._kind, spoken(), self._words()
        wanted = Wanted(words, *self._desk.filters.get(kind, ()))

        def work(task: Task) -> tuple[Listing, list[Line]]:
            found = listing(vault, kind, language, wanted, task.stopped)
            return found, found.first()

        def done(found: tuple[Listing, list[Line]]) -> None:
            if words == self._words():
                self._first(*found, whole=not words)

        self._task = tasks.run_long(self, work, done, self._failed, Lane.LOOK)

    def _words(self) -> str:
        """Return what is to be asked for: nothing where the list is held whole and searched there."""
        return "" if self._list.model.is_whole() else self._list.box.text()

    def _first(self, found: Listing, lines: list[Line], *, whole: bool) -> None:
        self._listing = found
        if whole and len(lines) < PAGE:
            self._show(lines)
            self.marked = None
            return
        if self.marked is None:
            self.marked = self._list.current()  # it may stand on a page that comes later
        self._list.model.show_first(lines)
        self._list.stand(self.marked, say=not whole)
        if len(lines) == PAGE:
            tasks.run(self, found.ids, lambda ids: self._rest(found, ids), self._failed)
        else:
            self.marked = None

    def _rest(self, found: Listing, ids: "array[int]") -> None:
        if found is self._listing:
            self._list.model.show_ids(ids)
            self._list.stand(self.marked, say=bool(self._words()))
            self.marked = None

    def _page(self, ids: list[int]) -> None:
        found, model = self._listing, self._list.model
        if found is not None:
            tasks.run(self, lambda: found.lines(ids), lambda lines: model.give(ids, lines), self._failed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, Overtaken):
            errors.tell(self._list, error)
