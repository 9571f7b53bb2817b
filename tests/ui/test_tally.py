"""Counting by groups with mouse and keys: blank stays blank, 0 stays 0, all one step with its session."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.test_register import CTRL, DAY, LAST, Hands, of_today, opened
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.engagement import Engagement
from ui.screens.records.part import RecordsPart
from ui.screens.register.form import Register
from ui.screens.tally.of_asking import AskingTallies
from ui.screens.tally.places import ListOfPlaces
from ui.screens.tally.tallies import ELSE, Tallies
from ui.widgets.drafted import drafted_of
from ui.widgets.packed import packed, unpacked
from vcse_desktop.actions import recording, registering
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.tallying import PLACES, Counted, new_place
from vcse_desktop.actions.unlocking import Vault

GROUPS = "inclusion_groups"
Go = Callable[..., Register]


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader is told to say."""
    words = list[str]()

    def hear(_: object, sentence: str) -> None:
        words.append(sentence.replace("\u2068", "").replace("\u2069", ""))

    monkeypatch.setattr("ui.screens.tally.counter.announce", hear)
    monkeypatch.setattr("ui.screens.tally.places.announce", hear)
    yield words


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """Somebody at the keys."""
    return Hands(qtbot)


@pytest.fixture
def go(window: MainWindow, qtbot: QtBot) -> Go:
    """Opens a register in the window."""
    return lambda *what: opened(window, qtbot, *what)


@pytest.fixture
def counted(vault: Vault) -> int:
    """An activity whose last session was counted by groups often left out, and by place."""
    activity = recording.add(vault, "activity", {"title": "Drop-in"}).ids[0]
    recording.add(vault, "place", {"code": "heath", "name": "Lower Heath", "kind": "own"})
    recording.add(vault, "place", {"code": "bridge", "name": "Bridge ward", "kind": "ward"})
    numbers = Counted({(GROUPS, "homeless"): 2, (PLACES, "heath"): 5})
    registering.save(vault, Filled({"activity": activity, "date": LAST}, counted=numbers))
    return activity


def noted(vault: Vault) -> dict[object, object]:
    """Return the numbers of today's session by group."""
    rows = vault.rows("tally", session=of_today(vault)["id"])
    return {row["code"]: row["n"] for row in rows}


def test_the_lists_used_last_are_open_and_buttons_keys_and_the_box_count(
    go: Go, vault: Vault, counted: int, hands: Hands, heard: list[str]
) -> None:
    made = go("register", counted)
    tally = made.tally
    assert list(tally.open) == [GROUPS, PLACES]
    assert "added up" in " ".join(one.text() for one in tally.findChildren(QLabel))
    groups, heath = tally.open[GROUPS].counters, tally.open[PLACES].counters["heath"]
    homeless, migrants, grt = groups["homeless"], groups["migrants"], groups["grt"]
    assert [one.box.text() for one in (homeless, heath)] == ["", ""]  # last time's numbers are not today's
    assert homeless.more.accessibleName().startswith("One more: ")
    homeless.more.click()
    homeless.more.setFocus()
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return)
    assert homeless.box.text() == "3"
    assert heard == [f"People experiencing homelessness: {n}" for n in (1, 2, 3)]
    hands.tab_to(migrants.fewer)
    hands.press(Qt.Key.Key_Space)
    assert (migrants.box.text(), heard[-1]) == ("", "Vulnerable migrants: not recorded")
    hands.tab_to(migrants.box)
    hands.press(Qt.Key.Key_Up)
    for _ in range(3):
        hands.press(Qt.Key.Key_Down)
    assert (migrants.box.text(), heard[-1]) == ("0", "Vulnerable migrants: 0")
    hands.tab_to(grt.box)
    hands.type("7")
    hands.press(Qt.Key.Key_Up)
    heath.box.setText("4")
    heath.box.clear()
    hands.press(Qt.Key.Key_Return, CTRL)
    assert noted(vault) == {"homeless": 3, "migrants": 0, "grt": 8}
    hands.press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert vault.rows("session", date=DAY) == []
    assert len(vault.rows("tally")) == 2


def test_a_saved_count_opens_as_it_was_and_an_emptied_box_is_not_recorded_again(
    go: Go, vault: Vault, counted: int, hands: Hands
) -> None:
    (last,) = vault.rows("session", activity=counted)
    tally = go("session", last["id"]).tally
    homeless, heath = tally.open[GROUPS].counters["homeless"], tally.open[PLACES].counters["heath"]
    assert (homeless.box.text(), heath.box.text()) == ("2", "5")
    homeless.box.setFocus()
    homeless.box.clear()
    hands.press(Qt.Key.Key_Return, CTRL)
    assert {row["code"]: row["n"] for row in vault.rows("tally")} == {"heath": 5}


