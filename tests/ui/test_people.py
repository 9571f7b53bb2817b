"""People: what they need first, adding by keys, a walk-in in a few keys, two records that are one person."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.forms.linking import Link
from ui.main_window import MainWindow
from ui.screens.people.part import PeoplePart
from ui.screens.people.same import SamePerson
from ui.screens.people.screen import People
from ui.screens.people.support import SupportPart
from ui.screens.records.form import RecordPage
from vcse_desktop.actions import recording
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.unlocking import Vault

PLACE = "help"

CTRL, ALT, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier(0)


def press(key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key where the focus is."""
    at = QApplication.focusWidget() or QApplication.activeWindow()
    assert at is not None
    QTest.keyClick(at, key, held)


def write(words: str) -> None:
    """Type words where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


class Counter(QObject):
    """Counts the keys that are pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Count each key once, where it arrives."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keys += watched is QApplication.focusWidget()
        return False


@pytest.fixture
def screen(window: MainWindow, qtbot: QtBot) -> Iterator[People]:
    """The screen of the people, come to by its key."""
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_2, CTRL)
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, People)
    qtbot.waitUntil(tasks.idle)
    yield page
    qtbot.waitUntil(tasks.idle)


def part(screen: People) -> PeoplePart:
    """Return the tab of the people."""
    shown = screen.tabs.part()
    assert isinstance(shown, PeoplePart)
    return shown


def page(screen: People, qtbot: QtBot) -> RecordPage:
    """Return the form that is open, once it is."""
    shown = screen.tabs.part()
    assert isinstance(shown, PeoplePart | SupportPart)
    qtbot.waitUntil(lambda: shown.forms.page() is not None)
    found = shown.forms.page()
    assert found is not None
    return found


def at_work_in(widget: QWidget) -> bool:
    """Say whether the focus is in a widget."""
    focus = QApplication.focusWidget()
    return focus is not None and widget.isAncestorOf(focus)


def texts(widget: QWidget) -> list[str]:
    """Return the texts on a widget in the order of reading."""
    shown = [one for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]
    return [one.text() for one in sorted(shown, key=lambda one: one.mapTo(widget, one.rect().topLeft()).y())]


def test_a_person_is_added_by_keys_with_a_name_alone_and_taken_back(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_N, CTRL)
    page(screen, qtbot)
    write("Megan")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(vault.rows("person")) == 1)
    qtbot.waitUntil(lambda: part(screen).list.model.found() == 1)
    assert vault.rows("person")[0]["known_as"] == "Megan"
    qtbot.waitUntil(tasks.idle)
    assert part(screen).list.add.hasFocus(), "the focus stays where the work was"
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: vault.rows("person") == [])


def test_whoever_was_added_last_stands_on_the_card(screen: People, vault: Vault, qtbot: QtBot) -> None:
    for number, name in enumerate(("Megan", "Bo"), 1):
        press(Qt.Key.Key_N, CTRL)
        page(screen, qtbot)
        write(name)
        press(Qt.Key.Key_Return, CTRL)
        qtbot.waitUntil(lambda number=number: part(screen).list.model.found() == number)  # type: ignore[misc]
        qtbot.waitUntil(tasks.idle)
        card = part(screen).beside.card
        assert card is not None and card.card.name == name


def test_access_needs_come_first_on_the_card_and_no_contact_is_said_plainly(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        values = {"known_as": "Joan", "phone": "01234 567", "do_not_contact": True}
        joan = unit.save("person", None, values)
        unit.save("access", None, {"person": joan, "need": "large_print"})
        unit.save("support", None, {"date": "2026-01-02", "person": joan, "caring_words": "My mother Ethel"})
        unit.save("consent", None, {"person": joan, "use": "keep_details", "scope": "only_us"})
    screen.open(("person", joan))
    qtbot.waitUntil(lambda: part(screen).beside.card is not None)
    card = part(screen).beside.card
    assert card is not None
    qtbot.waitUntil(lambda: "Large print" in texts(card))
    read = texts(card)
    wanted = [
        "Access needs",
        "Large print",
        "How to reach them",
        "01234 567",
        "What they agreed to",
        "Recent",
    ]
    assert [words for words in read if words in wanted] == wanted
    assert read.index("Do not contact them. They are left off every contact list.") < read.index(
        "Large print"
    )
    assert not any("Ethel" in words for words in read)


def test_an_access_need_is_added_on_the_card_and_taken_back(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        joan = unit.save("person", None, {"known_as": "Joan"})
    screen.open(("person", joan))
    qtbot.waitUntil(lambda: part(screen).beside.card is not None)
    qtbot.waitUntil(tasks.idle)
    card = part(screen).beside.card
    assert card is not None
    card.access.add.click()
    qtbot.waitUntil(card.access.has_focus)
    write("large")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(vault.rows("access", person=joan)) == 1)
    qtbot.waitUntil(lambda: "Large print" in texts(part(screen)))
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: vault.rows("access") == [])


