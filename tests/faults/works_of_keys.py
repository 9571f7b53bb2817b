"""A new data key, while a fault strikes."""

from collections.abc import Sequence
from pathlib import Path

from tests.faults.stores import OpenVault
from tests.faults.tally import LOST, SILENT
from tests.faults.watching import Watch
from tests.faults.works import Work, opens
from tests.store.state import key_of
from tests.vaults import PASSPHRASE
from vcse_desktop.store.vault import open_vault

CHANGED = "new key"


class NewKey(Work):
    """The vault gets a new data key: the old or the new one is that of the file, with all that is in it."""

    name, share = "new key", 0.7

    def prepare(self, folder: Path) -> None:
        super().prepare(folder)
        with open_vault(folder, PASSPHRASE) as vault:
            self._key = key_of(vault)

    def run(self, folder: Path, watch: Watch) -> None:
        with self.store.open(folder) as opened:
            assert isinstance(opened, OpenVault)
            opened.vault.new_key()
            watch.said(CHANGED)
            opened.do(self.before + 1)
            watch.said(self.before + 1)

    def harm(self, folder: Path, promised: Sequence[object]) -> str:
        if not opens(folder, PASSPHRASE):
            return LOST
        with open_vault(folder, PASSPHRASE) as vault:
            if CHANGED in promised and key_of(vault) == self._key:
                return LOST
            if (folder / "data.db.new").exists() or vault.unfinished:
                return SILENT
        return super().harm(folder, promised)
