"""A few fields of one record, asked where they are needed, with what saves them and what throws them away."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from ui import errors, tasks
from ui.forms.record_form import RecordForm
from ui.language import spoken
from ui.screens.desk import Desk
from ui.screens.keyed import keyed
from ui.screens.records.pages import GONE
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, Key, begun, gone
from ui.widgets.frame import column, flow
from ui.widgets.scrolled import soon
from ui.widgets.words import heading
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.listing import Opened, opened
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import RecordKind, Values

THROW = N_("Throw away what I typed")
SAVE_OF, THROW_OF = N_("Save: {title}"), N_("Throw away what I typed: {title}")
"""What two forms that stand open on one page are told apart by."""


@dataclass(frozen=True, slots=True)
class Few:
    """What is asked: ``kind`` has these fields alone, ``values`` stand in them at first.

    ``save`` writes what was filled in; ``said`` is the sentence after it. ``key`` is that of its draft.
    """

    kind: RecordKind
    key: Key
    title: str
    said: str
    save: Callable[[Values], Changed]
    values: Mapping[str, object] = field(default_factory=dict)


class FewFields(QFrame):
    """``ended`` tells that it was saved, given up, or is about nothing; ``done`` carries a change."""

    ended = Signal()
    done = Signal(object)

    def __init__(self, desk: Desk, asked: Few, kept: Values | None = None) -> None:
        """Begin with what ``kept`` returned before."""
        super().__init__()
        self.asked = asked
        self._desk, self._busy, self._waiting = desk, False, kept
        self.form: RecordForm | None = None
        self._first: Values = {}
        self._place = column(gap=8)
        save, away = tr(SAVE_OF, title=asked.title), tr(THROW_OF, title=asked.title)
        self._save = button(tr(N_("Save")), self.save, "primary", name=save)
        throw = button(tr(THROW), self.close_form, "quiet", name=away)
        self._buttons = flow(keyed(self._save, tr(N_("Ctrl+Enter"))), throw)
        self.setLayout(column(heading(asked.title, 3), self._place, self._buttons, gap=12))
        self._buttons.hide()
        vault, (_, record), language = desk.vault, asked.key, spoken()
        ask = lambda: opened(vault, asked.kind.code, record, language)  # noqa: E731
        tasks.run(self, ask, self._arrived, self._failed)

    def kept(self) -> Values | None:
        """Return what stands in the fields, as it was typed."""
        return self.form.typed() if self.form is not None else self._waiting

    def save(self) -> None:
        """Save it, or say what needs another look."""
        form = self.form
        if form is None or self._busy:
            return
        problems = form.problems()
        form.show_problems(problems)
        if problems:
            return
        values, save = form.values(), self.asked.save
        self._busy = True
        tasks.run(self, lambda: save(values), self._saved, self._not_saved, Lane.ACT)

    def close_form(self) -> None:
        """Let it go, with what stands in it."""
        gone(self)
        self.ended.emit()

    def _arrived(self, found: Opened) -> None:
        if found.values is None:
            self._desk.say(tr(GONE))
            self.ended.emit()
            return
        asked = self.asked
        held = {**found.values, **asked.values}
        codes = [field.code for field in asked.kind.fields]
        given = {code: held.get(code) for code in codes}
        form = self.form = RecordForm(asked.kind, found.lists, found.names, given)
        if asked.key[1] is not None:
            form.keep()
        self._first = form.typed()
        self._place.addWidget(form)
        form.show()
        self._buttons.show()
        if self._waiting is None:
            form.first().setFocus()
            soon(self._save)
            soon(form.first())
        else:
            form.put(self._waiting)
        begun(self, Drafted(lambda: asked.key, self._draft, form.put, row=1))

    def _draft(self) -> Values | None:
        typed = self.form.typed() if self.form is not None else self._first
        return typed if typed != self._first else None

    def _saved(self, changed: Changed) -> None:
        self._busy = False
        self.close_form()
        self._desk.did(self.asked.said, changed)
        self.done.emit(changed)

    def _not_saved(self, error: BaseException) -> None:
        self._busy = False
        if isinstance(error, NotSound) and self.form is not None:
            self.form.show_problems(error.problems)
        else:
            self._failed(error)

    def _failed(self, error: BaseException) -> None:
        errors.tell(self, error)
