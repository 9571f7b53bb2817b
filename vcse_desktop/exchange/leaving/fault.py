"""What can go wrong with such a folder, in words, whichever way it goes."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_

THERE = (
    N_("There is something of that name"),
    N_("Everything needs a new folder. Nothing was written, and what is there stays. Choose another name."),
)
NO_PLACE = (
    N_("The place is not there"),
    N_(
        "The folder in which the new one is to be made is not there. Nothing was written. "
        "Put the stick in, or choose another place."
    ),
)
NO_ROOM = (
    N_("There is not enough room"),
    N_(
        "The disk or stick is full, so nothing is left of the new folder. Your records are as they were. "
        "Free some space, or choose another place."
    ),
)
NOT_WRITTEN = (
    N_("The folder could not be written"),
    N_(
        "The disk or stick did not take it; it may have been pulled out, or may not be written to. Your "
        "records are as they were. If a folder is left there whose name says that it is not finished, delete "
        "it: it holds personal data."
    ),
)
NOT_ONE = (
    N_("This is no folder with everything in it"),
    N_(
        "It was not written by “Leave with everything”, or its file {file} is missing or cannot be read. "
        "Nothing was brought in. Choose the folder that holds this file."
    ),
)
NEWER = (
    N_("This folder needs a newer program"),
    N_(
        "A newer version of VCSE Desktop has written it, and this one cannot read all of it. Nothing was "
        "brought in. Install the newer version and try again."
    ),
)
MISSING = (
    N_("A file of the folder is missing"),
    N_(
        "{file} is not there or cannot be read. Nothing was brought in. Copy the whole folder again, then "
        "try."
    ),
)
CHANGED = (
    N_("A file of the folder was changed or is damaged"),
    N_(
        "{file} is not what was written. Nothing was brought in. Copy the whole folder again, then try. What "
        "you changed yourself can be brought in as a spreadsheet."
    ),
)
NO_SENSE = (
    N_("A file of the folder does not fit the others"),
    N_("In {file}, row {row} cannot be understood. Nothing was brought in. Use another copy of the folder."),
)
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


@contextmanager
def told() -> Iterator[None]:
    """Turn the fault of a disk that is written to into words, whichever library has met it."""
    try:
        yield
    except OSError as error:
        raise _full_or_gone(error.errno) from error
    except Exception as error:
        inner = error.args[0] if error.args else None  # the library for workbooks wraps what it met
        if not isinstance(inner, OSError):
            raise
        raise _full_or_gone(inner.errno) from error


def _full_or_gone(number: int | None) -> WorldError:
    return WorldError(*(NO_ROOM if number in _FULL else NOT_WRITTEN))


def there() -> Refused:
    """Return what to say where something has that name already."""
    return Refused(*THERE)
