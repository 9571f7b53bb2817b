"""One attack: how the file is made, and what a partner may be told who knows the signer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from tests.attacks.victim import REGISTER
from vcse_desktop.packs.register import Register
from vcse_desktop.packs.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class Case:
    """``make`` returns the bytes of the file, made when it is drawn. Nothing but ``expected`` may be said."""

    name: str
    make: Callable[[], bytes] = field(repr=False)
    expected: Iterable[Verdict] = (Verdict.ALTERED,)
    register: Register = field(default=REGISTER, repr=False)
