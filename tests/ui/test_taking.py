"""Any list of records can be saved, copied and printed, by keyboard, as it stands there at that moment."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doors import opened, press, rest
from tests.vaults import as_somebody_else
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.filters.bar import FilterBar
from ui.screens.filters.paper import as_pdf, document
from ui.screens.filters.taking import Taking
from ui.screens.people.part import PeoplePart
from ui.screens.people.screen import People
from ui.screens.voices.screen import Voices
from vcse_desktop.actions.listing import Wanted
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.standing import MEMBER
from vcse_desktop.actions.tabling import Tabled, tabled
from vcse_desktop.actions.unlocking import Vault

CTRL = Qt.KeyboardModifier.ControlModifier


def part(window: MainWindow) -> PeoplePart:
    """Return the list of people."""
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, People)
    shown = page.tabs.part()
    assert isinstance(shown, PeoplePart)
    return shown


@pytest.fixture
def people(window: MainWindow, vault: Vault, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window at four people."""
    for name in ("<b>Joan</b>", "=Bob", "Cai", "Johanna"):
        add(vault, "person", {"known_as": name, "phone": "+44 1632"})
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_2, CTRL)
    rest(qtbot)
    yield window


def saved(shown: Taking, file: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Save into this file, and return what was proposed."""
    asked = list[str]()

    def asking(_: QWidget, __: str, name: str, kinds: str) -> Path:
        asked.extend((name, kinds))
        return file

    monkeypatch.setattr(shown, "asking", asking)
    shown.save.setFocus()
    press(Qt.Key.Key_Space)
    rest(qtbot)
    return asked


def test_what_the_list_shows_is_saved_by_keyboard_with_its_search(
    people: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = part(people)
    shown.list.box.setFocus()
    QTest.keyClicks(shown.list.box, "jo")
    shown.bar.open_button.setFocus()
    for _ in range(10):
        if shown.bar.take.hasFocus():
            break
        press(Qt.Key.Key_Tab)
    assert shown.bar.take.hasFocus()
    press(Qt.Key.Key_Space)
    taking = shown.bar.taking
    qtbot.waitUntil(taking.save.hasFocus)
    assert people.shell() is not None and part(people).bar.taking.isVisible()
    file = tmp_path / "people.csv"
    proposed = saved(taking, file, qtbot, monkeypatch)
    assert "personal data" in proposed[0] and proposed[0].endswith(".xlsx")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    assert [row[0] for row in rows[:3]] == ["What people call them", "<b>Joan</b>", "Johanna"]
    assert "personal data" in rows[-1][0]
    assert "2 records were saved." in taking.notice.sentence.text()
    saved(taking, tmp_path / "people", qtbot, monkeypatch)
    assert (tmp_path / "people.xlsx").is_file()
    saved(taking, tmp_path / "people.pdf", qtbot, monkeypatch)
    words = " ".join(PdfReader(tmp_path / "people.pdf").pages[0].extract_text().split())
    assert "<b>Joan</b>" in words and "Bob" not in words and "personal data" in words
    taking.close_it.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(shown.bar.take.hasFocus)
    assert not taking.isVisible()


def test_it_is_copied_when_it_is_asked_for_and_not_before(people: MainWindow, qtbot: QtBot) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    taking = part(people).bar.taking
    part(people).bar.take.click()
    rest(qtbot)
    assert clipboard.text() == "before"
    taking.copy.setFocus()
    press(Qt.Key.Key_Space)
    rest(qtbot)
    rows = list(csv.reader(io.StringIO(clipboard.text()), delimiter="\t"))
    assert {row[0] for row in rows[1:5]} == {"<b>Joan</b>", "'=Bob", "Cai", "Johanna"}
    assert "keep it safe" in taking.notice.sentence.text()
    clipboard.clear()


def test_it_is_printed_as_the_list_says_it(
    people: MainWindow, vault: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    taking, given = part(people).bar.taking, list[Tabled]()
    monkeypatch.setattr(taking, "printing", lambda _, made: given.append(made))
    part(people).bar.take.click()
    taking.print_it.click()
    rest(qtbot)
    (made,) = given
    assert [title for title, _ in made.lines] == [line.title for line in lines(part(people))]
    words = document(made).toPlainText()
    assert "<b>Joan</b>" in words and "=Bob" in words and "personal data" in words
    many = Tabled("Person", ["a"], [], [(f"Person {n}", "A second line") for n in range(400)], "")
    with pikepdf.open(io.BytesIO(as_pdf(many))) as pdf:
        assert len(pdf.pages) > 5
    assert vault.rows("person") and tabled(vault, "person", "en", Wanted())


def lines(shown: PeoplePart) -> list:  # type: ignore[type-arg]
    """Return the lines of a list."""
    model = shown.list.model
    return [model.pages.line(row) for row in range(model.found())]


def test_words_that_were_heard_can_be_taken_along_too(
    window: MainWindow, vault: Vault, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in ("The bus is late", "The tea is good"):
        add(vault, "insight", {"words": words})
    shell = window.shell()
    assert shell is not None
    shell.go("voices")
    rest(qtbot)
    page = shell.page()
    assert isinstance(page, Voices)
    (taking,) = (bar.taking for bar in page.findChildren(FilterBar) if bar.isVisible())
    taking.begin()
    saved(taking, tmp_path / "heard.csv", qtbot, monkeypatch)
    assert "The bus is late" in (tmp_path / "heard.csv").read_text("utf-8-sig")


def test_nobody_but_a_keeper_is_offered_it(vault: Vault, qtbot: QtBot) -> None:
    add(vault, "person", {"known_as": "Ann"})
    with as_somebody_else(vault, MEMBER) as theirs:
        for window in opened(MainWindow()):
            window.enter(theirs)
            rest(qtbot)
            shell = window.shell()
            assert shell is not None
            shell.go("people")
            rest(qtbot)
            assert part(window).bar.open_button.isVisible() and not part(window).bar.take.isVisible()
            tasks.close()
            window.desk = None
