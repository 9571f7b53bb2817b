"""What every screen is given: the open vault, and how to speak to the window round it."""

from PySide6.QtCore import QObject, Signal

from ui.changes import changes
from ui.screens.drafts.held import Held, Spot, held, take_spot
from ui.screens.looking import Looking
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.filtering import Filter
from vcse_desktop.actions.grouping import group_setting, who_is_in
from vcse_desktop.actions.standing import is_helper, is_keeper
from vcse_desktop.actions.unlocking import Vault


class Desk(QObject):
    """``said`` carries a sentence and a unit to undo or None; ``wanted`` a place and what to show there.

    ``signing_in`` carries the door that people are to sign in at.
    """

    said = Signal(object, object)
    wanted = Signal(object, object)
    leaving = Signal()
    covering = Signal()
    restoring = Signal()
    signing_in = Signal(object)
    harmed = Signal()
    """Damage was found: ``vault.harm`` says what."""

    def __init__(self, vault: Vault, who: str, *, example: bool = False) -> None:
        super().__init__()
        self.vault = vault
        self.who = who
        self.example = example
        self.drafts = Held()
        self.came_from: Spot | None = None
        self.filters: dict[str, tuple[Filter, str]] = {}
        """What is asked of the list of each kind, and the order in which it stands."""
        self.wrong_pins = 0
        self.own_windows_only = False
        """Whether nobody can say of this computer more than how long our own windows were not used."""
        self.keeper, self.helper = is_keeper(vault), is_helper(vault)
        self.looking = Looking(self, vault)
        self.leaving.connect(self.looking.leave)
        vault.when_found = lambda _: self.harmed.emit()  # from any thread: Qt brings it to this one

    def say(self, sentence: str) -> None:
        """Show a sentence at the foot of the window, and announce it."""
        self.said.emit(sentence, None)

    def did(self, sentence: str, changed: Changed) -> None:
        """Say what was done, offer to take it back, and let every screen that shows it ask again."""
        self.said.emit(sentence, changed.unit)
        changes.changed.emit(changed)

    def go(self, place: str, what: object = None) -> None:
        """Go to a place (see places.py); ``what`` is for the screen there to understand."""
        self.wanted.emit(place, what)

    def lock(self) -> None:
        """Close the vault and go back to the door."""
        self.leaving.emit()

    def cover(self) -> None:
        """Hide everything until whoever is in is back."""
        self.covering.emit()

    def sign_in(self, door: object) -> None:
        """Let people sign in at a door, and reach nothing else."""
        self.signing_in.emit(door)

    def bring_back(self) -> None:
        """Close the vault, so that a backup can take its place."""
        self.restoring.emit()


def desk_for(vault: Vault) -> Desk:
    """Return the desk of whoever opened this vault, with what they had begun."""
    made = Desk(vault, who_is_in(vault), example=bool(group_setting(vault, "is_example")))
    made.drafts, made.came_from = held(vault), take_spot(vault)
    if made.came_from is not None:
        made.drafts.going_on = made.came_from.going_on
    return made
