"""Bringing in a spreadsheet by keyboard alone: steps there and back, mending, what is kept and what not."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from tests.journeys.hands import Hands
from tests.spreadsheets import CONTACTS, Rows, as_csv, as_xlsx, last_month, register
from tests.ui.doors import everywhere, rest
from tests.vaults import PASSPHRASE, as_somebody_else
from ui.changes import changes
from ui.main_window import MainWindow
from ui.screens.import_table.chooser import Chooser
from ui.screens.import_table.course import Course
from ui.screens.import_table.one_problem import OneProblem
from ui.screens.import_table.screen import ImportTable
from ui.screens.import_table.stages import COLUMNS, ENTIRE, FILE, PEOPLE, PROBLEMS, QUESTIONS, TABLE
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import MEMBER
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.catalogue import KINDS

PLACE = "people"

HOURS: Rows = [
    ["Name", "Date", "Hours"],
    ["Bethan Rees", "2026-04-01", "1.5"],
    ["Cai Jones", "32/13/26", "2"],
    ["Dewi Hughes", "2026-04-03", "a while"],
    ["Elin Price", "2026-04-04", ""],
]
CELL_NAMES = ("B3", "C4")


@pytest.fixture
def hands(window: MainWindow, qtbot: QtBot) -> Hands:
    """Hands on the keys of the window, which is inside."""
    return Hands(window, qtbot)


def page(window: MainWindow) -> ImportTable:
    """Return the screen, which is shown."""
    shell = window.shell()
    assert shell is not None
    found = shell.page()
    assert isinstance(found, ImportTable)
    return found


def course(window: MainWindow) -> Course:
    """Return the file on its way."""
    found = page(window).course
    assert found is not None
    return found


def bring(hands: Hands, file: Path) -> None:
    """Drop a file on the window."""
    hands.window.check([file])
    hands.rest()


def to(hands: Hands, step: int) -> None:
    """Go on by keys until a step is shown."""
    for _ in range(8):
        if course(hands.window).step == step:
            return
        hands.press("Ctrl+Return")
    raise AssertionError(f"step {step} never came: {hands.seen()}")


def counts(vault: Vault) -> dict[str, int]:
    """Return how many records of each kind there are."""
    return {kind: len(vault.rows(kind)) for kind in KINDS}


def test_a_refused_file_is_told_where_one_stands_and_another_can_be_chosen(
    hands: Hands, tmp_path: Path
) -> None:
    bad = tmp_path / "nothing.csv"
    bad.write_bytes(b"")
    bring(hands, bad)
    hands.sees("This file is empty")
    hands.sees("Step 1 of 5: Choose a file")
    hands.go("Or write where the file is")
    hands.paste(f'"{as_csv(tmp_path / "good.csv", HOURS)}"')
    hands.press("Return")
    hands.sees("Step 2 of 5")
    assert course(hands.window).step == TABLE


def test_steps_go_there_and_back_by_keys_and_nothing_is_written_before_the_end(
    hands: Hands, vault: Vault, tmp_path: Path
) -> None:
    before = counts(vault)
    bring(hands, as_csv(tmp_path / "contacts.csv", CONTACTS))
    to(hands, QUESTIONS)
    hands.press("Esc")
    assert course(hands.window).step == COLUMNS
    hands.press("Esc", "Esc")
    assert course(hands.window).step == FILE
    hands.do("Go on with it")
    to(hands, QUESTIONS)
    hands.do("Leave all words blank that nobody knows")
    to(hands, PEOPLE)
    hands.do("Agree to all suggestions")
    to(hands, ENTIRE)
    assert counts(vault) == before
    hands.sees("3 people")


def test_another_sheet_and_another_row_of_headings_are_pointed_at(hands: Hands, tmp_path: Path) -> None:
    rows = [["A list that Nia keeps"], ["Name", "Phone"], ["Bethan Rees", "01632 960001"]]
    bring(hands, as_xlsx(tmp_path / "two.xlsx", First=HOURS, Second=rows))
    hands.sees("Sheet")
    hands.go("Sheet")
    hands.press("End")
    hands.sees("The headings are in row 2.")
    hands.sees("Row 1 is left apart")
    hands.go("The first rows of the sheet")
    hands.press("Down", "Return")
    hands.sees("The headings are in row 3.")
    hands.press("Up", "Return")
    hands.sees("The headings are in row 2.")
    assert course(hands.window).plan is not None


def test_a_column_goes_where_somebody_says(hands: Hands, vault: Vault, tmp_path: Path) -> None:
    bring(hands, as_csv(tmp_path / "contacts.csv", [["Name", "Phone", "Zzz"], ["Bethan Rees", "", "b"]]))
    to(hands, COLUMNS)
    hands.go("What column C, “Zzz”, goes into")
    box = hands.focus()
    assert isinstance(box, Chooser)
    hands.type("E-mail")
    assert box.currentText() == "E-mail"
    plan = course(hands.window).plan
    assert plan is not None
    assert plan.columns[2] == "email"
    hands.press("Home")
    plan = course(hands.window).plan
    assert plan is not None
    assert 2 not in plan.columns
    to(hands, ENTIRE)
    hands.press("Ctrl+Return")
    hands.sees("The file is brought in.")
    assert [row["email"] for row in vault.rows("person")] == [None]


def test_what_no_column_says_is_asked_once_for_all_rows(hands: Hands, vault: Vault, tmp_path: Path) -> None:
    rows = register(last_month(today()))
    bring(hands, as_csv(tmp_path / "register.csv", [row for row in rows if "?" not in row]))
    to(hands, COLUMNS)
    hands.sees("You are asked for it next.")
    to(hands, QUESTIONS)
    hands.sees("No column says “Activity”.")
    hands.type("Choir")
    to(hands, ENTIRE)
    hands.press("Ctrl+Return")
    hands.sees("The file is brought in.")
    assert [row["title"] for row in vault.rows("activity")] == ["Choir"]


def test_problems_are_named_by_cell_and_mended_or_left_out_by_keys(
    hands: Hands, vault: Vault, tmp_path: Path
) -> None:
    bring(hands, as_csv(tmp_path / "hours.csv", HOURS))
    to(hands, PROBLEMS)
    hands.sees("3 problems are left.")
    shown = [one.wrong.cell for one in page(hands.window).findChildren(OneProblem)]
    assert [cell for cell in shown if cell in CELL_NAMES] == list(CELL_NAMES)
    hands.sees("B3: “32/13/26”")
    hands.go("B3: what it should say")
    hands.press("Ctrl+A")
    hands.type("3/4/2026")
    hands.press("Return")
    assert "C4: what it should say" in hands.focus().accessibleName()
    hands.press("Up")
    hands.press("Down")
    hands.until(lambda: "2 problems are left." in hands.seen(), "what is left")
    hands.do("C4: leave row 4 out")
    hands.until(lambda: "1 problem is left." in hands.seen(), "what is left")
    hands.do("Leave out all rows with problems")
    hands.until(lambda: "Every cell is understood now." in hands.seen(), "nothing is left")
    hands.until(lambda: not course(hands.window).soon.isActive(), "it was looked at again")
    to(hands, ENTIRE)
    hands.press("Ctrl+Return")
    hands.sees("The file is brought in.")
    assert sorted(str(row["date"]) for row in vault.rows("time_given")) == ["2026-04-01", "2026-04-03"]


def test_a_suggested_repair_is_taken_by_one_key(hands: Hands, vault: Vault, tmp_path: Path) -> None:
    rows = [HOURS[0], ["Bethan Rees", "25/04/2026", "1"], ["Cai Jones", "04/26/2026", "2"]]
    bring(hands, as_csv(tmp_path / "hours.csv", rows))
    to(hands, PROBLEMS)
    hands.go("B3: what it should say")
    hands.press("F2")
    hands.until(lambda: "Every cell is understood now." in hands.seen(), "nothing is left")
    to(hands, ENTIRE)
    hands.press("Ctrl+Return")
    hands.sees("The file is brought in.")
    assert sorted(str(row["date"]) for row in vault.rows("time_given")) == ["2026-04-25", "2026-04-26"]


def test_what_was_chosen_is_kept_for_the_next_month_and_said(
    hands: Hands, vault: Vault, tmp_path: Path
) -> None:
    file = as_csv(tmp_path / "hours.csv", HOURS[:2])
    bring(hands, file)
    to(hands, ENTIRE)
    hands.press("Ctrl+Return")
    hands.sees("What you chose is kept")
    bring(hands, as_csv(tmp_path / "next.csv", [HOURS[0], ["Bethan Rees", "2026-05-01", "2"]]))
    hands.sees("A file with these headings was brought in before.")


def test_a_file_that_is_half_brought_in_is_not_lost_by_another_that_is_dropped(
    hands: Hands, tmp_path: Path
) -> None:
    bring(hands, as_csv(tmp_path / "one.csv", HOURS))
    to(hands, COLUMNS)
    bring(hands, as_csv(tmp_path / "two.csv", CONTACTS))
    hands.sees("You are in the middle of bringing in one.csv.")
    hands.do("Go on with it")
    assert course(hands.window).opened is not None
    to(hands, COLUMNS)
    assert "Hours" in hands.seen()


def test_new_colours_and_another_size_leave_it_where_it_was(hands: Hands, tmp_path: Path) -> None:
    bring(hands, as_csv(tmp_path / "contacts.csv", CONTACTS))
    to(hands, QUESTIONS)
    hands.do("“voluntear” is “Volunteer”")
    changes.dress.emit()
    hands.rest()
    hands.until(lambda: course(hands.window).step == QUESTIONS, "the same step")
    hands.sees("What words mean")
    plan = course(hands.window).plan
    assert plan is not None
    assert plan.values[("roles", "voluntear")] == "volunteer"


def test_after_a_lock_the_file_is_asked_for_again_and_nothing_of_it_is_left(
    hands: Hands, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    bring(hands, as_csv(tmp_path / "contacts.csv", CONTACTS))
    to(hands, QUESTIONS)
    hands.press("Ctrl+L")
    hands.until(lambda: hands.window.shell() is None, "the door")
    assert "voluntear" not in everywhere()
    assert "contacts.csv" not in everywhere()
    hands.unlock()
    hands.sees("You were bringing in a file when the records were locked.")
    inside = hands.vault()
    assert not [one for one in inside.drafts() if "voluntear" in str(one)]
    inside.lock()


def test_a_cover_leaves_it_where_it_was(hands: Hands, tmp_path: Path) -> None:
    bring(hands, as_csv(tmp_path / "contacts.csv", CONTACTS))
    to(hands, QUESTIONS)
    before = course(hands.window)
    hands.press("Ctrl+Shift+L")
    hands.until(lambda: hands.window.shell() is None, "the cover")
    QTest.keyClicks(hands.focus(), PASSPHRASE)
    hands.press("Return")
    hands.until(lambda: hands.window.shell() is not None, "the inside")
    assert course(hands.window) is before
    hands.sees("What words mean")


def test_a_member_is_told_who_can_and_is_offered_nothing_dead(
    vault: Vault, qtbot: QtBot, tmp_path: Path
) -> None:
    with as_somebody_else(vault, MEMBER) as theirs:
        made = MainWindow()
        made.show()
        made.enter(theirs)
        rest(qtbot)
        made.check([as_csv(tmp_path / "hours.csv", HOURS)])
        rest(qtbot)
        shown = page(made)
        said = [one.text() for one in shown.findChildren(QLabel) if one.isVisible()]
        assert any("A keeper can do this" in words for words in said)
        assert all(one.isEnabled() for one in shown.findChildren(QPushButton) if one.isVisible())
        assert shown.course is None
        made.desk = None
        made.close()
        made.deleteLater()
