"""A piece of asking in words, as its plan is printed for those who take part."""

from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.actions.written import About, written
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.table import Period
from vcse_desktop.reports.material import Written
from vcse_desktop.reports.ten import ASKED
from vcse_desktop.store.vault import Vault


def plan(vault: Vault, asking: int, language: str) -> Written | None:
    """Return what is noted of a piece of asking, in this language; None when it was removed."""
    members_only(vault)
    about = About(Period(today(), today()), language, shared=False, asking=asking)
    said = written(gather(vault), group_lists(vault), about)
    return next((one for one in said if one.section == ASKED), None)
