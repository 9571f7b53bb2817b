"""Exact figures for ourselves in the window: by keys, saved where one says, and for keepers alone."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.groups import FIRST, KIND, LAST, looking_back
from tests.vaults import as_somebody_else
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.contents.table import TableCard
from ui.screens.desk import desk_for
from ui.screens.engagement import Engagement
from ui.screens.packs.for_us import ForUs
from ui.screens.packs.our_pages import OurPages
from ui.screens.packs.screen import Packs
from ui.screens.verbs import doable
from ui.widgets.number import NumberButton
from vcse_desktop.actions import recording
from vcse_desktop.actions.standing import MEMBER
from vcse_desktop.actions.unlocking import Vault

PLACE = "packs"

CTRL = Qt.KeyboardModifier.ControlModifier
MARK = "For our own use: not for sharing"


@pytest.fixture
def vault(group: Vault) -> Vault:
    """The open vault of a small group with a quarter of sessions."""
    return group


@pytest.fixture
def part(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ForUs:
    """The tab, with days in which something was recorded; what is saved goes to a folder of the test."""
    (tmp_path / "saved").mkdir()
    monkeypatch.setattr("ui.screens.packs.our_pages.documents", lambda: tmp_path / "saved")
    monkeypatch.setattr(
        "ui.screens.make_pack.period.days", lambda code, _: (FIRST, LAST) if code != "other" else None
    )
    shell = window.shell()
    assert shell is not None
    shell.go("packs", "us")
    page = shell.page()
    assert isinstance(page, Packs)
    return page.us


def shown(qtbot: QtBot, part: ForUs) -> OurPages:
    """Press Ctrl+Enter and wait for the pages."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: part.pages is not None and tasks.idle())
    assert part.pages is not None
    return part.pages


def words_in(widget: QWidget) -> str:
    """Return all that is written in a widget."""
    return plain("\n".join(one.text() for one in widget.findChildren(QLabel) if not one.isHidden()))


def notes(vault: Vault) -> int:
    """Return how often the history says that such a report was made."""
    return sum(unit.why == "ours" for unit in vault.units(1000))


def test_figures_are_shown_and_saved_by_keys_alone(
    qtbot: QtBot, part: ForUs, vault: Vault, tmp_path: Path
) -> None:
    assert part.isVisible()
    assert QApplication.focusWidget() is part.begin()
    pages = shown(qtbot, part)
    assert MARK in words_in(pages)
    assert QApplication.focusWidget() is pages.save
    assert notes(vault) == 0
    pages.turn.choose("section-volunteering")
    cells = {
        grid.grid.model().index(row, place).data()
        for grid in pages.findChildren(TableCard)
        for row in range(grid.grid.model().rowCount())
        for place in range(grid.grid.model().columnCount())
    }
    assert "3" in cells and "[c]" not in cells
    QTest.keyClick(pages.save, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part.notice.isVisible() and tasks.idle())
    (file,) = (tmp_path / "saved").iterdir()
    assert file.name == "For our own use 2024-01-01 to 2024-03-31.pdf"
    assert all(MARK in page.extract_text() for page in PdfReader(file).pages)
    assert (
        plain(part.notice.sentence.text()) == f"{file.name} is saved, and the history notes that it was made."
    )
    assert notes(vault) == 1
    opened: list[QUrl] = []

    def opening(url: QUrl | str) -> bool:
        opened.append(QUrl(url))
        return True

    part.opening = opening
    part.open.click()
    assert [Path(url.toLocalFile()) for url in opened] == [file.parent]
    pages.save.click()
    qtbot.waitUntil(lambda: tasks.idle() and part.work.notice.isVisible())
    assert "is there already" in plain(part.work.notice.sentence.text())
    assert notes(vault) == 1


