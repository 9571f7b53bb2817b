"""Words of a file and what they mean: an item of a list, a record, something new, or nothing."""

from PySide6.QtWidgets import QFrame, QWidget

from ui.language import isolated
from ui.screens.import_table.chooser import Chooser
from ui.screens.import_table.course import Course
from ui.screens.import_table.said import short
from ui.screens.import_table.stages import chosen_for, of_list
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.words import text
from vcse_desktop.actions.imports.previewing import ValueMatch
from vcse_desktop.actions.imports.proposing import ADD, How
from vcse_desktop.i18n import N_, ngettext, tr

SAID = N_("{field}: “{words}”")
MEANS = N_("What “{words}” means")
ASK, BLANK, NEW = "?", "", "new"
CHOOSE = N_("Choose what it means…")
LEAVE = N_("Leave it blank")
ADDED = N_("Add it to our own list")
MADE = N_("It is new: make it")
IT_IS = N_("It is “{meaning}”")
NEARLY = N_("It is nearly “{meaning}”.")
OTHER_WORD = N_("Another word for it.")


class OneValue(QFrame):
    """A line of words, and a menu of what they may mean; a meaning that is near is one button."""

    def __init__(self, course: Course, match: ValueMatch, label: str, offer: list[tuple[str, str]]) -> None:
        """``label`` is what the words are of, ``offer`` what they may mean."""
        super().__init__()
        self.setProperty("k", "card")
        self._course, self.match = course, match
        plan = course.plan
        self._list = plan is None or of_list(plan, match)
        words = isolated(match.words)
        times = ngettext("It stands there once.", "It stands there {n} times.", match.times)
        menu = [(ASK, tr(CHOOSE)), *offer, *([(ADD, tr(ADDED))] if match.may_add else []), (BLANK, tr(LEAVE))]
        if not self._list:
            menu = [(BLANK, tr(MADE)), *offer]
        self.menu = Chooser(tr(MEANS, words=words), times, menu)
        self.menu.taken.connect(lambda code: self._take(str(code)))
        near = dict(offer).get(match.near, "")
        agree_name = tr(N_("“{words}” is “{meaning}”"), words=words, meaning=isolated(near))
        it_is = tr(IT_IS, meaning=isolated(short(near))).replace("&", "&&")
        self.near = button(it_is, lambda: self._take(match.near), name=agree_name)
        self._why = text("", "small")
        said = text(tr(SAID, field=label, words=words), "label", buddy=self.menu)
        self.setLayout(
            column(said, text(times, "small"), self._why, flow(self.near), self.menu, gap=6, margin=16)
        )
        self._near_words = near
        self.setFocusProxy(self.menu)
        self.renew()

    def begin(self) -> QWidget:
        """Return the control that the answer begins in."""
        return self.menu if self.near.isHidden() else self.near

    def is_open(self) -> bool:
        """Say whether nobody has said what it means."""
        return self.menu.code() == ASK

    def renew(self) -> None:
        """Show what it means by now."""
        plan, match = self._course.plan, self.match
        chosen = chosen_for(plan, match) if plan is not None else None
        if chosen is None:
            chosen = match.code or (ASK if self._list and match.how is None else BLANK)
        self.menu.choose(chosen)
        offered = bool(self._near_words) and chosen != match.near
        self.near.setVisible(offered)
        said = tr(NEARLY, meaning=isolated(self._near_words)) if offered else ""
        self._why.setText(tr(OTHER_WORD) if match.how is How.SYNONYM and not said else said)
        self._why.setVisible(bool(self._why.text()))

    def _take(self, code: str) -> None:
        plan = self._course.plan
        if plan is None or code == ASK:
            self.renew()
            return
        held = self.near.hasFocus()
        self._course.change(plan.with_value(self.match.target, self.match.words, code))
        self.renew()
        if held:
            self.menu.setFocus()
