"""What every door of the program does first: the language of this computer, the log, and temporary files."""

import tempfile

from vcse_desktop import log
from vcse_desktop.errors import WorldError
from vcse_desktop.i18n import N_, set_language
from vcse_desktop.paths import data_dir, portable_dir, profile_dir
from vcse_desktop.settings import SETTINGS, read_computer, sound

NO_PROFILE = (
    N_("The program's own folder cannot be used"),
    N_(
        "VCSE Desktop keeps its language and its log in a folder of your account, or in the one that "
        "VCSE_DESKTOP_HOME names, and could not make or open it. Nothing was changed. "
        "Name a folder that may be written to."
    ),
)


def begin() -> None:
    """Set the language and open the log; WorldError when the account's folder cannot be used."""
    try:
        folder = profile_dir()
        if portable_dir():
            (folder / "temporary").mkdir(exist_ok=True)
            tempfile.tempdir = str(folder / "temporary")
    except OSError:
        raise WorldError(*NO_PROFILE) from None
    kept = read_computer(folder)
    set_language(str(sound(SETTINGS["language"], kept.get("language"))), data_dir("translations"))
    log.start(folder)
