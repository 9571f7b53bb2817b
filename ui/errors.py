"""Two sentences for the person: one for the world's faults, one for ours."""

from vcse_desktop import log
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, tr

OUR_FAULT = N_("Something went wrong in the program. What you saved is safe.")


def sentence(error: BaseException) -> str:
    """Return what to tell the person; a fault of ours is noted in the log without what was typed."""
    if isinstance(error, VcseError):
        return tr(error.sentence, **error.values)
    log.bug(error)
    return tr(OUR_FAULT)
