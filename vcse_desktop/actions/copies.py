"""What a service that copies folders leaves beside a vault when two computers wrote to it at once."""

import re
from datetime import datetime
from pathlib import Path

from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_
from vcse_desktop.store.door import DATA
from vcse_desktop.store.errors import files_at_fault

MARK = (
    r"([ ._-].*(conflict|konflikt|conflit|conflicto|conflitto).*"  # Dropbox, Nextcloud, Syncthing, Seafile
    r"| ?\(.*\)"  # Google Drive, Box
    r"| \d+"  # iCloud
    r"|-[A-Z0-9][\w' -]*"  # OneDrive: the name of the computer
    r"| - [^.]+)"  # made by hand
)
COPY = re.compile(rf"data{MARK}\.db|data\.db{MARK}")
TWO = (
    N_("There are two versions of your records"),
    N_(
        "Beside {file} (changed {day}) lies {other} (changed {other_day}). A service that copies folders "
        "makes such a file when two computers write at once. Nothing was opened and nothing was changed. "
        "Find out which one has your newest work, then move the other to a folder of its own. Delete neither."
    ),
)


def must_have_no_copies(folder: Path) -> None:
    """Refuse to open a vault beside which a second version of its data lies; the sentence has both dates."""
    with files_at_fault():
        if not (folder / DATA).is_file():
            return
        copies = sorted(file for file in folder.iterdir() if COPY.fullmatch(file.name) and file.is_file())
        if copies:
            raise Refused(
                *TWO,
                file=DATA,
                day=_changed(folder / DATA),
                other=copies[0].name,
                other_day=_changed(copies[0]),
            )


def _changed(file: Path) -> str:
    return datetime.fromtimestamp(file.stat().st_mtime).astimezone().strftime("%Y-%m-%d %H:%M")
