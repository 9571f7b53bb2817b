"""Filters over a list, by keys: asked, taken out again, kept by a name, let go."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.changes import changes
from ui.language import plain
from ui.screens.activities.entered import hours_part
from ui.screens.desk import Desk
from ui.screens.filters.asking import Asking
from ui.screens.filters.keeping import Keeping
from ui.screens.filters.period import Period
from ui.screens.records.part import RecordsPart
from vcse_desktop.actions.recording import undo


@pytest.fixture
def part(desk: Desk, qtbot: QtBot) -> Iterator[RecordsPart]:
    """The list of three people, shown."""
    with desk.vault.unit("add") as unit:
        for name, roles in (("Ann", ["volunteer"]), ("Bo", ["carer"]), ("Cal", None)):
            unit.save("person", None, {"known_as": name, "roles": roles})
    made = RecordsPart(desk, "person", empty="None yet.", add="Add one")
    changes.changed.connect(made.look)
    made.resize(900, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.waitUntil(tasks.idle)
    yield made
    qtbot.waitUntil(tasks.idle)
    made.close()
    made.deleteLater()


def press(part: RecordsPart, words: str) -> None:
    """Press the button with these words."""
    (one,) = [b for b in part.bar.findChildren(QPushButton) if plain(b.text()) == words and b.isVisible()]
    one.setFocus()
    QTest.keyClick(one, Qt.Key.Key_Space)


def keys(words: str) -> None:
    """Type where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


def shown_words(part: RecordsPart) -> list[str]:
    """Return all that is said about what is asked."""
    return [one.text() for one in part.bar.told.findChildren(QLabel)]


def enter() -> None:
    """Press Enter where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Return)


def titles(part: RecordsPart) -> list[str]:
    """Return the lines of the list."""
    model = part.list.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


def begin(part: RecordsPart, qtbot: QtBot, about: str) -> Asking:
    """Open the form and choose what is asked about by typing."""
    press(part, "Filter…")
    qtbot.waitUntil(lambda: part.bar.panel.form is not None)
    keys(about)
    enter()
    form = part.bar.panel.form
    assert isinstance(form, Asking)
    return form


def test_a_filter_is_asked_kept_and_taken_out_by_keys(part: RecordsPart, desk: Desk, qtbot: QtBot) -> None:
    begin(part, qtbot, "what they are")
    keys(" ")  # the first of the roles has the focus
    press(part, "Show these")
    qtbot.waitUntil(lambda: titles(part) == ["Ann"])
    qtbot.waitUntil(tasks.idle)
    assert part.list.count.text() == "1 person"
    press(part, "Keep this filter…")
    press(part, "Keep this filter")
    form = part.bar.panel.form
    assert isinstance(form, Keeping)
    assert form.box.hasFocus()  # a name is missing
    keys("Helpers")
    QTest.keyClick(form.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: any(b.text() == "Let this filter go" for b in part.bar.findChildren(QPushButton)))
    assert "What they are to us: Volunteer" in map(plain, shown_words(part))
    press(part, "Take out")
    qtbot.waitUntil(lambda: titles(part) == ["Ann", "Bo", "Cal"])
    assert part.bar.open_button.hasFocus()
    qtbot.waitUntil(tasks.idle)
    press(part, "Helpers")
    qtbot.waitUntil(lambda: titles(part) == ["Ann"])
    qtbot.waitUntil(tasks.idle)
    with qtbot.waitSignal(desk.said) as said:
        press(part, "Let this filter go")
    assert said.args is not None
    undo(desk.vault, int(str(said.args[1])))
    part.bar.look()
    qtbot.waitUntil(lambda: any(b.text() == "Let this filter go" for b in part.bar.findChildren(QPushButton)))


def test_nobody_who_fits_is_no_empty_list(part: RecordsPart, qtbot: QtBot) -> None:
    form = begin(part, qtbot, "first known as a carer")
    assert form.question() is None  # what the program fills is not asked about
    form.what.picker.box.clear()
    keys("left on")
    enter()
    assert isinstance(form.answer, Period)
    press(part, "Show these")
    assert not form.notice.isHidden()  # nothing was chosen
    form.answer.chips.buttons["other"].click()
    form.answer.first.box.setText("3/4/2026")
    form.answer.last.box.setText("2/4/2026")
    press(part, "Show these")
    assert part.bar.panel.form is form  # the days are the wrong way round
    form.answer.last.box.setText("5/4/2026")
    press(part, "Show these")
    qtbot.waitUntil(lambda: titles(part) == [])
    qtbot.waitUntil(tasks.idle)
    assert "Show all again" in part.list._none.text()
    assert part.list._empty.isHidden()
    press(part, "Show all again")
    qtbot.waitUntil(lambda: len(titles(part)) == 3)
    qtbot.waitUntil(tasks.idle)
    assert part.bar.open_button.hasFocus()


def test_two_things_asked_are_joined_by_and_or_by_or(part: RecordsPart, qtbot: QtBot) -> None:
    for place in (0, 1):
        form = begin(part, qtbot, "what they are")
        assert form.answer is not None
        chips = form.answer.findChildren(type(form.blank))
        chips[place].click()
        press(part, "Show these")
        qtbot.waitUntil(tasks.idle)
    assert titles(part) == []  # nobody is both
    (enough,) = [one for one in part.bar.told.findChildren(QRadioButton) if one.text() == "Any one is enough"]
    enough.click()
    qtbot.waitUntil(lambda: titles(part) == ["Ann", "Bo"])


def test_hours_are_listed_by_whose_they_are_and_open_where_they_were_entered(
    desk: Desk, qtbot: QtBot
) -> None:
    with desk.vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        walk = unit.save("activity", None, {"title": "Walk"})
        time = unit.save(
            "time_given", None, {"person": ann, "activity": walk, "hours": 90, "date": "2026-03-04"}
        )
        unit.save("time_given", None, {"helpers_n": 14, "hours": 1680, "date": "2026-03-03"})
    made = hours_part(desk)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: made.list.model.rowCount() == 2)
    assert [one.replace("\xa0", " ") for one in titles(made)] == [
        "Ann · 1.5 hours",
        "14 people without a name · 28 hours",
    ]
    with qtbot.waitSignal(desk.wanted) as went:
        made.list.wanted.emit(time)
    assert went.args == ["activities", ("time_given", time)]
