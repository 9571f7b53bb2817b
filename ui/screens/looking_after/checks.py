"""Everybody's checks and training in three groups: ran out, about to run out, all others."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import errors, tasks
from ui.forms.arranged import few
from ui.screens.desk import Desk
from ui.screens.keyed import keyed
from ui.screens.looking_after.words import check_words, end_words
from ui.screens.records.few import Few, FewFields
from ui.screens.searching import searching
from ui.screens.today.lines import Line, Lines
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, emptied
from ui.widgets.words import text
from vcse_desktop.actions.entering import enter
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.running_out import Checked, Checks, checks
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.catalogue import PARTS
from vcse_desktop.records.fields import Values

EMPTY = N_(
    "No checks or training noted yet. Add one here, or on the details of whoever it is about. "
    "What a certificate says is never kept."
)
ADD, ADDED = N_("Add a check or training"), N_("Noted.")
AGAIN = N_("Done again today…")
NEW, RENEWED = ("person", "kind", "done_on", "accepted", "ends_on"), ("done_on", "accepted", "ends_on")
GROUPS = (
    (N_("Ran out"), N_("Nothing has run out.")),
    (N_("About to run out"), N_("Nothing runs out in the next 60 days.")),
    (N_("All others"), N_("There are no others.")),
)


class ChecksPart(QWidget):
    """Who has no check is not listed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._found = desk, Checks([], [], [])
        self.form: FewFields | None = None
        self.add = button(tr(ADD), self.new, "primary", picture="add")
        self.box = QLineEdit()
        self.box.textChanged.connect(lambda _: self._sought())
        self._place, self._adds = column(), keyed(self.add, tr(N_("Ctrl+N")))
        self.groups = [Lines(tr(title), tr(empty), below=True) for title, empty in GROUPS]
        self._empty = card(text(tr(EMPTY)))
        self._all = boxed(column(searching(self.box, "check"), *self.groups, gap=16))
        self._empty.hide()
        self._all.hide()
        self.setLayout(column(self._adds, self._place, self._empty, self._all, None, gap=16))
        self.look()

    def look(self) -> None:
        """Ask again for all checks; a form that is open stays."""
        vault = self._desk.vault
        failed = lambda error: errors.tell(self, error)  # noqa: E731
        tasks.run(self, lambda: checks(vault, today()), self._show, failed)

    def new(self) -> None:
        """Begin a check or training of somebody."""
        self.begin(None)

    def first(self) -> QWidget:
        """Return where the work begins."""
        if self.form is not None and self.form.form is not None:
            return self.form.form.first()
        return self.add if self._all.isHidden() else self.box

    def search(self) -> None:
        """Go to the search."""
        self.box.setFocus()
        self.box.selectAll()

    def kept(self) -> tuple[int | None, Values | None] | None:
        """Return which check the form is about, and what stands in it."""
        return (self.form.asked.key[1], self.form.kept()) if self.form is not None else None

    def begin(self, record: int | None, kept: Values | None = None) -> None:
        """Open the form of a check done again today, or of a new one (None)."""
        if self.form is not None and self.form.asked.key[1] == record:
            self.first().setFocus()
            return
        emptied(self._place)
        vault, now = self._desk.vault, {"done_on": today().isoformat()}
        begun = now if record is None else {**now, "accepted": None, "ends_on": None}
        kind = few(PARTS["check"], NEW if record is None else RENEWED)
        every = [*self._found.ran_out, *self._found.soon, *self._found.others]
        words = next((check_words(one) for one in every if one.id == record), tr(AGAIN))
        save = lambda values: enter(vault, "check", record, values)  # noqa: E731
        title = tr(ADD) if record is None else words
        asked = Few(kind, ("check.again", record), title, tr(ADDED), save, begun)
        made = self.form = FewFields(self._desk, asked, kept)
        made.ended.connect(lambda: self._ended(made))
        self._adds.hide()
        holder = card(made)
        self._place.addWidget(holder)
        holder.show()

    def _ended(self, form: FewFields) -> None:
        if form is self.form:
            self.form = None
            emptied(self._place)
            self._adds.show()
            QTimer.singleShot(0, self, lambda: self.first().setFocus())

    def _show(self, found: Checks) -> None:
        self._found = found
        some = any((found.ran_out, found.soon, found.others))
        self._empty.setVisible(not some)
        self._all.setVisible(some)
        self._fill()

    def _fill(self) -> int:
        wanted, now, n = folded(self.box.text()).split(), today(), 0
        found = self._found
        for lines, group in zip(self.groups, (found.ran_out, found.soon, found.others), strict=True):
            fitting = [one for one in group if all(word in one.words for word in wanted)]
            lines.fill([_line(self, one, end_words(one, now)) for one in fitting])
            n += len(fitting)
        return n

    def _sought(self) -> None:
        announce(self.box, ngettext("{n} check or training", "{n} checks and training", self._fill()))


def _line(part: ChecksPart, one: Checked, ends: str) -> Line:
    """Return the line of a check."""
    words = check_words(one)
    again = (tr(AGAIN), lambda: part.begin(one.id))
    look = (tr(N_("Open the person")), lambda: part._desk.go("people", ("person", one.person)))
    return Line(words, ends, [again, *([look] if one.person else [])])
