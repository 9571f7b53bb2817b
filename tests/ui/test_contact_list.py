"""The contact list: nobody on it who must not be, needs first, words as typed, copied when asked."""

import io
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QIODevice, QSizeF, Qt
from PySide6.QtGui import QGuiApplication, QPdfWriter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.accessibility.dress import only_direction
from tests.ui.doors import press
from ui import language, tasks
from ui.main_window import MainWindow
from ui.screens.find_or_do import FindOrDo
from ui.screens.people.contact.pages import pages
from ui.screens.people.contact.panel import ContactList
from ui.screens.people.contact.paper import draw
from ui.screens.people.contact.part import ContactedPeople
from ui.screens.people.contact.words import as_text
from ui.screens.people.screen import People
from ui.widgets.dressing import choose
from vcse_desktop.actions.contacting import INVITE, PHONE, contact_sheet
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.unlocking import Vault

CTRL = Qt.KeyboardModifier.ControlModifier
CALL = "01632 960001"
NAMES = ["<b>Joan</b>", "Ann & Bob", "=SUM(1)", "{name}", "سلمى", "Ŵyn"]


def person(vault: Vault, name: str, **values: object) -> int:
    """Add a person and return the id."""
    return add(vault, "person", {"known_as": name, **values}).ids[0]


def part(window: MainWindow) -> ContactedPeople:
    """Return the tab of the people."""
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, People)
    shown = page.tabs.part()
    assert isinstance(shown, ContactedPeople)
    return shown


def panel(window: MainWindow, qtbot: QtBot) -> ContactList:
    """Return the contact list once it is filled."""
    qtbot.waitUntil(lambda: part(window).contacts is not None)
    made = part(window).contacts
    assert made is not None
    qtbot.waitUntil(lambda: tasks.idle() and made.sheet is not None)
    return made


def labels(widget: QWidget) -> list[str]:
    """Return the sentences that are seen on a widget."""
    return [one.text() for one in widget.findChildren(QLabel) if one.isVisible() and one.text()]


def lines(shown: ContactList) -> list[str]:
    """Return what a screen reader says of each row."""
    model, role = shown.lines, Qt.ItemDataRole.AccessibleTextRole
    return [str(model.data(model.index(row), role)).replace("\u00a0", " ") for row in range(model.rowCount())]


