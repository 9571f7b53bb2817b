"""Checking a pack: one action, a sentence, the facts, what to do now, and three answers about the digits."""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.groups import PARTNER, TIME, make_group, quarter
from tests.ui.packs_shown import dropped
from tests.vaults import PASSPHRASE
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.check_alone import CheckAlone
from ui.screens.check_pack.card import CheckCard
from ui.screens.check_pack.checking import CheckPack
from ui.screens.check_pack.for_others import ForOthers
from ui.screens.contents.as_workbook import AsWorkbook
from ui.screens.contents.table import TableCard
from ui.screens.packs.screen import Packs
from vcse_desktop.actions.checking import NEXT, Verdict
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import Vault, new_vault
from vcse_desktop.store.passphrase import FLOOR

PLACE = "packs"

BIG = 2 * 1024**3


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of a group that nobody here has met."""
    folder = tmp_path_factory.mktemp("sent")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(folder / "profile"))
        with make_group(folder / "vault") as group:
            sign_pack(group, draft_pack(group, quarter()), folder / "pack.zip", PASSPHRASE)
    return folder / "pack.zip"


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    """The open vault of a partner."""
    made, _ = new_vault(tmp_path / "partner", PARTNER, PASSPHRASE, kdf=FLOOR)
    with made:
        yield made
        tasks.close()


def words_in(widget: QWidget) -> str:
    """Return all that is written in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, key)


def test_a_new_signer_is_known_once_the_digits_match(
    qtbot: QtBot, window: MainWindow, pack: Path, tmp_path: Path
) -> None:
    check = dropped(qtbot, window, pack).check
    (card,) = check.cards
    assert card.verdict.property("k") == "warn"
    assert card.verdict.sentence.text().startswith("Unchanged since it was signed. We cannot yet say by whom")
    assert "Carers of the Vale" in words_in(card)
    spelled = [
        part for part in card.findChildren(QWidget) if part.accessibleName().startswith("Group 1 of 6")
    ]
    first = card.checked.digits.split()[0]
    assert spelled[0].accessibleName() == f"Group 1 of 6: {' '.join(first)}"
    assert not any(answer.isDefault() or answer.hasFocus() for answer in card.choices())
    for _ in range(6):
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is card.match
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle() and check.cards != [] and check.cards[0] is not card)
    known = check.cards[0]
    assert known.verdict.property("k") == "ok"
    assert "It says it is from" not in words_in(known), "that was compared"
    assert "They ask you not to pass it on." in words_in(known)
    assert "You can read it and use it." in words_in(known)
    assert "You have checked their key before" in known.verdict.sentence.text()
    assert QApplication.focusWidget() is known.read
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle() and known.read.isHidden())
    assert TIME not in words_in(known)
    press(Qt.Key.Key_Space)
    assert TIME in words_in(known)
    press(Qt.Key.Key_Right)
    assert known.findChildren(TableCard)
    (book,) = known.findChildren(AsWorkbook)
    asked = []

    def place(_: QWidget, title: str, name: str, kinds: str) -> Path:
        asked.append((title, name, kinds))
        return tmp_path / "nowhere" / "ours" if len(asked) == 1 else tmp_path / "ours"

    book.asking = place
    book.save.click()
    qtbot.waitUntil(lambda: tasks.idle() and book.save.isEnabled())
    assert "Choose another place" in book.notice.sentence.text()
    book.save.click()
    qtbot.waitUntil(lambda: tasks.idle() and book.save.isEnabled())
    assert book.notice.property("k") == "ok"
    assert (tmp_path / "ours.xlsx").read_bytes().startswith(b"PK")
    assert asked[0][1] == f"Tables of pack {known.checked.result.pack}.xlsx"


def test_other_digits_stop_and_later_remembers_nobody(
    qtbot: QtBot, window: MainWindow, pack: Path, vault: Vault
) -> None:
    (card,) = dropped(qtbot, window, pack).check.cards
    card.later.click()
    assert "Nobody was remembered" in card.answer.sentence.text()
    card.differ.click()
    assert card.answer.sentence.text().startswith("Stop.")
    assert card.answer.property("k") == "bad"
    assert vault.rows("signer") == []


