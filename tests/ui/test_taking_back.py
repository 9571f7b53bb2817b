"""Checking a pack of one's own: one that the vault forgot is taken in with one press, by a keeper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.groups import PARTNER, make_group, quarter
from tests.ui.packs_shown import dropped
from tests.vaults import PASSPHRASE, as_somebody_else
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.make_pack.choose import Choose
from ui.screens.make_pack.preview import Preview
from ui.screens.packs.screen import Packs
from ui.screens.restore.words import back_words
from vcse_desktop.actions.offering import offer
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.restoring import Present, restore, secret
from vcse_desktop.actions.sending import sent_packs, sign_pack
from vcse_desktop.actions.taking_back import take_back
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.store.roles import MEMBER


@pytest.fixture
def vault(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Vault]:
    """A group's vault that came back from a backup of before its pack."""
    with make_group(tmp_path / "vault") as made:
        backup = made.back_up()
        sign_pack(made, draft_pack(made, quarter()), tmp_path / "pack.zip", PASSPHRASE)
    back = restore(backup.file, secret(PASSPHRASE, sheet=False), Present(tmp_path / "vault"))
    assert any("check the file of each" in sentence for sentence in back_words(back))
    role = getattr(request, "param", "")
    with as_somebody_else(back.vault, role) if role else back.vault as opened:
        yield opened
        tasks.close()


def test_a_forgotten_pack_is_taken_in_with_one_press(
    qtbot: QtBot, window: MainWindow, vault: Vault, tmp_path: Path
) -> None:
    card = dropped(qtbot, window, tmp_path / "pack.zip").check.cards[0]
    assert card.verdict.property("k") == "warn"
    assert card.verdict.sentence.text().startswith("This pack is yours")
    assert not any("They match" in label.text() for label in card.findChildren(QLabel))
    focus = QApplication.focusWidget()
    assert focus is card.take
    QTest.keyClick(focus, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle() and card.answer.sentence.text() != "")
    assert PARTNER in card.answer.sentence.text()
    assert card.answer.hasFocus()
    assert card.take.isHidden()
    assert [one.number for one in sent_packs(vault)] == [1]
    again = dropped(qtbot, window, tmp_path / "pack.zip").check.cards[0]
    assert again.verdict.property("k") == "ok"
    assert again.take.parentWidget() is None or again.take.isHidden()


@pytest.mark.parametrize("vault", [MEMBER], indirect=True)
def test_a_member_is_told_that_a_keeper_can(
    qtbot: QtBot, window: MainWindow, vault: Vault, tmp_path: Path
) -> None:
    card = dropped(qtbot, window, tmp_path / "pack.zip").check.cards[0]
    assert any("A keeper can" in label.text() for label in card.findChildren(QLabel))
    assert card.begin() is card.read, "what is theirs can be read by everybody who is in"
    assert sent_packs(vault) == []


def test_the_list_says_that_another_pack_was_sent(
    qtbot: QtBot, window: MainWindow, vault: Vault, tmp_path: Path
) -> None:
    vault.confirm_signing()
    take_back(vault, tmp_path / "pack.zip")
    later = sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "2.zip", PASSPHRASE)
    forgotten = next(row for row in vault.rows("sent") if row["digest"] != later.digest)
    with vault.unit("edit") as unit:
        unit.remove("sent", int(str(forgotten["id"])))
    shell = window.shell()
    assert shell is not None
    shell.go("packs")
    qtbot.waitUntil(tasks.idle)
    page = shell.page()
    assert isinstance(page, Packs)
    said = [label.text() for label in page.findChildren(QLabel)]
    assert any(sentence.startswith("1 more pack was sent") for sentence in said)


def test_what_cannot_be_taken_in_says_why(
    qtbot: QtBot, window: MainWindow, vault: Vault, tmp_path: Path
) -> None:
    card = dropped(qtbot, window, tmp_path / "pack.zip").check.cards[0]
    (tmp_path / "pack.zip").unlink()
    card.take.click()
    qtbot.waitUntil(lambda: tasks.idle() and card.answer.sentence.text() != "")
    assert card.answer.property("k") == "bad"
    assert card.take.isEnabled()
    assert sent_packs(vault) == []


def test_what_cannot_stand_beside_it_is_left_out_and_that_is_said(
    qtbot: QtBot, vault: Vault, tmp_path: Path
) -> None:
    take_back(vault, tmp_path / "pack.zip")
    vault.confirm_signing()
    with vault.unit("add") as unit:
        said = {"date": "2024-02-20", "activity": vault.rows("activity")[0]["id"], "people_n": 30}
        unit.save("session", None, said)
    step = Choose(offer(vault, quarter()), quarter())
    qtbot.addWidget(step)
    assert "volunteering" not in step.parts
    assert any(label.text().startswith("Left out: Volunteering") for label in step.findChildren(QLabel))
    pages = Preview(draft_pack(vault, step.choices()))
    qtbot.addWidget(pages)
    assert any(label.text().startswith("Left out: Volunteering") for label in pages.findChildren(QLabel))
