"""What is said once a photo is erased."""

from ui.language import isolated
from ui.widgets import dates
from vcse_desktop.actions.photos import Erased
from vcse_desktop.i18n import N_, tr

ERASED = N_("Erased for good.")
IN_BACKUPS = N_("Erased for good. A backup may still hold it until {day}.")


def sentence(done: Erased) -> str:
    """Return it, with the day until which a backup may still hold what is gone."""
    if done.until is None:
        return tr(ERASED)
    return tr(IN_BACKUPS, day=isolated(dates.in_words(done.until)))
