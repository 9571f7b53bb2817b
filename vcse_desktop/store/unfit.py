"""What can be wrong with a backup file or with making one, and the words for each."""

from vcse_desktop.errors import Refused, WorldError
from vcse_desktop.i18n import N_
from vcse_desktop.store.errors import DiskFull, WrongKeyOrDamaged

MEGABYTE = 1_000_000


class NotABackup(Refused):
    """There is no such file, or it is something else."""

    def __init__(self) -> None:
        super().__init__(
            N_("This is no backup"),
            N_(
                "There is no such file, or it is not a backup of this program. Nothing was changed. "
                "Choose a file whose name ends in .vcse-backup."
            ),
        )


class NewerBackup(Refused):
    """A newer program has made this file."""

    def __init__(self) -> None:
        super().__init__(
            N_("This backup needs a newer program"),
            N_(
                "A newer version of VCSE Desktop has made this file, and this one cannot read all of it. "
                "Nothing was changed. Install the newer version on this computer and try again."
            ),
        )


class DamagedBackup(WorldError):
    """A byte of the file is not what was written, or its end is missing."""

    def __init__(self) -> None:
        super().__init__(
            N_("This backup is damaged"),
            N_(
                "The file is not whole, or was changed since it was made, so it was not used. "
                "Nothing was changed. Choose another backup."
            ),
        )


class DoesNotOpen(WrongKeyOrDamaged):
    """No slot in the file's header opens with this secret."""

    def __init__(self) -> None:
        Refused.__init__(
            self,
            N_("This does not open the backup"),
            N_(
                "The file is whole, but the passphrase or code does not fit. Nothing was changed. "
                "A backup opens with the passphrases and the recovery sheet of the day it was made."
            ),
        )


class AnotherVault(Refused):
    """The file is a backup of another vault than the one in the folder."""

    def __init__(self) -> None:
        super().__init__(
            N_("This backup is of other records"),
            N_(
                "The file was not made from the records in this folder. Nothing was changed. "
                "Choose another file, or restore this one into a folder of its own."
            ),
        )


class NoRoom(DiskFull):
    """There is too little room for a copy. ``need`` and ``free`` are bytes."""

    def __init__(self, need: int, free: int) -> None:
        WorldError.__init__(
            self,
            N_("There is too little room"),
            N_(
                "This needs {need} MB on the disk, and {free} MB are free. Nothing was changed, and "
                "everything saved before is safe. Free some space, then do this again."
            ),
            need=-(-need // MEGABYTE),
            free=free // MEGABYTE,
        )


class NotBackedUp(WorldError):
    """The disk became full, or refused, in the middle of a backup; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__(
            N_("The backup was not made"),
            N_(
                "The disk is full or did not do as asked, so no new backup was kept. Your records and the "
                "backups before are as they were. Free some space on the disk, then try again."
            ),
        )


class NotCopied(WorldError):
    """The second place went away, is full, or refused; no half file is left under a backup's name."""

    def __init__(self) -> None:
        super().__init__(
            N_("There is no copy in the second place"),
            N_(
                "The backup itself was made and is whole, but it could not be copied to the second place: "
                "it may be full, or was pulled out. Put it in and back up again."
            ),
        )


class Stopped(Refused):
    """Somebody stopped a backup, a test of one, or the bringing back of one."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped"), N_("Nothing was kept of it, and your records are as they were."))
