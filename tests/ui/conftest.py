"""A dressed program, a desk on a real vault, and the real window in it, offscreen."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.groups import make_group
from tests.vaults import PASSPHRASE, make_vault
from ui import language, tasks
from ui.main_window import MainWindow
from ui.screens.desk import Desk, desk_for
from ui.screens.drafts.held import Spot, spot_text
from ui.theme import letters, look
from ui.widgets import accessible
from vcse_desktop.actions import drafting
from vcse_desktop.actions.drafting import Begun
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.store.vault import open_vault

QUIET = 2
"""Rounds without an event after which all is shown."""
LONGEST = 20_000
"""Milliseconds: a computer that does much else is slow, not wrong."""


@pytest.fixture(scope="session")
def prepared(qapp: QApplication) -> QApplication:
    """The program with our letters and on the style that ours is drawn over."""
    qapp.setStyle("Fusion")
    accessible.prepare()
    letters.load_others()
    return qapp


@pytest.fixture(autouse=True)
def dressed(prepared: QApplication) -> Iterator[QApplication]:
    """The program in English, in light colours, at 100%; afterwards every lane has ended."""
    language.speak(prepared, "en")
    if look.worn() != look.Look() or prepared.font().pixelSize() != look.text(18):
        look.wear(look.Look())
    yield prepared
    tasks.close()
    for left in prepared.topLevelWidgets():
        if isinstance(left, MainWindow):  # a test that failed leaves its window: the next ones are not its
            left.desk = None
            left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class Dressing(QtBot):
    """pytest-qt's robot, which dresses what a test shows without the window round it."""

    def addWidget(  # noqa: N802 - Qt's name
        self, widget: QWidget, *, before_close_func: Callable[[QWidget], None] | None = None
    ) -> None:
        """Dress a part and have it closed after the test."""
        look.put_on(widget)
        super().addWidget(widget, before_close_func=before_close_func)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = LONGEST) -> None:  # noqa: N802 - Qt's name
        """Wait as the robot does; where it waits for work to end, until what came of it is shown as well."""
        super().waitUntil(callback, timeout=timeout)
        loop, quiet = QEventLoop(), 0
        while callback is tasks.idle and quiet < QUIET:  # what a layout takes in is shown by the next event
            moved = loop.processEvents()
            quiet = 0 if moved else quiet + 1
            super().waitUntil(callback, timeout=timeout)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> Dressing:
    """The robot of these tests."""
    return Dressing(request)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed vault without a record in it, to be copied: making one takes as long as many a test."""
    made, _ = make_vault(tmp_path_factory.mktemp("once") / "vault")
    made.lock()
    return made.folder


@pytest.fixture
def vault(tmp_path: Path, made_once: Path) -> Iterator[Vault]:
    """An open vault without a record in it."""
    copytree(made_once, tmp_path / "vault")
    with open_vault(tmp_path / "vault", PASSPHRASE) as made:
        yield made
        tasks.close()


@pytest.fixture(scope="session")
def group_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed vault of a small group with a quarter of sessions, to be copied as well."""
    with make_group(tmp_path_factory.mktemp("group") / "vault") as made:
        return made.folder


@pytest.fixture
def group(tmp_path: Path, group_once: Path) -> Iterator[Vault]:
    """The open vault of a small group with a quarter of sessions, whose keeper may sign."""
    copytree(group_once, tmp_path / "vault")
    with open_vault(tmp_path / "vault", PASSPHRASE) as made:
        made.confirm_signing()
        yield made
        tasks.close()


@pytest.fixture
def desk(vault: Vault, qapp: QApplication) -> Desk:
    """The desk of whoever opened that vault."""
    return desk_for(vault)


@pytest.fixture
def window(vault: Vault, qtbot: QtBot, request: pytest.FixtureRequest) -> Iterator[MainWindow]:
    """The window inside that vault, shown and active: on Today, or where ``PLACE`` of the tests says that
    somebody was before, which spares tests of other pages the making of that one."""
    if place := getattr(request.module, "PLACE", ""):
        spot = spot_text(Spot(place, {}, {}))
        drafting.keep(vault, [Begun(vault.member, drafting.PLACE, None, datetime.now(UTC), spot)])
    made = MainWindow()
    made.resize(1280, 800)
    made.enter(vault)  # before it is shown: the door need not be painted
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(tasks.idle)
    yield made
    qtbot.waitUntil(tasks.idle)
    made.desk = None  # the vault is closed by its own fixture
    made.close()
    made.deleteLater()
