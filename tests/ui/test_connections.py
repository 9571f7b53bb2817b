"""Connections by keys: an offer and a wish are noted, brought together, agreed to, introduced, and undone."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_people import ALT, CTRL, press, write
from ui import tasks
from ui.forms.record_form import RecordForm
from ui.main_window import MainWindow
from ui.screens.connections.choosing import Choosing
from ui.screens.connections.pair import PairPanel
from ui.screens.connections.part import ConnectionsPart
from ui.screens.people.screen import People
from ui.widgets.dressing import choose
from vcse_desktop.actions import bringing_together, recording
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.vocabularies import lists

PLACE = "people"

NOW = today().isoformat()
Part = Callable[[], ConnectionsPart]


@pytest.fixture
def part(window: MainWindow, qtbot: QtBot) -> Part:
    """What finds the tab of the connections as it stands in the window now."""
    qtbot.waitUntil(window.isActiveWindow)

    def found() -> ConnectionsPart:
        shell = window.shell()
        assert shell is not None
        page = shell.page()
        assert isinstance(page, People)
        shown = page.tabs.part()
        assert isinstance(shown, ConnectionsPart)
        return shown

    shell = window.shell()
    assert shell is not None
    shell.go("people")
    page = shell.page()
    assert isinstance(page, People)
    page.tabs.show_part("connections")
    qtbot.waitUntil(tasks.idle)
    return found


def texts(widget: QWidget) -> set[str]:
    """Return the words that can be seen on a widget, without marks of direction."""
    words = (one.text() for one in widget.findChildren(QLabel) if one.isVisible())
    return {word.replace("\u2068", "").replace("\u2069", "").replace("\xa0", " ") for word in words}


def keys(widget: QWidget) -> list[str]:
    """Return the words on the buttons that can be seen."""
    return [one.text() for one in widget.findChildren(QPushButton) if one.isVisible()]


def both(vault: Vault) -> tuple[int, int]:
    """Note an offer of Megan's and a wish of Bo's."""
    made = []
    for side, who, what in (("offer", "Megan", "Lifts"), ("wish", "Bo", "A lift")):
        person = recording.add(vault, "person", {"known_as": who}).ids[0]
        values = {side: what, f"{side}_person": person, "state": "offered"}
        made.append(recording.add(vault, "connection", values).ids[0])
    return made[0], made[1]


def test_an_offer_takes_two_fields_and_says_what_is_missing(part: Part, vault: Vault, qtbot: QtBot) -> None:
    side = part().board.sides["offer"]
    side.add.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: side.form is not None and side.form.form is not None)
    write("Megan")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "Write what is offered." in texts(side))
    assert vault.rows("connection") == vault.rows("person") == []
    write("Lifts")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "Megan: Lifts" in texts(side))
    (made,) = vault.rows("connection")
    assert (made["offer"], made["state"]) == ("Lifts", "offered")
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: vault.rows("connection") == vault.rows("person") == [])


def test_two_are_brought_together_and_introduced_by_keys_once_both_agree(
    part: Part, vault: Vault, qtbot: QtBot
) -> None:
    offer, _ = both(vault)
    before = vault.rows("connection")
    part().look()
    qtbot.waitUntil(tasks.idle)
    part().board.sides["offer"].buttons()[0].setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(part().panel, Choosing) and part().first().hasFocus())
    press(Qt.Key.Key_Escape)
    assert part().panel is None and part().board.isVisible()
    part().board.sides["wish"].buttons()[0].click()
    qtbot.waitUntil(lambda: isinstance(part().panel, Choosing) and part().first().hasFocus())
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: isinstance(part().panel, PairPanel) and part().first().hasFocus())
    panel = part().panel
    assert isinstance(panel, PairPanel)
    for who in ("Megan", "Bo"):
        qtbot.waitUntil(lambda: any(words.startswith("Before they are introduced") for words in texts(panel)))
        qtbot.waitUntil(lambda: panel.first().hasFocus())
        assert "Introduce them" not in keys(panel)
        press(Qt.Key.Key_Space)
        said = f"{who} agreed on {today().day} "
        qtbot.waitUntil(lambda said=said: any(words.startswith(said) for words in texts(panel)))  # type: ignore[misc]
        qtbot.waitUntil(lambda: panel.first().hasFocus())
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: keys(panel)[1:] == ["How does it go?", "All details…"])
    (made,) = vault.rows("connection")
    assert (made["id"], made["made_on"], made["state"]) == (offer, NOW, "introduced")
    for _ in range(4):
        press(Qt.Key.Key_U, ALT)
        qtbot.waitUntil(tasks.idle)
    assert vault.rows("connection") == before
    qtbot.waitUntil(lambda: part().panel is None)


def test_how_it_goes_is_noted_with_the_day_and_what_was_typed_outlives_new_colours(
    part: Part, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    offer, wish = both(vault)
    bringing_together.join(vault, offer, wish)
    for side in ("offer", "wish"):
        bringing_together.agree(vault, offer, side)
    bringing_together.introduce(vault, offer)
    part().ask("going", offer)
    qtbot.waitUntil(lambda: isinstance(part().panel, PairPanel) and form(part()) is not None)
    write("Every Monday")
    before = window.shell()
    choose("theme", "dark")
    qtbot.waitUntil(lambda: window.shell() is not before)
    qtbot.waitUntil(lambda: isinstance(part().panel, PairPanel) and form(part()) is not None)
    choose("theme", "light")
    qtbot.waitUntil(tasks.idle)
    qtbot.waitUntil(lambda: form(part()) is not None)
    part().save()
    qtbot.waitUntil(tasks.idle)
    (made,) = vault.rows("connection")
    assert (made["going"], made["checked_on"], made["state"]) == ("Every Monday", NOW, "introduced")


def test_what_asks_how_it_goes_gives_way_to_its_form_and_one_name_stands_alone(
    part: Part, vault: Vault, qtbot: QtBot
) -> None:
    wisher = recording.add(vault, "person", {"known_as": "Bo"}).ids[0]
    values = {
        "kind": "passed_to_us",
        "wish": "A lift",
        "wish_person": wisher,
        "wish_agreed": NOW,
        "state": "going",
    }
    made = recording.add(vault, "connection", values).ids[0]
    part().ask("going", made)
    qtbot.waitUntil(lambda: form(part()) is not None)
    panel = part().panel
    assert isinstance(panel, PairPanel)
    assert panel.title.text().strip("\u2068\u2069") == "Bo"
    assert "How does it go?" not in keys(panel)
    qtbot.waitUntil(tasks.idle)
    assert panel.going.form is not None
    panel.going.form.close_form()
    assert "How does it go?" in keys(panel)


def form(part: ConnectionsPart) -> object:
    """Return the form about how it goes, once it is there."""
    panel = part.panel
    going = panel.going.form if isinstance(panel, PairPanel) else None
    return going.form if going is not None else None


def test_the_full_form_lets_an_introduction_of_before_stand_and_refuses_a_new_one(qtbot: QtBot) -> None:
    old = {"offer": "Lifts", "wish": "A lift", "kind": "introduction", "made_on": NOW}
    form = RecordForm(KINDS["connection"], lists(), {}, old)
    qtbot.addWidget(form)
    assert {one.field for one in form.problems()} == {"offer_agreed", "wish_agreed"}
    form.keep()
    assert form.problems() == []
