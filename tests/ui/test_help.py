"""Help is searched, shows the card of what is shown, speaks of every part, and lists every key there is."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.vaults import as_somebody_else
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.desk import Desk, desk_for
from ui.screens.explained import OF_KIND
from ui.screens.help.cards import cards
from ui.screens.help.handing_out import HandOut
from ui.screens.help.keys import KEYS_CARD, every, listed
from ui.screens.help.screen import Help
from ui.screens.places import PLACES
from ui.screens.shell import Shell
from ui.widgets.printing import Said, document
from ui.widgets.stack import Tabs
from vcse_desktop.actions import recording
from vcse_desktop.actions.grouping import set_group
from vcse_desktop.actions.standing import HELPER
from vcse_desktop.actions.unlocking import Vault


@pytest.fixture
def helping(desk: Desk, qtbot: QtBot) -> Help:
    """The screen, shown."""
    made = Help(desk)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(tasks.idle)
    return made


def seen(screen: Help) -> set[str]:
    """Return the codes of the cards that are shown."""
    return {code for code, card in screen.cards.items() if card.isVisible()}


def test_every_key_of_the_window_is_listed_and_no_other(window: MainWindow) -> None:
    bound = {shortcut.key().toString() for shortcut in window.findChildren(QShortcut)}
    bound -= {"Down", "Up"}  # inside one box
    assert {QKeySequence(key).toString() for key in every()} == bound
    assert len(listed()) > len(PLACES)


def test_f1_shows_the_card_of_the_screen(window: MainWindow, qtbot: QtBot) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("voices")
    at = QApplication.focusWidget() or window
    QTest.keyClick(at, Qt.Key.Key_F1)
    qtbot.waitUntil(tasks.idle)
    page = shell.page()
    assert isinstance(page, Help)
    assert seen(page) == {"voices"}
    page.everything.click()
    assert seen(page) == set(page.cards)


CARDS = {
    "today": ("today", "month"),
    "people": ("people", "support", "organisations", "connections", "volunteers", "reached"),
    "activities": ("activities", "activities", "hours", "capacity", "reviews"),
    "engagement": ("engagement", "asked", "capacity", "reviews"),
    "voices": ("voices", "answers"),
    "principles": ("principles",),
    "packs": ("packs", "checking", "checking", "easy", "us"),
    "settings": ("settings",),
    "help": ("keys",),
    "import": ("import",),
    "paper": ("paper", "typing"),
}
"""The card of each place and of each of its tabs."""


def turned(shell: Shell, qtbot: QtBot) -> Iterator[str]:
    """Yield the card that F1 would open on each tab of the page that is shown."""
    bars = [tabs.bar for tabs in shell.pages.findChildren(Tabs) if tabs.isVisible()]
    for at in range(bars[0].count() if bars else 1):
        for bar in bars:
            bar.setCurrentIndex(at)
        qtbot.waitUntil(tasks.idle)
        page = shell.page()
        assert page is not None
        yield page.help_card()


def test_each_tab_of_each_place_has_its_card(window: MainWindow, qtbot: QtBot) -> None:
    shell = window.shell()
    assert shell is not None
    found = {}
    for code in PLACES:
        shell.go(code)
        found[code] = tuple(turned(shell, qtbot))
    assert found == CARDS


def test_what_is_open_over_a_part_or_what_one_is_at_work_in_has_its_card(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    person = recording.add(vault, "person", {"known_as": "Bethan"}).ids[0]
    activity = recording.add(vault, "activity", {"title": "Lunch"}).ids[0]

    def card(code: str, what: object = None) -> str:
        shell.go(code, what)
        qtbot.waitUntil(tasks.idle)
        page = shell.page()
        assert page is not None
        return page.help_card()

    assert card("people", "contact") == "contact"
    assert card("people", ("person", person)) == "people"
    page = shell.page()
    assert page is not None
    for words, what in (("Same person as…", "joining"), ("Everything about this person…", "keeping")):
        card("people", ("person", person))
        (verb,) = [one for one in page.findChildren(QPushButton) if one.text() == words]
        verb.click()
        qtbot.waitUntil(partial(lambda what: page.help_card() == what, what))
    assert card("activities", ("register", activity)) == "register"
    assert card("activities", ("plan", activity)) == "planned"
    assert card("settings", "backups") == "backups"
    assert card("settings", "safeguarding") == "safeguarding"
    shell.go("people")
    page.search()
    (verb,) = [one for one in page.findChildren(QPushButton) if one.text() == "Filter…" and one.isVisible()]
    verb.setFocus()
    assert page.help_card() == "filters"


def test_every_card_that_a_part_names_is_there_and_short() -> None:
    said = {one.code: one for one in cards()}
    sources = "".join(path.read_text("utf-8") for path in Path("ui/screens").rglob("*.py"))
    named = set(re.findall(r'explained\([\w.\[\]]+, "(\w+)"', sources)) | set(OF_KIND.values())
    assert len(named) > 15
    assert named <= said.keys()
    for one in said.values():
        assert 2 <= len(one.lines) <= 6, one.code
        assert max(map(len, one.lines)) <= 260, one.code


def test_a_helper_reads_of_what_is_theirs(vault: Vault, qtbot: QtBot) -> None:
    with as_somebody_else(vault, HELPER) as theirs:
        helping = Help(desk_for(theirs))
        qtbot.addWidget(helping)
        assert {"today", "register", "signin", "safeguarding", "keys"} <= helping.cards.keys()
        assert not {"people", "support", "voices", "packs", "contact"} & helping.cards.keys()
        tasks.close()


def test_every_place_has_a_card(helping: Help) -> None:
    assert PLACES.keys() - {"help"} <= helping.cards.keys()


def test_a_word_leaves_the_cards_that_speak_of_it(helping: Help) -> None:
    helping.box.setText("CARING volunteering")
    assert seen(helping) == {"counting"}
    assert helping.found.text() == "1 card speaks of that."
    helping.box.setText("Ctrl+H")
    assert seen(helping) == {"keys", "today"}
    helping.box.setText("xylophone")
    assert seen(helping) == set()
    assert helping.found.text() == "No card has these words in it."
    helping.back()
    assert seen(helping) == set(helping.cards)


def test_whom_to_tell_is_on_its_card(desk: Desk, helping: Help, qtbot: QtBot) -> None:
    def said() -> str:
        return " ".join(label.text() for label in helping.cards["safeguarding"].findChildren(QLabel))

    qtbot.waitUntil(lambda: "Nobody is named in Settings yet." in said())
    set_group(desk.vault, "safeguarding_name", "Nia Rees")
    helping.look()
    qtbot.waitUntil(lambda: "In this group: \u2068Nia Rees\u2069." in said())
    set_group(desk.vault, "safeguarding_phone", "01234")
    helping.look()
    qtbot.waitUntil(lambda: "In this group: \u2068Nia Rees\u2069, \u206801234\u2069." in said())


def test_no_two_cards_have_one_code_so_each_is_shown_alone(helping: Help) -> None:
    codes = [one.code for one in cards()] + [KEYS_CARD]
    assert sorted(codes) == sorted(set(codes))
    helping.open("signing_key")
    assert len(titles(helping)) == 1
    helping.open(KEYS_CARD)
    assert len(titles(helping)) == 1


def titles(helping: Help) -> list[str]:
    """Return the headings of the cards that are seen."""
    labels = helping.findChildren(QLabel)
    return [one.text() for one in labels if one.isVisible() and one.property("k") == "h2"]


def test_words_to_hand_out_are_copied_and_printed_by_themselves(helping: Help) -> None:
    (words,) = helping.findChildren(HandOut)
    words.copy()
    assert QApplication.clipboard().text().startswith("How we involve you\n\nWe ask you how")
    asked: list[str] = []

    def printing(_: QWidget, title: str, paragraphs: Sequence[Said]) -> bool:
        asked.append(document(title, paragraphs).toPlainText())
        return True

    words.ask = printing
    words.print_it()
    assert asked[0].splitlines()[0] == "How we involve you"
    assert len(asked[0].splitlines()) == 1 + len(words.lines)
