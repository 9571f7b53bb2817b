"""What is done while a fault strikes, and what must be true of a vault afterwards."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from tests.faults.judging import after_a_crash
from tests.faults.newer import is_between, newer
from tests.faults.stores import OURS, OpenPlain, OpenVault, OurStore, Store
from tests.faults.tally import HALF, LOST
from tests.faults.watching import Watch
from tests.store.state import key_of
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.errors import VcseError
from vcse_desktop.store.errors import WrongKeyOrDamaged
from vcse_desktop.store.passphrase import FLOOR
from vcse_desktop.store.vault import open_vault, open_with_code


class Work(ABC):
    """Something that writes, and that a crash at any moment must leave undone or done."""

    name: ClassVar[str]
    before: ClassVar[int] = 9
    """How many units are in the store before it begins."""
    share: ClassVar[float] = 1.0
    """How much of the usual number of faults is tried on it."""

    def __init__(self, store: Store = OURS) -> None:
        self.store = store

    def __str__(self) -> str:
        return f"{self.name}, {self.store.name}"

    def prepare(self, folder: Path) -> None:
        """Make the store that it is done to, and leave it closed."""
        self.store.make(folder)
        with self.store.open(folder) as opened:
            for number in range(1, self.before + 1):
                opened.do(number)

    @abstractmethod
    def run(self, folder: Path, watch: Watch) -> None:
        """Open the store and do it, and tell the watch what is promised by then."""

    def harm(self, folder: Path, promised: Sequence[object]) -> str:
        """Return the harm in what a crash has left; "" for none."""
        units = [one for one in promised if isinstance(one, int)]
        return after_a_crash(self.store, folder, max(units, default=self.before))


class Save(Work):
    """Units are saved, and the log is taken into the file in between and at the end."""

    name, units = "save", 12

    def run(self, folder: Path, watch: Watch) -> None:
        with self.store.open(folder) as opened:
            self.with_a_short_log(opened)
            for number in range(self.before + 1, self.before + self.units + 1):
                opened.do(number)
                watch.said(number)

    @staticmethod
    def with_a_short_log(opened: object) -> None:
        """Have the log taken in every few units."""
        short = "PRAGMA wal_autocheckpoint=60"
        if isinstance(opened, OpenVault):
            opened.vault._inside.writer.run(lambda con: con.execute(short).fetchall())
        elif isinstance(opened, OpenPlain):
            opened.con.execute(short)


class Migrate(Work):
    """A newer program opens the vault of an older one: two steps, each whole or not at all."""

    name, share = "migration", 0.7

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        with open_vault(folder, PASSPHRASE) as vault:
            self._key = key_of(vault)

    def run(self, folder: Path, watch: Watch) -> None:
        with newer(), self.store.open(folder) as opened:
            opened.do(self.before + 1)
            watch.said(self.before + 1)

    def harm(self, folder: Path, promised: Sequence[object]) -> str:
        if is_between(folder, self._key):
            return HALF
        with newer():
            return super().harm(folder, promised)


class Passphrase(Work):
    """A passphrase is changed: the old one or the new one opens the vault, once promised only the new."""

    name, share = "passphrase", 0.3
    new = "a newer phrase of words"

    def run(self, folder: Path, watch: Watch) -> None:
        with open_vault(folder, PASSPHRASE) as vault:
            vault.change_passphrase(PASSPHRASE, self.new, kdf=FLOOR)
            watch.said(self.new)

    def harm(self, folder: Path, promised: Sequence[object]) -> str:
        fit = ""
        for _ in range(2):  # whoever opens it first may take the change back, or finish it
            opening = [phrase for phrase in (PASSPHRASE, self.new) if opens(folder, phrase)]
            fit = opening[-1] if opening else ""
        if not fit or (promised and fit != self.new) or opens(folder, PASSPHRASE) == opens(folder, self.new):
            return LOST
        return after_a_crash(OurStore(fit), folder, self.before)


class Make(Work):
    """A vault is made: once that is promised it opens, with the passphrase and with the printed code."""

    name, share, before = "making a vault", 0.3, 0

    def prepare(self, folder: Path) -> None:
        folder.mkdir()

    def run(self, folder: Path, watch: Watch) -> None:
        vault, code = make_vault(folder)
        watch.said(code)
        vault.lock()

    def harm(self, folder: Path, promised: Sequence[object]) -> str:
        for code in map(str, promised):
            try:
                open_with_code(folder, code).lock()
            except VcseError:
                return LOST
        return super().harm(folder, ()) if promised else ""


def opens(folder: Path, phrase: str) -> bool:
    """Say whether a passphrase opens the vault in this folder."""
    try:
        open_vault(folder, phrase).lock()
        return True
    except WrongKeyOrDamaged:
        return False