@pytest.fixture
def people(window: MainWindow, vault: Vault, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window at four people, of whom one wants no contact, one has no phone."""
    joan = person(vault, "<b>Joan</b>", phone=CALL, contact_not="Not before ten")
    add(vault, "access", {"person": joan, "need": "large_print"})
    person(vault, "Bob", phone="01632 960002", do_not_contact=True)
    person(vault, "Cai", email="cai@example.org")
    person(vault, "Johanna", phone="01632 960003")
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(tasks.idle)
    yield window


def test_the_list_is_made_of_those_who_are_shown_says_who_is_left_off_and_goes_by_esc(
    people: MainWindow, qtbot: QtBot
) -> None:
    part(people).making.setFocus()
    press(Qt.Key.Key_Space)
    shown = panel(people, qtbot)
    qtbot.waitUntil(shown.kinds.buttons[PHONE].hasFocus)
    assert shown.kinds.code() == PHONE
    assert lines(shown) == [
        "Phone call: 2 people",
        f"<b>Joan</b>. Access needs: Large print. {CALL}. When not to: Not before ten",
        "Johanna. 01632 960003",
    ]
    said = labels(shown)
    assert "Made from everybody: 4 people." in said
    assert "1 person is left off: they do not want to be contacted." in said
    assert "1 person is left off: no phone number is noted. They are among the invitations." in said
    press(Qt.Key.Key_Right)
    qtbot.waitUntil(tasks.idle)
    assert shown.kinds.code() == INVITE
    assert "Email: 1 person" in lines(shown)
    assert not [line for line in lines(shown) if "Bob" in line or "960002" in line]
    press(Qt.Key.Key_Escape)
    assert part(people).contacts is None
    qtbot.waitUntil(part(people).making.hasFocus)
    part(people).list.box.setText("joh")
    part(people).making.click()
    shown = panel(people, qtbot)
    assert "Made from 1 of 4 people: the one who was found in the list of people." in labels(shown)
    assert lines(shown) == ["Phone call: 1 person", "Johanna. 01632 960003"]
    press(Qt.Key.Key_Escape)
    part(people).list.box.setText("nobody")
    assert not part(people).making.isVisible()


def test_it_is_found_by_its_words_from_anywhere_and_goes_with_what_changes(
    people: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_K, CTRL)
    found = people.findChild(FindOrDo)
    assert found is not None
    QTest.keyClicks(found.box, "contact l")
    QTest.keyClick(found.box, Qt.Key.Key_Return)
    shown = panel(people, qtbot)
    assert len(lines(shown)) == 3
    part(people).desk.did("Saved.", add(vault, "person", {"known_as": "Dot", "phone": CALL}))
    qtbot.waitUntil(lambda: len(lines(shown)) == 4)
    people.activateWindow()  # the box over it was another window
    qtbot.waitUntil(people.isActiveWindow)
    press(Qt.Key.Key_F, CTRL)
    assert part(people).contacts is None and part(people).list.box.hasFocus()


def test_it_is_copied_as_plain_text_when_it_is_asked_for_and_not_before(
    people: MainWindow, qtbot: QtBot
) -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    part(people).contact()
    shown = panel(people, qtbot)
    shown.kinds.choose(INVITE)
    qtbot.waitUntil(tasks.idle)
    assert clipboard.text() == "before" and not shown.said.isVisible()
    shown.copy.setFocus()
    press(Qt.Key.Key_Space)
    copied = clipboard.text()
    assert shown.sheet is not None and copied == as_text(shown.sheet)
    assert f"<b>Joan</b>\nAccess needs: Large print\n{CALL}\nWhen not to: Not before ten\n" in copied
    assert "cai@example.org" in copied and "Bob" not in copied
    assert shown.said.isVisible()
    clipboard.clear()


def test_where_nobody_can_be_rung_it_says_so_and_offers_no_empty_paper(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("people", "contact")
    shown = panel(window, qtbot)
    empty = "Nobody to contact yet. Add people with a phone number, an e-mail or an address first."
    assert empty in labels(shown)
    assert part(window).making.isHidden() and not shown.print_it.isVisible() and not shown.copy.isVisible()
    part(window).desk.did("Saved.", add(vault, "person", {"known_as": "Cai", "email": "cai@example.org"}))
    wanted = "Nobody here can be reached by phone. Choose “Invitations” to see other ways."
    qtbot.waitUntil(lambda: wanted in labels(shown))
    part(window).list.box.setText("nobody of that name")
    qtbot.waitUntil(
        lambda: (
            "The list of people shows nobody just now. Go back and search for fewer letters." in labels(shown)
        )
    )


def test_it_is_there_again_when_the_window_is_drawn_anew(people: MainWindow, qtbot: QtBot) -> None:
    part(people).contact(INVITE)
    panel(people, qtbot)
    before = people.shell()
    choose("theme", "dark")
    qtbot.waitUntil(lambda: people.shell() not in (None, before))
    qtbot.waitUntil(tasks.idle)
    assert panel(people, qtbot).kinds.code() == INVITE
    assert "Email: 1 person" in lines(panel(people, qtbot))
    choose("theme", "light")


A4 = QSizeF(503, 750)
"""Points that a page has for writing."""


def printed(vault: Vault, kind: str) -> str:
    """Return the words that are drawn on paper."""
    made = pages(contact_sheet(vault, kind, None, "en"), A4)
    return "".join(one.words for page in made for one in page.written).replace("\u00a0", " ")


def test_on_paper_needs_stand_before_numbers_and_what_was_typed_is_no_markup(vault: Vault) -> None:
    joan = person(vault, NAMES[0], phone="<i>01632</i> 960001", contact_not="<u>ten</u>")
    add(vault, "access", {"person": joan, "need": "large_print"})
    words = printed(vault, PHONE)
    wanted = [
        *("Phone list", "Called", NAMES[0], "Access needs: Large print"),
        *("<i>01632</i> 960001", "When not to: <u>ten</u>"),
    ]
    places = [words.index(one) for one in wanted]
    assert places == sorted(places)


def test_no_page_parts_a_person_from_what_they_need_however_many_there_are(vault: Vault) -> None:
    long = "Not before ten, and never while the children come home from school. " * 2
    with vault.unit("add") as unit:
        for n in range(40):
            who = unit.save(
                "person", None, {"known_as": f"Person {n:02}", "phone": CALL, "contact_not": long}
            )
            unit.save("access", None, {"person": who, "need": "large_print"})
    made = pages(contact_sheet(vault, PHONE, None, "en"), A4)
    assert len(made) > 4
    for number, page in enumerate(made, 1):
        words = "".join(one.words for one in page.written)
        whole = words.count("Not before ten"), words.count("from school."), 2 * words.count("Person ")
        assert whole == (2 * len(page.boxes),) * 3
        assert words.count("Large print") == words.count(CALL) == len(page.boxes)
        assert "Phone call\nCalled\n" in words and f"Page {number} of {len(made)}" in words
        assert max(one.y + one.line.height() for one in page.written) <= A4.height()
    held = QBuffer()
    held.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(held)
    draw(writer, contact_sheet(vault, PHONE, None, "en"))
    with pikepdf.open(io.BytesIO(bytes(held.data().data()))) as paper:
        assert len(paper.pages) > 4


def test_words_for_which_no_page_has_room_go_on_to_the_next(vault: Vault) -> None:
    said = [f"w{n}" for n in range(50)]
    person(vault, "Joan", phone=CALL, contact_not=" ".join(said))
    small = QSizeF(A4.width() / 2, 200)
    made = pages(contact_sheet(vault, PHONE, None, "en"), small)
    words = "".join(one.words for page in made for one in page.written).split()
    assert [word for word in words if word in said] == said
    assert max(one.y + one.line.height() for page in made for one in page.written) <= small.height()


def test_paper_reads_from_right_to_left_where_the_language_does(
    vault: Vault, qapp: QApplication, tmp_path: Path
) -> None:
    person(vault, "سلمى", phone=CALL)
    sheet = contact_sheet(vault, PHONE, None, "ar")
    language.speak(qapp, "ar", only_direction(tmp_path))
    (page,) = pages(sheet, A4)
    (name,) = [one for one in page.written if one.words.startswith("سلمى")]
    (number,) = [one for one in page.written if one.words.startswith(CALL)]
    assert number.x < name.x < page.boxes[0].left()
    assert number.layout.textOption().textDirection() is Qt.LayoutDirection.LeftToRight
    assert number.line.naturalTextRect().right() > number.line.width() - 1


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.fixed_dictionaries(
            {"phone": st.sampled_from([None, CALL]), "do_not_contact": st.sampled_from([None, False, True])}
        ),
        min_size=len(NAMES),
        max_size=len(NAMES),
    ),
    st.sampled_from([PHONE, INVITE]),
)
def test_whoever_wants_no_contact_is_in_no_text_and_every_other_is_once(
    vault: Vault, some: list[dict[str, object]], kind: str
) -> None:
    with vault.unit("add") as unit:
        for name, row in zip(NAMES, some, strict=True):
            known = {str(one["known_as"]): int(str(one["id"])) for one in vault.rows("person")}
            unit.save("person", known.get(name), {"known_as": name, **row})
    for words in (as_text(contact_sheet(vault, kind, None, "en")), printed(vault, kind)):
        found = [words.count(name) for name in NAMES]
        assert found == [0 if row["do_not_contact"] else 1 for row in some]
