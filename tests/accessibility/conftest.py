"""The catalogues, an empty vault and a small one, and a program to dress."""

import random
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.accessibility import dress, small
from tests.accessibility.seen import View
from tests.accessibility.views import walks
from tests.conftest import LONG
from tests.groups import make_group
from tests.shots_packs import Packs
from tests.vaults import PASSPHRASE
from ui import tasks
from ui.main_window import MainWindow
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.store.passphrase import FLOOR

collect_ignore = [] if sys.platform.startswith("linux") else ["test_atspi.py"]  # AT-SPI is Linux's own
STATES = ("empty", "small", "packs")
HALF, FEW = 14, 24
"""Every round goes on one in so many walks in each run: more where nothing else looks for the same."""
Shown = Callable[[MainWindow], list[Iterator[View]]]
"""What gives the walks through screens in a window."""


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the pseudo-language, Welsh and Arabic."""
    return dress.words(tmp_path_factory.mktemp("translations"))


@pytest.fixture(scope="session")
def vaults(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mapping[str, Vault]]:
    """Open vaults: without a record, and with a few of every kind."""
    made = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(tmp_path_factory.mktemp("profile")))
        for state in ("empty", "small"):
            folder = tmp_path_factory.mktemp("vaults") / state
            made[state], code = new_vault(folder, "Anytown Carers", PASSPHRASE, kdf=FLOOR)
            made[state].rehearse(code)
    small.fill(made["small"])
    yield made
    tasks.close()
    for vault in made.values():
        vault.lock()


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Packs]:
    """A pack that was made in English, and files to check."""
    folder = tmp_path_factory.mktemp("packs")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(folder / "profile"))
        with make_group(folder / "group") as vault:
            yield Packs(vault, folder)
            tasks.close()


@pytest.fixture(params=STATES)
def shown(request: pytest.FixtureRequest, vaults: Mapping[str, Vault]) -> Shown:
    """Every screen of a vault; of packs, each step of a new one and each verdict.

    Those before the door show nothing of a vault: they are gone through with the one that has records.
    """
    if request.param == "packs":
        packs: Packs = request.getfixturevalue("packs")
        return lambda window: afresh(packs.vault, packs.walks(window))
    vault = vaults[request.param]
    return lambda window: afresh(vault, walks(window, vault, door=request.param != "empty"))


def afresh(vault: Vault, through: list[Iterator[View]]) -> list[Iterator[View]]:
    """Return walks, without what the round before has left: what was begun, and backups."""
    vault.keep_drafts((), [draft.id for draft in vault.drafts()])
    for backup in vault.backups():
        backup.file.unlink()
    return through


def one_in(many: int, walks: list[Iterator[View]], chance: random.Random) -> list[Iterator[View]]:
    """Return one in so many of the walks in their order, drawn by chance; with --long every one."""
    drawn = chance.sample(range(len(walks)), -(-len(walks) // many))
    return walks if LONG else [walks[number] for number in sorted(drawn)]


@pytest.fixture(autouse=True)
def ended(qapp: QApplication) -> Iterator[None]:
    """Afterwards every lane has ended, and the program is dressed as other tests expect it."""
    yield
    tasks.close()