def test_another_list_is_opened_by_its_name_and_no_number_can_be_mistaken(
    go: Go, vault: Vault, hands: Hands
) -> None:
    recording.add(vault, "activity", {"title": "Drop-in"})
    tally = go("register").tally
    assert tally.open == {}
    hands.tab_to(tally.unfold)
    hands.press(Qt.Key.Key_Space)
    (sex,) = [one for one in tally.findChildren(QPushButton) if one.accessibleName() == "Count by: Sex"]
    assert sex.isVisible()
    hands.tab_to(sex)
    hands.press(Qt.Key.Key_Return)
    first = tally.open["sex"].counters["female"]
    assert QApplication.focusWidget() is first.more
    assert first.box.accessibleName().replace("\u2068", "").replace("\u2069", "") == "Female (Sex)"
    assert (tally.unfold.text(), sex.isVisible()) == (ELSE, False)
    first.box.setText("a few")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert vault.rows("session", date=DAY) == []
    assert QApplication.focusWidget() is first.box
    assert "whole number" in first.box.accessibleDescription()
    first.more.click()
    assert first.box.text() == "a few"


def test_a_place_is_found_by_its_letters_or_named_for_the_first_time(
    go: Go, vault: Vault, counted: int, hands: Hands, heard: list[str]
) -> None:
    places = go("register", counted).tally.open[PLACES]
    assert isinstance(places, ListOfPlaces)
    assert list(places.counters) == ["heath"]
    places.box.setFocus()
    hands.type("brid")
    hands.press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is places.counters["bridge"].more
    hands.press(Qt.Key.Key_Space)
    places.box.setFocus()
    hands.type("Mill <b>Row</b>")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Space)
    assert heard[-1] == "Mill <b>Row</b>: 2"
    hands.press(Qt.Key.Key_Return, CTRL)
    (mill,) = [row for row in vault.rows("place") if row["kind"] == "own" and row["code"] != "heath"]
    assert noted(vault) == {"bridge": 1, mill["code"]: 2}
    hands.press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert len(vault.rows("place")) == 2


def test_a_draft_holds_numbers_and_new_places_and_opens_their_lists(go: Go) -> None:
    made = go("register")
    made.tally.show_list("sex").counters["male"].box.setText("4")
    places = made.tally.show_list(PLACES)
    assert isinstance(places, ListOfPlaces)
    places.box.box.setText("Mill Row")
    places.box.pick(places._ask("Mill Row")[-1])
    (code,) = places.counters
    places.counters[code].more.click()
    draft = unpacked(packed(drafted_of(made).draft()))
    again = Tallies(made.fields._lists, made.tally._counting)
    again.type_again(draft[3])
    assert again.counted() == made.tally.counted()
    assert again.counted().new == {code: "Mill Row"}
    assert code == new_place(made.tally._counting, "mill row")
    again.deleteLater()


def test_a_piece_of_asking_counts_the_four_groups_and_more_as_one_step(
    window: MainWindow, vault: Vault, qtbot: QtBot, hands: Hands
) -> None:
    asking = recording.add(vault, "engagement", {"question": "Which hours?"}).ids[0]
    shell = window.shell()
    assert shell is not None
    shell.go("engagement", ("engagement", asking))
    screen = shell.page()
    assert isinstance(screen, Engagement)
    part = screen.tabs.part()
    assert isinstance(part, RecordsPart)
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    qtbot.waitUntil(tasks.idle)
    page = part.forms.page()
    assert page is not None
    (counting,) = [one for one in page.parts if isinstance(one, AskingTallies)]
    assert counting.tallies is not None
    groups = counting.tallies.open["stakeholder_group"].counters
    assert list(groups) == ["public", "clinical", "workforce", "leaders"]
    groups["public"].box.setFocus()
    hands.type("12")
    hands.tab_to(groups["leaders"].box)
    hands.type("0")
    counting.tallies.show_list("age_band").counters["age_85_plus"].more.click()
    assert counting.kept() is not None
    hands.press(Qt.Key.Key_Return, CTRL)
    assert {row["group"]: row["n"] for row in vault.rows("stakeholder")} == {"public": 12, "leaders": 0}
    assert [row["n"] for row in vault.rows("tally", engagement=asking)] == [1]
    assert part.forms.page() is page  # what saves the count leaves the form open
    assert counting.kept() is None
    hands.press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert (vault.rows("stakeholder"), vault.rows("tally")) == ([], [])
    qtbot.waitUntil(lambda: groups["public"].box.text() == "")
