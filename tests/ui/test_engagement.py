"""Engagement: how much say people have is chosen, with its meaning beside it; warnings never block."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.forms.choosing import Chips
from ui.language import isolated
from ui.main_window import MainWindow
from ui.screens.asked.beside import BesideAsking
from ui.screens.asked.tab import FiguresTab
from ui.screens.contents.table import TableCard
from ui.screens.engagement import Engagement
from ui.screens.records.form import RecordPage
from ui.screens.records.learned import Learned
from ui.screens.records.part import RecordsPart
from ui.screens.records.parts import PartRows
from ui.screens.records.tabs import RecordTabs
from ui.screens.shell import Shell
from ui.widgets.chart import ChartPicture
from vcse_desktop.actions import recording
from vcse_desktop.actions.own_lists import add, word
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.vocabularies import own_code

PLACE = "engagement"

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def screen(window: MainWindow, qtbot: QtBot) -> Iterator[Engagement]:
    """The screen, come to by its key."""
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_4, CTRL)
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Engagement)
    qtbot.waitUntil(tasks.idle)
    yield page
    qtbot.waitUntil(tasks.idle)


def begun(screen: Engagement, window: MainWindow, qtbot: QtBot) -> RecordPage:
    """Return the form of a new piece of asking."""
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_N, CTRL)
    part = screen.tabs.part()
    assert isinstance(part, RecordsPart)
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    return page


def test_no_rung_is_chosen_and_each_says_what_it_means(
    screen: Engagement, window: MainWindow, qtbot: QtBot
) -> None:
    page = begun(screen, window, qtbot)
    rungs = page.form.rows["rung_planned"].editor
    assert isinstance(rungs, Chips)
    assert rungs.value() is None
    words = {label.text() for label in rungs.findChildren(QLabel)}
    assert all(button.accessibleDescription() in words for button in rungs.group.buttons.values())
    assert len(words) == len(rungs.group.buttons) == 5
    QTest.keyClick(rungs.group.buttons["involving"], Qt.Key.Key_Space)
    assert rungs.value() == "involving"
    QTest.keyClick(rungs.group.buttons["involving"], Qt.Key.Key_Space)
    assert rungs.value() is None


def test_a_decision_before_the_asking_closes_is_asked_about_and_kept(
    screen: Engagement, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    page = begun(screen, window, qtbot)
    page.form.put({"question": "Which hours?", "closes": "2026-06-01", "decision_on": "2026-05-01"})
    screen.save()
    row = page.form.rows["decision_on"]
    assert "before" in row.editor.control.accessibleDescription()
    assert vault.rows("engagement") == []
    QTest.keyClick(row.asked(), Qt.Key.Key_Space)
    screen.save()
    qtbot.waitUntil(lambda: len(vault.rows("engagement")) == 1)


def test_small_rows_of_a_piece_of_asking_are_added_under_it(
    screen: Engagement, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        asking = unit.save("engagement", None, {"question": "Which hours?"})
    screen.open(("engagement", asking))
    part = screen.tabs.part()
    assert isinstance(part, RecordsPart)
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    qtbot.waitUntil(tasks.idle)
    page = part.forms.page()
    assert page is not None
    barrier = page.parts[-1]
    assert isinstance(barrier, PartRows)
    barrier.add.click()
    assert barrier.has_focus()
    form = barrier.form()
    assert form is not None
    form.put({"fix": "A lift from the bus"})
    screen.save()
    qtbot.waitUntil(lambda: len(vault.rows("barrier", engagement=asking)) == 1)
    qtbot.waitUntil(lambda: any("A lift from the bus" in one.text() for one in barrier.findChildren(QLabel)))


def test_an_empty_screen_says_what_is_enough_to_begin(screen: Engagement) -> None:
    shown = [label.text() for label in screen.findChildren(QLabel) if label.isVisible()]
    assert "Nothing here yet. One question and one decision are enough to begin." in shown


def test_how_we_asked_shows_a_ladder_over_its_table_and_a_click_opens_the_record(
    screen: Engagement, vault: Vault, qtbot: QtBot
) -> None:
    asking = {"question": "Which hours?", "opens": "2024-02-01", "rung_planned": "involving"}
    with vault.unit("add") as unit:
        first = unit.save("engagement", None, asking | {"rung_actual": "consulting"})
        unit.save("barrier", None, {"engagement": first, "barrier": "transport", "fix": "A lift"})
    tab = screen.tabs.show_part("asked")
    assert isinstance(tab, FiguresTab)
    qtbot.waitUntil(lambda: tasks.idle() and bool(tab.findChildren(ChartPicture)))
    chart, card = tab.findChildren(ChartPicture)[0], tab.findChildren(TableCard)[0]
    qtbot.waitUntil(lambda: chart.isVisible() and card.isVisible())
    assert chart.y() < card.y() or chart.mapTo(tab, chart.pos()).y() < card.y()
    words = [one.text() for one in tab.findChildren(QLabel)]
    assert any("Working directly with people" in one for one in words)
    row = next(n for n in range(5) if card.grid.model().index(n, 0).data() == "Consulting")
    at = card.grid.visualRect(card.grid.model().index(row, 2)).center()
    QTest.mouseClick(card.grid.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: tab.behind.isVisible() and tasks.idle())
    assert any("Which hours?" in one.text() for one in tab.behind.findChildren(QLabel))
    screen.back()
    assert not tab.behind.isVisible()
    tab.which.choose("programmes")
    assert any("nothing on this yet" in one.text() for one in tab.findChildren(QLabel))
    tab.which.choose("barriers")
    (point,) = [one for one in tab.findChildren(QPushButton) if one.text() == "Open it"]
    qtbot.waitUntil(point.isVisible)
    point.click()
    qtbot.waitUntil(tasks.idle)
    assert screen.tabs.code() == "engagement"
    part = screen.tabs.part()
    assert isinstance(part, RecordsPart)
    qtbot.waitUntil(lambda: part.forms.page() is not None)


def test_a_session_and_a_choice_of_our_lists_change_how_we_asked(
    screen: Engagement, vault: Vault, qtbot: QtBot
) -> None:
    asking = recording.add(vault, "engagement", {"question": "Which hours?", "opens": "2024-02-01"}).ids[0]
    add(vault, "own:community", "Young carers")
    code = own_code("Young carers")
    tab = screen.tabs.show_part("asked")
    assert isinstance(tab, FiguresTab)
    tab.which.choose("who")

    def rows() -> list[object]:
        return [one.grid.model().index(0, 0).data() for one in tab.findChildren(TableCard)]

    qtbot.waitUntil(tasks.idle)
    activity = recording.add(vault, "activity", {"title": "Tea"}).ids[0]
    missing = {"activity": activity, "date": "2024-02-15", "engagements": [asking], "missing": [code]}
    screen.desk.did("", recording.add(vault, "session", missing))
    qtbot.waitUntil(lambda: rows() == ["Young carers"])
    screen.desk.did("", word(vault, "own:community", code, "Carers under 25"))
    qtbot.waitUntil(lambda: rows() == ["Carers under 25"])


def test_what_was_asked_like_it_shows_while_a_question_is_typed(
    screen: Engagement, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    now = date.today().isoformat()  # noqa: DTZ011 - the day of the person at this computer
    with vault.unit("add") as unit:
        unit.save("engagement", None, {"question": "Which opening hours suit you?", "opens": now})
    page = begun(screen, window, qtbot)
    near = page.findChildren(BesideAsking)[0]
    assert not near.isVisible()
    page.form.put({"question": "Are these hours good?"})
    near.note()
    qtbot.waitUntil(near.isVisible)
    assert any("Which opening hours suit you?" in one.text() for one in near.findChildren(QLabel))


def test_a_review_has_its_next_steps_on_either_screen_it_is_opened_from(
    window: MainWindow, qtbot: QtBot, vault: Vault
) -> None:
    review = recording.add(vault, "review", {"whole": True, "worked": "Tea"}).ids[0]
    shell = window.shell()
    assert shell is not None
    for place in ("engagement", "activities"):
        shell.go(place, ("review", review))
        qtbot.waitUntil(tasks.idle)
        shown = shell.page()
        assert isinstance(shown, RecordTabs)
        part = shown.tabs.part()
        assert isinstance(part, RecordsPart)
        page = part.forms.page()
        assert page is not None
        assert len(page.parts) == 1


def test_what_was_learned_last_time_stands_over_the_next_piece_of_asking(
    screen: Engagement, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    asking = recording.add(vault, "engagement", {"question": "Which hours?"}).ids[0]
    values = {"engagement": asking, "worked": "Going there", "reviewed_by": ["carers_forum"]}
    older = {**values, "worked": "The tea", "reviewed_on": "2020-01-01"}
    recording.add(vault, "review", older)
    review = recording.add(vault, "review", values).ids[0]
    recording.add(vault, "action", {"review": review, "what": "A page", "who": "Mair", "by": "2026-03-01"})
    page = begun(screen, window, qtbot)
    (learned,) = page.findChildren(Learned)
    qtbot.waitUntil(learned.isVisible)
    shown = "\n".join(label.text() for label in learned.findChildren(QLabel))
    assert "What you learned last time" in shown and isolated("Going there") in shown
    assert "Not noted as done yet: " in shown and isolated("Mair") in shown
    assert QApplication.focusWidget() is page.form.first()
    went: list[object] = []
    screen.desk.wanted.connect(lambda place, what: went.append((place, what)))
    *_, earlier = [one for one in learned.findChildren(QPushButton) if one.text() == "Show earlier ones"]
    assert isolated("The tea") not in shown
    earlier.click()
    assert isolated("The tea") in "\n".join(label.text() for label in learned.findChildren(QLabel))
    first, second = [one for one in learned.findChildren(QPushButton) if one.text() == "Open the review"]
    assert QApplication.focusWidget() is second and earlier.isHidden()
    first.click()
    assert went == [("activities", ("review", review))]
    shell = window.shell()
    assert shell is not None
    qtbot.waitUntil(tasks.idle)
    shell.go("engagement", ("engagement", asking))
    qtbot.waitUntil(tasks.idle)
    part = screen.tabs.part()
    assert isinstance(part, RecordsPart)
    opened = part.forms.page()
    assert opened is not None and opened.findChildren(Learned) == [], "it is begun already"


def screen_part(shell: Shell) -> RecordsPart:
    """Return the list that is shown."""
    page = shell.page()
    assert isinstance(page, RecordTabs)
    part = page.tabs.part()
    assert isinstance(part, RecordsPart)
    return part


def _over(one: Learned) -> QWidget:
    found = one.parentWidget()
    assert found is not None
    return found


def test_a_plan_and_a_review_begin_with_what_was_learned_and_nothing_else_takes_room(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    tea = recording.add(vault, "activity", {"title": "Tea"}).ids[0]
    shell = window.shell()
    assert shell is not None

    def learned(*what: object) -> list[bool]:
        shell.go("activities", what)
        qtbot.waitUntil(tasks.idle)
        page = shell.page()
        assert page is not None
        every = page.findChildren(Learned)
        return [one.isVisible() for one in every if _over(one).isVisible()]

    assert learned("plan", tea) == [False]
    assert learned("new", "review") == [False]
    recording.add(vault, "review", {"activity": tea, "whole": True, "worked": "The urn"})
    part = screen_part(shell)
    begun_review = part.forms.page()
    assert begun_review is not None
    part.forms.drop(begun_review)
    assert learned("new", "review") == [True]
