"""The small rows that belong to one record, such as access needs: listed, added, changed, removed."""

from functools import partial
from typing import cast

from PySide6.QtWidgets import QApplication

from ui import errors, tasks
from ui.forms.record_form import RecordForm
from ui.forms.risk import DROPPED
from ui.language import isolated, spoken
from ui.screens.desk import Desk
from ui.screens.records.beneath import Beneath
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun, over
from ui.widgets.frame import boxed, card, column, emptied, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.listing import PartLine, PartLines, part_lines
from vcse_desktop.actions.recording import NotSound, remove
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import PARTS
from vcse_desktop.records.fields import Values

ADD = N_("Add: {part}")
ADDS = {
    "access": N_("Add an access need"),
    "consent": N_("Add what they agreed to"),
    "check": N_("Add a check"),
    "audience": N_("Add whom we asked"),
    "stakeholder": N_("Add who took part"),
    "barrier": N_("Add a barrier"),
    "action": N_("Add what we will do"),
}
"""What stands on the button that adds a row, by the kind of row."""
CHANGE = N_("Change: {title}")
TAKE_OUT = N_("Remove: {title}")
SAVED, GONE = N_("Saved: {title}"), N_("Removed: {title}")
NONE = N_("None noted.")


Kept = tuple[int | None, Values]
"""Which row is changed, None for a new one, and what stands in its form."""


class PartRows(Beneath):
    """One kind of row of one record, under a heading."""

    brief = False
    """Whether a row shows what it is and no more."""

    def __init__(self, desk: Desk, part: str, owner: str, record: int, words: str = "") -> None:
        super().__init__()
        self._desk, self._part, self._owner, self._record = desk, part, owner, record
        self._found: PartLines | None = None
        self._eager = False
        self._open: tuple[int | None, RecordForm] | None = None
        self.first: Values = {}
        self._waiting: Kept | None = None
        self._rows = column(gap=8)
        self._place = column(gap=8)
        self.title = heading(words or tr(PARTS[part].label), 3 if words else 2)
        self.add = button(tr(ADDS.get(part, N_("Add"))), lambda: self.begin(None), "quiet", picture="add")
        self.add.setAccessibleName(tr(ADD, part=self.title.text()))
        self.setLayout(column(self.title, self._rows, self.add, self._place, gap=8))
        self.look()
        key = lambda: (f"{owner}.{part}", record)  # noqa: E731
        begun(
            self,
            Drafted(
                key,
                partial(_draft, self),
                partial(_go_on, self),
                partial(_held, self),
                partial(_forget, self),
            ),
        )

    def look(self) -> None:
        """Ask the vault again for the rows; a form that is open stays."""
        vault, part, owner, record = self._desk.vault, self._part, self._owner, self._record
        language = spoken()
        tasks.run(self, lambda: part_lines(vault, part, owner, record, language), self._show, self._failed)

    def begin(self, row: PartLine | None) -> None:
        """Open the form of a row, or of a new one."""
        if self._found is None:
            self._eager = True  # the rows are still being read
        if self._found is None or self._open is not None:
            return
        values = {self._owner: self._record} if row is None else dict(row.values)
        form = RecordForm(PARTS[self._part], self._found.lists, self._found.names, values)
        save = button(tr(N_("Save")), self.save, "primary")
        leave = button(tr(N_("Throw away what I typed")), self.close_form, "quiet")
        form.risk.lead = self._found.lead
        form.risk.dropped.connect(lambda: self._desk.say(tr(DROPPED)))
        self._open = (None if row is None else row.id, form)
        self.first = form.typed()
        holder = card(form, flow(save, leave), gap=16)
        self._place.addWidget(holder)
        holder.show()
        self.add.hide()
        form.first().setFocus()

    def form(self) -> RecordForm | None:
        """Return the form that is open here."""
        return self._open[1] if self._open else None

    def close_form(self) -> None:
        """Let the form go."""
        over(self)
        if self._open is not None:
            self._open[1].risk.over()
        self._open = None
        emptied(self._place)
        self.add.show()
        self.add.setFocus()

    def kept(self) -> Kept | None:
        """Return what stands in the form that is open here."""
        return (self._open[0], self._open[1].typed()) if self._open else self._waiting

    def again(self, kept: object) -> None:
        """Open the form again, once the rows are read."""
        self._waiting = cast(Kept | None, kept)

    def has_focus(self) -> bool:
        """Say whether somebody is at work in a form here."""
        focus = QApplication.focusWidget()
        return self._open is not None and focus is not None and self.isAncestorOf(focus)

    def save(self) -> None:
        """Save the form that is open here."""
        if self._open is None:
            return
        row, form = self._open
        problems = form.problems()
        form.show_problems(problems)
        if problems:
            return
        vault, part, values = self._desk.vault, self._part, {self._owner: self._record, **form.values()}
        title = self.title.text()

        def ended(changed: Changed) -> None:
            self.close_form()
            self._desk.did(tr(SAVED, title=title), changed)

        def failed(error: BaseException) -> None:
            if isinstance(error, NotSound):
                form.show_problems(error.problems)
            else:
                self._failed(error)

        tasks.run(self, lambda: enter(vault, part, row, values), ended, failed, Lane.ACT)

    def _remove(self, row: PartLine) -> None:
        vault, part = self._desk.vault, self._part
        sentence = tr(GONE, title=isolated(row.title))
        done = partial(self._desk.did, sentence)
        tasks.run(self, lambda: remove(vault, part, row.id), done, self._failed, Lane.ACT)

    def _show(self, found: PartLines) -> None:
        self._found = found
        emptied(self._rows)
        if not found.lines:
            self._rows.addWidget(text(tr(NONE), "sub"))
        for row in found.lines:
            title = isolated(row.title)
            change = button(tr(N_("Change")), partial(self.begin, row), "quiet", name=tr(CHANGE, title=title))
            out = button(
                tr(N_("Remove")), partial(self._remove, row), "quiet", name=tr(TAKE_OUT, title=title)
            )
            under = [text(row.second, "small")] if row.second and not self.brief else []
            self._rows.addWidget(boxed(column(text(row.title), *under, flow(change, out), gap=2)))

        if self._eager:
            self._eager = False
            self.begin(None)
        elif self._waiting is not None:
            (record, typed), self._waiting = self._waiting, None
            changed = next((one for one in found.lines if one.id == record), None)
            if changed is not None or record is None:
                self.begin(changed)
            if self._open is not None:
                self._open[1].put(typed)

    def _failed(self, error: BaseException) -> None:
        errors.tell(self, error)


def _held(rows: PartRows) -> bool:
    """Say whether something stands in the form that may be about somebody at risk."""
    form = rows.form()
    return form is not None and form.risk.stands()


def _forget(rows: PartRows) -> None:
    """Forget it."""
    form = rows.form()
    if form is not None:
        form.risk.forget()


def _go_on(rows: PartRows, kept: Kept) -> None:
    """Open the form again as it was."""
    rows.close_form()
    rows.again(kept)
    rows.look()


def _draft(rows: PartRows) -> Kept | None:
    """Return which row is changed and what stands in its form, when that is not saved."""
    form = rows.form()
    return rows.kept() if form is None or form.typed() != rows.first else None
