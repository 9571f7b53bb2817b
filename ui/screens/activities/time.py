"""Time given apart from a register: long ago, over weeks, by a number of people, or by a neighbour."""

from dataclasses import replace

from ui.forms.arranged import arranged
from ui.forms.record_form import RecordForm
from ui.screens.activities.form import RecordPart
from ui.screens.explained import explained
from ui.widgets.drafted import Key
from vcse_desktop.actions.listing import Opened
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import RecordKind
from vcse_desktop.records.time_given import TIME_GIVEN

NEAR = ("person", "helpers_n", "hours", "date", "until", "certainty", "kind", "activity", "what")
HELPS = {
    "person": N_("Leave it empty for a group, or where nobody is to be named"),
    "helpers_n": N_("How many people, if they are not named"),
    "hours": N_("All of it together: 14 people for 2 hours each are 28 hours"),
    "date": N_("The day, or the first of several"),
    "until": N_("The last day, if it was over days or weeks"),
    "kind": N_("Help by a neighbour, or acting together, needs no activity, no role and no group"),
    "activity": N_("Leave it empty if it was none of yours"),
}


def _kind() -> RecordKind:
    """Return time as it is noted here: what makes it past or informal stands near."""
    kind = arranged(TIME_GIVEN, NEAR)
    return replace(
        kind, fields=tuple(replace(one, help=HELPS.get(one.code, one.help)) for one in kind.fields)
    )


TIME = _kind()


class TimePart(RecordPart):
    """``record`` is None for a time that is noted now."""

    def __init__(self, record: int | None, opened: Opened) -> None:
        form = RecordForm(TIME, opened.lists, opened.names, opened.values)
        super().__init__("time_given", record, opened, form)
        explained(self, "hours")

    def key(self) -> Key:
        """Return under what a draft of this is kept: not that of the short form for hours."""
        return ("time_given", self.record) if self.record else ("time", None)
