"""Activities: what repeats, each with its sessions, and how one comes to and from them by keys."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow
from ui.screens.activities.form import RecordPart
from ui.screens.activities.lines import MANY
from ui.screens.activities.one import OneActivity
from ui.screens.activities.screen import Activities
from ui.screens.register.form import Register
from ui.theme import look
from ui.widgets.row_button import RowButton
from vcse_desktop.actions import recording, registering
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.unlocking import Vault

CTRL = Qt.KeyboardModifier.ControlModifier
LAST = (today() - timedelta(days=7)).isoformat()


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is, and let the program do what it does."""
    at = QApplication.focusWidget() or QApplication.activeWindow()
    assert at is not None
    QTest.keyClick(at, key, modifier)
    for _ in range(3):
        qtbot.waitUntil(tasks.idle)
        QApplication.processEvents()


def words(words: str) -> None:
    """Type words where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def go(window: MainWindow, qtbot: QtBot, what: object = None) -> Activities:
    """Go to the activities, and return their screen."""
    shell = window.shell()
    assert shell is not None
    shell.go("activities", what)
    for _ in range(3):  # what is added to a page is shown a moment later
        qtbot.waitUntil(tasks.idle)
        QApplication.processEvents()
    page = shell.page()
    assert isinstance(page, Activities)
    return page


def lines(within: QWidget) -> list[str]:
    """Return what the lines of a list say to a screen reader."""
    rows = [row for row in within.findChildren(RowButton) if row.isVisible()]
    return [row.accessibleName() for row in sorted(rows, key=lambda one: one.mapTo(within, QPoint()).y())]


@pytest.fixture
def two(vault: Vault) -> tuple[int, int]:
    """Two activities: a drop-in that ran a week ago and is cancelled this week, and a walk that never ran."""
    dropin = recording.add(
        vault, "activity", {"title": "Drop-in", "kind": "drop_in", "usual_day": "Fri"}
    ).ids[0]
    walk = recording.add(vault, "activity", {"title": "Wálk"}).ids[0]
    registering.save(vault, Filled({"activity": dropin, "date": LAST, "people_n": 12}, others=4))
    day = today().isoformat()
    registering.save(vault, Filled({"activity": dropin, "date": day, "status": "cancelled"}))
    return dropin, walk


def test_an_empty_page_says_what_to_do_and_leads_there(
    window: MainWindow, qtbot: QtBot, vault: Vault
) -> None:
    page = go(window, qtbot)
    said = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert "No activities yet. Start with the thing you do most often." in said
    assert QApplication.focusWidget() is page.ours.list.begin
    press(qtbot, Qt.Key.Key_Space)
    words("Choir")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert [row["title"] for row in vault.rows("activity")] == ["Choir"]
    assert lines(page) == ["Choir. Not yet"]
    assert page.ours.list.take.isVisible()
    press(qtbot, Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert vault.rows("activity") == []


def test_the_list_says_what_is_known_and_is_searched_without_accents(
    window: MainWindow, qtbot: QtBot, two: tuple[int, int]
) -> None:
    page = go(window, qtbot)
    dropin, walk = lines(page)
    assert (walk, "Drop-in" in dropin, "Fri" in dropin, "Last time" in dropin) == (
        "Wálk. Not yet",
        True,
        True,
        True,
    )
    press(qtbot, Qt.Key.Key_F, CTRL)
    words("walk")
    QApplication.processEvents()
    assert lines(page) == [walk]
    press(qtbot, Qt.Key.Key_Escape)
    assert lines(page) == [dropin, walk]


def test_an_activity_opens_with_its_sessions_in_words_newest_first(
    window: MainWindow, qtbot: QtBot, vault: Vault, two: tuple[int, int]
) -> None:
    page = go(window, qtbot, ("activity", two[0]))
    assert page.title.text() == "Drop-in"
    found = lines(page)
    assert ["Cancelled" in found[0], "12 came" in found[1], "4 helped" in found[1]] == [True, True, True]
    part = page.ours.shown()
    assert isinstance(part, OneActivity)
    assert QApplication.focusWidget() is part.again
    part.change.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    words(" club")
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert page.title.text() == vault.rows("activity")[0]["title"] != "Drop-in"
    press(qtbot, Qt.Key.Key_Escape)
    assert page.title.text() == "Activities"


def test_many_sessions_are_shown_in_part_and_the_focus_goes_on_where_it_was(
    window: MainWindow, qtbot: QtBot, vault: Vault, two: tuple[int, int]
) -> None:
    for week in range(2, 30):
        day = (today() - timedelta(days=7 * week)).isoformat()
        registering.save(vault, Filled({"activity": two[0], "date": day}))
    page = go(window, qtbot, ("activity", two[0]))
    assert len(lines(page)) == 12
    more = page.ours.shown().findChildren(QWidget)
    (earlier,) = [one for one in more if one.isVisible() and one.property("text") == "Show earlier ones"]
    earlier.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    shown = [row for row in page.findChildren(RowButton) if row.isVisible()]
    assert len(shown) == 30
    assert QApplication.focusWidget() is shown[12]


def test_this_week_lists_the_sessions_of_all_activities_and_each_opens(
    window: MainWindow, qtbot: QtBot, two: tuple[int, int]
) -> None:
    page = go(window, qtbot, ("week",))
    assert page.title.text() == "This week"
    (line,) = lines(page)
    assert ("Drop-in" in line, "Cancelled" in line) == (True, True)
    press(qtbot, Qt.Key.Key_Space)
    register = page.ours.shown()
    assert isinstance(register, Register)
    assert register.filled().session["status"] == "cancelled"
    press(qtbot, Qt.Key.Key_Escape)
    assert page.title.text() == "This week"


def test_time_that_was_given_apart_opens_in_its_form(
    window: MainWindow, qtbot: QtBot, vault: Vault, two: tuple[int, int]
) -> None:
    time = recording.add(vault, "time_given", {"hours": 60}).ids[0]
    page = go(window, qtbot, ("time_given", time))
    part = page.ours.shown()
    assert isinstance(part, RecordPart)
    part.form.rows["hours"].editor.put(90)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert [row["hours"] for row in vault.rows("time_given", id=time)] == [90]


def test_a_record_that_was_removed_is_told_of_and_the_page_stays(
    window: MainWindow, qtbot: QtBot, vault: Vault, two: tuple[int, int]
) -> None:
    recording.remove(vault, "activity", two[1])
    page = go(window, qtbot, ("activity", two[1]))
    told = [box for box in window.findChildren(QWidget) if box.inherits("QMessageBox") and box.isVisible()]
    assert len(told) == 1
    told[0].close()
    assert page.title.text() == "Activities"


def test_what_another_screen_changed_is_seen(
    window: MainWindow, qtbot: QtBot, vault: Vault, two: tuple[int, int]
) -> None:
    page = go(window, qtbot, ("activity", two[0]))
    changed = registering.save(
        vault, Filled({"activity": two[0], "date": (today() - timedelta(days=1)).isoformat()})
    )
    page.desk.did("Done.", changed)
    qtbot.waitUntil(lambda: tasks.idle() and len(lines(page)) == 3)


def test_support_and_reviews_have_their_tabs(window: MainWindow, qtbot: QtBot, vault: Vault) -> None:
    review = recording.add(vault, "review", {"whole": True, "worked": "Tea"}).ids[0]
    page = go(window, qtbot, ("review", review))
    assert page.tabs.bar.tabText(page.tabs.bar.currentIndex()) == "Reviews"
    page = go(window, qtbot, "new")
    assert isinstance(page.ours.shown(), RecordPart)


@pytest.mark.parametrize(("size", "width"), [(100, 1024), (100, 480), (200, 960)])
def test_nothing_stands_outside_the_page_at_any_size(
    window: MainWindow, qtbot: QtBot, two: tuple[int, int], size: int, width: int
) -> None:
    assert window.desk is not None
    vault = window.desk.vault
    names = ("Ann", "N" * 90, "Bo with a rather long name of many words")
    people = [recording.add(vault, "person", {"known_as": name}).ids[0] for name in names]
    registering.save(vault, Filled({"activity": two[1], "date": LAST}, dict.fromkeys(people, 60)))
    look.wear(look.Look("light", size))
    window.resize(width, 768)
    window.enter(vault)
    try:
        for what in (None, ("activity", two[0]), ("register", two[1], "last")):
            page = go(window, qtbot, what)
            assert page.horizontalScrollBar().maximum() == 0, what
    finally:
        look.wear(look.Look())


def test_an_activity_can_be_added_beside_those_that_are_there(
    window: MainWindow, qtbot: QtBot, two: tuple[int, int]
) -> None:
    screen = go(window, qtbot)
    (add,) = [one for one in (screen.ours.list.begin, screen.ours.list.more) if one.isVisible()]
    add.click()
    qtbot.waitUntil(tasks.idle)
    assert screen.title.text() == "A new activity"


def test_a_register_of_no_activity_is_not_called_the_first_of_it(window: MainWindow, qtbot: QtBot) -> None:
    shown = go(window, qtbot, "register").ours.shown()
    visible = [one.text() for one in shown.findChildren(QLabel) if one.isVisible()]
    assert not [one for one in visible if "first register" in one or one.startswith("Tick who helped")]


def test_no_tabs_stand_over_what_was_opened(window: MainWindow, qtbot: QtBot, two: tuple[int, int]) -> None:
    screen = go(window, qtbot, ("activity", two[0]))
    for width in (1280, 480):
        window.resize(width, 800)
        QApplication.processEvents()
        assert not screen.tabs.bar.isVisible()
        assert not screen.tabs.menu.isVisible()
    screen.back()
    qtbot.waitUntil(lambda: screen.tabs.bar.isVisible() or screen.tabs.menu.isVisible())


def test_an_activity_that_is_made_anew_stands_there_once(
    window: MainWindow, qtbot: QtBot, two: tuple[int, int]
) -> None:
    screen = go(window, qtbot, ("activity", two[0]))
    seen = list[int]()

    def count(_: str) -> None:
        seen.append(sum(one.isVisible() for one in screen.findChildren(OneActivity)))

    screen.ours.turned.connect(count)
    screen.desk.did("Saved.", recording.change(screen.vault, "activity", two[0], {"title": "Tea"}))
    qtbot.waitUntil(lambda: screen.title.text() == "Tea")
    assert max(seen) <= 1
    assert sum(one.isVisible() for one in screen.findChildren(OneActivity)) == 1


def test_of_very_many_activities_the_first_are_shown_and_the_rest_when_wanted(
    window: MainWindow, qtbot: QtBot, vault: Vault
) -> None:
    with vault.unit("add") as unit:
        for number in range(MANY + 3):
            unit.save("activity", None, {"title": f"Walk {number:02}"})
    page = go(window, qtbot)
    assert len(lines(page)) == MANY
    more = next(b for b in page.findChildren(QPushButton) if b.text() == f"Show all {MANY + 3}")
    more.setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert len(lines(page)) == MANY + 3
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == lines(page)[MANY]
