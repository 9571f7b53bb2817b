"""A list too long to be held whole: its lines come as they are seen, its search is asked of the store."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.models.pages import HELD, PAGE, Pages
from ui.models.record_table import LineRole
from ui.screens.desk import Desk
from ui.screens.records.part import RecordsPart
from vcse_desktop.actions.listing import Line

MANY = 2 * PAGE + 50


@pytest.fixture
def part(desk: Desk, qtbot: QtBot) -> Iterator[RecordsPart]:
    """The list of people, of whom there are many, shown."""
    with desk.vault.unit("import") as unit:
        for number in range(MANY):
            carer = "carer" if number % 9 == 0 else "volunteer"
            unit.save("person", None, {"known_as": f"Person {number:04}", "roles": [carer]})
        unit.save("person", None, {"known_as": "Łucja Ŵyn", "note": "Bakes on Fridays"})
    made = RecordsPart(desk, "person", empty="None yet.", add="Add one")
    made.resize(900, 800)
    made.show()
    qtbot.waitUntil(lambda: made.list.model.found() == MANY + 1 and tasks.idle())
    yield made
    qtbot.waitUntil(tasks.idle)
    made.close()
    made.deleteLater()


def titles(part: RecordsPart, *rows: int) -> list[object]:
    model = part.list.model
    return [model.data(model.index(row)) for row in rows]


def test_the_lines_at_the_end_come_when_they_are_looked_at(part: RecordsPart, qtbot: QtBot) -> None:
    assert titles(part, 0) == ["Łucja Ŵyn"]
    view = part.list.view
    view.setFocus()
    view.setCurrentIndex(part.list.model.index(0))
    QTest.keyClick(view, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: titles(part, MANY) == [f"Person {MANY - 1:04}"])
    spoken = part.list.model.index(MANY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert str(spoken).startswith(f"Person {MANY - 1:04}. ")
    heights = {view.sizeHintForRow(row) for row in (0, 5, MANY)}
    assert len(heights) == 1


def test_words_are_looked_for_in_the_whole_list(part: RecordsPart, qtbot: QtBot) -> None:
    for words, found in (
        ("fridays", 1),
        ("lucja wyn", 1),
        ("carer person", 50),
        ("nobody", 0),
        ("", MANY + 1),
    ):
        part.list.box.setText(words)
        qtbot.waitUntil(lambda found=found: part.list.model.found() == found and tasks.idle())  # type: ignore[misc]
        assert part.list.view.isVisible() == (found > 0)
        assert part.list.box.isVisible()


def test_a_change_keeps_the_line_that_was_marked(part: RecordsPart, desk: Desk, qtbot: QtBot) -> None:
    place = part.list.model.index(300)
    part.list.view.setCurrentIndex(place)
    qtbot.waitUntil(lambda: place.data(LineRole) is not None and tasks.idle())
    assert titles(part, 300) == ["Person 0299"]
    marked = part.list.current()
    with desk.vault.unit("add") as unit:
        unit.save("person", None, {"known_as": "Aaron"})
    part.look()
    qtbot.waitUntil(lambda: part.list.model.found() == MANY + 2 and tasks.idle())
    qtbot.waitUntil(lambda: part.list.current() == marked)


def test_only_so_many_pages_are_held_and_a_page_nobody_waits_for_is_dropped() -> None:
    pages, wanted = Pages(), list[list[int]]()
    pages.wanted.connect(wanted.append)
    pages.begin([Line(one, "", "", "") for one in range(PAGE)])
    pages.ids.extend(range(PAGE, PAGE * (HELD + 10)))
    for page in range(HELD + 5):
        pages.line(page * PAGE)
        while wanted:
            ids = wanted.pop(0)
            assert pages.take(ids, [Line(one, str(one), "", "") for one in ids]) is not None
    last = pages.line(PAGE * (HELD + 4) + 3)
    assert last is not None and last.title == str(PAGE * (HELD + 4) + 3)
    assert len(pages._held) == HELD
    assert pages.take([1, 2, 3], []) is None
