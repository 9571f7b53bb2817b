"""Step 5 of an import: how much of what will be made, what is new by name, and every row as it will be."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.screens.import_table.course import Course
from ui.screens.import_table.few_rows import Few
from ui.screens.import_table.made_rows import PAGE, SEEN, MadeRows
from ui.screens.records.counted import counted as counted_in
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow
from ui.widgets.notice import Notice
from ui.widgets.sentences import Sentences
from ui.widgets.words import heading, text
from vcse_desktop.actions.imports import previewing
from vcse_desktop.actions.imports.previewing import Page, Preview
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.validation import show_problem

WHAT = N_("This is all that will be made. Nothing is written yet.")
BLANK = N_("What is blank in the file stays blank: it counts as not recorded, never as nought.")
UNDO = N_("Afterwards one key, Alt+U, takes all of it back.")
NEW = N_("New, by name")
ROWS = N_("Every row as it will be")
MADE, NAMED = N_("{kind}: {n}"), N_("{kind}: {names}")
AND_MORE = N_("{names} and {n} more")
NONE = N_("There is nothing to make: no row is left that would become a record.")
FILLED = N_("Of a row that fills a record which you have, only what is filled is shown.")
REMARK = N_("{cell}: {sentence}")
REMARKS = N_("Kept as it is, but unusual")
SHOWN, REMARKED = 30, 10
"""Names of a kind, and remarks, that are shown before somebody asks for all of them."""


class Entire(QWidget):
    """The whole of it, to be looked at before it is made."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._all = False
        self._nothing = Notice("warn")
        self._made, self._new, self._remarks = Sentences(), Sentences(), Sentences()
        self.more = button(tr(N_("Show all names")), self._show_all)
        said = card(text(tr(WHAT)), self._made, text(tr(BLANK), "small"), text(tr(UNDO), "small"))
        self._names = card(heading(tr(NEW), 3), self._new, flow(self.more))
        self._unusual = card(heading(tr(REMARKS), 3), self._remarks)
        self._filled = text(tr(FILLED), "small")
        self.rows = Few(tr(ROWS))
        self._rows = card(heading(tr(ROWS), 3), self._filled, self.rows)
        self.setLayout(column(self._nothing, said, self._names, self._unusual, self._rows, gap=16))
        self.renew()

    def begin(self) -> QWidget:
        """Return the rows: what goes on stands under them."""
        return self.rows if not self._rows.isHidden() else self

    def onward(self) -> str:
        """Return the words of the button that brings it in."""
        rows = len(self._course.shown.drafts) if self._course.shown is not None else 0
        return ngettext("Bring in {n} row", "Bring in {n} rows", rows)

    def renew(self) -> None:
        """Show what would be made by now."""
        shown = self._course.shown
        if shown is None:
            return
        counts = counted(shown)
        self._nothing.show_as("warn", "" if shown.drafts else tr(NONE))
        self._made.show_all(counts)
        self._new.show_all(_new(shown, whole=self._all))
        self._names.setVisible(any(shown.new.values()))
        long = any(len(names) > SHOWN for names in shown.new.values())
        self.more.setVisible(long and not self._all)
        said = [_remark(one) for one in shown.remarks[:REMARKED]]
        more = len(shown.remarks) - REMARKED
        if more > 0:
            said.append(ngettext("{n} more of them.", "{n} more of them.", more))
        self._remarks.show_all(said)
        self._unusual.setVisible(bool(said))
        self._rows.setVisible(bool(shown.drafts))
        self._filled.setVisible(shown.filled > 0)
        self._ask(shown, 0)

    def _show_all(self) -> None:
        self._all = True
        self.renew()
        self.rows.setFocus()

    def _ask(self, shown: Preview, first: int) -> None:
        vault, language = self._course.vault, spoken()
        work = partial(previewing.page, vault, shown, language, first, PAGE)
        tasks.run(self, work, partial(self._took, shown, first), partial(errors.tell, self), Lane.LOOK)

    def _took(self, shown: Preview, first: int, page: Page) -> None:
        if shown is not self._course.shown:
            return
        model = self.rows.model()
        if first and isinstance(model, MadeRows):
            model.take(first, page)
            return
        made = MadeRows(page)
        made.setParent(self)
        made.wanted.connect(partial(self._ask, shown))
        self.rows.fill(made, SEEN)
        if made.rowCount():
            self.rows.setCurrentIndex(made.index(0, 0))


def counted(shown: Preview) -> list[str]:
    """Return how many records of each kind will be made, in sentences."""
    made = [_counted(kind, number) for kind, number in shown.made.items() if number]
    if shown.filled:
        made.append(
            ngettext(
                "{n} record that you have gets what it lacks.",
                "{n} records that you have get what they lack.",
                shown.filled,
            )
        )
    if out := len(shown.plan.left_out):
        made.append(ngettext("{n} row is left out.", "{n} rows are left out.", out))
    return made


def _counted(kind: str, n: int) -> str:
    """Return a number of records in the kind's own word, where it has one."""
    words = counted_in(kind, n)
    return words if words != counted_in("", n) else tr(MADE, kind=tr(TABLES[kind].label), n=n)


def _new(shown: Preview, *, whole: bool) -> list[str]:
    said = []
    for kind, names in shown.new.items():
        some = names if whole else names[:SHOWN]
        words = ", ".join(map(isolated, some))
        if len(names) > len(some):
            words = tr(AND_MORE, names=words, n=len(names) - len(some))
        if names:
            said.append(tr(NAMED, kind=tr(TABLES[kind].label), names=words))
    return said


def _remark(one: previewing.Wrong) -> str:
    cell = one.cell or tr(N_("Row {row}"), row=one.spot[0])
    return tr(REMARK, cell=cell, sentence=show_problem(one.problem))
