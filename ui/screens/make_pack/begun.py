"""How far a new pack has come, kept while the vault is open: the window may be drawn anew meanwhile."""

from collections.abc import Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from ui.screens.desk import Desk
from vcse_desktop.actions.alternatives import Coarser
from vcse_desktop.actions.offering import Offer
from vcse_desktop.actions.pack_words import Pointing
from vcse_desktop.actions.sending import Choices, Draft, Made
from vcse_desktop.actions.weighing import Weighed


@dataclass(slots=True)
class Begun:
    """The step that is shown, and what the steps before it have made.

    ``asked`` is what step 1 asked for, ``chosen`` what step 2 made of it; ``stale`` says that something was
    recorded since, ``pointing`` is what of the words typed by hand may point at somebody, and ``offers`` are
    tables in other detail than was ``weighed``.
    """

    step: int = 1
    asked: Choices | None = None
    offer: Offer | None = None
    chosen: Choices | None = None
    weighed: Weighed | None = None
    draft: Draft | None = None
    made: Made | None = None
    stale: bool = False
    pointing: Sequence[Pointing] = ()
    offers: Sequence[Coarser] = ()


_begun: WeakKeyDictionary[Desk, Begun] = WeakKeyDictionary()


def begun(desk: Desk) -> Begun | None:
    """Return the pack that was begun at this desk and is not finished or given up."""
    return _begun.get(desk)


def begin(desk: Desk) -> Begun:
    """Return the pack that was begun, or a new one."""
    return _begun.setdefault(desk, Begun())


def finish(desk: Desk) -> None:
    """Forget the pack that was begun."""
    _begun.pop(desk, None)
