"""What the screens before an open vault have in common: first run, unlock, and checking a pack alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.screens.doing import Doing

if TYPE_CHECKING:
    from vcse_desktop.actions.unlocking import Vault


class Outside(Doing):
    """``opened`` carries an open vault; ``wanted`` the code of another such screen and what to show there.

    The codes are first_run, unlock, check_alone, restore and leaving.
    """

    opened = Signal(object)
    wanted = Signal(object, object)

    def may_leave(self, *, closing: bool = False) -> bool:
        """Say whether this may be left for something else; where that would lose something, say what."""
        return True

    def take_over(self, vault: "Vault") -> None:
        """Close a vault that is still open: this screen was shown in its place."""

    def kept(self) -> object:
        """Return what must outlive the screen being drawn anew in another language or size."""

    def again(self, kept: object) -> None:
        """Go on from what ``kept`` returned."""
