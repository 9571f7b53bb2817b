"""The form of any kind: what is put in comes out, what is typed stays, a choice can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.ui.samples import samples
from ui.forms.choosing import Chips
from ui.forms.linking import Link, LongChoice
from ui.forms.record_form import New, RecordForm
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.suggesting import Name, Names
from vcse_desktop.records.catalogue import KINDS, PARTS
from vcse_desktop.records.fields import Kind, Problem, RecordKind
from vcse_desktop.records.vocabularies import OWN_LISTS, OwnItem, lists, own_code, with_own

NAMES = {kind: Names([Name(11, "Joan Smith"), Name(12, "Ŵena Evans")]) for kind in (*KINDS, "place")}
OWN = [OwnItem(vocab, own_code(words), words) for vocab in OWN_LISTS for words in ("One", "Two")]
LISTS = with_own(lists(), OWN)
TYPED = {Kind.DATE, Kind.HOURS, Kind.COUNT, Kind.NUMBER, Kind.PLACE}


def filled(kind: RecordKind) -> dict[str, object]:
    """Return a value for every field that a form of this kind shows."""
    return samples(kind, LISTS, {one: (11, 12) for one in NAMES})


def form(qtbot: QtBot, code: str, /, **values: object) -> RecordForm:
    """Return a form, shown."""
    made = RecordForm(KINDS[code], LISTS, NAMES, values)
    qtbot.addWidget(made)
    made.resize(700, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_every_field_gives_back_what_was_put_in(qtbot: QtBot, kind: RecordKind) -> None:
    wanted = filled(kind)
    empty = form(qtbot, kind.code)
    assert set(empty.values().values()) == {None}
    assert empty.values().keys() == wanted.keys()
    assert form(qtbot, kind.code, **wanted).values() == wanted
    empty.put(wanted)
    assert empty.values() == wanted


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_every_control_has_a_name(qtbot: QtBot, kind: RecordKind) -> None:
    full = form(qtbot, kind.code, **filled(kind))
    full.turn()
    assert all(row.editor.control.accessibleName() for row in full.rows.values())
    assert len(full.rows) == len(filled(kind))


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_no_hint_is_said_twice(qtbot: QtBot, kind: RecordKind) -> None:
    made = form(qtbot, kind.code)
    made.turn()
    hints = {field.help for field in kind.fields if field.help}
    said = [label.text() for label in made.findChildren(QLabel) if label.text() in hints]
    assert len(said) == len(set(said))


def test_nothing_is_chosen_beforehand_and_what_was_chosen_can_be_un_chosen(qtbot: QtBot) -> None:
    shown = form(qtbot, "person")
    carer = shown.rows["carer"].editor
    assert isinstance(carer, Chips)
    first = next(iter(carer.group.buttons.values()))
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert carer.value() == "yes"
    QTest.keyClick(first, Qt.Key.Key_Space)
    assert carer.value() is None
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert carer.value() == "yes"
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert carer.value() is None
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert carer.value() == "yes"


def test_a_novel_pasted_into_a_name_stays_and_is_told_of(qtbot: QtBot) -> None:
    shown = form(qtbot, "person")
    name = shown.rows["known_as"].editor
    name.put("word " * 3000)
    (problem,) = shown.problems()
    assert problem.field == "known_as"
    shown.show_problems([problem])
    assert "there is room for 200" in name.control.accessibleDescription()
    assert str(shown.values()["known_as"]).startswith("word word")
    assert len(str(shown.values()["known_as"])) == 14999


def test_a_day_that_is_none_stays_words_and_says_how_days_are_written(qtbot: QtBot) -> None:
    shown = form(qtbot, "support")
    shown.put({"date": None})
    shown.rows["date"].editor.put("lately")
    assert shown.values()["date"] == "lately"
    assert [one.message for one in shown.problems()] == ["Write the day as 3/4/2026 or 3 April 2026."]


def test_a_question_is_asked_once_and_keep_it_answers_it(qtbot: QtBot) -> None:
    shown = form(qtbot, "organisation", name="Us", charity_no="12")
    (question,) = shown.problems()
    assert question.asked
    shown.show_problems([question])
    row = shown.rows["charity_no"]
    assert row.isVisible()
    QTest.keyClick(row.asked(), Qt.Key.Key_Space)
    assert shown.problems() == []
    row.editor.put("13")
    assert len(shown.problems()) == 1


def test_a_name_typed_is_no_record_until_somebody_takes_it(qtbot: QtBot) -> None:
    shown = form(qtbot, "support", date="2026-03-04")
    who = shown.rows["person"].editor
    assert isinstance(who, Link)
    who.picker.box.setFocus()
    QTest.keyClicks(who.picker.box, "Joan Sm")
    assert shown.values()["person"] == "Joan Sm"
    assert [one.field for one in shown.problems()] == ["person"]
    QTest.keyClick(who.picker.box, Qt.Key.Key_Return)
    assert shown.values()["person"] == 11


def test_a_name_nobody_has_can_be_added_as_new(qtbot: QtBot) -> None:
    shown = form(qtbot, "support", date="2026-03-04")
    who = shown.rows["person"].editor
    assert isinstance(who, Link)
    who.picker.box.setFocus()
    QTest.keyClicks(who.picker.box, "Zebedee")
    QTest.keyClick(who.picker.box, Qt.Key.Key_Return)
    assert shown.values()["person"] == New("person", "Zebedee")
    assert shown.problems() == []


def test_a_problem_behind_the_fold_unfolds_it(qtbot: QtBot) -> None:
    shown = form(qtbot, "person", known_as="Jo")
    assert "phone" not in shown.rows
    shown.show_problems([Problem("phone", "This is needed.")])
    assert shown.rows["phone"].isVisible()
    assert shown.rows["phone"].editor.control.accessibleDescription() == "Phone is needed."


def test_a_retired_choice_stays_in_an_old_record_and_is_offered_to_no_other(qtbot: QtBot) -> None:
    old = next(item.code for item in LISTS["icb"] if item.retired)
    held, fresh = form(qtbot, "organisation", name="Us", icb=old), form(qtbot, "organisation", name="Us")
    held.turn()
    fresh.turn()
    fresh.put({"icb": old})
    offers = list[int]()
    for one in (held, fresh):
        box = one.rows["icb"].editor
        assert isinstance(box, LongChoice)
        box.put(None)
        one.activateWindow()
        qtbot.waitUntil(one.isActiveWindow)
        QTest.keyClick(box.control, Qt.Key.Key_Down)
        offers.append(box.picker.rows.list.count())
    assert offers == [37, 36]


def test_a_choice_of_a_long_list_takes_the_only_one_that_holds_the_letters(qtbot: QtBot) -> None:
    box = RecordForm(PARTS["access"], LISTS, NAMES)
    qtbot.addWidget(box)
    need = box.rows["need"].editor
    QTest.keyClicks(need.control, "larg")
    assert box.values()["need"] == "large_print"
    need.put(None)
    QTest.keyClicks(need.control, "zzz")
    assert [one.field for one in box.problems()] == ["need"]
    assert box.values()["need"] == "zzz"


def test_the_focus_comes_to_what_is_chosen(qtbot: QtBot) -> None:
    made = form(qtbot, "capacity_support", direction="given_by_us").rows["direction"].editor
    assert isinstance(made, Chips)
    made.setFocus()
    assert [code for code, button in made.group.buttons.items() if button.hasFocus()] == [made.value()]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.code)
def test_what_is_half_typed_can_be_put_back(qtbot: QtBot, kind: RecordKind) -> None:
    wanted = filled(kind)
    half = {
        one.code: {Kind.LINK: New(one.to, "Zoe"), Kind.LINKS: [11, New(one.to, "Zoe"), "Jo"]}.get(
            one.kind, "3 Ap" if one.kind in TYPED else wanted[one.code]
        )
        for one in kind.fields
        if one.code in wanted
    }
    made = form(qtbot, kind.code)
    made.put(half)
    typed = made.typed()
    again = form(qtbot, kind.code)
    again.put(typed)
    assert again.typed() == typed == half


def test_a_day_has_its_words_beside_it_and_says_today_only_of_today(qtbot: QtBot) -> None:
    old = form(qtbot, "support", date="2024-01-09")
    new = form(qtbot, "support", date=today().isoformat())
    shown = [
        " ".join(one.text() for one in row.findChildren(QLabel) if one.isVisible())
        for row in (old.rows["date"], new.rows["date"])
    ]
    assert "9 January 2024" in shown[0]
    assert "Today, unless" not in shown[0]
    assert "Today, unless" in shown[1]
