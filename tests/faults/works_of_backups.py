"""Backups that are made and brought back, while a fault strikes."""

from collections.abc import Sequence
from pathlib import Path

from tests.faults.stores import OpenVault
from tests.faults.tally import HALF, LOST
from tests.faults.watching import Watch
from tests.faults.works import Work
from tests.vaults import PASSPHRASE
from vcse_desktop.errors import VcseError
from vcse_desktop.store.backup_key import by_passphrase
from vcse_desktop.store.door import DATA, people
from vcse_desktop.store.errors import Damaged, NotAVault
from vcse_desktop.store.restoring import rehearse, restore
from vcse_desktop.store.vault import open_vault


class BackUp(Work):
    """A backup is made: what has a backup's name is a whole one, and the vault is as it was."""

    name, share = "backup", 0.7

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        with open_vault(folder, PASSPHRASE) as vault:
            vault.back_up()

    def run(self, folder: Path, watch: Watch) -> None:
        with self.store.open(folder) as opened:
            assert isinstance(opened, OpenVault)
            opened.do(self.before + 1)
            watch.said(self.before + 1)
            watch.said(f"backups/{opened.vault.back_up().file.name}")

    def harm(self, folder: Path, promised: Sequence[object]) -> str:
        files = sorted(folder.glob("backups/*.vcse-backup"))
        named = [folder / one for one in promised if isinstance(one, str)]
        if not files or not set(named) <= set(files):
            return LOST
        try:
            for file in files:
                rehearse(file, by_passphrase(PASSPHRASE))
        except VcseError:
            return HALF
        return super().harm(folder, promised)


class Restore(Work):
    """A backup is brought back: the vault is the one before or the one in the backup, and none is lost.

    A crash in the middle of the swap may leave neither in its place: then bringing it back again must do.
    """

    name, share = "restore", 0.7
    after = 5

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        with self.store.open(folder) as opened:
            assert isinstance(opened, OpenVault)
            opened.vault.back_up()
            for number in range(self.before + 1, self.before + self.after + 1):
                opened.do(number)
        self._old = (folder / DATA).read_bytes()

    def run(self, folder: Path, watch: Watch) -> None:
        self._bring_back(folder)
        watch.said("restored")

    @staticmethod
    def _bring_back(folder: Path) -> None:
        (file,) = folder.glob("backups/*.vcse-backup")
        restore(file, by_passphrase(PASSPHRASE), folder).vault.lock()

    def harm(self, folder: Path, promised: Sequence[object]) -> str:
        kept = any(file.read_bytes() == self._old for file in folder.rglob(DATA))
        try:
            people(folder)
        except (Damaged, NotAVault):
            if promised:
                return LOST
            self._bring_back(folder)
        with self.store.open(folder) as opened:
            units = opened.found().units
        if units not in (self.before, self.before + self.after) or (promised and units != self.before):
            return HALF
        return super().harm(folder, [units]) if kept or units != self.before else LOST
