"""The inside of the window: places, menu, toast and undo, F6, text size, lock."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow
from ui.screens.find_or_do import FindOrDo
from ui.screens.shell import Shell
from ui.theme import look
from ui.widgets.countdown import Countdown, lock_words
from vcse_desktop.actions import recording
from vcse_desktop.actions.unlocking import Vault

PLACE = "people"

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
PERSON = "Bethan Prys-Ŵyn"


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    at = QApplication.focusWidget() or QApplication.activeWindow()
    assert at is not None
    QTest.keyClick(at, key, modifier)


def shell(window: MainWindow) -> Shell:
    """Return the inside of the window."""
    found = window.shell()
    assert found is not None
    return found


def test_what_was_done_is_said_and_alt_u_takes_it_back(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    added = recording.add(vault, "person", {"known_as": PERSON})
    shell(window).desk.did("Added.", added)
    toast = shell(window).toast
    assert toast.isVisible()
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: not vault.rows("person"))
    qtbot.waitUntil(lambda: "Undone" in toast.sentence.text())


def test_alt_u_without_a_toast_takes_back_the_newest_change(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    recording.add(vault, "person", {"known_as": PERSON})
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: not vault.rows("person"))


def test_f6_goes_round_sidebar_page_and_toast(window: MainWindow) -> None:
    inside = shell(window)
    inside.go("people")
    inside.desk.say("Saved.")
    seen = []
    for _ in range(6):
        press(Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        parts: dict[str, QWidget] = {"sidebar": inside.sidebar, "toast": inside.toast, "page": inside.pages}
        seen += [name for name, part in parts.items() if focus is not None and part.isAncestorOf(focus)]
    assert set(seen) == {"sidebar", "page", "toast"}


def test_tab_and_arrows_in_the_sidebar_only_point_and_enter_goes(window: MainWindow) -> None:
    inside = shell(window)
    inside.go("people")
    for part in (inside.sidebar.nav, inside.sidebar.below):
        part.setFocus()
        press(Qt.Key.Key_Down)
        assert inside.shown == "people"
    press(Qt.Key.Key_Return)
    assert inside.shown == "help"
    inside.focus_places()
    press(Qt.Key.Key_Up)
    press(Qt.Key.Key_Tab)
    assert inside.sidebar.nav.currentRow() == -1, "the mark is where the page is: below"


def test_where_there_is_little_room_a_menu_stands_in_for_the_sidebar(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(700, 700)
    inside = shell(window)
    qtbot.waitUntil(lambda: inside.top.isVisible() and not inside.sidebar.isVisible())
    entries = [action.text() for action in inside.top.menu.menu().actions()]
    assert entries[:7] == [place.words for place in inside.sidebar.places]
    window.resize(1280, 800)
    qtbot.waitUntil(lambda: inside.sidebar.isVisible() and not inside.top.isVisible())
    inside.go("people")
    inside.top.menu.menu().aboutToShow.emit()
    marked = [action.text() for action in inside.top.menu.menu().actions() if action.isChecked()]
    assert marked == ["People"]


def test_the_text_size_goes_up_and_down_by_keys(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Plus, CTRL)
    qtbot.waitUntil(lambda: look.worn().size == 125)
    title = shell(window).findChildren(QLabel)[0].fontInfo().pixelSize()
    press(Qt.Key.Key_0, CTRL)
    qtbot.waitUntil(lambda: look.worn().size == 100)
    assert shell(window).findChildren(QLabel)[0].fontInfo().pixelSize() < title


def test_find_or_do_goes_to_a_place_by_its_words(window: MainWindow, qtbot: QtBot) -> None:
    press(Qt.Key.Key_K, CTRL)
    palette = window.findChild(FindOrDo)
    assert palette is not None
    QTest.keyClicks(palette.box, "packs summ")
    assert "Summary packs" in palette.lines.item(0).text()
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert shell(window).shown == "packs"


def test_find_or_do_finds_a_person(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    recording.add(vault, "person", {"known_as": PERSON})
    press(Qt.Key.Key_K, CTRL)
    palette = window.findChild(FindOrDo)
    assert palette is not None
    QTest.keyClicks(palette.box, "bethan")
    qtbot.waitUntil(lambda: palette.lines.count() == 1)
    assert PERSON in palette.lines.item(0).text()
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    assert shell(window).shown == "people"


def test_find_or_do_forgives_a_slip_and_says_what_it_looked_for(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    recording.add(vault, "insight", {"words": "The wheelchair ramp"})
    press(Qt.Key.Key_K, CTRL)
    palette = window.findChild(FindOrDo)
    assert palette is not None
    QTest.keyClicks(palette.box, "wheelchiar")
    qtbot.waitUntil(lambda: palette.lines.count() == 1)
    said = palette.lines.item(0).text()
    assert "wheelchair" in said and "The wheelchair ramp" in said


def test_find_or_do_shows_the_newest_while_typing_and_the_best_on_enter(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    best = "Ramp, ramp, ramp"
    recording.add(vault, "insight", {"words": best})
    for number in range(12):
        recording.add(vault, "insight", {"words": f"{number} the ramp and many other words that were said"})
    press(Qt.Key.Key_K, CTRL)
    palette = window.findChild(FindOrDo)
    assert palette is not None
    QTest.keyClicks(palette.box, "ramp")
    qtbot.waitUntil(lambda: palette.lines.count() == 8 and tasks.idle())
    shown = [palette.lines.item(row).text() for row in range(8)]
    assert "11 the ramp" in shown[0] and not any(best in one for one in shown)
    palette.lines.setCurrentRow(7)
    QTest.keyClick(palette.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: palette.lines.count() == 13)
    assert best in palette.lines.item(0).text()


def test_the_buttons_of_the_sidebar_do_what_their_keys_do(window: MainWindow, qtbot: QtBot) -> None:
    shell(window).sidebar.find_button.click()
    palette = window.findChild(FindOrDo)
    assert palette is not None
    palette.reject()
    shell(window).sidebar.lock.click()
    qtbot.waitUntil(lambda: window.shell() is None)


def test_after_a_lock_no_record_is_in_any_widget(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    recording.add(vault, "person", {"known_as": PERSON})
    for code in ("today", "people", "voices"):
        shell(window).go(code)
        qtbot.waitUntil(tasks.idle)
    shell(window).desk.say(f"Added {PERSON}.")
    press(Qt.Key.Key_L, CTRL)
    qtbot.waitUntil(tasks.idle)
    assert window.shell() is None
    shown = [str(w.property("text") or "") + w.accessibleName() for w in QApplication.allWidgets()]
    assert not [text for text in shown if "Bethan" in text]
    assert window.windowTitle() == "VCSE Desktop"


def test_the_ring_goes_with_its_control_when_the_page_scrolls(window: MainWindow, qtbot: QtBot) -> None:
    inside = shell(window)
    inside.go("settings")
    window.resize(1024, 480)
    page = inside.page()
    assert page is not None
    press(Qt.Key.Key_Tab)
    qtbot.waitUntil(window.ring.isVisible)
    before, bar = window.ring.y(), page.verticalScrollBar()
    bar.setValue(bar.value() + 40)
    qtbot.waitUntil(lambda: window.ring.y() == before - 40)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: not window.ring.isVisible())


def test_where_there_is_little_room_the_verbs_stand_beside_the_menu(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(700, 700)
    inside = shell(window)
    qtbot.waitUntil(inside.top.isVisible)
    words = [one.text() for one in inside.top.findChildren(QPushButton) if one.isVisible()]
    assert words == ["Menu", "Find or do", "Cover", "Lock"]


def test_find_or_do_says_the_keys_and_is_as_high_as_its_lines(window: MainWindow, qtbot: QtBot) -> None:
    box = FindOrDo(shell(window).desk, window)
    box.open()
    QApplication.processEvents()
    assert box.lines.item(0).text() == "Log hours (Ctrl+H)"
    assert box.lines.item(0).font().weight() > box.lines.item(1).font().weight()
    high = box.height()
    box.box.setText("go to packs")
    qtbot.waitUntil(tasks.idle)
    assert [box.lines.item(row).text() for row in range(box.lines.count())] == [
        "Go to Summary packs (Ctrl+7)"
    ]
    assert box.height() < high
    box.reject()


def test_find_or_do_shows_whole_lines_alone_where_there_is_little_room(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(700, 470)
    box = FindOrDo(shell(window).desk, window)
    box.open()
    QApplication.processEvents()
    ends = [box.lines.visualItemRect(box.lines.item(row)).bottom() + 1 for row in range(box.lines.count())]
    assert box.lines.viewport().height() in ends
    assert box.lines.viewport().height() < ends[-1], "else there was room for all"
    box.reject()


def test_the_countdown_leaves_the_places_free(window: MainWindow, qtbot: QtBot) -> None:
    countdown = Countdown(window, 20)
    countdown.show_seconds(lock_words(20), 20)
    side = shell(window).sidebar
    assert side.isVisible()
    assert abs(countdown.geometry().center().x() - (side.width() + window.width()) // 2) <= 1
    window.resize(700, 700)
    qtbot.waitUntil(lambda: not side.isVisible())
    countdown.show_seconds(lock_words(19), 19)
    assert abs(countdown.geometry().center().x() - window.rect().center().x()) <= 1
    countdown.deleteLater()
