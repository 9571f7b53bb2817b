"""What is asked of the paper forms from an activity or a register: a sheet for it, and for its day."""

from ui.screens.activities.part import ActivitiesPart
from ui.screens.register.form import Register


def for_paper(part: ActivitiesPart) -> tuple[object, ...]:
    """Return the wish for a sign-in sheet, for what is shown."""
    shown, (kind, record) = part.shown(), part.trail[-1]
    if isinstance(shown, Register):
        activity, day = shown.sheet.session.get("activity"), shown.sheet.session.get("date")
        return ("print", "signin", activity, day) if activity and day else ("print", "signin")
    return ("print", "signin", record) if kind == "activity" and record is not None else ("print", "signin")
