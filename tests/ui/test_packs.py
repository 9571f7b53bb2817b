"""The section of packs: what was sent, in words, and what to do where nothing was."""

from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.groups import PARTNER, quarter, waiting
from tests.vaults import PASSPHRASE
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.contents.note import CoveringNote, document
from ui.screens.packs.screen import Packs
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import covering_note, sign_pack
from vcse_desktop.actions.unlocking import Vault

LONG = "The Long Name of an Organisation for People who Care in the Northern Districts and Beyond Limited"


@pytest.fixture
def vault(group: Vault) -> Vault:
    """The open vault of a small group with a quarter of sessions."""
    return group


def section(qtbot: QtBot, window: MainWindow, what: object = None) -> Packs:
    """Go to the section and wait until it has what it asked for."""
    shell = window.shell()
    assert shell is not None
    shell.go("packs", what)
    page = shell.page()
    assert isinstance(page, Packs)
    qtbot.waitUntil(lambda: tasks.idle() and page.list.findChildren(QLabel) != [])
    return page


def test_the_empty_section_says_what_a_pack_is_and_begins_one(qtbot: QtBot, window: MainWindow) -> None:
    page = section(qtbot, window)
    said = [label.text() for label in page.list.findChildren(QLabel) if not label.isHidden()]
    assert "No packs yet. A pack is a signed summary you can hand to a partner." in said
    (new,) = (one for one in page.findChildren(QPushButton) if one.text() == "New pack")
    new.click()
    assert page.making is not None
    assert page.tabs.isHidden()
    assert QApplication.focusWidget() is page.making.period.whom.box


def test_what_was_sent_is_said_in_words(
    qtbot: QtBot, vault: Vault, window: MainWindow, tmp_path: Path
) -> None:
    sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "1.zip", PASSPHRASE)
    page = section(qtbot, window)
    said = plain(" ".join(label.text() for label in page.list.findChildren(QLabel)))
    assert f"{PARTNER} 1 January 2024 to 31 March 2024" in said
    assert "Stands: not replaced" in said
    assert "does not know what was handed over" in said
    page.new()
    assert page.making is not None
    assert [one.text for one in page.making.period._offer("")] == [PARTNER]


def test_find_or_do_begins_a_pack_or_turns_to_checking(qtbot: QtBot, window: MainWindow) -> None:
    page = section(qtbot, window, "check")
    assert page.tabs.part() is page.check
    section(qtbot, window, "new")
    assert page.making is not None
    assert page.making.isVisible()


def test_the_covering_note_is_copied_whole_and_prints_on_one_page(
    qtbot: QtBot, vault: Vault, tmp_path: Path
) -> None:
    waiting(vault)
    note = covering_note(draft_pack(vault, quarter()))
    for words in ("Nothing of ours", "That is normal", "What we ask you", "openssl"):
        assert words in note
    shown = CoveringNote(note)
    qtbot.addWidget(shown)
    shown.copy()
    assert QApplication.clipboard().text() == note
    for said in (note, note.replace(PARTNER, LONG).replace("Carers of the Vale", LONG)):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "note.pdf"))
        document(said).print_(printer)
        assert len(PdfReader(tmp_path / "note.pdf").pages) == 1


def test_where_there_is_none_what_to_do_stands_with_the_sentence_and_keeps_the_focus(
    qtbot: QtBot, vault: Vault, window: MainWindow, tmp_path: Path
) -> None:
    page = section(qtbot, window)
    page.list.new.setFocus()
    alone = page.list.new.parentWidget()
    assert alone is not None and alone.parentWidget() is not page.list
    sign_pack(vault, draft_pack(vault, quarter()), tmp_path / "1.zip", PASSPHRASE)
    page.look()
    qtbot.waitUntil(tasks.idle)
    assert alone.parentWidget() is page.list
    assert page.list.new.hasFocus()