def test_every_sort_of_file_gets_a_sentence_and_a_next_step(
    qtbot: QtBot, window: MainWindow, pack: Path, tmp_path: Path
) -> None:
    altered, cut, other, photo, gone = (
        tmp_path / name for name in ("a.zip", "c.zip", "other", "p.jpg", "g.zip")
    )
    data = pack.read_bytes()
    where = data.index(b"Carers of the Vale", len(data) // 2)
    altered.write_bytes(data[:where] + b"b" + data[where + 1 :])
    cut.write_bytes(data[: len(data) // 2])
    other.mkdir()
    (other / "letter.txt").write_text("Dear all", "utf-8")
    photo.write_bytes(b"\xff\xd8\xff\xe0" + bytes(2000))
    big = tmp_path / "big.zip"
    with big.open("wb") as file:
        file.write(data[:200])
        file.truncate(BIG)
    unpacked = tmp_path / "unpacked"
    with zipfile.ZipFile(pack) as archive:
        archive.extractall(unpacked)
    (root,) = unpacked.iterdir()
    files = [altered, cut, other, photo, gone, big, root, pack, Path(os.devnull)]
    check = dropped(qtbot, window, *files).check
    found = {card.checked.file.name: card.checked.verdict for card in check.cards}
    assert found["p.jpg"] == found["other"] == "NOT_A_PACK"
    assert found["a.zip"] == "ALTERED" or found["a.zip"] == "DAMAGED"
    assert found["c.zip"] == "DAMAGED"
    assert found["g.zip"] == "UNREADABLE"
    assert found[Path(os.devnull).name] in {"NOT_A_PACK", "UNREADABLE"}
    assert found[root.name] == found["pack.zip"] == "UNKNOWN_SIGNER"
    for card in check.cards:
        assert card.verdict.sentence.text().endswith(".")
        assert card.checked.next_step.endswith(".")
        assert card.checked.next_step in words_in(card)
    shutil.rmtree(unpacked)


def test_a_verdict_that_leaves_nothing_to_do_is_where_the_focus_is(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.zip"
    letter.write_text("Dear all", "utf-8")
    (card,) = dropped(qtbot, window, letter).check.cards
    assert QApplication.focusWidget() is card.verdict
    assert card.verdict.accessibleName() == "This is not a summary pack."


def test_every_verdict_has_a_next_step() -> None:
    assert NEXT.keys() == set(Verdict)


def test_without_a_vault_it_says_that_nobody_is_known(qtbot: QtBot, pack: Path) -> None:
    window = MainWindow("check_alone", [pack])
    window.show()
    window.activateWindow()
    qtbot.waitUntil(tasks.idle)
    alone = window.stack.currentWidget()
    assert isinstance(alone, CheckAlone)
    qtbot.waitUntil(lambda: len(alone.check.cards) == 1)
    (card,) = alone.check.cards
    assert "known only once the program is opened" in words_in(alone)
    assert card.checked.digits.split()[5] in words_in(card)
    assert not any(answer.isVisible() for answer in card.choices())
    assert "If they match, it is theirs. Open the program to remember this." in words_in(card)
    wanted: list[object] = []
    alone.wanted.connect(lambda code, what: wanted.append(code))
    alone.back()
    assert wanted == ["first_run"]
    window.close()
    window.deleteLater()


def test_a_report_that_came_without_its_pack_has_a_verdict_too(
    qtbot: QtBot, window: MainWindow, pack: Path, tmp_path: Path
) -> None:
    report, changed = tmp_path / "report.pdf", tmp_path / "changed.pdf"
    with zipfile.ZipFile(pack) as archive:
        data = next(archive.read(name) for name in archive.namelist() if name.endswith("report.pdf"))
    report.write_bytes(data)
    changed.write_bytes(data + b"\n")
    first, second = dropped(qtbot, window, report, changed).check.cards
    assert (first.checked.verdict, second.checked.verdict) == ("UNKNOWN_SIGNER", "ALTERED")
    assert first.checked.digits.split()[5] in words_in(first)
    assert "To remember this, compare them beside the whole pack." in words_in(first)
    assert "Carers of the Vale" in words_in(first)
    assert not any(answer.isVisible() for answer in first.choices())
    (whole,) = dropped(qtbot, window, pack).check.cards
    whole.match.click()
    qtbot.waitUntil(lambda: tasks.idle() and window_cards(window)[:1] not in ([], [whole]))
    (known,) = dropped(qtbot, window, report).check.cards
    assert known.verdict.sentence.text().startswith("Unchanged since Carers of the Vale signed it")
    assert "only the whole pack or a later one can tell" in words_in(known)
    assert known.read.parentWidget() is None


def window_cards(window: MainWindow) -> list[CheckCard]:
    """Return the cards that are shown."""
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Packs)
    return page.check.cards


def test_files_are_chosen_with_the_button(
    qtbot: QtBot, window: MainWindow, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(CheckPack, "asking", staticmethod(lambda _: [pack, pack]))
    shell = window.shell()
    assert shell is not None
    shell.go("packs", "check")
    page = shell.page()
    assert isinstance(page, Packs)
    assert QApplication.focusWidget() is page.check.choose
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle() and len(page.check.cards) == 2)


def test_the_checking_page_is_saved_for_a_partner(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("packs", "check")
    page = shell.page()
    assert isinstance(page, Packs)
    monkeypatch.setattr(ForOthers, "asking", staticmethod(lambda *_: None))
    page.check.others.save.click()
    assert not page.check.others.notice.isVisible()
    monkeypatch.setattr(ForOthers, "asking", staticmethod(lambda *_: tmp_path / "page"))
    page.check.others.save.click()
    qtbot.waitUntil(page.check.others.notice.isVisible)
    saved = (tmp_path / "page.html").read_bytes()
    assert hashlib.sha256(saved).hexdigest() in page.check.others.notice.sentence.text().replace(" ", "")
    monkeypatch.setattr(ForOthers, "asking", staticmethod(lambda *_: tmp_path / "none" / "page.html"))
    page.check.others.save.click()
    qtbot.waitUntil(lambda: "page.html" not in page.check.others.notice.sentence.text())
