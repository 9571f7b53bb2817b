"""The register, filled in with real keys: what is ticked and counted is kept, and nothing is guessed."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.main_window import MainWindow
from ui.screens.activities.screen import Activities
from ui.screens.register.form import Register
from vcse_desktop.actions import recording, registering
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.registering import Filled
from vcse_desktop.actions.unlocking import Vault

CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier
DAY = today().isoformat()
LAST = (today() - timedelta(days=7)).isoformat()


class Hands:
    """Presses keys where the focus is, and counts them."""

    def __init__(self, qtbot: QtBot) -> None:
        self.keys = 0
        self._bot = qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press one key and let the program do what it does."""
        at = QApplication.focusWidget() or QApplication.activeWindow()
        assert at is not None
        QTest.keyClick(at, key, modifier)
        self.keys += 1
        self._bot.waitUntil(tasks.idle)
        QApplication.processEvents()

    def type(self, words: str) -> None:
        """Type words."""
        at = QApplication.focusWidget()
        assert at is not None
        QTest.keyClicks(at, words)
        self.keys += len(words)

    def tab_to(self, wanted: QWidget) -> None:
        """Go to a control by Tab alone."""
        for _ in range(60):
            if QApplication.focusWidget() is wanted:
                return
            at = QApplication.focusWidget()
            assert at is not None
            QTest.keyClick(at, Qt.Key.Key_Tab)
            self.keys += 1
        raise AssertionError("Tab does not reach it")


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """Hands that have pressed nothing yet."""
    return Hands(qtbot)


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity with one session a week ago: Ann 2 hours, Bo 1½ hours, three others 6 hours together."""
    activity = recording.add(vault, "activity", {"title": "Drop-in", "usual_hours": 120}).ids[0]
    ann, bo, cal = (person(vault, name) for name in ("Ann", "Bo", "Cal"))
    older = (today() - timedelta(days=14)).isoformat()
    registering.save(vault, Filled({"activity": activity, "date": older}, {cal: 60}))
    last = {"activity": activity, "date": LAST, "people_n": 12}
    registering.save(vault, Filled(last, {ann: 120, bo: 90}, 3, 360))
    return activity


def person(vault: Vault, name: str) -> int:
    """Add a person."""
    return recording.add(vault, "person", {"known_as": name}).ids[0]


def screen(window: MainWindow) -> Activities:
    """Return the screen of activities."""
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Activities)
    return page


def register(window: MainWindow) -> Register:
    """Return the register that is shown."""
    part = screen(window).ours.shown()
    assert isinstance(part, Register)
    return part


def opened(window: MainWindow, qtbot: QtBot, *what: object) -> Register:
    """Open a register and return it."""
    shell = window.shell()
    assert shell is not None
    shell.go("activities", what if what[1:] else what[0])
    qtbot.waitUntil(tasks.idle)
    QApplication.processEvents()
    return register(window)


def of_today(vault: Vault) -> dict[str, object]:
    """Return the session of today, with names and minutes of its helpers and its number of others."""
    names = {row["id"]: row["known_as"] for row in vault.rows("person")}
    (row,) = vault.rows("session", date=DAY)
    times = vault.rows("time_given", session=row["id"])
    helped = {names.get(time["person"]): time["hours"] for time in times}
    others = [time["helpers_n"] for time in times if time["person"] is None]
    return {**row, "helped": helped, "others": others}


def test_the_last_session_is_repeated_in_two_keys_and_exceptions(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    hands.press(Qt.Key.Key_3, CTRL)
    hands.press(Qt.Key.Key_Space)
    assert hands.keys == 2
    made = register(window)
    ticked = {tick.person: tick.hours.text() for tick in made.helpers.ticks.chosen().values()}
    assert ticked == {"Ann": "2", "Bo": "1h30"}
    assert (made.helpers.number.text(), made.helpers.hours.text()) == ("3", "2")
    people = made.fields.rows["people_n"].editor.control
    assert QApplication.focusWidget() is people
    assert made.filled().session["people_n"] is None  # today's number is counted, not remembered
    hands.type("9")
    bo = next(tick for tick in made.helpers.ticks.ticks.values() if tick.person == "Bo")
    hands.tab_to(bo.box)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return, CTRL)
    kept = of_today(vault)
    assert (kept["helped"], kept["others"]) == ({"Ann": 120, None: 360}, [3])
    assert (kept["people_n"], kept["helpers_n"], kept["carers_n"]) == (9, 4, None)
    hands.press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    assert vault.rows("session", date=DAY) == []
    assert len(vault.rows("time_given")) == 4


def test_whoever_presses_before_the_list_is_there_gets_the_register_all_the_same(
    window: MainWindow, qtbot: QtBot, dropin: int
) -> None:
    QTest.keyClick(window, Qt.Key.Key_3, CTRL)
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: tasks.idle() and isinstance(screen(window).ours.shown(), Register))
    qtbot.waitUntil(lambda: len(register(window).helpers.ticks.chosen()) == 2)


def test_from_nothing_to_a_register_with_an_activity_and_people_nobody_knew(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands
) -> None:
    made = opened(window, qtbot, "register")
    assert QApplication.focusWidget() is made.fields.rows["activity"].editor.control
    hands.type("Choir")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to(made.fields.rows["people_n"].editor.control)
    hands.type("14")
    hands.tab_to(made.helpers.more.box)
    hands.type("Dot")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to(made.helpers.number)
    hands.type("3")
    hands.tab_to(made.helpers.hours)
    hands.type("2")
    hands.press(Qt.Key.Key_Return, CTRL)
    kept = of_today(vault)
    assert [row["title"] for row in vault.rows("activity")] == ["Choir"]
    assert (kept["helped"], kept["others"], kept["helpers_n"]) == ({"Dot": None, None: 360}, [3], 4)
    assert kept["people_n"] == 14


def test_tab_goes_through_a_register_as_one_reads_and_on_round_it(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register", dropin, "last")
    begin = made.begin()
    ann = next(tick for tick in made.helpers.ticks.ticks.values() if tick.person == "Ann")
    read = [made.fields.rows["carers_n"].editor.control, ann.box, ann.hours, made.helpers.more.box]
    read += [made.helpers.number, made.said.words]
    passed = [QApplication.focusWidget()]
    while passed[-1] is not begin or len(passed) == 1:
        hands.press(Qt.Key.Key_Tab)
        passed.append(QApplication.focusWidget())
    places = [passed.index(one) for one in read]
    assert places == sorted(places)
    assert any("Lock" in str(one.property("text")) for one in passed if one is not None)
    hands.press(Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is passed[-2]


def test_an_activity_and_a_day_are_enough_and_blank_stays_blank(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register")
    assert QApplication.focusWidget() is made.begin()
    hands.press(Qt.Key.Key_Return, CTRL)
    kept = of_today(vault)
    assert (kept["people_n"], kept["helpers_n"], kept["helped"]) == (None, None, {})
    assert vault.rows("insight") == []


def test_no_activity_is_said_beside_its_box_and_what_was_typed_stays(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands
) -> None:
    made = opened(window, qtbot, "register")
    made.fields.rows["people_n"].editor.control.setFocus()
    hands.type("5")
    hands.press(Qt.Key.Key_Return, CTRL)
    row = made.fields.rows["activity"]
    assert row.editor.control.property("wrong") is True
    assert QApplication.focusWidget() is row.editor.control
    assert made.filled().session["people_n"] == 5
    assert vault.rows("session") == []


def test_more_carers_than_people_is_asked_about_beside_the_field_and_then_kept(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register")
    hands.type("3")
    hands.tab_to(made.fields.rows["carers_n"].editor.control)
    hands.type("5")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert vault.rows("session", date=DAY) == []
    keep = QApplication.focusWidget()
    assert isinstance(keep, QCheckBox)
    assert made.fields.rows["carers_n"].isAncestorOf(keep)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert of_today(vault)["carers_n"] == 5


def test_hours_that_mean_nothing_are_told_at_their_name(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register", dropin, "last")
    ann = next(tick for tick in made.helpers.ticks.ticks.values() if tick.person == "Ann")
    hands.tab_to(ann.hours)
    ann.hours.selectAll()
    hands.type("lots")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is ann.hours
    assert "1h30" in ann.hours.accessibleDescription()
    assert vault.rows("session", date=DAY) == []


def test_nothing_is_chosen_about_sharing_and_a_yes_is_kept_with_its_consent(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register")
    assert not made.said.share.isVisible()
    hands.tab_to(made.said.words)
    hands.type("The bus is back.")
    assert made.said.share.isVisible()
    assert (made.said.share.value(), made.said.kind.value()) == (None, None)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert [row["may_quote"] for row in vault.rows("insight")] == [None]
    assert vault.rows("consent") == []
    (session,) = vault.rows("session", date=DAY)
    assert vault.rows("insight")[0]["session"] == session["id"]
    again = opened(window, qtbot, "session", session["id"])
    hands.tab_to(again.said.words)
    hands.type("Mair comes again.")
    hands.tab_to(again.said.share.group.buttons["no"])
    hands.press(Qt.Key.Key_Down)
    assert again.said.share.value() is None
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return, CTRL)
    assert [row["may_quote"] for row in vault.rows("insight")] == [None, "unnamed"]
    assert len(vault.rows("consent")) == 1


def test_words_that_may_mean_a_risk_raise_a_notice_and_never_block(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register")
    made.said.words.setFocus()
    hands.type("He hits me")
    assert made.said.risk.isVisible()
    hands.press(Qt.Key.Key_Return, CTRL)
    assert len(vault.rows("insight")) == 1


def test_a_saved_register_opens_as_it_was_and_is_changed(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    (session,) = vault.rows("session", date=LAST)
    made = opened(window, qtbot, "session", session["id"])
    assert {tick.person for tick in made.helpers.ticks.chosen().values()} == {"Ann", "Bo"}
    assert made.filled().session["people_n"] == 12
    cal = next(tick for tick in made.helpers.ticks.ticks.values() if tick.person == "Cal")
    hands.tab_to(cal.box)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return, CTRL)
    (changed,) = vault.rows("session", date=LAST)
    assert changed["helpers_n"] == 6
    assert {**changed, "helpers_n": 5} == session
    assert len(vault.rows("time_given", session=session["id"])) == 4


def test_esc_goes_back_and_what_was_typed_is_there_when_one_returns(
    window: MainWindow, qtbot: QtBot, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register", dropin)
    assert QApplication.focusWidget() is made.again
    made.begin().setFocus()
    hands.type("17")
    hands.press(Qt.Key.Key_Escape)
    assert not isinstance(screen(window).ours.shown(), Register)
    assert opened(window, qtbot, "register", dropin).filled().session["people_n"] == 17


def test_time_that_belongs_to_a_session_opens_its_register(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int
) -> None:
    time = next(row for row in vault.rows("time_given") if row["hours"] == 90)
    assert opened(window, qtbot, "time_given", time["id"]).sheet.record == time["session"]


def test_who_came_by_name_stands_behind_more_and_is_repeated(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register")
    assert "came" not in made.fields.rows
    made.fields.turn()
    came = made.fields.rows["came"].editor
    came.control.setFocus()
    hands.type("Gwen")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Return, CTRL)
    (gwen,) = vault.rows("person", known_as="Gwen")
    kept = of_today(vault)
    assert kept["came"] == [gwen["id"]]
    recording.change(vault, "session", int(str(kept["id"])), {"date": LAST})
    again = opened(window, qtbot, "register", dropin, "last")
    assert again.fields.came() == [gwen["id"]]


def test_another_activity_offers_its_own_helpers_and_keeps_what_was_ticked(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    walk = recording.add(vault, "activity", {"title": "Walk"}).ids[0]
    zoe = person(vault, "Zoe")
    older = (today() - timedelta(days=30)).isoformat()
    registering.save(vault, Filled({"activity": walk, "date": older}, {zoe: 60}))
    made = opened(window, qtbot, "register", dropin, "last")
    box = made.fields.rows["activity"].editor.control
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_A, CTRL)
    hands.type("Walk")
    hands.press(Qt.Key.Key_Return)
    assert "Zoe" in {tick.person for tick in made.helpers.ticks.ticks.values()}
    assert {tick.person for tick in made.helpers.ticks.chosen().values()} == {"Ann", "Bo"}
    hands.press(Qt.Key.Key_Return, CTRL)
    assert of_today(vault)["activity"] == walk


@pytest.mark.parametrize("name", ["N" * 5000, "A & B, " * 40, "<b>Ann</b>"])
def test_a_pasted_novel_as_a_name_neither_hangs_nor_widens_the_page(
    window: MainWindow, qtbot: QtBot, dropin: int, name: str
) -> None:
    made = opened(window, qtbot, "register")
    tick = made.helpers.ticks.add(-1, name)
    tick.box.setChecked(True)
    QApplication.processEvents()
    assert screen(window).horizontalScrollBar().maximum() == 0
    assert tick.box.accessibleName() == name
    shown = "".join(tick.box.text().replace("&&", "&").split())
    assert shown == "".join(name.split())


def test_the_register_says_that_hours_are_as_last_time_only_where_they_are(
    window: MainWindow, vault: Vault, dropin: int, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    fresh = recording.add(vault, "activity", {"title": "Choir"}).ids[0]
    for activity, wanted in (
        (fresh, ("Name of a helper", False)),
        (dropin, ("Somebody else who helped", True)),
    ):
        shell.go("activities", ("register", activity))
        qtbot.waitUntil(tasks.idle)
        shown = screen(window).ours.shown()
        assert isinstance(shown, Register)
        words = " ".join(one.text() for one in shown.findChildren(QLabel) if one.isVisible())
        assert (shown.helpers.more.box.accessibleName(), "as last time" in words) == wanted


def test_the_hours_of_one_helper_open_at_that_persons_line(
    window: MainWindow, vault: Vault, dropin: int, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    for time in vault.rows("time_given"):
        shell.go("activities", ("time_given", time["id"]))
        qtbot.waitUntil(tasks.idle)
        register = screen(window).ours.shown()
        assert isinstance(register, Register)
        qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
        ticks = register.helpers.ticks.ticks
        whose = time["person"]
        wanted = ticks[int(str(whose))].hours if whose else register.helpers.number
        assert QApplication.focusWidget() is wanted


def test_a_name_typed_and_not_taken_is_asked_about_and_never_lost(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    made = opened(window, qtbot, "register", dropin, "last")
    more = made.helpers.more.box
    hands.tab_to(more)
    hands.type("Joan Elis")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert vault.rows("session", date=DAY) == []
    assert (QApplication.focusWidget(), more.text()) == (more, "Joan Elis")
    assert more.accessibleDescription() == "Take this name from the list, or add it there as somebody new."
    assert more.accessibleDescription() in [
        one.text() for one in made.findChildren(QLabel) if one.isVisible()
    ]
    more.selectAll()
    hands.type("cal")  # one who is called just that needs no further key
    assert more.accessibleDescription() == ""
    hands.press(Qt.Key.Key_Return, CTRL)
    session = of_today(vault)
    assert len(vault.rows("time_given", session=session["id"])) == 3 + 1


def test_hours_of_others_that_cannot_be_are_told_at_the_box_for_them(
    window: MainWindow, qtbot: QtBot, vault: Vault, dropin: int, hands: Hands
) -> None:
    helpers = opened(window, qtbot, "register", dropin).helpers
    hands.tab_to(helpers.number)
    hands.type("2")
    hands.tab_to(helpers.hours)
    hands.type("50")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is helpers.hours
    assert helpers.hours.accessibleDescription().startswith("Nobody can give more than 24 hours in a day.")
    assert helpers.number.accessibleDescription() == ""
    helpers.number.setFocus()
    helpers.number.selectAll()
    hands.type("two")
    hands.press(Qt.Key.Key_Return, CTRL)
    assert QApplication.focusWidget() is helpers.number
    assert helpers.number.accessibleDescription() == "Enter a whole number."
    assert vault.rows("session", date=DAY) == []
