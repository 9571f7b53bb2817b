"""The faults of a vault that code must tell apart, and the words for each."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_


class WrongKeyOrDamaged(Refused):
    """No slot opens with this secret, or a slot or the file was changed: nobody can say which."""

    def __init__(self) -> None:
        super().__init__(
            N_("This does not open the vault"),
            N_(
                "The passphrase or code does not fit, or a file of the vault is damaged. "
                "Nothing was changed. Try again slowly; if it still does not open, "
                "use the printed recovery code."
            ),
        )


class NotAVault(Refused):
    """There is no such folder, it is a file, or no vault is in it."""

    def __init__(self) -> None:
        super().__init__(
            N_("There is no vault here"),
            N_(
                "The place you chose holds no vault. Nothing was changed. "
                "Choose the folder that has the files {keys} and {data} in it."
            ),
            keys="vault.keys",
            data="data.db",
        )


class NewerVault(Refused):
    """A newer program has written this vault; it was not touched."""

    def __init__(self) -> None:
        super().__init__(
            N_("This vault needs a newer program"),
            N_(
                "A newer version of VCSE Desktop has used this vault, and this one cannot read all of it. "
                "Nothing was changed. Install the newer version on this computer and open it again."
            ),
        )


class AlreadyOpen(Refused):
    """Somebody holds the lock of this vault: another window, or another account on this computer."""

    def __init__(self, computer: str, since: str) -> None:
        super().__init__(
            N_("This vault is already open"),
            N_(
                "It has been open on {computer} since {since}. Nothing was changed. "
                "Lock it there, or close that window, and try again."
            ),
            computer=computer,
            since=since,
        )


class Erased(Refused):
    """Something would be written to a record that was erased, or to what went with it."""

    def __init__(self) -> None:
        super().__init__(
            N_("This record was erased"),
            N_(
                "It was erased for good, so nothing can be written to it or belong to it. "
                "Nothing was changed. Make a new record if one is needed."
            ),
        )


class Locked(Refused):
    """The vault was locked while something was still asked of it."""

    def __init__(self) -> None:
        super().__init__(
            N_("The vault is locked"),
            N_("Everything saved before is safe. Unlock the vault and do this again."),
        )


class DiskFull(WorldError):
    """No room on the disk; the unit of work was rolled back whole."""

    def __init__(self) -> None:
        super().__init__(
            N_("The disk is full"),
            N_(
                "This change was not saved; everything saved before is safe and can be read. "
                "Free some space on the disk, then save again."
            ),
        )


class CannotWrite(WorldError):
    """The disk refused to read or write; the unit of work was rolled back whole."""

    def __init__(self) -> None:
        super().__init__(
            N_("The disk did not do as asked"),
            N_(
                "A file of the vault could not be read or written, so this change was not saved. "
                "What was saved before was not touched. "
                "Check that the disk is connected and may be written to, then try again."
            ),
        )


class NameTooLong(WorldError):
    """The disk takes no name as long as this."""

    def __init__(self) -> None:
        super().__init__(
            N_("This name is too long"),
            N_("The disk takes no name as long as this. Nothing was changed. Choose a shorter one."),
        )


class Damaged(WorldError):
    """A file of the vault is missing or is not what was written."""

    def __init__(self) -> None:
        super().__init__(
            N_("A file of the vault is damaged"),
            N_(
                "What was read is not what the program wrote, so nothing was changed. "
                "Keep the folder as it is. If you have an older copy of it, open that one."
            ),
        )


class IndexDamaged(Damaged):
    """What is kept for searching is damaged; it can be made anew from the records, which are not."""

    def __init__(self) -> None:
        WorldError.__init__(
            self,
            N_("The search index is damaged"),
            N_(
                "What is kept for finding words is damaged, so this was not done. The records themselves are "
                "not harmed. In Settings, under “Is everything whole?”, a keeper can make the index anew."
            ),
        )


class StoppedLate(KeyboardInterrupt):
    """Somebody stopped the program, but after a change of theirs had been saved."""


_MEANT: dict[int, type[DiskFull | NameTooLong]] = {
    errno.ENOSPC: DiskFull,
    getattr(errno, "EDQUOT", errno.ENOSPC): DiskFull,
    errno.ENAMETOOLONG: NameTooLong,
}


@contextmanager
def files_at_fault() -> Iterator[None]:
    """Turn an OSError of a file into DiskFull, NameTooLong or CannotWrite."""
    try:
        yield
    except OSError as error:
        raise _MEANT.get(error.errno or 0, CannotWrite)() from error