def test_a_click_on_a_number_shows_its_records_and_one_more_opens_one(
    qtbot: QtBot, part: ForUs, vault: Vault, window: MainWindow
) -> None:
    ids = looking_back(vault)
    pages = shown(qtbot, part)
    pages.turn.choose("section-summary")
    number = pages.findChildren(NumberButton)[0]
    qtbot.waitUntil(number.isVisible)
    number.click()
    qtbot.waitUntil(lambda: pages.behind.isVisible() and tasks.idle())
    assert len(pages.behind.buttons()) > 0
    pages.turn.choose("section-how_we_asked")
    assert not pages.behind.isVisible()
    card = next(one for one in pages.findChildren(TableCard) if "rung" in one.grid.accessibleName())
    qtbot.waitUntil(card.isVisible)
    index = next(
        card.grid.model().index(row, 1)
        for row in range(card.grid.model().rowCount())
        if card.grid.model().index(row, 0).data() == "Involving"
    )
    assert index.data() == "1"
    at = card.grid.visualRect(index).center()
    QTest.mouseClick(card.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: pages.behind.isVisible() and tasks.idle())
    assert "Which hours?" in words_in(pages.behind)
    (show,) = pages.behind.buttons()
    assert QApplication.focusWidget() is show
    show.click()
    qtbot.waitUntil(tasks.idle)
    shell = window.shell()
    assert shell is not None and isinstance(shell.page(), Engagement)
    assert vault.row("engagement", ids["engagement"]) is not None


def test_another_place_and_a_page_for_a_browser_are_chosen(
    qtbot: QtBot, part: ForUs, vault: Vault, tmp_path: Path
) -> None:
    pages = shown(qtbot, part)
    (tmp_path / "OneDrive").mkdir()
    pages.asking = lambda _, file: tmp_path / "OneDrive" / "ours.html"
    pages.change.click()
    qtbot.waitUntil(lambda: tasks.idle() and pages._copied.isVisible())
    assert "OneDrive or Dropbox" in pages._copied.text()
    pages.save.click()
    qtbot.waitUntil(lambda: tasks.idle() and part.notice.isVisible())
    made = (tmp_path / "OneDrive" / "ours.html").read_text("utf-8")
    assert MARK in made and KIND not in made


def test_what_is_shown_is_forgotten_with_its_days_and_says_when_it_is_old(
    qtbot: QtBot, part: ForUs, vault: Vault
) -> None:
    shown(qtbot, part)
    part.desk.did("", recording.add(vault, "activity", {"title": "Lunch"}))
    qtbot.waitUntil(tasks.idle)
    assert "Something was recorded since" in part.notice.sentence.text()
    assert not part.open.isVisible()
    part.which.chips.choose("other")
    assert part.pages is None
    assert not part.notice.isVisible()
    part.which.first.control.setFocus()
    QTest.keyClicks(part.which.first.control, "3 April 2024")
    QTest.keyClicks(part.which.last.control, "1 April 2024")
    part.go_on()
    assert part.which.last.problem() == "The last day is before the first."


def test_stop_shows_nothing_and_says_so(
    qtbot: QtBot, part: ForUs, monkeypatch: pytest.MonkeyPatch, vault: Vault
) -> None:
    def waits(*_: object) -> object:
        stopped: Callable[[], bool] = _[-1]  # type: ignore[assignment]
        while not stopped():
            pass
        raise RuntimeError("stopped after the person had gone on")

    monkeypatch.setattr("ui.screens.packs.for_us.exact_report", waits)
    part.go_on()
    assert part.work.working.isVisible()
    QTest.keyClick(part, Qt.Key.Key_Escape)
    qtbot.waitUntil(tasks.idle)
    assert part.pages is None
    assert part.work.notice.sentence.text() == "Stopped. Nothing was made."


def test_others_than_keepers_are_told_who_can(qtbot: QtBot, vault: Vault) -> None:
    with as_somebody_else(vault, MEMBER) as theirs:
        desk = desk_for(theirs)
        part = ForUs(desk)
        qtbot.addWidget(part)
        part.show()
        assert "A keeper can do this" in words_in(part)
        assert [one for one in part.findChildren(QPushButton) if one.isVisible()] == [part.away]
        part.go_on()
        assert tasks.idle() and part.pages is None
        assert ("packs", "us") not in [target for _, target in doable(desk)]
        tasks.close()