def test_a_walk_in_carer_takes_at_most_forty_keys_beside_the_words(
    screen: People, vault: Vault, window: MainWindow, qtbot: QtBot
) -> None:
    screen.tabs.show_part("support")
    app, keys = QApplication.instance(), Counter()
    assert app is not None
    press(Qt.Key.Key_N, CTRL)
    shown = page(screen, qtbot)
    assert len([row for row in shown.form.rows.values() if row.isVisible()]) == 6
    app.installEventFilter(keys)
    write("zeb")
    press(Qt.Key.Key_Return)
    while not at_work_in(shown.form.rows["what"]):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    while not at_work_in(shown.form.rows["newly_identified"]):
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    assert at_work_in(shown.form.rows["matters_words"])
    write("Sleep")
    press(Qt.Key.Key_Return, CTRL)
    app.removeEventFilter(keys)
    qtbot.waitUntil(lambda: len(vault.rows("support")) == 1)
    made, (person,) = vault.rows("support")[0], vault.rows("person")
    assert (made["person"], made["who_for"], made["newly_identified"]) == (person["id"], "carer", True)
    assert (made["involved"], made["matters_words"], made["what"]) == (
        "yes",
        "Sleep",
        ["assessment_signpost"],
    )
    assert keys.keys - len("Sleep") <= 40


def test_a_longer_name_that_begins_like_another_keeps_every_letter(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    """Nobody is taken for whom the first letters name while more are typed, nor after somebody was taken."""
    recording.add(vault, "person", {"known_as": "Cal"})
    screen.open(("new", "support"))
    who = page(screen, qtbot).form.rows["person"].editor
    assert isinstance(who, Link)
    who.picker.box.setFocus()
    write("cal jo")
    assert who.picker.box.text() == "cal jo"
    who.picker.box.selectAll()
    write("Cal")
    press(Qt.Key.Key_Return)
    write(" Jones")
    assert who.picker.box.text() == "Cal Jones"
    press(Qt.Key.Key_Return)
    assert who.value() == New("person", "Cal Jones")


def test_a_hint_is_typed_where_it_comes_up(screen: People, vault: Vault, qtbot: QtBot) -> None:
    screen.tabs.show_part("support")
    press(Qt.Key.Key_N, CTRL)
    page(screen, qtbot)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    write("red coat")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(vault.rows("support")) == 1)
    assert vault.rows("support")[0]["who_hint"] == "red coat"


def test_support_with_a_day_alone_is_kept(screen: People, vault: Vault, qtbot: QtBot) -> None:
    screen.tabs.show_part("support")
    press(Qt.Key.Key_N, CTRL)
    page(screen, qtbot)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(vault.rows("support")) == 1)
    assert vault.rows("support")[0]["person"] is None


def test_two_records_become_one_person_and_part_again(screen: People, vault: Vault, qtbot: QtBot) -> None:
    with vault.unit("add") as unit:
        jon = unit.save("person", None, {"known_as": "Jon"})
        unit.save("person", None, {"known_as": "Johnny", "phone": "07000"})
    screen.open(("person", jon))
    qtbot.waitUntil(lambda: part(screen).beside.card is not None)
    card = part(screen).beside.card
    assert card is not None
    card.joining.emit()
    qtbot.waitUntil(lambda: any(map(at_work_in, screen.findChildren(SamePerson))))
    write("Johnny")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "07000" in texts(part(screen)))
    (same,) = screen.findChildren(SamePerson)
    qtbot.waitUntil(same.yes.hasFocus)
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part(screen).list.model.found() == 1)
    assert vault.rows("person")[0]["phone"] == "07000"
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: part(screen).list.model.found() == 2)


