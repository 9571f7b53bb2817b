"""The key in Settings: its card, one change at a time, and the notices that partners need then."""

from collections.abc import Iterator
from pathlib import Path
from shutil import copytree

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.vaults import PASSPHRASE
from ui import tasks
from ui.language import plain
from ui.screens.desk import desk_for
from ui.screens.settings.key_change import CHANGE, CLOSE, LOST, NAME, KeyChange
from ui.screens.settings.screen import Settings
from ui.screens.settings.signing import Signing
from ui.screens.settings.telling import Telling
from vcse_desktop.actions.signer_card import our_key
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse, unlock
from vcse_desktop.store.passphrase import FLOOR


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A closed vault with a key, and the code of its sheet."""
    made, code = new_vault(tmp_path_factory.mktemp("begun") / "vault", "Vale Carers", PASSPHRASE, kdf=FLOOR)
    with made:
        rehearse(made, code)
    return made.folder, code


@pytest.fixture
def vault(begun: tuple[Path, str], tmp_path: Path) -> Iterator[Vault]:
    """A copy of it, open."""
    copytree(begun[0], tmp_path / "vault")
    with unlock(tmp_path / "vault", PASSPHRASE) as made:
        made.confirm_signing()
        yield made
        tasks.close()


@pytest.fixture
def shown(vault: Vault, qtbot: QtBot) -> Signing:
    """The card of Settings, shown."""
    made = Settings(desk_for(vault))
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(tasks.idle)
    qtbot.waitUntil(made.signing.card.isVisible)
    return made.signing


def said(page: QWidget) -> str:
    """Return every text that is seen."""
    return plain("\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible()))


def form(shown: Signing, qtbot: QtBot, code: str) -> KeyChange:
    """Say what has happened."""
    shown.begin.click()
    shown.choice.buttons[code].click()
    assert isinstance(shown.form, KeyChange)
    qtbot.waitUntil(tasks.idle)
    return shown.form


def test_the_card_is_saved_where_somebody_wants_it(shown: Signing, qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "card.pdf"
    shown.asking = lambda *_: place
    shown.card.click()
    qtbot.waitUntil(lambda: "card.pdf is saved." in said(shown))
    assert place.read_bytes().startswith(b"%PDF")
    assert "Packs are signed as Vale Carers" in said(shown)


def test_a_key_is_changed_with_the_passphrase_and_the_sheet(
    shown: Signing, vault: Vault, begun: tuple[Path, str], qtbot: QtBot
) -> None:
    before = our_key(vault).digits
    made = form(shown, qtbot, CHANGE)
    made.save()
    assert made.passphrase.problem() == "Type your passphrase."
    made.passphrase.box.setText("not these words at all")
    made.sheet.box.setText(begun[1])
    made.save()
    qtbot.waitUntil(lambda: "not the passphrase" in made.passphrase.problem())
    made.passphrase.box.setText(PASSPHRASE)
    made.sheet.box.setText(begun[1][:-1])
    made.save()
    qtbot.waitUntil(made.notice.isVisible)
    assert our_key(vault).digits == before
    made.sheet.box.setText(begun[1])
    made.save()
    qtbot.waitUntil(lambda: shown.form is None)
    qtbot.waitUntil(lambda: our_key(vault).digits.split()[0] in said(shown))
    assert our_key(vault).digits != before
    assert "The first key was made." in said(shown)
    assert f"We changed the key that we sign with. The digits since then: {our_key(vault).digits}" in said(
        shown
    )
    assert "Done. Packs are signed as Vale Carers" in said(shown)


def test_another_name_begins_with_the_one_of_now(
    shown: Signing, vault: Vault, begun: tuple[Path, str], qtbot: QtBot
) -> None:
    made = form(shown, qtbot, NAME)
    qtbot.waitUntil(lambda: made.name.text() == "Vale Carers")
    made.name.setText("Carers of the Vale")
    made.sheet.box.setText(begun[1])
    made.passphrase.box.setText(PASSPHRASE)
    made.save()
    qtbot.waitUntil(lambda: "Packs are signed as Carers of the Vale, with" in said(shown))


@pytest.mark.parametrize("code", [LOST, CLOSE])
def test_nothing_is_done_when_it_is_left(shown: Signing, vault: Vault, qtbot: QtBot, code: str) -> None:
    identity = vault.identity
    made = form(shown, qtbot, code)
    assert all(not one.isDefault() for one in made.findChildren(QPushButton))
    made.sheet.box.setText("ABCD")
    made.keep.click()
    qtbot.waitUntil(tasks.idle)
    assert shown.form is None
    assert QApplication.focusWidget() is None or shown.begin.isVisible()
    assert vault.identity == identity


def test_notices_for_partners_need_a_folder_and_the_passphrase(
    shown: Signing, qtbot: QtBot, tmp_path: Path
) -> None:
    shown.tell.click()
    made = shown.form
    assert isinstance(made, Telling)
    made.place.box.setText(str(tmp_path / "nowhere"))
    made.save()
    assert "no such folder" in made.place.problem()
    made.place.box.setText(str(tmp_path))
    made.save()
    assert made.passphrase.problem() == "Type your passphrase."
    made.passphrase.box.setText("not these words at all")
    made.save()
    qtbot.waitUntil(lambda: "not the passphrase" in made.passphrase.problem())
