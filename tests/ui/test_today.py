"""Today by keys: hours logged in a few of them, nobody guessed, each number opens its records."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.changes import changes
from ui.main_window import MainWindow
from ui.screens.contents.table import TableCard
from ui.screens.records.tabs import RecordTabs
from ui.screens.today.screen import Today
from ui.widgets.chart import ChartPicture
from vcse_desktop.actions import recording
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class Keys(QObject):
    """Presses keys where the focus is, and counts them; a key with modifiers is one."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key."""
        at = QApplication.focusWidget() or QApplication.activeWindow()
        assert at is not None
        QTest.keyClick(at, key, modifier)
        self.pressed += 1

    def type(self, words: str) -> None:
        """Type words."""
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClicks(at, words)
        self.pressed += len(words)


@pytest.fixture
def keys() -> Keys:
    """Somebody at the keyboard."""
    return Keys()


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> Today:
    """The page as it stands when the vault was opened."""
    shell = window.shell()
    assert shell is not None
    shown = shell.page()
    assert isinstance(shown, Today)
    qtbot.waitUntil(tasks.idle)
    return shown


def add(vault: Vault, table: str, /, **values: object) -> int:
    """Add one record and return its id."""
    made = recording.add(vault, table, values)
    changes.changed.emit(made)
    return made.ids[0]


def said(window: MainWindow) -> str:
    """Return what the window says at its foot."""
    shell = window.shell()
    assert shell is not None
    return shell.toast.sentence.text().replace("\u2068", "").replace("\u2069", "")


def settled(qtbot: QtBot) -> None:
    """Wait until every answer has come, and those to what was asked because of it."""
    for _ in range(3):
        qtbot.waitUntil(tasks.idle)
        QApplication.processEvents()


def test_hours_of_one_person_take_few_keys_with_what_stands_there(
    window: MainWindow, page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    joan = add(vault, "person", known_as="Joan Ellis")
    kitchen = add(vault, "activity", title="Kitchen", usual_hours=120)
    add(vault, "time_given", person=joan, hours=60, activity=kitchen, date="2026-01-05")
    settled(qtbot)
    assert QApplication.focusWidget() is page.day.form.fields.who.box.box
    keys.type("joan")
    keys.press(Qt.Key.Key_Return)
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(vault.rows("time_given")) == 2)
    row = vault.rows("time_given")[-1]
    assert (row["person"], row["activity"], row["hours"]) == (joan, kitchen, 120)
    assert (row["date"], row["certainty"]) == (today().isoformat(), "counted")
    settled(qtbot)
    assert said(window) == "Logged 2 hours for Joan Ellis."
    assert page.day.form.fields.who.box.text() == ""
    assert QApplication.focusWidget() is page.day.form.fields.who.box.box
    assert keys.pressed == 6
    keys.press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: len(vault.rows("time_given")) == 1)


def test_another_length_is_twelve_keys_at_most(page: Today, vault: Vault, keys: Keys, qtbot: QtBot) -> None:
    add(vault, "person", known_as="Joan Ellis")
    settled(qtbot)
    keys.type("jo")
    keys.press(Qt.Key.Key_Return)
    while QApplication.focusWidget() is not page.day.form.fields.hours.box:
        keys.press(Qt.Key.Key_Tab)
        assert keys.pressed < 12
    keys.type("1h30")
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: [row["hours"] for row in vault.rows("time_given")] == [90])
    assert keys.pressed <= 12


def test_somebody_new_is_one_step_that_one_key_takes_back(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    keys.type("Bethan")
    keys.press(Qt.Key.Key_Return)
    page.day.form.fields.hours.set_minutes(90)
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: [row["known_as"] for row in vault.rows("person")] == ["Bethan"])
    settled(qtbot)
    keys.press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: not vault.rows("person") and not vault.rows("time_given"))


