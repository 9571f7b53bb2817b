"""Reading the picture that somebody has chosen: never more of a file than a picture may have."""

from pathlib import Path

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_

MOST_READ = 20 * 1024 * 1024
"""Bytes of a file that is read at all."""
TOO_LARGE = (
    N_("This picture is too large"),
    N_(
        "It takes more than 20 MB, so it was not added. Save it smaller, or take a photo of it, and add that."
    ),
)
NO_FILE = (
    N_("There is no picture in this place"),
    N_("What was chosen cannot be read as a file. Nothing was added. Choose the picture itself."),
)


class CannotRead(WorldError):
    """A file that was chosen could not be read."""

    def __init__(self) -> None:
        super().__init__(
            N_("This file could not be read"),
            N_("Nothing was added. Check that the disk or the stick is still there, then choose it again."),
        )


def read(file: Path) -> bytes:
    """Return what is in a file that somebody has chosen; Refused or CannotRead say why it cannot be used."""
    try:
        if not file.is_file():
            raise Refused(*NO_FILE)
        with file.open("rb") as stream:
            content = stream.read(MOST_READ + 1)
    except OSError as error:
        raise CannotRead from error
    if len(content) > MOST_READ:
        raise Refused(*TOO_LARGE)
    return content
