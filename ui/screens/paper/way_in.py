"""How one comes to the paper forms from other places: for the activity and the day that are shown there."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from ui.screens.activities.part import ActivitiesPart
from ui.screens.register.form import Register
from ui.widgets.buttons import button
from vcse_desktop.i18n import N_, tr


def paper_button(pressed: Callable[[], object]) -> QPushButton:
    """Return the button that leads there."""
    return button(tr(N_("Paper forms")), pressed, "quiet", picture="print")


def for_paper(part: ActivitiesPart) -> tuple[object, ...]:
    """Return what is asked of the paper forms: a sign-in sheet, for what is shown."""
    shown, (kind, record) = part.shown(), part.trail[-1]
    if isinstance(shown, Register):
        activity, day = shown.sheet.session.get("activity"), shown.sheet.session.get("date")
        return ("print", "signin", activity, day) if activity and day else ("print", "signin")
    return ("print", "signin", record) if kind == "activity" and record is not None else ("print", "signin")