@pytest.mark.parametrize("width", [900, 1280])
def test_on_a_narrow_page_a_card_takes_the_place_of_the_list_until_esc(
    window: MainWindow, screen: People, vault: Vault, qtbot: QtBot, width: int
) -> None:
    window.resize(width, 800)
    alone = width < 1000
    with vault.unit("add") as unit:
        joan = [unit.save("person", None, {"known_as": f"Joan {n}"}) for n in range(90)][7]
    screen.look()
    qtbot.waitUntil(tasks.idle)
    shown = part(screen)
    screen.open(("person", joan))
    qtbot.waitUntil(lambda: shown.beside.card is not None and shown.beside.card.name.hasFocus())
    assert shown.list.isVisible() is not alone
    back = [one for one in shown.beside.findChildren(QPushButton) if one.text() == "Back"]
    assert back[0].isVisible() is alone
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(shown.list.view.hasFocus)
    assert shown.list.isVisible() and shown.list.current() == joan
    assert shown.beside.card is None
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown.beside.card is not None and shown.beside.card.name.hasFocus())


def test_who_searches_on_a_narrow_page_keeps_the_list_whatever_changes_meanwhile(
    window: MainWindow, screen: People, vault: Vault, qtbot: QtBot
) -> None:
    window.resize(900, 800)
    with vault.unit("add") as unit:
        joan = unit.save("person", None, {"known_as": "Joan"})
    screen.look()
    qtbot.waitUntil(tasks.idle)
    shown = part(screen)
    screen.open(("person", joan))
    qtbot.waitUntil(lambda: shown.beside.card is not None and shown.beside.card.name.hasFocus())
    press(Qt.Key.Key_F, CTRL)
    assert shown.list.box.hasFocus()
    screen.desk.did("Saved.", recording.add(vault, "person", {"known_as": "Joanna"}))
    qtbot.waitUntil(tasks.idle)
    assert shown.list.isVisible() and shown.list.box.hasFocus()


def test_a_need_that_was_begun_waits_on_its_card(screen: People, vault: Vault, qtbot: QtBot) -> None:
    with vault.unit("add") as unit:
        joan = unit.save("person", None, {"known_as": "Joan"})
    screen.open(("person", joan))
    shown = part(screen)
    qtbot.waitUntil(lambda: shown.beside.card is not None and shown.beside.card.name.hasFocus())
    qtbot.waitUntil(tasks.idle)
    assert shown.beside.card is not None
    shown.beside.card.access.begin(None)
    form = shown.beside.card.access.form()
    assert form is not None
    form.put({"identified": "2026-01-02"})
    typed = form.typed()
    press(Qt.Key.Key_Escape)
    assert shown.beside.card is None
    qtbot.waitUntil(tasks.idle)
    screen.open(("person", joan))
    qtbot.waitUntil(lambda: shown.beside.card is not None and shown.beside.card.access.form() is not None)
    form = shown.beside.card.access.form()
    assert form is not None
    assert form.typed() == typed
    assert typed["identified"]


def test_no_people_yet_says_that_counting_needs_no_names(screen: People) -> None:
    assert "No people yet. You can count people without naming them." in texts(part(screen))
    assert screen.first() is part(screen).list.add


def test_where_there_is_nobody_the_work_begins_with_adding_somebody(screen: People) -> None:
    add = part(screen).list.add
    assert QApplication.focusWidget() is add
    shown = texts(screen)
    assert "No people yet. You can count people without naming them." in shown
    assert not [one for one in shown if one.startswith("Choose somebody")]


def test_a_card_below_the_list_comes_up_when_it_is_opened(
    screen: People, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    ann = recording.add(vault, "person", {"known_as": "Ann"}).ids[0]
    window.resize(520, 700)
    screen.open(("person", ann))
    qtbot.waitUntil(lambda: part(screen).beside.card is not None)
    made = part(screen).beside.card
    assert made is not None
    qtbot.waitUntil(made.name.hasFocus)
    qtbot.waitUntil(lambda: made.mapTo(screen, made.rect().topLeft()).y() < screen.height() // 2)


def test_a_new_record_is_headed_by_what_was_pressed(screen: People, qtbot: QtBot) -> None:
    press(Qt.Key.Key_N, CTRL)
    assert "Add a person" in texts(page(screen, qtbot))


def test_turning_to_another_tab_leaves_the_focus_on_the_page(screen: People, qtbot: QtBot) -> None:
    for number in range(screen.tabs.bar.count()):
        begin = screen.first()
        assert begin is not None
        begin.setFocus()
        at = screen.tabs.bar.tabRect(number).center()
        QTest.mouseClick(screen.tabs.bar, Qt.MouseButton.LeftButton, pos=at)
        qtbot.waitUntil(tasks.idle)
        assert at_work_in(screen)


def test_the_tabs_never_make_the_page_wider_than_the_window(
    screen: People, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(480, 800)
    qtbot.waitUntil(lambda: window.width() == 480)
    QApplication.processEvents()
    assert screen.horizontalScrollBar().maximum() == 0
