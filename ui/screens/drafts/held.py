"""What is known of half written forms while a vault is open; it outlives the window being drawn anew."""

from dataclasses import dataclass, field, replace

from ui.widgets.drafted import Key
from ui.widgets.packed import packed, unpacked
from vcse_desktop import log
from vcse_desktop.actions import drafting
from vcse_desktop.actions.drafting import Begun
from vcse_desktop.actions.unlocking import Vault


@dataclass(slots=True)
class Held:
    """``known`` are all drafts in the vault, by id; ``going_on`` those whose forms come back by themselves.

    ``open`` are those that stand in a form just now.
    """

    known: dict[int, Begun] = field(default_factory=dict)
    going_on: dict[Key, int] = field(default_factory=dict)
    open: set[int] = field(default_factory=set)

    def mine(self, key: Key) -> list[Begun]:
        """Return what whoever is in began for this and has not open, newest first."""
        return [one for one in self._of(key) if not one.who and one.id not in self.open]

    def theirs(self, key: Key) -> list[Begun]:
        """Return what others began for this, newest first."""
        return [one for one in self._of(key) if one.who]

    def _of(self, key: Key) -> list[Begun]:
        return [one for one in reversed(self.known.values()) if (one.form, one.record) == key]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where somebody was: the page shown, what the pages keep, and the drafts that stood in their forms."""

    shown: str
    kept: dict[str, object]
    going_on: dict[Key, int]


def held(vault: Vault) -> Held:
    """Return what is known of half written forms when a vault was opened."""
    return Held({one.id: one for one in drafting.begun(vault)})


def spot_text(spot: Spot) -> str:
    """Return it as text; without a page that cannot be written down, which is a fault of ours."""
    kept: dict[str, object] = {}
    for code, one in spot.kept.items():
        try:
            packed(one)
        except TypeError as error:
            log.bug(error)
        else:
            kept[code] = one
    return packed(replace(spot, kept=kept))


def take_spot(vault: Vault) -> Spot | None:
    """Return where whoever is in was when they were locked out today, once; None for nowhere."""
    text = drafting.take_place(vault)
    try:
        found = unpacked(text) if text else None
    except ValueError:  # another version of the program wrote it: the drafts themselves are offered
        return None
    return found if isinstance(found, Spot) else None
