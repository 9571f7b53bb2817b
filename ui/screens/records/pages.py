"""The forms opened from a list, of which one is shown: what is not saved stays in its form."""

from functools import partial
from typing import cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.forms.risk import DROPPED
from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.records.form import Kept, Making, RecordPage
from ui.widgets.drafted import gone
from ui.widgets.scrolled import from_the_top
from ui.widgets.stack import Stack
from vcse_desktop.actions.listing import Opened, opened
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values

GONE = N_("This record was removed. Undo brings a removed record back.")
Begun = tuple[dict[int | None, Kept], bool]
"""What stands in each form, and whether the last of them is shown."""


class RecordPages(Stack):
    """Shows ``front`` or a form over it. What is not saved stays in its form until it is thrown away.

    ``settled`` carries the id of what was just saved, or None, whenever the front is shown again; ``made`` a
    form that was made.
    """

    settled = Signal(object)
    made = Signal(object)

    def __init__(self, desk: Desk, kind: str, front: QWidget, making: Making) -> None:
        super().__init__()
        self._desk, self._kind, self._front, self._making = desk, kind, front, making
        self._pages: dict[int | None, RecordPage] = {}
        self._waiting: dict[int | None, Kept] = {}
        self._comes_back = False
        self.addWidget(front)

    def page(self) -> RecordPage | None:
        """Return the form that is shown, if one is."""
        shown = self.currentWidget()
        return shown if isinstance(shown, RecordPage) else None

    def look(self) -> None:
        """Ask again for what stands under the forms; what was typed stays."""
        for page in self._pages.values():
            page.look()

    def unsaved(self) -> int:
        """Return how many forms hold something that is not saved."""
        return sum(page.is_draft() for page in self._pages.values())

    def begin(self, record: int | None, values: Values | None = None, *, show: bool = True) -> None:
        """Show the form of a record, or of a new one (None) with these values; one that was begun goes on.

        ``show`` False only has it ready.
        """
        vault, kind, language = self._desk.vault, self._kind, spoken()

        def arrived(found: Opened) -> None:
            if found.values is None:
                self._desk.say(tr(GONE))
                return
            if record not in self._pages:
                self._make(record, found, values or {})
            if show:
                self.show_page(self._pages[record])

        if record in self._pages:
            self.show_page(self._pages[record])
        else:
            ask = lambda: opened(vault, kind, record, language)  # noqa: E731
            tasks.run(self, ask, arrived, partial(errors.tell, self))

    def show_page(self, page: RecordPage) -> None:
        """Show a form; the focus goes where its work begins."""
        self.setCurrentWidget(page)
        page.form.first().setFocus()
        QTimer.singleShot(0, page, partial(from_the_top, page.form.first()))

    def go_on(self) -> None:
        """Show the form that was left last with something not saved in it."""
        for page in list(self._pages.values())[-1:]:
            self.show_page(page)

    def back(self) -> bool:
        """Show what is behind the form; say whether there was a form. What is not saved stays in it."""
        page = self.page()
        if page is not None and page.is_draft():
            self.setCurrentWidget(self._front)
            self.settled.emit(None)
        elif page is not None:
            self.drop(page)
        return page is not None

    def drop(self, page: RecordPage, saved: int | None = None) -> None:
        """Let a form go, with what stands in it."""
        gone(page)
        page.form.risk.over()
        self._pages.pop(page.record, None)
        self.setCurrentWidget(self._front)
        self.removeWidget(page)
        page.hide()
        page.deleteLater()
        self.settled.emit(saved)

    def kept(self) -> Begun | None:
        """Return what stands in the forms, the one that is shown last; None when there is none."""
        shown, kept = self.page(), dict(self._waiting)
        for page in sorted(self._pages.values(), key=lambda one: one is shown):
            kept[page.record] = page.kept()
        return (kept, shown is not None or (self._comes_back and bool(self._waiting))) if kept else None

    def again(self, kept: object) -> None:
        """Go on from what ``kept`` returned."""
        self._waiting, self._comes_back = cast(Begun, kept)
        last = next(reversed(self._waiting))
        for record, one in list(self._waiting.items()):
            self.begin(record, one.begun, show=self._comes_back and record == last)

    def _make(self, record: int | None, found: Opened, values: Values) -> None:
        page = self._making(record, found, values)
        self._pages[record] = page
        page.form.risk.dropped.connect(lambda: self._desk.say(tr(DROPPED)))
        self.addWidget(page)
        self.made.emit(page)
        if record in self._waiting:
            page.again(self._waiting.pop(record))
            self.settled.emit(None)
