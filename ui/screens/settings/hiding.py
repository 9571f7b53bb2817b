"""How small numbers are hidden in every pack: four rules, each with what it does."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.language import isolated
from ui.screens.keyed import keyed
from ui.widgets import dates
from ui.widgets.boxes import DateBox, mark_wrong
from ui.widgets.buttons import button
from ui.widgets.chips import OneWithMeaning
from ui.widgets.drafted import Drafted, begun
from ui.widgets.frame import boxed, column, field, flow
from ui.widgets.remark import Remark
from ui.widgets.words import text
from vcse_desktop.actions.grouping import DECIDED_ON, FLOOR, REASON, UNDECIDED
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.settings import SETTINGS, Value

LONGEST = 200
SAVE, DECIDED = N_("Save"), N_("Decided on {day}: {reason}")
WHY = N_(
    "A small number can point at somebody. Every pack hides small numbers by this rule, and others where "
    "they could be worked out. A partner may ask for more to be hidden, never for less."
)
RULES = {
    "nhs_1_7_r5": (
        N_("Hide 1 to 7, round the rest"),
        N_("To the nearest 5. This is the usual rule for health figures, and where we begin."),
    ),
    "under_10_r5": (
        N_("Hide 1 to 9, round the rest"),
        N_("To the nearest 5. The strictest of the four: for small places and delicate matters."),
    ),
    "under_10": (
        N_("Hide 1 to 9"),
        N_("All others stay exact. Hides more than the usual rule, and rounds nothing."),
    ),
    "under_5": (
        N_("Hide 1 to 4"),
        N_("All others stay exact. The loosest of the four: talk about it with your trustees first."),
    ),
}


class Hiding(QWidget):
    """Another rule is kept with who decided it, why and when; packs that were made stay as they are."""

    def __init__(self, keep: Callable[[dict[str, Value]], None]) -> None:
        super().__init__()
        self._keep, self._held = keep, ""
        offer = [(code, tr(words), tr(meaning)) for code, (words, meaning) in RULES.items()]
        self.choice = OneWithMeaning(tr(SETTINGS[FLOOR].label), offer)
        self.choice.chosen.connect(self._chosen)
        self.decided = text("", "sub")
        self.reason, self.day = QLineEdit(), DateBox(tr(SETTINGS[DECIDED_ON].label))
        self.reason.setMaxLength(LONGEST)
        self._problem = Remark(self.reason)
        save = button(tr(SAVE), self.save, name=tr(N_("Save the rule for hiding")))
        leave = button(tr(N_("Leave it as it was")), self.leave)
        self._asked = boxed(
            column(
                field(tr(SETTINGS[REASON].label), self.reason, tr(SETTINGS[REASON].help)),
                self._problem,
                field(tr(SETTINGS[DECIDED_ON].label), self.day, tr(SETTINGS[DECIDED_ON].help)),
                flow(keyed(save, tr(N_("Ctrl+Enter"))), leave),
                gap=12,
            )
        )
        self._asked.hide()
        self.setLayout(column(text(tr(WHY)), self.choice, self.decided, self._asked, gap=12))
        self.setFocusProxy(self.choice)
        begun(self, Drafted(lambda: (f"setting.{FLOOR}", None), self._draft, self._again))

    def save(self) -> None:
        """Keep the rule that is chosen, or say what is missing; nothing where none other is chosen."""
        if self._asked.isHidden():
            return
        code, reason = self.choice.code(), self.reason.text().strip()
        try:
            day = self.day.day() or ""
        except NotUnderstood:
            day = ""
        mark_wrong(self.reason, not reason)
        self.day.mark_wrong(not day)
        if code and reason and day:
            self._problem.clear()
            self._keep({FLOOR: code, REASON: reason, DECIDED_ON: day})
        else:
            self._problem.say(tr(UNDECIDED[1]))
            (self.day if reason else self.reason).setFocus()

    def leave(self) -> None:
        """Go back to the rule that holds."""
        self.reason.clear()
        self.choice.choose(self._held)
        self._chosen()
        self.choice.setFocus()

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show the rule that holds, and why; one that is being chosen stays until it is kept."""
        before, self._held = self._held, str(values[FLOOR])
        reason, day = str(values[REASON]), str(values[DECIDED_ON])
        if reason and day:
            on = dates.in_words(date.fromisoformat(day))
            self.decided.setText(tr(DECIDED, day=on, reason=isolated(reason)))
        self.decided.setVisible(bool(reason and day))
        if self.choice.code() in {None, "", before, self._held}:
            self.choice.choose(self._held)
            self.reason.clear()
        self._chosen()

    def _chosen(self) -> None:
        self._asked.setVisible(bool(self._held) and self.choice.code() not in {None, "", self._held})
        if self._asked.isHidden():
            self._problem.clear()
            mark_wrong(self.reason, False)

    def _draft(self) -> dict[str, str] | None:
        code = self.choice.code()
        if not code or code == self._held:
            return None
        return {"rule": code, "reason": self.reason.text()}

    def _again(self, draft: Mapping[str, str]) -> None:
        self.choice.choose(draft["rule"])
        self.reason.setText(draft["reason"])
        self._chosen()
