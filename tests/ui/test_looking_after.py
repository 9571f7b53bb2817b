"""Looking after volunteers: a check done again, thanks and expenses each by one key, what was given."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.test_connections import texts
from tests.ui.test_people import ALT, CTRL, press, write
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.looking_after.part import LookingAfter
from ui.screens.people.screen import People
from vcse_desktop.actions import recording
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault

PLACE = "people"

NOW = today().isoformat()


def ago(days: int) -> str:
    """Return the day so many days ago."""
    return (today() - timedelta(days=days)).isoformat()


@pytest.fixture
def part(window: MainWindow, vault: Vault, qtbot: QtBot) -> LookingAfter:
    """The tab, with what waits for Zoe and Ann."""
    for name, days in (("Zoe", 1), ("Zoe", 2), ("Ann", 3)):
        found = [one["id"] for one in vault.rows("person", known_as=name)]
        who = found[0] if found else recording.add(vault, "person", {"known_as": name}).ids[0]
        recording.add(
            vault,
            "time_given",
            {"person": who, "hours": 60, "date": ago(days), "expenses": "offered"},
        )
    recording.add(
        vault,
        "check",
        {"person": who, "kind": "training", "done_on": ago(900), "ends_on": ago(9), "accepted": True},
    )
    qtbot.waitUntil(window.isActiveWindow)
    shell = window.shell()
    assert shell is not None
    shell.go("people")
    page = shell.page()
    assert isinstance(page, People)
    made = page.tabs.show_part("volunteers")
    assert isinstance(made, LookingAfter)
    qtbot.waitUntil(tasks.idle)
    return made


def test_a_check_is_found_by_a_word_and_done_again_it_is_of_today_and_no_longer_ran_out(
    part: LookingAfter, vault: Vault, qtbot: QtBot
) -> None:
    ran_out, _, others = part.checks.groups
    press(Qt.Key.Key_F, CTRL)
    write("zoe")
    assert "Ann: Training" not in texts(ran_out)
    press(Qt.Key.Key_Escape)
    assert "Ann: Training" in texts(ran_out)
    before = vault.rows("check")
    ran_out.buttons()[0].setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: part.checks.form is not None and part.checks.form.form is not None)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: "Ann: Training" in texts(others))
    (made,) = vault.rows("check")
    assert (made["id"], made["done_on"], made["ends_on"]) == (before[0]["id"], NOW, None)
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: vault.rows("check") == before)


def test_one_key_thanks_for_all_of_it_another_pays_and_one_undo_takes_each_back(
    part: LookingAfter, vault: Vault, qtbot: QtBot
) -> None:
    before = vault.rows("time_given")
    for lines, code, value in (
        (part.thanks.thanks, "thanked_on", NOW),
        (part.thanks.owed, "expenses", "paid"),
    ):
        ann, _, zoe, _ = lines.buttons()  # by their names: Zoe gave more
        assert "Ann" in ann.accessibleName()
        zoe.setFocus()
        press(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda lines=lines: len(lines.buttons()) == 2)  # type: ignore[misc]
        assert [row[code] == value for row in vault.rows("time_given")] == [True, True, False]
        press(Qt.Key.Key_U, ALT)
        qtbot.waitUntil(lambda lines=lines: len(lines.buttons()) == 4)  # type: ignore[misc]
        assert vault.rows("time_given") == before


def test_training_we_gave_our_drivers_is_noted_where_one_thinks_of_it(
    part: LookingAfter, vault: Vault, qtbot: QtBot
) -> None:
    part.thanks.begin()
    qtbot.waitUntil(lambda: part.thanks.form is not None and part.thanks.form.form is not None)
    assert part.thanks.form is not None and part.thanks.form.form is not None
    form = part.thanks.form.form
    form.put({"what": ["training"]})
    form.rows["for_whom"].editor.control.setFocus()
    write("our drivers")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(vault.rows("capacity_support")) == 1)
    (made,) = vault.rows("capacity_support")
    assert (made["direction"], made["what"]) == ("given_by_us", ["training"])
    assert (made["for_whom"], made["given_on"]) == ("our drivers", NOW)
