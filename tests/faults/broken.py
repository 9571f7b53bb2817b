"""Stores that are broken on purpose, one for each family of faults: its judge must find the harm."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar
from unittest import mock

from tests.faults.content import Add, unit
from tests.faults.stores import OpenVault, OurStore
from tests.vaults import PASSPHRASE
from vcse_desktop.store import bind, engine
from vcse_desktop.store.vault import Vault, open_vault


class InPieces(OpenVault):
    """Saves what belongs together in units of their own."""

    def do(self, number: int) -> None:
        match unit(number):
            case Add(name, note, came, said):
                with self.vault.unit("add") as one:
                    person = one.save("person", None, {"known_as": name, "note": note})
                with self.vault.unit("join") as one:
                    session = one.save("session", None, {"came": [person], "people_n": came})
                with self.vault.unit("join") as one:
                    one.save("time_given", None, {"session": session, "person": person, "note": said})
            case _:
                super().do(number)


class TooEarly(OpenVault):
    """Says that a unit is saved, and saves it when five more have come."""

    def __init__(self, vault: Vault) -> None:
        super().__init__(vault)
        self.waiting = list[int]()

    def do(self, number: int) -> None:
        self.waiting.append(number)
        if len(self.waiting) > 5:
            super().do(self.waiting.pop(0))


class Swallowing(OpenVault):
    """Says nothing when the disk is full."""

    def do(self, number: int) -> None:
        try:
            super().do(number)
        except OurStore.full:
            pass


class Broken(OurStore):
    """Our vaults, opened in a broken way."""

    name: ClassVar[str] = "broken"
    opened: ClassVar[type[OpenVault]] = OpenVault

    @contextmanager
    def open(self, folder: Path) -> Iterator[OpenVault]:
        with open_vault(folder, PASSPHRASE) as vault:
            yield self.opened(vault)


class InPiecesStore(Broken):
    """Half units."""

    opened = InPieces


class TooEarlyStore(Broken):
    """Lost units."""

    name, opened = "too early", TooEarly


class SwallowingStore(Broken):
    """Lost units on a full disk."""

    opened = Swallowing


class Unsafe(Broken):
    """Never waits until the disk has what was written."""

    @contextmanager
    def open(self, folder: Path) -> Iterator[OpenVault]:
        unsafe = tuple(one.replace("synchronous=FULL", "synchronous=OFF") for one in engine.PRAGMAS)
        with mock.patch.object(engine, "PRAGMAS", unsafe), super().open(folder) as opened:
            yield opened


class Unproved(Broken):
    """Has no key, so that nothing proves that a page is what was written."""

    refusals: ClassVar[tuple[type[Exception], ...]] = (*OurStore.refusals, bind.Error)

    @contextmanager
    def open(self, folder: Path) -> Iterator[OpenVault]:
        with mock.patch.object(engine, "_prove", lambda *_: None), super().open(folder) as opened:
            yield opened

    def make(self, folder: Path) -> None:
        with mock.patch.object(engine, "_prove", lambda *_: None):
            super().make(folder)


def forgets_its_past(vault: Vault) -> None:
    """Let the clock of an open vault follow the wall, wherever that goes."""
    clock = vault._inside.author.clock

    class Follows(type(clock)):  # type: ignore[misc]
        def tick(self) -> int:
            from vcse_desktop.store import ident  # noqa: PLC0415

            return ident.wall_ms() << 16

    vault._inside.author.clock.__class__ = Follows
