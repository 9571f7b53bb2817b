"""Any kind of record on a screen: added, opened, changed, removed and taken back, by keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.ui.samples import samples
from ui import tasks
from ui.changes import changes
from ui.language import plain
from ui.main_window import MainWindow
from ui.models.record_table import RecordTable, record_list
from ui.screens.desk import Desk
from ui.screens.drafts.watch import Watch
from ui.screens.records.form import RecordPage
from ui.screens.records.part import RecordsPart
from ui.widgets.words import marked, text
from vcse_desktop.actions import recording
from vcse_desktop.actions.listing import Line
from vcse_desktop.actions.recording import undo
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import RecordKind

PLACE = "people"

LINKED = {
    "person": {"known_as": "Joan"},
    "organisation": {"name": "The council"},
    "activity": {"title": "Kitchen"},
    "engagement": {"question": "Which hours?"},
    "insight": {"words": "More bread"},
    "place": {"code": "own", "name": "The hall", "kind": "own"},
}
"""Records for others to point to."""


def keys(words: str) -> None:
    """Type words where the focus is."""
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClicks(at, words)


@pytest.fixture
def ids(desk: Desk) -> dict[str, list[int]]:
    """Two records of each kind that others point to."""
    with desk.vault.unit("add") as unit:
        made = {kind: [unit.save(kind, None, values) for _ in range(2)] for kind, values in LINKED.items()}
        held = {"activity": made["activity"][0], "date": "2026-03-04"}
        made["session"] = [unit.save("session", None, held)]
        for vocab in ("own:community", "own:role", "own:tag"):
            for code in ("x_one", "x_two"):
                unit.save("own_item", None, {"vocab": vocab, "code": code, "label": code})
    return made


@pytest.fixture
def shown(desk: Desk, qtbot: QtBot) -> Iterator[list[RecordsPart]]:
    """Parts made by a test, let go after it."""
    made = list[RecordsPart]()
    yield made
    qtbot.waitUntil(tasks.idle)
    for part in made:
        part.close()
        part.deleteLater()


def part_of(kind: str, desk: Desk, shown: list[RecordsPart], qtbot: QtBot) -> RecordsPart:
    """Return the part of a kind, shown."""
    part = RecordsPart(desk, kind, empty="None yet.", add="Add one")
    shown.append(part)
    changes.changed.connect(part.look)
    part.resize(900, 800)
    part.show()
    part.activateWindow()
    qtbot.waitUntil(part.isActiveWindow)
    qtbot.waitUntil(tasks.idle)
    return part


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_a_record_of_any_kind_is_added_opened_changed_and_taken_back(
    kind: RecordKind, desk: Desk, ids: dict[str, list[int]], shown: list[RecordsPart], qtbot: QtBot
) -> None:
    vault, part = desk.vault, part_of(kind.code, desk, shown, qtbot)
    before = len(vault.rows(kind.code))
    wanted = samples(kind, group_lists(vault), ids)
    part.new()
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    page.form.turn()
    for code, value in wanted.items():
        page.form.rows[code].editor.put(value)
    for problem in page.form.problems():
        assert problem.asked, problem
        page.form.show_problems([problem])
        QTest.keyClick(page.form.rows[problem.field].asked(), Qt.Key.Key_Space)
    part.save()
    qtbot.waitUntil(lambda: len(vault.rows(kind.code)) == before + 1)
    made = vault.rows(kind.code)[-1]
    assert {code: made[code] for code in wanted} == wanted
    qtbot.waitUntil(lambda: part.list.model.found() == before + 1)

    part.open(made["id"])
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    assert page.form.values() == wanted
    page.form.put({"note": "Changed"})
    part.save()
    qtbot.waitUntil(lambda: vault.rows(kind.code)[-1]["note"] == "Changed")
    undo(vault)
    assert vault.rows(kind.code)[-1] == made
    undo(vault)
    assert len(vault.rows(kind.code)) == before


def test_add_search_open_change_and_remove_by_keys(
    desk: Desk, ids: dict[str, list[int]], shown: list[RecordsPart], qtbot: QtBot
) -> None:
    part = part_of("organisation", desk, shown, qtbot)
    part.new()
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    assert QApplication.focusWidget() is page.form.first()
    page.form.put({"name": "Ŵena's café"})
    part.save()
    qtbot.waitUntil(lambda: len(desk.vault.rows("organisation")) == 3)
    qtbot.waitUntil(lambda: part.list.model.found() == 3)
    part.search()
    keys("wena cafe")
    assert part.list.model.found() == 1
    QTest.keyClick(part.list.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    assert page.form.values()["name"] == "Ŵena's café"
    page.removing.emit()
    qtbot.waitUntil(lambda: len(desk.vault.rows("organisation")) == 2)
    qtbot.waitUntil(lambda: part.list.model.found() == 0)


def test_what_was_typed_stays_when_somebody_goes_back_and_can_be_thrown_away(
    desk: Desk, shown: list[RecordsPart], qtbot: QtBot
) -> None:
    part = part_of("organisation", desk, shown, qtbot)
    part.new()
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    keys("Half a na")
    part.back()
    assert part.forms.page() is None
    assert part.list.unsaved.isVisible()
    part.new()
    page = part.forms.page()
    assert page is not None
    assert page.form.values()["name"] == "Half a na"
    page.throwing.emit()
    assert not part.list.unsaved.isVisible()
    part.new()
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    assert page.form.values()["name"] is None


def test_a_form_that_cannot_be_saved_says_why_and_keeps_its_words(
    desk: Desk, shown: list[RecordsPart], qtbot: QtBot
) -> None:
    part = part_of("person", desk, shown, qtbot)
    part.new()
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    qtbot.waitUntil(tasks.idle)
    part.save()
    assert (
        page.form.rows["known_as"].editor.control.accessibleDescription()
        == "Type a name. One name is enough."
    )
    page.form.put({"known_as": "A novel " * 2000})
    part.save()
    assert "there is room for 200" in page.form.rows["known_as"].editor.control.accessibleDescription()
    assert str(page.form.values()["known_as"]).startswith("A novel A novel")
    assert tasks.idle()
    assert desk.vault.rows("person") == []


def test_a_name_first_met_in_a_form_is_added_in_the_same_step(
    desk: Desk, shown: list[RecordsPart], qtbot: QtBot
) -> None:
    part = part_of("connection", desk, shown, qtbot)
    part.new()
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    page = part.forms.page()
    assert page is not None
    page.form.put({"offer": "A lift"})
    box = page.form.rows["offer_person"].editor.control
    box.setFocus()
    keys("Zebedee")
    QTest.keyClick(box, Qt.Key.Key_Return)
    part.save()
    qtbot.waitUntil(lambda: len(desk.vault.rows("connection")) == 1)
    (made,) = desk.vault.rows("person")
    assert made["known_as"] == "Zebedee"
    assert desk.vault.rows("connection")[0]["offer_person"] == made["id"]
    undo(desk.vault)
    assert desk.vault.rows("person") == desk.vault.rows("connection") == []


def test_an_empty_list_says_so_and_the_focus_is_on_the_one_thing_to_do(
    desk: Desk, shown: list[RecordsPart], qtbot: QtBot
) -> None:
    part = part_of("connection", desk, shown, qtbot)
    assert part.first() is part.list.add
    assert part.list.add.isVisible()
    assert not part.list.view.isVisible()


def test_a_name_without_a_blank_is_shown_whole_and_widens_nothing(
    window: MainWindow, qtbot: QtBot, vault: Vault
) -> None:
    name = "N" * 200
    joan = recording.add(vault, "person", {"known_as": name}).ids[0]
    kitchen = recording.add(vault, "activity", {"title": name, "usual_day": "M" * 60}).ids[0]
    window.resize(1024, 768)
    shell = window.shell()
    assert shell is not None
    for place, what in (("people", ("person", joan)), ("activities", ("activity", kitchen))):
        shell.go(place, what)
        qtbot.waitUntil(tasks.idle)
        QApplication.processEvents()
        page = shell.page()
        assert page is not None
        assert page.horizontalScrollBar().maximum() == 0
        assert name in {one.text() for one in page.findChildren(QLabel) if one.isVisible()}
    one_line = record_list(RecordTable(), "People")
    qtbot.addWidget(one_line)
    model = one_line.model()
    assert isinstance(model, RecordTable)
    model.show_lines([Line(1, name, "", ""), Line(2, "Ann", "", "")])
    one_line.resize(300, 400)
    one_line.show()
    assert one_line.sizeHintForRow(0) > 2 * one_line.sizeHintForRow(1)


def test_what_can_be_copied_is_copied_to_the_letter(qtbot: QtBot) -> None:
    path = "/home/ann/" + "a" * 60
    made = marked(text(path))
    qtbot.addWidget(made)
    made.setSelection(0, len(path))
    assert made.selectedText() == path


def test_words_about_somebody_at_risk_are_not_kept_in_any_form_but_a_false_alarm_is(
    desk: Desk, shown: list[RecordsPart], qtbot: QtBot
) -> None:
    with desk.vault.unit("edit") as unit:
        unit.set("safeguarding_name", "Mair")
        unit.set("safeguarding_phone", "01234 567")
    part = part_of("support", desk, shown, qtbot)
    watch = Watch(part, desk.vault, desk.drafts)

    def begun() -> RecordPage:
        part.new()
        qtbot.waitUntil(lambda: part.forms.page() is not None)
        page = part.forms.page()
        assert page is not None
        return page

    def written() -> str:
        watch.write()
        qtbot.waitUntil(tasks.idle)
        return "".join(one.body for one in desk.vault.drafts())

    page = begun()
    words = page.form.rows["matters_words"].editor
    words.put("He hits her when")
    page.form.rows["who_hint"].editor.put("red coat")
    notice = page.form.risk.notice
    assert notice is not None
    assert "Mair" in plain(notice.sentence.text())
    assert notice.parentWidget() is page.form.rows["matters_words"]
    assert written() == ""  # while the notice stands nothing is written, not the rest either
    with qtbot.waitSignal(desk.said) as said:
        part.back()
    assert said.args is not None
    assert "not kept" in str(said.args[0])
    page = begun()
    assert page.form.rows["matters_words"].editor.value() is None
    assert page.form.rows["who_hint"].editor.value() == "red coat"  # what else was typed is there
    assert "red coat" in written()
    words = page.form.rows["matters_words"].editor
    words.put("Tickets for No Food in the House")
    assert page.form.risk.stands()
    part.save()  # a false alarm blocks nothing
    qtbot.waitUntil(lambda: part.forms.page() is None)
    qtbot.waitUntil(tasks.idle)
    (row,) = desk.vault.rows("support")
    assert row["matters_words"] == "Tickets for No Food in the House"
    part.open(row["id"])
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    shown_again = part.forms.page()
    assert shown_again is not None
    assert not shown_again.form.risk.stands()  # what is saved already is nothing that was typed
    shown_again.form.rows["matters_words"].editor.put("No food in the house again")
    notice = shown_again.form.risk.notice
    assert notice is not None
    notice.keep()
    assert "again" in written()
