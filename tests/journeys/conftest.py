"""A dressed program, a vault to begin with, and hands that come in by the door of the real window."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.journeys.hands import Hands
from tests.ui.doors import opened
from tests.vaults import make_vault
from ui import language, tasks
from ui.main_window import MainWindow
from ui.theme import letters, look
from ui.widgets import accessible
from vcse_desktop.actions.unlocking import Vault

ComeIn = Callable[[], Hands]


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    """An open vault, to be filled with what was there before; coming in locks it first."""
    return make_vault(tmp_path / "vault")[0]


@pytest.fixture
def come_in(vault: Vault, qapp: QApplication, qtbot: QtBot) -> Iterator[ComeIn]:
    """Shuts the vault, and comes into it by typing the passphrase at the door of a window."""
    qapp.setStyle("Fusion")
    accessible.prepare()
    language.speak(qapp, "en")
    look.wear(look.Look())
    letters.load_others()
    made = list[Iterator[MainWindow]]()

    def enter() -> Hands:
        vault.lock()
        made.append(opened(MainWindow("unlock", vault.folder)))
        hands = Hands(next(made[0]), qtbot)
        hands.unlock()
        return hands

    yield enter
    for window in made:
        next(window, None)
    tasks.close()
