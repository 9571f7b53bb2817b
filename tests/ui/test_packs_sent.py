"""Sent and received: a pack is replaced or taken back, a note kept; signers are known and forgotten."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.groups import FIRST, LAST, PARTNER, make_group, quarter
from tests.ui.test_packs import section
from tests.vaults import PASSPHRASE
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.packs.handed import Handed
from ui.screens.packs.replace import Replace
from ui.screens.packs.screen import Packs
from ui.screens.packs.take_back import TakeBack
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.packing import make_pack
from vcse_desktop.actions.sending import sent_packs
from vcse_desktop.actions.unlocking import Vault, unlock

PLACE = "help"

REASON = "Two sessions were counted twice."


@pytest.fixture(scope="module")
def others(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of another group."""
    place = tmp_path_factory.mktemp("others")
    with make_group(place / "vault", name="Friends of the Hill") as vault:
        make_pack(vault, quarter(), place / "theirs.zip")
    return place / "theirs.zip"


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The closed vault of a group that has sent a pack."""
    place = tmp_path_factory.mktemp("ours")
    with make_group(place / "vault") as vault:
        make_pack(vault, quarter(), place / "ours.zip")
    return place / "vault"


@pytest.fixture
def vault(begun: Path) -> Iterator[Vault]:
    with unlock(begun, PASSPHRASE) as made:
        made.confirm_signing()
        yield made
        tasks.close()


def said(page: QWidget) -> str:
    """Return every text that is seen."""
    return plain(" ".join(label.text() for label in page.findChildren(QLabel) if label.isVisible()))


def press(qtbot: QtBot, page: QWidget, words: str) -> None:
    """Wait for a button that says so, and press the first."""

    def shown() -> list[QPushButton]:
        return [one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()]

    qtbot.waitUntil(lambda: bool(shown()) and tasks.idle())
    shown()[0].click()


def test_how_it_was_handed_over_is_noted_and_undo_takes_it_away(
    qtbot: QtBot, vault: Vault, window: MainWindow
) -> None:
    page = section(qtbot, window)
    qtbot.waitUntil(lambda: "Nothing yet. What you check" in said(page.list))
    press(qtbot, page.list, "Note how it was handed over…")
    form = page.list.form
    assert isinstance(form, Handed)
    form.how.setText("By e-mail, on 3 May")
    form.save()
    qtbot.waitUntil(lambda: "Handed over: By e-mail, on 3 May" in said(page.list))
    assert page.list.form is None
    shell = window.shell()
    assert shell is not None
    shell.toast.take_back()
    qtbot.waitUntil(lambda: "Handed over" not in said(page.list))


def test_replacing_begins_a_pack_with_the_days_the_partner_and_the_reason(
    qtbot: QtBot, vault: Vault, window: MainWindow
) -> None:
    page = section(qtbot, window)
    press(qtbot, page.list, "Replace it…")
    form = page.list.form
    assert isinstance(form, Replace)
    assert "what it told stays told" in said(form)
    form.reason.setText(f"  {REASON}")
    form.save()
    qtbot.waitUntil(lambda: page.making is not None)
    assert page.making is not None
    chosen = page.making.period.choices()
    assert chosen is not None
    (sent,) = sent_packs(vault)
    assert (chosen.first, chosen.last, chosen.audience) == (FIRST, LAST, PARTNER)
    assert (chosen.replaces, chosen.reason) == (sent.pack, REASON)
    assert REASON in said(page.making)


def test_signers_stand_with_their_digits_and_one_is_forgotten(
    qtbot: QtBot, vault: Vault, window: MainWindow, others: Path
) -> None:
    met = check_pack(others, vault)
    they_match(vault, met)
    check_pack(others, vault)
    page = section(qtbot, window, "signers")
    qtbot.waitUntil(lambda: "Friends of the Hill" in said(page.signers))
    assert all(group in said(page.signers) for group in met.digits.split())
    assert "Compared by Keeper on" in said(page.signers)
    page.tabs.show_part("sent")
    assert "Summary pack, number 1. Checked here on" in said(page.list)
    page.tabs.show_part("signers")
    press(qtbot, page.signers, "Forget this signer")
    qtbot.waitUntil(lambda: "Nobody yet." in said(page.signers))
    assert page.signers.check.hasFocus()


def test_the_list_is_saved_as_a_table(qtbot: QtBot, vault: Vault, window: MainWindow, tmp_path: Path) -> None:
    page = section(qtbot, window)
    page.sent.asking = lambda *_: tmp_path / "list.csv"
    page.list.table.click()
    qtbot.waitUntil(lambda: "The list is saved as list.csv." in said(page.list))
    assert PARTNER in (tmp_path / "list.csv").read_text("utf-8-sig")


def taking_back(qtbot: QtBot, window: MainWindow, file: Path) -> tuple[Packs, TakeBack]:
    """Ask for taking the pack back."""
    page = section(qtbot, window)
    press(qtbot, page.list, "Take it back…")
    form = page.list.form
    assert isinstance(form, TakeBack)
    form.place.asking = lambda *_: file
    press(qtbot, form, "Choose another place…")
    return page, form


def test_a_pack_is_taken_back_for_good_after_that_was_said(
    qtbot: QtBot, vault: Vault, window: MainWindow, tmp_path: Path
) -> None:
    page, form = taking_back(qtbot, window, tmp_path / "notice")
    assert "Nothing undoes this" in said(form)
    assert not any(one.isDefault() or one.autoDefault() for one in (form.go, form.keep))
    form.save()
    assert form.why.problem() == "Write why."
    form.reason.setText("Mrs Joan Pritchard asked us.")
    form.save()
    assert form.passphrase.problem() == "Type your passphrase."
    form.passphrase.box.setText(PASSPHRASE)
    form.save()
    qtbot.waitUntil(form.harmless.isVisible)
    assert "points at nobody" in plain(form.harmless.text())
    form.reason.setText(REASON)
    form.passphrase.box.setText("not these words at all")
    form.save()
    qtbot.waitUntil(lambda: "not the passphrase" in form.passphrase.problem())
    assert sent_packs(vault)[0].can_change
    form.passphrase.box.setText(PASSPHRASE)
    form.save()
    qtbot.waitUntil(lambda: "Taken back, by number 2" in said(page.list))
    assert f"The reason: {REASON}" in said(page.list)
    assert "Notice, number 2" in said(page.list)
    assert "notice.zip" in said(page.list.notice)
    assert (tmp_path / "notice.zip").is_file()
    assert "Take it back…" not in [one.text() for one in page.list.findChildren(QPushButton)]
    assert QApplication.focusWidget() is not None
