"""How long things are kept: what is due now, what was erased so far, and the months of each rule."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import groupby

from PySide6.QtWidgets import QWidget

from ui import tasks
from ui.language import spoken
from ui.screens.keeping.due import DueGroup
from ui.screens.keeping.months import Months
from ui.screens.places import HOME
from ui.screens.screen import Screen
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions import letting_go
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.letting_go import COUNTS, ERASE, KEEP, REMOVE, Line, Outcome
from vcse_desktop.actions.retention_rules import Rule, rules, set_several
from vcse_desktop.i18n import N_, ngettext, tr

Known = tuple[list[Line], Mapping[str, Rule]]
WHAT = N_(
    "Each sort of record is kept for a time. What has been kept for so long is listed here, with the reason. "
    "Nothing happens by itself: you decide about each."
)
KEEPERS = N_("A keeper decides how long things are kept.")
NOTHING = N_("Nothing has been kept longer than you mean to.")
WORKING = N_("Erasing. Please leave the program open.")
DONE = N_("Done.")
LEFT = N_("Their names stand in other records, too. Open each, and erase it from their card.")


class Keeping(QWidget):
    """Folded until somebody asks what is due."""

    def __init__(self, screen: Screen, *, keeper: bool) -> None:
        super().__init__()
        self._screen, self._keeper, self._open = screen, keeper, False
        self.groups: list[DueGroup] = []
        self._begins = False
        if not keeper:
            self.setLayout(column(text(tr(KEEPERS))))
            return
        self.show_due = button(tr(N_("Show what is due")), self.unfold)
        self.working = Working()
        self.notice = Notice("ok")
        self._inside = column(gap=20)
        self._months = column(gap=12)
        self.change = button(tr(N_("Change how long")), self._turn, "quiet")
        self._change = boxed(self._months)
        self._change.hide()
        verbs = flow(self.show_due, self.change)
        things = [text(tr(WHAT)), self.working, self.notice, boxed(self._inside), verbs, self._change]
        self.setLayout(column(*things, gap=12))
        self.setFocusProxy(self.show_due)

    def unfold(self) -> None:
        """Show what is due."""
        if self._keeper:
            self._open = True
            self.show_due.hide()
            self.setFocusProxy(None)  # type: ignore[arg-type]  # of a later part, and Tab would end there
            self._begins = True
            self.look()

    def look(self) -> None:
        """Ask again for what is due, when it is shown."""
        if self._keeper and (self._open or not self._change.isHidden()):
            vault, language = self._screen.vault, spoken()
            self._screen.ask(lambda: (letting_go.due_lines(vault, language), rules(vault)), self.show_known)

    def show_known(self, known: Known) -> None:
        """Show what is due, and the months of each rule."""
        lines, ruled = known
        if not self._change.isHidden():
            emptied(self._months)
            self._months.addWidget(Months(ruled, self._keep_months))
        if not self._open:
            return
        focused = self.isAncestorOf(self.window().focusWidget() or self.window())
        emptied(self._inside)
        self.groups = []
        for rule, of_one in groupby(lines, key=lambda line: line.due.rule):
            made = DueGroup(ruled[rule].words, list(of_one), self._opening)
            made.wanted.connect(self._act)
            self._inside.addWidget(made)
            self.groups.append(made)
        if not lines:
            self._inside.addWidget(text(tr(NOTHING), "sub"))
        begin = self.groups[0].ticks[0].box if self.groups else self.change
        if focused or self._begins:
            begin.setFocus()
        self._begins = False

    def _opening(self, line: Line) -> Callable[[], object] | None:
        one = line.due
        target = (one.table, one.id) if one.table in HOME else ("person", one.person) if one.person else None
        return (lambda: self._screen.desk.go(HOME[target[0]], target)) if target else None

    def _turn(self) -> None:
        self._change.setVisible(self._change.isHidden())
        self.look()

    def _keep_months(self, changed: dict[str, int]) -> None:
        vault = self._screen.vault
        self._screen.act(lambda: set_several(vault, changed), self._did)

    def _act(self, code: str, chosen: Sequence[Line], until: str | None, why: str | None) -> None:
        vault, dues = self._screen.vault, [line.due for line in chosen]
        if code == KEEP:
            day, reason = date.fromisoformat(str(until)), str(why)
            self._screen.act(lambda: letting_go.keep(vault, dues, day, reason), self._did)
        elif code == REMOVE:
            self._screen.act(lambda: letting_go.remove(vault, dues), self._did)
        elif code == ERASE:
            language = spoken()
            self._long(lambda task: letting_go.erase(vault, dues, language, task.tell, task.stopped))
        else:
            do = letting_go.turn_into_counts if code == COUNTS else letting_go.make_nameless
            self._long(lambda _: Outcome(do(vault, dues), len(dues)))

    def _long(self, work: Callable[[tasks.Task], Outcome]) -> None:
        self.working.begin(tr(WORKING), stops=False)
        task = tasks.run_long(self, work, self._over, self._failed)
        task.moved.connect(self.working.moved)

    def _over(self, done: Outcome) -> None:
        self.working.end()
        said = ngettext("{n} record is dealt with.", "{n} records are dealt with.", done.count)
        if done.left:
            self.notice.say(tr(LEFT), "info", said)
        else:
            self.notice.say(said, "ok")
        self._screen.desk.did(said, done.changed)
        self.look()

    def _did(self, changed: Changed) -> None:
        self._screen.desk.did(tr(DONE), changed)
        self.look()

    def _failed(self, error: BaseException) -> None:
        self.working.end()
        self._screen.failed(error)
        self.look()
