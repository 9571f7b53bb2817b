"""Find or do: each thing to do opens what it says, help is found, and helpers are offered what is theirs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.vaults import as_somebody_else
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.desk import desk_for
from ui.screens.find_or_do import FindOrDo
from ui.screens.help.screen import Help
from ui.screens.records.part import RecordsPart
from ui.screens.records.tabs import RecordTabs
from ui.screens.shell import Shell
from ui.screens.verbs import HERE, VERBS, doable
from vcse_desktop.actions import recording
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import HELPER, MEMBER
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import tr

PLACE = "help"

FIELDS = (QLineEdit, QPlainTextEdit, QComboBox)


def find(shell: Shell, words: str, qtbot: QtBot) -> FindOrDo:
    """Open the box and type words into it."""
    made = FindOrDo(shell.desk, shell.window())
    made.open()
    made.box.setText(words)
    qtbot.waitUntil(tasks.idle)
    return made


def lines(box: FindOrDo) -> list[str]:
    """Return the lines that are shown."""
    return [box.lines.item(row).text() for row in range(box.lines.count())]


@pytest.fixture
def shell(window: MainWindow) -> Shell:
    """The inside of the window."""
    found = window.shell()
    assert found is not None
    return found


def test_each_thing_to_do_opens_its_place_and_the_focus_is_where_its_work_begins(
    shell: Shell, vault: Vault, qtbot: QtBot
) -> None:
    activity = recording.add(vault, "activity", {"title": "Lunch"}).ids[0]
    recording.add(vault, "session", {"activity": activity, "date": today().isoformat()})
    began = {}
    for words, code, what in VERBS:
        if what == "signin":
            continue  # a window of its own, in test_signin.py
        shell.go("help")
        box = find(shell, tr(words), qtbot)
        QTest.keyClick(box.box, Qt.Key.Key_Return)
        qtbot.waitUntil(tasks.idle)
        page, focus = shell.page(), shell.window().focusWidget()
        assert shell.shown == code, words
        assert page is not None and focus is not None and page.isAncestorOf(focus), words
        assert focus.isVisible() and focus.isEnabled(), words
        began[words] = (code, page.help_card(), focus.accessibleName())
        if isinstance(what, tuple) and what[0] == "new":
            assert isinstance(page, RecordTabs)
            part = page.part()
            assert isinstance(part, RecordsPart)
            shown = part.forms.page()
            assert shown is not None and shown.form.isAncestorOf(focus), words
            assert shown.form.kind.code == what[1]
        if isinstance(what, tuple) or what == "new":
            assert isinstance(focus, FIELDS) or focus.focusProxy() or focus.inherits("QAbstractButton"), words
    assert len(set(began.values())) == len(VERBS) - 1


def test_undo_cover_and_lock_are_done_at_once(shell: Shell, vault: Vault, qtbot: QtBot) -> None:
    recording.add(vault, "person", {"known_as": "Bethan"})
    box = find(shell, "undo the last", qtbot)
    assert lines(box)[0] == "Undo the last change (Alt+U)"
    QTest.keyClick(box.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not vault.rows("person"))
    qtbot.waitUntil(tasks.idle)
    window = shell.window()
    assert isinstance(window, MainWindow)
    box = find(shell, "lock now", qtbot)
    QTest.keyClick(box.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.shell() is None)


def test_a_card_of_the_help_is_found_by_its_title_and_by_a_word_in_it(shell: Shell, qtbot: QtBot) -> None:
    box = find(shell, "capacity", qtbot)
    assert lines(box)[-1] == "Help: Capacity support"
    box.reject()
    box = find(shell, "untick", qtbot)
    assert lines(box) == ["Help: The register"]
    QTest.keyClick(box.box, Qt.Key.Key_Return)
    qtbot.waitUntil(tasks.idle)
    page = shell.page()
    assert isinstance(page, Help)
    assert [code for code, card in page.cards.items() if card.isVisible()] == ["register"]
    box = find(shell, "offer", qtbot)
    assert lines(box)[:2] == ["Note an offer", "Help: Connections: offers and wishes"]
    assert len(lines(box)) == 4
    box.reject()
    box = find(shell, "help contact list", qtbot)
    assert lines(box)[0] == "Help: A contact list"
    box.reject()
    box = find(shell, "help", qtbot)
    assert len(lines(box)) == 8
    box.reject()


def test_help_leaves_the_records_before_it_and_has_a_line_however_many_there_are(
    shell: Shell, vault: Vault, qtbot: QtBot
) -> None:
    for number in range(10):
        recording.add(vault, "insight", {"words": f"{number} photos on the wall"})
    box = find(shell, "photos", qtbot)
    assert len(lines(box)) == 8
    assert lines(box)[-2] == "Help: Photos"
    assert lines(box)[-1].startswith("Show the best")
    assert "photos on the wall" in lines(box)[0]
    box.reject()


def test_what_comes_first_is_what_is_wanted_most(shell: Shell, qtbot: QtBot) -> None:
    box = find(shell, "", qtbot)
    assert lines(box)[:3] == ["Log hours (Ctrl+H)", "Note something someone said", "Take a register"]
    box.reject()


@pytest.mark.parametrize("role", [HELPER, MEMBER])
def test_everybody_is_offered_what_they_may_do(role: str, vault: Vault, qapp: QApplication) -> None:
    recording.add(vault, "activity", {"title": "Lunch"})
    with as_somebody_else(vault, role) as theirs:
        targets = [target for _, target in doable(desk_for(theirs))]
    assert ("settings", "safeguarding") not in targets
    assert ("today", "hours") in targets
    if role == HELPER:
        places = {place for place, _ in targets}
        assert places == {"today", "activities", "settings", "help", "paper", HERE}
        assert [what for _, what in targets if what == "new" or isinstance(what, tuple)] == []
        assert ("today", "month") not in targets
    else:
        keepers = {("settings", what) for what in ("safeguarding", "lists", "everything", "coming")}
        assert {(place, what) for _, place, what in VERBS} - set(targets) == {
            *keepers,
            ("activities", "calendar"),
            ("packs", "easy"),
            ("packs", "us"),
        }


def test_what_begins_with_the_words_typed_stands_before_what_only_holds_them(
    window: MainWindow, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    box = find(shell, "check a", qtbot)
    assert lines(box)[:2] == [tr("Check a pack"), tr("Add a check or training")]
    box.reject()
