"""Checking a pack before any vault is open: nobody is known here, and nothing is remembered."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui.screens.check_pack.checking import CheckPack
from ui.screens.keyed import going_back
from ui.screens.outside import Outside
from vcse_desktop.i18n import N_, tr
from vcse_desktop.paths import profile_dir
from vcse_desktop.settings import computer


class CheckAlone(Outside):
    """``what`` are the files to check, if any."""

    def __init__(self, what: object = None) -> None:
        super().__init__(
            tr(N_("Check a pack")), tr(N_("You need no organisation and no passphrase for this."))
        )
        self.check = CheckPack()
        self.add(going_back(self.back), self.check)
        if isinstance(what, list | tuple) and what:
            self.check.check([Path(str(file)) for file in what])

    def first(self) -> QWidget | None:
        """Return the control that the work begins in."""
        return self.check.first()

    def back(self) -> None:
        """Go back to the door, or to the beginning where there is none."""
        last = str(computer(profile_dir(), "vault"))
        if last and Path(last).is_dir():
            self.wanted.emit("unlock", Path(last))
        else:
            self.wanted.emit("first_run", None)

    def kept(self) -> object:
        """Return what was found, to be shown again."""
        return self.check.checked()

    def again(self, kept: object) -> None:
        """Show again what was found."""
        if isinstance(kept, list):
            self.check.show_checked(kept)
