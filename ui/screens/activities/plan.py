"""A session that is planned or cancelled: its day, which of the two it is, and where; no register yet."""

from dataclasses import replace

from ui.forms.arranged import arranged
from ui.forms.choosing import Chips
from ui.forms.editors import offer
from ui.forms.record_form import RecordForm
from ui.screens.activities.form import RecordPart
from ui.screens.explained import explained
from ui.widgets.chips import OneOf
from ui.widgets.drafted import Key
from vcse_desktop.actions.listing import Opened
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import RecordKind
from vcse_desktop.records.session import SESSION

NEAR = ("date", "status", "activity", "place", "note")
EITHER = ("planned", "cancelled")
WORDS = {
    "date": N_("It may be a day to come"),
    "status": N_("Neither counts. Taking the register on its day says that it ran."),
    "activity": "",
}
WHICH = N_("Planned or cancelled?")


def _kind() -> RecordKind:
    """Return a session as a plan has it: nothing that only its register can say."""
    kind = arranged(SESSION, NEAR)
    near = [replace(field, help=WORDS.get(field.code, field.help)) for field in kind.fields[: len(NEAR)]]
    return replace(
        kind, fields=tuple(replace(f, label=WHICH) if f.code == "status" else f for f in near), checks=()
    )


PLAN = _kind()


class PlanPart(RecordPart):
    """``activity`` is what is planned when nothing is on record yet."""

    def __init__(self, record: int | None, opened: Opened, activity: int | None) -> None:
        self._activity = activity
        (status,) = [field for field in PLAN.fields if field.code == "status"]
        words = dict(offer(status, opened.lists))
        either = [(code, words[code]) for code in EITHER if code in words]
        special = {"status": Chips(OneOf(tr(WHICH), either))}
        values = {field.code: (opened.values or {}).get(field.code) for field in PLAN.fields}
        form = RecordForm(PLAN, opened.lists, opened.names, values, special)
        super().__init__("session", record, opened, form)
        explained(self, "planned")

    def key(self) -> Key:
        """Return under what a draft of this is kept: not that of a register."""
        return ("planned", self.record) if self.record else ("plan", self._activity)