def test_an_empty_name_is_asked_for_and_never_guessed(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot, heard: list[str]
) -> None:
    add(vault, "person", known_as="Aaron")
    settled(qtbot)
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.day.form.fields.who.problem.isVisible)
    sentence = "Type a name, or choose “not by name”."
    assert page.day.form.fields.who.problem.text() == sentence
    assert sentence in heard
    assert QApplication.focusWidget() is page.day.form.fields.who.box.box
    settled(qtbot)
    assert vault.rows("time_given") == []


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What a screen reader is told to say."""
    words = list[str]()
    monkeypatch.setattr("ui.widgets.remark.announce", lambda _, sentence: words.append(sentence))
    yield words


def test_a_name_that_was_not_taken_is_not_guessed_either(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    add(vault, "person", known_as="Joan Ellis")
    settled(qtbot)
    page.day.form.fields.hours.set_minutes(60)
    keys.type("joan")
    keys.press(Qt.Key.Key_Return, CTRL)
    assert "Take" in page.day.form.fields.who.problem.text()
    assert page.day.form.fields.who.box.text() == "joan"
    settled(qtbot)
    assert vault.rows("time_given") == []


@pytest.mark.parametrize("words", ["Lorem ipsum dolor " * 5_600, "L" * 100_000])
def test_a_pasted_novel_neither_fills_the_page_nor_the_list_with_itself(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot, words: str
) -> None:
    fields = page.day.form.fields
    fields.what.box.setText(words)
    page.day.form.save()
    said = page.day.form.notices["activity"].text()
    assert said.startswith("No activity is called") and len(said) < 300
    assert fields.what.text() == fields.what.box.text().strip() != ""
    fields.who.box.box.setFocus()
    fields.who.box.box.setText(words)
    offered = fields.who.box.rows.list
    assert len(offered.item(offered.count() - 1).text()) < 300
    page.day.form.save()
    assert len(page.day.form.fields.who.problem.text()) < 300
    assert vault.rows("time_given") == []


def test_a_group_without_names_is_four_fields_and_both_numbers_are_said(
    window: MainWindow, page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    fields = page.day.form.fields
    keys.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is fields.who.unnamed
    keys.press(Qt.Key.Key_Space)
    assert QApplication.focusWidget() is fields.who.count
    keys.type("14")
    fields.hours.box.setFocus()
    keys.type("2")
    assert fields.altogether.text() == "14 people: 2 hours each, 28 hours altogether."
    fields.who.way.choose("altogether")
    fields.who.way.chosen.emit()
    keys.type("8")
    assert fields.altogether.text() == "14 people: 2 hours each, 28 hours altogether."
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: len(vault.rows("time_given")) == 1)
    (row,) = vault.rows("time_given")
    assert (row["person"], row["helpers_n"], row["hours"]) == (None, 14, 1680)
    settled(qtbot)
    assert said(window) == "Logged 28 hours for 14 people."


def test_what_is_not_understood_is_said_beside_its_field_and_stays(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    fields = page.day.form.fields
    keys.type("Zoe")
    keys.press(Qt.Key.Key_Return)
    fields.hours.box.setText("a while")
    keys.press(Qt.Key.Key_Return, CTRL)
    told = "Write the time as 1h30, 90m, 1:30 or 1.5."
    assert page.day.form.notices["hours"].text() == told
    assert fields.hours.box.accessibleDescription() == told, "whoever comes back to the box hears it"
    assert QApplication.focusWidget() is fields.hours.box
    assert fields.hours.box.text() == "a while"
    fields.hours.box.setText("1½")
    assert fields.hours.understood.text().replace("\u2068", "").replace("\u2069", "") == "That is 1½ hours."
    assert not page.day.form.notices["hours"].isVisible()
    fields.when.set_day((today() + timedelta(days=1)).isoformat())
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.day.form.notices["date"].isVisible)
    assert vault.rows("time_given") == []
    assert fields.who.box.text() == "Zoe"


def test_a_very_long_day_is_asked_about_then_kept(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    keys.type("Zoe")
    keys.press(Qt.Key.Key_Return)
    page.day.form.fields.hours.set_minutes(17 * 60)
    keys.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(page.day.form.keep.isVisible)
    assert vault.rows("time_given") == []
    assert QApplication.focusWidget() is page.day.form.keep
    keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [row["hours"] for row in vault.rows("time_given")] == [1020])


def test_what_was_logged_can_be_taken_back_and_opened(
    window: MainWindow, page: Today, vault: Vault, qtbot: QtBot
) -> None:
    add(vault, "time_given", hours=60, helpers_n=3, date=today().isoformat())
    settled(qtbot)
    _opened, undo = page.day.logged.buttons()
    assert undo.accessibleName().startswith("Undo: 3 people without names: 1 hour")
    undo.click()
    qtbot.waitUntil(lambda: not vault.rows("time_given"))
    settled(qtbot)
    assert page.day.logged.buttons() == []
    assert "Nothing logged today" in page.day.logged._empty.text()


def test_each_number_opens_the_records_that_it_counts(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    joan = add(vault, "person", known_as="Joan")
    add(vault, "time_given", person=joan, hours=90, date=today().isoformat())
    settled(qtbot)
    hours = page.day.week.numbers["hours"]
    assert hours.accessibleName() == "1½ hours given: show them"
    hours.setFocus()
    keys.press(Qt.Key.Key_Return)
    assert page.day.behind.isVisible()
    (first,) = page.day.behind.buttons()
    assert QApplication.focusWidget() is first
    assert "Joan" in first.accessibleName()
    keys.press(Qt.Key.Key_Escape)
    assert not page.day.behind.isVisible()


def test_the_month_shows_carers_in_three_figures_and_none_is_added_up(
    page: Today, vault: Vault, qtbot: QtBot
) -> None:
    add(vault, "support", date=today().isoformat(), who_for="carer", newly_identified=True)
    page.open("month")
    settled(qtbot)
    assert page.month is not None
    shown = {code: one.accessibleName() for card in page.month.cards for code, one in card.numbers.items()}
    assert shown["supported_contacts"] == "1 contacts with carers, unnamed: show them"
    assert shown["supported_people"].startswith("0 ")
    assert len(shown) == 20


def test_the_month_knows_who_was_not_heard_from_what_was_given_and_who_would_take_part(
    page: Today, vault: Vault, qtbot: QtBot, window: MainWindow
) -> None:
    old = (today() - timedelta(days=70)).isoformat()
    quiet = add(vault, "person", known_as="Zoe", roles=["volunteer"])
    add(vault, "time_given", person=quiet, hours=60, date=old)
    add(vault, "person", known_as="Ann", involve_how=["decide"], involve_asked_on=old)
    room = add(
        vault, "capacity_support", direction="given_to_us", what=["space"], given_on=today().isoformat()
    )
    page.open("month")
    settled(qtbot)
    month = page.month
    assert month is not None
    buttons = {code: one for card in month.cards for code, one in card.numbers.items()}
    for code, said in (("unheard", "Zoe"), ("wishes_now", "Ann"), ("given_to_us", "Support given to us")):
        buttons[code].click()
        behind = next(one for one in month.behind if one.isVisible())
        assert [one.text() for one in behind.findChildren(QLabel) if said in one.text()], code
        first = behind.buttons()[0]
        if code != "given_to_us":
            behind.hide()
    first.click()
    settled(qtbot)
    shell = window.shell()
    assert shell is not None and isinstance(shell.page(), RecordTabs)
    assert vault.row("capacity_support", room)


def test_themes_of_the_year_stand_over_the_newest_words_on_each(
    page: Today, vault: Vault, qtbot: QtBot
) -> None:
    for weeks in (1, 5, 9):
        day = (today() - timedelta(weeks=weeks)).isoformat()
        add(vault, "insight", words=f"The gate, {weeks} weeks ago", heard_on=day, themes=["parking"])
    page.open("month")
    settled(qtbot)
    assert page.month is not None
    page.month.year.unfold()
    qtbot.waitUntil(tasks.idle)
    inside = page.month.year.inside
    assert inside is not None
    inside.which.choose("themes")
    qtbot.waitUntil(lambda: len([one for one in inside.findChildren(TableCard) if one.isVisible()]) == 1)
    (chart,) = [one for one in inside.findChildren(ChartPicture) if one.isVisible()]
    assert "Themes, month by month" in chart.accessibleName()
    (show,) = [
        one
        for one in inside.findChildren(QPushButton)
        if "1 weeks ago" in one.accessibleName() and one.isVisible()
    ]
    assert show.accessibleName().startswith("Open it: ")


def test_what_waits_stands_in_sentences_with_days_five_at_first(
    page: Today, vault: Vault, qtbot: QtBot
) -> None:
    for number in range(7):
        heard_on = (today() - timedelta(days=40 + number)).isoformat()
        add(vault, "insight", words=f"Words {number}", heard_on=heard_on)
    settled(qtbot)
    assert len(page.day.waits.buttons()) == 5
    names = [one.accessibleName() for one in page.day.waits.buttons()]
    assert names[0].startswith("Type it back: ")
    assert names[1] == "Open: “Words 6” has no answer yet. (46 days ago)"
    page.day.waits._all.click()
    assert len(page.day.waits.buttons()) == 8


def test_of_more_waits_than_are_read_no_number_is_said(page: Today, vault: Vault, qtbot: QtBot) -> None:
    heard_on = (today() - timedelta(days=40)).isoformat()
    with vault.unit("import") as unit:
        for number in range(120):
            unit.save("insight", None, {"words": f"Words {number}", "heard_on": heard_on})
    page.look()
    settled(qtbot)
    assert page.day.waits._all.text() == "Show the first 100"
    page.day.waits._all.click()
    assert "… and more" in {one.text() for one in page.day.waits.findChildren(QLabel)}


def test_ctrl_h_comes_to_the_box_for_a_name_from_anywhere(
    window: MainWindow, page: Today, keys: Keys, qtbot: QtBot
) -> None:
    page.open("month")
    keys.press(Qt.Key.Key_2, CTRL)
    keys.press(Qt.Key.Key_H, CTRL)
    settled(qtbot)
    assert QApplication.focusWidget() is page.day.form.fields.who.box.box
    assert page.day.isVisible()


def test_a_slow_store_leaves_what_is_typed_next_alone(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    keys.type("Zoe")
    keys.press(Qt.Key.Key_Return)
    page.day.form.fields.hours.set_minutes(60)
    keys.press(Qt.Key.Key_Return, CTRL)
    page.day.form.fields.who.box.box.setText("Ann")
    qtbot.waitUntil(lambda: len(vault.rows("time_given")) == 1)
    settled(qtbot)
    assert page.day.form.fields.who.box.text() == "Ann"


def test_a_line_that_stays_keeps_the_focus_when_another_comes_above_it(
    window: MainWindow, page: Today, vault: Vault, qtbot: QtBot
) -> None:
    first = add(vault, "person", known_as="Joan Ellis")
    add(vault, "time_given", person=first, hours=60, date=today().isoformat())
    settled(qtbot)
    undo = page.day.logged.buttons()[1]
    undo.setFocus()
    add(vault, "person", known_as="Alun Rees")
    settled(qtbot)
    assert QApplication.focusWidget() is undo
    shown = [one.accessibleName() for one in page.day.logged.buttons() if one.text() == "Undo"]
    assert [("Alun Rees" in one, "Joan Ellis" in one) for one in shown[:2]] == [(True, False), (False, True)]
    undo.click()
    settled(qtbot)
    assert vault.rows("time_given") == []
    assert [row["known_as"] for row in vault.rows("person")] == ["Joan Ellis", "Alun Rees"]


def test_no_hours_stand_there_before_somebody_is_named(
    page: Today, vault: Vault, keys: Keys, qtbot: QtBot
) -> None:
    joan = add(vault, "person", known_as="Joan Ellis")
    kitchen = add(vault, "activity", title="Kitchen", usual_hours=120)
    add(vault, "time_given", person=joan, hours=60, activity=kitchen, date="2026-01-05")
    settled(qtbot)
    fields = page.day.form.fields
    assert fields.hours.box.text() == ""
    assert "such as" in fields.hours.understood.text()
    keys.type("joan")
    assert fields.hours.box.text() == ""
    keys.press(Qt.Key.Key_Return)
    assert fields.hours.minutes() == 120


def test_hours_of_a_number_of_people_are_offered_once_they_are_to_be_counted(
    page: Today, vault: Vault, qtbot: QtBot
) -> None:
    kitchen = add(vault, "activity", title="Kitchen", usual_hours=120)
    add(vault, "time_given", helpers_n=3, hours=60, activity=kitchen, date="2026-01-05")
    settled(qtbot)
    fields = page.day.form.fields
    assert fields.hours.box.text() == ""
    fields.who.unnamed.setChecked(True)
    assert fields.hours.minutes() == 120


def test_the_month_says_which_it_is(page: Today, qtbot: QtBot) -> None:
    page.open("month")
    settled(qtbot)
    assert page.month is not None
    assert page.month.name.text() == f"{today():%B %Y}"


def test_the_year_is_unfolded_under_the_month_and_its_numbers_open_their_records(
    page: Today, vault: Vault, qtbot: QtBot, keys: Keys
) -> None:
    activity = add(vault, "activity", title="Drop-in")
    for weeks in range(20):
        day = (today() - timedelta(weeks=weeks)).isoformat()
        add(vault, "session", activity=activity, date=day, people_n=5 + weeks)
    page.open("month")
    qtbot.waitUntil(tasks.idle)
    assert page.month is not None
    year = page.month.year
    assert year.inside is None
    year.turn.setFocus()
    keys.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle() and bool(year.findChildren(TableCard)))
    inside = year.inside
    assert inside is not None
    (picture,), (table,) = year.findChildren(ChartPicture), year.findChildren(TableCard)
    model = table.grid.model()
    assert model.rowCount() == 13
    assert f"{sum(range(5, 25))}" == model.data(model.index(12, 1))
    assert "The table after this chart gives every value." in picture.accessibleDescription()
    table.grid.setFocus()
    table.grid.setCurrentIndex(model.index(11, 1))
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: inside.behind.isVisible() and tasks.idle())
    assert f"{today():%B %Y}, Attendances:" in inside.behind.title.text()
    assert QApplication.focusWidget() is inside.behind.buttons()[0]
    page.back()
    assert inside.behind.isHidden()
    inside.which.buttons["insight_by_month"].setChecked(True)
    qtbot.waitUntil(lambda: len([one for one in year.findChildren(TableCard) if one.isVisible()]) == 1)
    assert not [one for one in year.findChildren(ChartPicture) if one.isVisible()], "too little for a picture"
