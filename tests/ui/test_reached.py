"""Who we reached in the window: files added and taken out, figures beside others, postcodes forgotten."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.open_files import AREAS, ETHNIC, POSTCODES, SMALL, write
from tests.ui.test_connections import texts
from tests.ui.test_people import ALT, CTRL, press
from tests.vaults import as_somebody_else
from ui import tasks
from ui.forms.linking import Link
from ui.forms.record_form import RecordForm
from ui.main_window import MainWindow
from ui.screens.contents.table import TableCard
from ui.screens.desk import desk_for
from ui.screens.make_pack.period import LAST_QUARTER, days
from ui.screens.people.screen import People
from ui.screens.reached.part import ReachedPart
from ui.widgets.chart import ChartPicture
from vcse_desktop.actions import recording
from vcse_desktop.actions.open_adding import Told, add_open_file
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.standing import MEMBER
from vcse_desktop.actions.unlocking import Vault

PLACE = "people"


@pytest.fixture
def part(window: MainWindow, vault: Vault, qtbot: QtBot) -> ReachedPart:
    """The tab, with a session of the last quarter at which people were counted by ethnic group."""
    span = days(LAST_QUARTER, today())
    assert span is not None
    activity = recording.add(vault, "activity", {"title": "Drop-in"}).ids[0]
    values = {"activity": activity, "date": span[0].isoformat(), "people_n": 20}
    session = recording.add(vault, "session", values).ids[0]
    with vault.unit("add") as unit:
        for code, n in (("asian_pakistani", 5), ("white_irish", 4), ("not_said", 1)):
            unit.save("tally", None, {"session": session, "vocab": "ethnic_group", "code": code, "n": n})
    shell = window.shell()
    assert shell is not None
    shell.go("people", "reached")
    page = shell.page()
    assert isinstance(page, People)
    made = page.tabs.part()
    assert isinstance(made, ReachedPart)
    qtbot.waitUntil(tasks.idle)
    return made


def test_where_nobody_is_on_record_by_name_a_sentence_says_so_and_no_empty_table_stands(
    part: ReachedPart, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    add_open_file(vault, write(tmp_path / "areas.csv", AREAS), Told(source="ONS"))
    part.look()
    qtbot.waitUntil(tasks.idle)
    assert "Nobody was on record by name in these days." in texts(part)
    assert not any("most deprived fifth is not known yet" in words for words in texts(part))
    assert all(card.grid.model().rowCount() for card in part.findChildren(TableCard))


def verbs(within: QWidget, words: str) -> list[QPushButton]:
    """Return the buttons with these words that can be seen."""
    return [one for one in within.findChildren(QPushButton) if one.text() == words and one.isVisible()]


def test_a_file_is_added_stands_beside_those_who_came_and_is_taken_out(
    part: ReachedPart, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    assert "Who lives here is not known yet. Add a Census table below." in texts(part)
    assert any("most deprived fifth is not known yet" in words for words in texts(part))
    (table,) = part.findChildren(TableCard)
    assert table.grid.model().columnCount() == 2
    files = part.files
    files.file.setText(str(tmp_path / "nowhere.csv"))
    files.save()
    qtbot.waitUntil(tasks.idle)
    assert "nothing was imported" in files.work.notice.sentence.text()
    assert vault.rows("setting") == []
    files.file.setText(f'"{write(tmp_path / "e.csv", ETHNIC)}"')
    files.source.setText("Census 2021, ONS")
    files.file.setFocus()
    QTest.keyClick(files.file, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(tasks.idle)
    assert "Ethnic group, by district" in texts(part)
    assert "Of 2021." in texts(part) and any("Census 2021, ONS" in words for words in texts(part))
    assert part.beside.area.value() == "E08999901"
    assert part.findChildren(ChartPicture)
    (table,) = part.findChildren(TableCard)
    model = table.grid.model()
    shown = [[model.data(model.index(row, at)) for at in range(5)] for row in range(model.rowCount())]
    assert ["Pakistani", "5", "6,000", "25", "6"] in shown
    assert shown[-2][:2] == ["Prefer not to say", "1"]
    (remove,) = verbs(part, "Take out")
    remove.click()
    qtbot.waitUntil(tasks.idle)
    assert "Ethnic group, by district" not in texts(part) and not part.findChildren(ChartPicture)
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(tasks.idle)
    assert "Ethnic group, by district" in texts(part) and part.findChildren(ChartPicture)


def test_a_postcode_that_is_typed_as_where_somebody_lives_becomes_its_area(
    part: ReachedPart, window: MainWindow, vault: Vault, tmp_path: Path, qtbot: QtBot
) -> None:
    for name, rows in (("a", AREAS), ("p", POSTCODES)):
        add_open_file(vault, write(tmp_path / f"{name}.csv", rows), Told(source="ONS"))
    shell = window.shell()
    assert shell is not None
    shell.go("people", ("new", "person"))
    qtbot.waitUntil(tasks.idle)
    page = shell.page()
    assert isinstance(page, People)
    form = page.findChild(RecordForm)
    assert form is not None
    form.turn()
    form.rows["known_as"].editor.put("Ann")
    link = form.rows["home_area"].editor
    assert isinstance(link, Link)
    home = link.picker
    for typed, offered in (("bri", "Bridge"), ("m15 4ab", "not kept")):
        home.box.setText(typed)
        assert any(offered in one.text for one in home._ask(typed))
    page.save()
    qtbot.waitUntil(tasks.idle)
    (ann,) = vault.rows("person", known_as="Ann")
    place = vault.row("place", int(str(ann["home_area"])))
    assert place is not None and place["code"] == SMALL[0]
    assert "4AB" not in repr(vault.rows("person")).upper()


def test_a_member_sees_it_and_changes_no_file(vault: Vault, tmp_path: Path, qtbot: QtBot) -> None:
    add_open_file(vault, write(tmp_path / "e.csv", ETHNIC), Told(source="ONS"))
    with as_somebody_else(vault, MEMBER) as theirs:
        made = ReachedPart(desk_for(theirs))
        qtbot.addWidget(made)
        made.show()
        qtbot.waitUntil(tasks.idle)
        assert "Ethnic group, by district" in texts(made)
        assert "A keeper of your group adds such files and takes them out." in texts(made)
        assert not verbs(made, "Take out") and not verbs(made, "Add the file")
        made.files.save()
        tasks.close()
