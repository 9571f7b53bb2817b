"""Other colours, another size or language: what was begun on a page and not saved stands there again."""

from datetime import timedelta
from functools import partial
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow
from ui.screens.activities.screen import Activities
from ui.screens.people.part import PeoplePart
from ui.screens.people.screen import People
from ui.screens.records.form import RecordPage
from ui.screens.records.part import RecordsPart
from ui.screens.records.parts import PartRows
from ui.screens.register.form import Register
from ui.screens.screen import Screen
from ui.screens.shell import Shell
from ui.screens.today.screen import MONTH, Today
from ui.widgets.dressing import choose
from vcse_desktop.actions import recording, registering
from vcse_desktop.actions.entering import New
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.unlocking import Vault

PLACE = "help"

Page = TypeVar("Page", bound=Screen)
LAST = (today() - timedelta(days=7)).isoformat()


@pytest.fixture(autouse=True)
def plain() -> None:
    """Nothing is chosen yet."""
    choose("theme", "light")


def go(window: MainWindow, qtbot: QtBot, kind: type[Page], what: object = None) -> Page:
    """Go to a page and wait until it is there."""
    shell = window.shell()
    assert shell is not None
    shell.go(kind.__name__.lower(), what)
    qtbot.waitUntil(tasks.idle)
    shown = shell.page()
    assert isinstance(shown, kind)
    return shown


def draw_anew(window: MainWindow, qtbot: QtBot) -> None:
    """Choose other colours, and others again before anything could be read."""
    for theme in ("dark", "light"):
        before = window.shell()
        choose("theme", theme)
        qtbot.waitUntil(partial(_another, window, before))
    qtbot.waitUntil(tasks.idle)
    QApplication.processEvents()
    qtbot.waitUntil(tasks.idle)


def _another(window: MainWindow, before: Shell | None) -> bool:
    return window.shell() is not before


def register(screen: Activities) -> Register:
    """Return the register that is shown."""
    shown = screen.ours.shown()
    assert isinstance(shown, Register)
    return shown


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity with a session at which Ann and Bo helped."""
    activity = recording.add(vault, "activity", {"title": "Drop-in", "usual_hours": 120}).ids[0]
    ann, bo = (recording.add(vault, "person", {"known_as": name}).ids[0] for name in ("Ann", "Bo"))
    registering.save(vault, Filled({"activity": activity, "date": LAST}, {ann: 120, bo: 90}, 3, 360))
    return activity


def fill(made: Register) -> None:
    """Fill a register in, in every part of it, and not all of it soundly."""
    made.same_as_last()
    made.fields.put("date", "2026-01-05")
    made.fields.put("people_n", "about ten")
    made.fields.put("came", [New("person", "Gwen")])
    ann = next(iter(made.helpers.ticks.chosen().values()))
    ann.hours.setText("1h and a bit")
    made.helpers.new[-1] = "Zoe"
    made.helpers.ticks.add(-1, "Zoe").box.setChecked(True)
    made.helpers.more.box.setText("Al")
    made.said.words.setText("Keep the kettle")
    made.said.kind.put("working")
    made.said.share.put("no")


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_register_stands_as_it_was_filled_in(
    window: MainWindow, qtbot: QtBot, dropin: int, *, elsewhere: bool
) -> None:
    made = register(go(window, qtbot, Activities, ("register", dropin)))
    fill(made)
    typed = made.typed()
    if elsewhere:
        go(window, qtbot, Today)
    draw_anew(window, qtbot)
    screen = go(window, qtbot, Activities)
    again = register(screen)
    assert again is not made
    assert again.typed() == typed
    assert again.touched
    assert screen.title.text() == "Register"
    screen.back()
    assert screen.title.text() == "Activities"


def test_a_form_left_unsaved_behind_what_is_shown_waits_there(
    window: MainWindow, qtbot: QtBot, dropin: int
) -> None:
    screen = go(window, qtbot, Activities, ("register", dropin))
    register(screen).fields.put("people_n", "17")
    screen.back()
    qtbot.waitUntil(tasks.idle)
    screen = go(window, qtbot, Activities, "new")
    draw_anew(window, qtbot)
    screen = go(window, qtbot, Activities)
    assert screen.title.text() == "A new activity"
    again = register(go(window, qtbot, Activities, ("register", dropin)))
    assert again.filled().session["people_n"] == 17


def test_a_record_is_open_again_with_what_was_typed_and_its_small_row(
    window: MainWindow, qtbot: QtBot, vault: Vault
) -> None:
    joan = recording.add(vault, "person", {"known_as": "Joan"}).ids[0]
    screen = go(window, qtbot, People, ("person", joan))
    part = screen.tabs.part()
    assert isinstance(part, PeoplePart)
    assert part.beside.card is not None
    part.beside.card.changing.emit()
    qtbot.waitUntil(tasks.idle)
    page = part.forms.page()
    assert page is not None
    page.form.put({"known_as": "Joanie", "phone": "07700 900123"})
    small = page.parts[0]
    assert isinstance(small, PartRows)
    small.begin(None)
    row = small.form()
    assert row is not None
    row.put({"note": "on the phone"})
    kept = page.kept()
    draw_anew(window, qtbot)
    part = go(window, qtbot, People).tabs.part()
    assert isinstance(part, PeoplePart)
    again = part.forms.page()
    assert isinstance(again, RecordPage)
    assert again.kept() == kept
    assert again.to_save() == {"known_as": "Joanie", "phone": "07700 900123"}
    assert part.beside.card is not None
    assert part.beside.card.card.name == "Joan"


def test_a_new_record_of_another_tab_is_gone_on_with(window: MainWindow, qtbot: QtBot) -> None:
    screen = go(window, qtbot, People)
    screen.tabs.show_part("support")
    screen.new()
    qtbot.waitUntil(tasks.idle)
    part = screen.tabs.part()
    assert isinstance(part, RecordsPart)
    page = part.forms.page()
    assert page is not None
    page.form.put({"who_hint": "red coat", "person": "Jo"})
    screen.back()
    screen.tabs.show_part("connections")
    go(window, qtbot, Today)
    draw_anew(window, qtbot)
    screen = go(window, qtbot, People)
    assert screen.tabs.code() == "connections"
    part = screen.tabs.show_part("support")
    assert isinstance(part, RecordsPart)
    assert part.forms.page() is None
    assert not part.list.unsaved.isHidden()
    part.list.going_on.emit()
    again = part.forms.page()
    assert again is not None
    values = again.to_save()
    assert (values["who_hint"], values["person"], values["who_for"]) == ("red coat", "Jo", "carer")


def test_hours_that_were_typed_are_not_replaced_by_the_usual_ones(
    window: MainWindow, qtbot: QtBot, dropin: int
) -> None:
    today_page = go(window, qtbot, Today)
    today_page.day.form.fields.hours.box.setText("7")
    draw_anew(window, qtbot)
    assert go(window, qtbot, Today).day.form.fields.hours.box.text() == "7"


def test_the_month_is_shown_again(window: MainWindow, qtbot: QtBot) -> None:
    go(window, qtbot, Today, MONTH)
    draw_anew(window, qtbot)
    assert go(window, qtbot, Today, None).tabs.code() == MONTH
