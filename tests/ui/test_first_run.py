"""First run by keyboard: from a language to the inside, with the sheet typed back from the paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doors import everywhere, first_run, go_on, opened, press, rest, words, write
from tests.vaults import PASSPHRASE
from ui.main_window import MainWindow
from ui.screens.check_alone import CheckAlone
from ui.screens.first_run.draft import (
    CHOICES,
    CODE_HERE,
    CODE_LOST,
    FINISH,
    GROUP,
    KEEPER,
    REHEARSAL,
    SHEET,
)
from ui.screens.first_run.group import Group
from ui.screens.recovery.paper import Paper, as_pdf, draw
from ui.screens.recovery.sheet import Groups, Sheet
from ui.theme import look
from ui.widgets import dressing
from ui.widgets.frame import column
from vcse_desktop.actions import unlocking
from vcse_desktop.actions.last_opened import example_folder, remembered
from vcse_desktop.actions.unlocking import unlock

FAR = 20
"""Pixels: farther from the edge of a holder than its own margins."""
GROUPS = ["ABCD", "EFGH", "JKMN", "PQRS", "TVWX", "YZ01", "2345"]


@pytest.fixture
def window(
    qtbot: QtBot, cheap_keys: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window as somebody sees it who starts the program for the first time."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    yield from opened(MainWindow())


def step(window: MainWindow) -> str:
    """Return which step is shown."""
    return first_run(window)._draft.step


def choose(number: int) -> None:
    """Choose one of the four, from the first on."""
    for _ in range(number):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)


def to_the_sheet(window: MainWindow, qtbot: QtBot) -> str:
    """Set up a group by keys alone, as far as the sheet; return the code that is shown."""
    go_on()
    choose(1)
    write("Anytown Carers")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    go_on()
    write("Nia")
    press(Qt.Key.Key_Return)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    write(PASSPHRASE)
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: step(window) == SHEET, timeout=20_000)
    return shown_code(window)


def press_button(window: MainWindow, shown: str) -> None:
    """Press the button with these words by key."""
    QCoreApplication.processEvents()
    (button,) = [one for one in window.findChildren(QPushButton) if one.text() == shown and one.isVisible()]
    button.setFocus()
    press(Qt.Key.Key_Space)


def shown_code(window: MainWindow) -> str:
    """Return the code as it can be read on the screen."""
    QCoreApplication.processEvents()
    (groups,) = [one for one in first_run(window).findChildren(Groups) if one.isVisible()]
    return "-".join(label.text() for label in groups.findChildren(QLabel) if label.property("k") == "code")


def test_by_keyboard_from_a_language_to_the_inside(window: MainWindow, qtbot: QtBot) -> None:
    code = to_the_sheet(window, qtbot)
    go_on()
    assert code not in "\n".join(words(window)), "it has to come from the paper"
    write(code.replace("-", " ").lower())
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)
    assert window.desk is not None
    vault = window.desk.vault
    assert vault.rehearsed
    assert window.desk.who == "Nia"
    (us,) = vault.rows("organisation", is_us=True)
    assert (us["name"], us["type"]) == ("Anytown Carers", "unconstituted")
    assert vault.folder.name == "Anytown Carers"
    assert remembered() == vault.folder
    assert not [group for group in code.split("-") if group in everywhere()]
    assert PASSPHRASE not in everywhere()


def test_later_leads_inside_and_leaves_nothing_of_the_code(window: MainWindow, qtbot: QtBot) -> None:
    code = to_the_sheet(window, qtbot)
    go_on()
    write(code[:12])
    press(Qt.Key.Key_Escape)
    assert shown_code(window) == code
    go_on()
    first_run(window).go_in()
    qtbot.waitUntil(lambda: window.shell() is not None)
    assert window.desk is not None
    assert not window.desk.vault.rehearsed
    assert not [group for group in code.split("-") if group in everywhere()]


def test_one_press_of_later_does_not_lose_the_code(window: MainWindow, qtbot: QtBot) -> None:
    code = to_the_sheet(window, qtbot)
    for _ in range(2):
        press(Qt.Key.Key_Escape)
    assert shown_code(window) == code
    for again in (True, False):
        go_on()
        press_button(window, "Later")
        assert any("not shown again" in one and "paper" in one for one in words(window))
        assert window.shell() is None
        if not again:
            press(Qt.Key.Key_Tab)
        press(Qt.Key.Key_Space)
        assert not again or shown_code(window) == code
    qtbot.waitUntil(lambda: window.shell() is not None)


def test_a_dropped_file_or_one_press_on_close_loses_neither_code_nor_typed_words(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    go_on()
    choose(1)
    write("Anytown Carers")
    window.check([tmp_path / "pack.zip"])
    assert step(window) == GROUP
    assert {"Anytown Carers", FINISH} <= set(words(window))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    code = to_the_sheet(window, qtbot)
    assert remembered() is not None, "whoever leaves now comes to the door next time"
    window.check([tmp_path / "pack.zip"])
    assert CODE_HERE in words(window)
    assert not window.close()
    assert shown_code(window) == code
    assert CODE_LOST in words(window)
    assert window.close(), "who closes twice means it"


def test_a_dropped_file_is_checked_where_nothing_is_lost(window: MainWindow, tmp_path: Path) -> None:
    go_on()
    choose(1)
    write("Anytown Carers")
    press(Qt.Key.Key_Escape)
    window.check([tmp_path / "pack.zip"])
    assert isinstance(window.stack.currentWidget(), CheckAlone), "who went back to the beginning may leave"


def test_a_new_size_of_letters_keeps_the_code_and_what_was_typed(window: MainWindow, qtbot: QtBot) -> None:
    code = to_the_sheet(window, qtbot)
    for name, value in (("text_size", 125), ("language", "cy")):
        before = first_run(window)
        dressing.choose(name, value)
        qtbot.waitUntil(lambda b=before: window.stack.currentWidget() is not b)  # type: ignore[misc]
        assert step(window) == SHEET
        assert shown_code(window) == code
    go_on()
    write(code[:9])
    before = first_run(window)
    dressing.choose("language", "en")
    qtbot.waitUntil(lambda: window.stack.currentWidget() is not before)
    assert step(window) == REHEARSAL
    write(code[9:])
    go_on()
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)
    look.wear(look.Look())


def test_a_wrong_letter_is_named_by_its_group(window: MainWindow, qtbot: QtBot) -> None:
    code = to_the_sheet(window, qtbot)
    go_on()
    write(code[:10] + ("B" if code[10] == "A" else "A") + code[11:])
    press(Qt.Key.Key_Return)
    rest(qtbot)
    qtbot.waitUntil(lambda: any("Group 3" in one for one in words(window)))
    assert not [
        one for one in words(window) for group in (1, 2, 4, 5, 6, 7) if f"Group {group} is not" in one
    ]
    assert step(window) == REHEARSAL


def test_what_was_typed_stays_when_one_goes_back(window: MainWindow) -> None:
    go_on()
    choose(1)
    write("Anytown Carers")
    go_on()
    assert step(window) == KEEPER
    write("Nia")
    press(Qt.Key.Key_Return)
    write("four words")
    press(Qt.Key.Key_Escape)
    assert step(window) == GROUP
    assert "Anytown Carers" in words(window)
    go_on()
    assert {"Nia", "four words"} <= set(words(window))
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    assert step(window) == CHOICES


def test_a_passphrase_too_short_or_not_the_same_is_said_beside_its_box(window: MainWindow) -> None:
    go_on()
    choose(2)
    write("Nia")
    press(Qt.Key.Key_Return)
    write("short")
    go_on()
    assert any("at least 12 letters" in one for one in words(window))
    write("ly, now long enough")
    press(Qt.Key.Key_Return)
    write("another")
    go_on()
    assert any("not the same" in one for one in words(window))
    assert "shortly, now long enough" in words(window)


def test_a_folder_that_cannot_be_is_refused_and_one_that_works_is_named(
    window: MainWindow, tmp_path: Path
) -> None:
    go_on()
    choose(1)
    write("Anytown Carers")
    group = first_run(window).step
    assert isinstance(group, Group)
    good = group.place.box.text()
    assert good.endswith("Anytown Carers")
    for typed in (str(tmp_path / "OneDrive" / "x"), r"\\server\share", "nowhere", "x" * 9000):
        group.place.box.setText(typed)
        go_on()
        assert step(window) == GROUP
        assert good in group.place.problem() or len(typed) > 5000
        assert group.place.problem()
        assert group.place.box.text() == typed
    group.name.setText("x" * 5000)
    go_on()
    assert step(window) == GROUP


def test_the_example_is_two_actions_away_and_is_marked(window: MainWindow, qtbot: QtBot) -> None:
    go_on()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.shell() is not None, timeout=20_000)
    assert window.desk is not None
    assert window.desk.example
    assert window.desk.vault.folder == example_folder()
    assert any("Nobody in it is real" in one for one in words(window))


def only_check(name: str) -> None:
    """Choose to check packs alone, under this name and with a passphrase."""
    choose(2)
    for words_ in (name, PASSPHRASE, PASSPHRASE):
        write(words_)
        press(Qt.Key.Key_Return)


def test_only_check_packs_asks_for_a_name_and_a_passphrase(window: MainWindow, qtbot: QtBot) -> None:
    go_on()
    only_check("Anytown Council")
    qtbot.waitUntil(lambda: step(window) == SHEET, timeout=20_000)
    go_on()
    first_run(window).go_in()
    assert window.desk is not None
    assert window.desk.who == "Anytown Council"


def test_a_vault_that_is_there_leads_to_its_door(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    vault, _ = unlocking.new_vault(tmp_path / "there", "Lantern Street", PASSPHRASE)
    vault.lock()
    go_on()
    choose(3)
    go_on()
    assert any("Choose the folder" in one for one in words(window))
    write(str(tmp_path))
    go_on()
    assert any("holds no vault" in one for one in words(window))
    write("/there")
    go_on()
    rest(qtbot)
    assert any("Welcome back" in one for one in words(window))
    assert "Lantern Street" not in everywhere()


def test_a_vault_that_was_stopped_or_left_is_taken_off_the_disk_or_locked(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    to_the_sheet(window, qtbot)
    folder = tmp_path / "home" / "Documents" / "VCSE Desktop" / "Anytown Carers"
    gone: list[bool] = []
    first_run(window).destroyed.connect(lambda _: gone.append(True))
    window.show_outside("first_run")
    qtbot.waitUntil(lambda: bool(gone))
    unlock(folder, PASSPHRASE).lock()
    go_on()
    only_check("Nia")
    first_run(window)._making._working.stop.emit()
    rest(qtbot)
    qtbot.waitUntil(lambda: not folder.with_name("Nia").exists())


def test_nothing_on_the_sheet_is_copied_and_a_file_never_goes_to_this_disk(
    tmp_path: Path, qtbot: QtBot
) -> None:
    sheet = Sheet(Paper("Our group", "22 November 2026", GROUPS), tmp_path)
    qtbot.addWidget(sheet)
    sheet.show()
    sheet.save_to(tmp_path / "sheet.pdf")
    assert not (tmp_path / "sheet.pdf").exists()
    assert any("pull out" in one for one in words(sheet))
    for label in sheet.findChildren(QLabel):
        assert not label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    sheet.wipe()
    assert not [group for group in GROUPS if group in words(sheet)]


def painted(groups: list[str]) -> QImage:
    """Return a sheet as it is drawn on a page of 600 by 850 points, with a margin of 50."""
    page = QImage(1200, 1700, QImage.Format.Format_RGB32)
    page.setDotsPerMeterX(5669)
    page.setDotsPerMeterY(5669)
    page.fill(QColor("white"))
    painter = QPainter(page)
    draw(
        painter,
        QRectF(100, 100, 1000, 1500),
        Paper("A group with a name that is long enough to wrap " * 3, "today", groups),
    )
    painter.end()
    return page


def test_every_group_is_on_the_paper_and_nothing_runs_over_its_edge(qtbot: QtBot) -> None:
    whole = painted(GROUPS)
    for number in range(len(GROUPS)):
        assert painted([*GROUPS[:number], "", *GROUPS[number + 1 :]]) != whole, number
    for x, y, wide, high in (
        (0, 0, 1200, 100),
        (0, 1600, 1200, 100),
        (0, 0, 100, 1700),
        (1100, 0, 100, 1700),
    ):
        edge = whole.copy(x, y, wide, high)
        blank = QImage(edge.size(), edge.format())
        blank.fill(QColor("white"))
        assert edge == blank
    assert as_pdf(Paper("Our group", "today", GROUPS)).startswith(b"%PDF")


def test_each_step_is_a_heading_with_its_place_on_the_way_that_was_chosen(
    window: MainWindow, qtbot: QtBot
) -> None:
    def shown() -> tuple[str, str]:
        screen = first_run(window)
        return screen.title.text(), screen.under.text()

    assert shown() == ("How should it look?", "Welcome to VCSE Desktop")
    go_on()
    assert shown() == ("What would you like to do?", "Step 2")
    choose(2)
    assert shown() == ("For checking packs", "Step 3 of 5")
    press(Qt.Key.Key_Escape)
    choose(1)
    assert shown() == ("Your organisation", "Step 3 of 6")
    press(Qt.Key.Key_Escape)
    choose(3)
    assert shown() == ("Open what is there already", "Step 3 of 3")


def test_groups_of_a_code_stand_where_reading_begins_in_their_order(window: MainWindow, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    try:
        for way, at_its_edge in ((Qt.LayoutDirection.LeftToRight, 0), (Qt.LayoutDirection.RightToLeft, -1)):
            application.setLayoutDirection(way)
            holder, shown = QWidget(), Groups()
            shown.show_groups(GROUPS)
            holder.setLayout(column(shown))
            qtbot.addWidget(holder)
            holder.resize(1200, 300)
            holder.show()
            QCoreApplication.processEvents()
            wells = [one for one in shown.findChildren(QFrame) if one.property("k") == "well"]
            lefts = [one.mapTo(holder, QPoint(0, 0)).x() for one in wells]
            assert lefts == sorted(lefts)
            edges = (lefts[0], holder.width() - lefts[-1] - wells[-1].width())
            assert edges[at_its_edge] < FAR < edges[at_its_edge + 1]
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
