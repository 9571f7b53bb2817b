"""Paper through the real window, by keys: a form is printed, and a pile of sheets is typed in from it."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_drafts import come_again, keep, offers, press, shell
from tests.ui.test_register import Hands
from ui import tasks
from ui.forms.field_row import FieldRow
from ui.main_window import MainWindow
from ui.screens.activities.screen import Activities
from ui.screens.paper import printing
from ui.screens.paper.batch import summary
from ui.screens.paper.begin import Begin
from ui.screens.paper.counted import CountedSheet
from ui.screens.paper.ended import Ended
from ui.screens.paper.one_row import OneRow
from ui.screens.paper.one_sheet import OneSheet
from ui.screens.paper.screen import PaperForms
from ui.screens.paper.signed import SignedSheet
from ui.screens.tally.counter import Counter
from ui.screens.today.forms import form_place, form_words
from vcse_desktop.actions import drafting, recording
from vcse_desktop.actions.blank_forms import Wish, make, pdf_of
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.printed import PAPERS

PLACE = "paper"

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
DAY = "2/11/2026"


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """Somebody at the keys."""
    return Hands(qtbot)


@pytest.fixture
def dropin(vault: Vault) -> int:
    """An activity, and a group that has a name."""
    recording.add(vault, "organisation", {"name": "Our Carers", "is_us": True})
    return recording.add(vault, "activity", {"title": "Drop-in"}).ids[0]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """Where the form goes."""
    before, made = printing.asking["file"], tmp_path / "form.pdf"
    printing.asking["file"] = lambda *_: made
    yield made
    printing.asking["file"] = before


@pytest.fixture
def again(window: MainWindow) -> Iterator[list[MainWindow]]:
    """Other windows on the same vault, opened by the test; afterwards they are gone."""
    made: list[MainWindow] = []
    yield made
    assert window is not None
    for one in made:
        one.close()
        one.deleteLater()


def paper(window: MainWindow, qtbot: QtBot, *what: object) -> PaperForms:
    """Go to the paper forms and return them."""
    shell = window.shell()
    assert shell is not None
    shell.go("paper", what if what[1:] else what[0])
    settled(qtbot)
    page = shell.page()
    assert isinstance(page, PaperForms)
    return page


def settled(qtbot: QtBot) -> None:
    """Wait until every answer has come and what it shows stands there."""
    for _ in range(3):
        QApplication.processEvents()
        qtbot.waitUntil(tasks.idle)
    QApplication.processEvents()


def begun(window: MainWindow, qtbot: QtBot, hands: Hands, code: str, many: int) -> PaperForms:
    """Begin with a pile of sheets, by keys, and return the screen with its first sheet."""
    page = paper(window, qtbot, "type", code)
    assert isinstance(page.typing.shown, Begin)
    assert QApplication.focusWidget() is page.typing.shown.many
    hands.type(str(many))
    hands.press(Qt.Key.Key_Return, CTRL)
    settled(qtbot)
    assert isinstance(page.typing.shown, OneSheet)
    return page


def sheet(page: PaperForms) -> OneSheet:
    """Return the sheet that is shown."""
    assert isinstance(page.typing.shown, OneSheet)
    return page.typing.shown


def passed(form: QWidget, hands: Hands, last: QWidget) -> list[str]:
    """Return the labels that one passes by Tab from the first box of a sheet to the last, each once."""
    found: dict[str, None] = {}
    for _ in range(200):
        at = QApplication.focusWidget()
        assert at is not None
        one: QWidget | None = at
        while one is not None and one is not form:
            if isinstance(one, FieldRow):
                found[one.field.label] = None
            elif isinstance(one, OneRow) and isinstance(at, QCheckBox):
                found[at.text()] = None
            elif isinstance(one, OneRow):
                found[at.accessibleName().partition(",")[0]] = None
            elif isinstance(one, Counter):
                found[one._words.text()] = None
            one = one.parentWidget()
        if at is last:
            return list(found)
        hands.press(Qt.Key.Key_Tab)
    raise AssertionError("Tab does not reach the end of the sheet")


@pytest.mark.usefixtures("dropin")
@pytest.mark.parametrize("code", PAPERS)
def test_tab_goes_through_a_sheet_in_the_order_in_which_it_is_printed(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands, code: str
) -> None:
    page = begun(window, qtbot, hands, code, 2)
    one = sheet(page)
    text = "".join(
        part.extract_text() for part in PdfReader(BytesIO(pdf_of(make(vault, Wish(code), "en")))).pages
    )
    if isinstance(one.form, SignedSheet):
        last: QWidget = one.form.rows[0].unread
    elif isinstance(one.form, CountedSheet):
        last = list(one.form.counters().values())[-1].more
    else:
        last = list(one.form.form.rows.values())[-1].editor.control
    labels = [label for label in passed(one.form, hands, last) if label != "No name"]
    printed = " ".join(text.split())
    places = [printed.index(" ".join(label.split())) for label in labels]
    assert places == sorted(places)
    numbers = [label for label in labels if label[0].isdigit()]
    asked = len(PAPERS[code].asks.fields) + len(PAPERS[code].columns) - (code == "signin")  # no initials
    assert len(numbers) == asked
    assert make(vault, Wish(code), "en").blank.version in one.about.text()


def test_a_pile_of_sign_in_sheets_is_typed_in_left_out_and_taken_back_by_keys(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands, dropin: int
) -> None:
    recording.add(vault, "person", {"known_as": "Ann"})
    page = begun(window, qtbot, hands, "signin", 3)
    one = sheet(page)
    assert one.title.text() == "Sheet 1 of 3"
    _first_sheet(one, hands)
    settled(qtbot)

    two = sheet(page)
    assert two.title.text() == "Sheet 2 of 3"
    assert isinstance(two.form, SignedSheet)
    assert two.form.form.values()["activity"] == dropin
    assert two.form.form.values()["date"] == "2026-11-02"
    assert QApplication.focusWidget() is two.form.rows[0].name.control
    assert [row["hours"] for row in vault.rows("time_given")] == [120]
    hands.tab_to(two.out)
    hands.press(Qt.Key.Key_Space)
    settled(qtbot)

    three = sheet(page)
    assert three.title.text() == "Sheet 3 of 3"
    assert isinstance(three.form, SignedSheet)
    hands.tab_to(three.form.rows[0].unread)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Return, CTRL)
    settled(qtbot)
    end = page.typing.shown
    assert isinstance(end, Ended)
    assert page.typing.batch is not None
    assert summary(page.typing.batch) == ["2 sheets are typed in.", "1 sheet was left out: number 2."]
    assert QApplication.focusWidget() is end.more
    assert vault.rows("session")[0]["people_n"] == 1

    hands.press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    settled(qtbot)
    _all_taken_back(page, qtbot, hands)
    assert not vault.rows("session")
    assert not vault.rows("time_given")
    assert len(vault.rows("person")) == 1


def _first_sheet(one: OneSheet, hands: Hands) -> None:
    """Type in that Ann helped from ten to twelve, and save it."""
    hands.type("drop")
    hands.press(Qt.Key.Key_Return)
    hands.tab_to(one.form.form.rows["date"].editor.control)
    hands.type(DAY)
    assert isinstance(one.form, SignedSheet)
    hands.tab_to(one.form.rows[0].name.control)
    hands.type("ann")
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Tab)
    hands.press(Qt.Key.Key_Space)
    hands.press(Qt.Key.Key_Tab)
    hands.type("10")
    hands.press(Qt.Key.Key_Tab)
    hands.type("12")
    assert len(one.form.rows) == 2  # there is always one more
    hands.press(Qt.Key.Key_Return, CTRL)


def _all_taken_back(page: PaperForms, qtbot: QtBot, hands: Hands) -> None:
    """See the sheet that was undone again as it was typed, save it anew, and take all of the pile back."""
    shown = sheet(page)
    assert shown.title.text() == "Sheet 3 of 3"
    assert isinstance(shown.form, SignedSheet)
    assert shown.form.rows[0].unread.isChecked()
    hands.press(Qt.Key.Key_Return, CTRL)
    settled(qtbot)
    assert isinstance(page.typing.shown, Ended)
    hands.tab_to(page.typing.shown.back)
    hands.press(Qt.Key.Key_Space)
    settled(qtbot)
    assert isinstance(page.typing.shown, Begin)


def test_the_last_sheet_is_taken_back_by_its_button_and_what_was_begun_on_the_next_one_waits(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands, dropin: int
) -> None:
    page = begun(window, qtbot, hands, "said", 2)
    form = sheet(page).form.form
    form.rows["heard_on"].editor.put(DAY)
    form.rows["words"].editor.put("Good tea")
    page.save()
    settled(qtbot)
    two = sheet(page)
    assert QApplication.focusWidget() is two.form.first()
    assert two.form.form.values()["heard_on"] == "2026-11-02"
    two.form.form.rows["words"].editor.put("Cold hall")
    hands.tab_to(two.back)
    hands.press(Qt.Key.Key_Space)
    settled(qtbot)
    assert not vault.rows("insight")
    one = sheet(page)
    assert one.title.text() == "Sheet 1 of 2"
    assert one.form.form.values()["words"] == "Good tea"
    page.save()
    settled(qtbot)
    assert sheet(page).form.form.values()["words"] == "Cold hall"


def test_one_stops_and_goes_on_another_day_from_the_draft(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands, again: list[MainWindow]
) -> None:
    page = begun(window, qtbot, hands, "contact", 4)
    page.save()  # nothing is filled in: a day is needed
    settled(qtbot)
    assert sheet(page).title.text() == "Sheet 1 of 4"
    sheet(page).form.form.rows["date"].editor.put(DAY)
    page.save()
    settled(qtbot)
    sheet(page).form.form.rows["matters_words"].editor.put("Sleep")
    hands.press(Qt.Key.Key_Escape)
    settled(qtbot)
    assert shell(window).shown == "today"
    keep(window, qtbot)
    (kept,) = drafting.begun(vault)
    assert form_words(kept.form) == "Sheets that are being typed in"
    assert form_place(kept) == ("paper", "type")

    other = come_again(window, vault.folder, qtbot, again)
    page = paper(other, qtbot, "type")
    (offer,) = offers(other)
    press(offer, "Go on with it")
    settled(qtbot)
    assert sheet(page).title.text() == "Sheet 2 of 4"
    assert sheet(page).form.form.values()["matters_words"] == "Sleep"
    assert sheet(page).form.form.values()["date"] == "2026-11-02"
    page.typing.end()
    settled(qtbot)
    end = page.typing.shown
    assert isinstance(end, Ended)
    assert page.typing.batch is not None
    assert summary(page.typing.batch)[-1] == "3 sheets were not typed in yet."
    keep(other, qtbot)
    assert not shell(other).desk.drafts.known
    end.on.click()
    settled(qtbot)
    assert sheet(page).form.form.values()["matters_words"] == "Sleep"


def test_words_about_somebody_at_risk_are_not_kept_in_the_draft_and_the_counter_is(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands, dropin: int
) -> None:
    page = begun(window, qtbot, hands, "said", 2)
    sheet(page).form.form.rows["words"].editor.put("He hits me")
    draft = page.typing.draft()
    assert draft is not None
    assert draft[0].sheets == 2
    assert "hits me" not in str(draft)


def test_a_number_of_sheets_that_is_none_is_asked_for(
    window: MainWindow, qtbot: QtBot, hands: Hands, dropin: int
) -> None:
    page = paper(window, qtbot, "type", "said")
    for words in ("", "0", "many", "101"):
        assert isinstance(page.typing.shown, Begin)
        page.typing.shown.many.setText(words)
        page.save()
        settled(qtbot)
        assert isinstance(page.typing.shown, Begin)
        assert QApplication.focusWidget() is page.typing.shown.many


def test_a_tally_is_typed_in_with_a_number_that_is_none_asked_about(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands, dropin: int
) -> None:
    page = begun(window, qtbot, hands, "tally", 1)
    form = sheet(page).form
    assert isinstance(form, CountedSheet)
    form.form.rows["activity"].editor.put(dropin)
    form.form.rows["date"].editor.put(DAY)
    form.form.rows["people_n"].editor.put(9)
    counter = form.counters()["inclusion_groups", "homeless"]
    counter.box.setText("two")
    page.save()
    settled(qtbot)
    assert not vault.rows("session")
    assert QApplication.focusWidget() is counter.box
    counter.box.setText("2")
    page.save()
    settled(qtbot)
    assert vault.rows("session")[0]["people_n"] == 9
    assert [row["n"] for row in vault.rows("tally")] == [2]


def test_a_name_that_is_on_nobodys_record_is_asked_about_in_its_row(
    window: MainWindow, qtbot: QtBot, vault: Vault, hands: Hands, dropin: int
) -> None:
    page = begun(window, qtbot, hands, "signin", 1)
    form = sheet(page).form
    assert isinstance(form, SignedSheet)
    form.form.rows["activity"].editor.put(dropin)
    form.form.rows["date"].editor.put(DAY)
    form.rows[0].name.picker.box.setText("Bethan")
    form.rows[0].helped.setChecked(True)
    form.rows[0].boxes["came_at"].setText("scribble")
    form.rows[0].boxes["went_at"].setText("12")
    page.save()
    settled(qtbot)
    assert not vault.rows("session")
    assert QApplication.focusWidget() is form.rows[0].name.control
    assert "not on record" in form.rows[0].name.control.accessibleDescription()


def test_a_form_is_saved_by_keys_for_the_activity_one_came_from(
    window: MainWindow, qtbot: QtBot, hands: Hands, dropin: int, file: Path
) -> None:
    shell = window.shell()
    assert shell is not None
    shell.go("activities", ("activity", dropin))
    settled(qtbot)
    page = shell.page()
    assert isinstance(page, Activities)
    page.paper.click()
    settled(qtbot)
    made = shell.page()
    assert isinstance(made, PaperForms)
    assert made.printing.made is not None
    assert made.printing.made.blank.asked[0].filled == "Drop-in"
    assert not made.printing.page.pixmap().isNull()
    assert "Sign-in sheet" in made.printing.page.accessibleName()
    assert made.printing.wishes is not None
    hands.tab_to(made.printing.wishes.large)
    hands.press(Qt.Key.Key_Space)
    settled(qtbot)
    assert made.printing.made.blank.large
    hands.press(Qt.Key.Key_Return, CTRL)
    settled(qtbot)
    assert "Drop-in" in PdfReader(file).pages[0].extract_text()


def test_a_box_that_cannot_be_understood_is_gone_to_and_nothing_is_saved(
    window: MainWindow, qtbot: QtBot, dropin: int, file: Path
) -> None:
    page = paper(window, qtbot, "print", "signin", dropin, today().isoformat())
    assert page.printing.wishes is not None
    page.printing.wishes.sheets.setText("some")
    page.save()
    settled(qtbot)
    assert not file.exists()
    assert QApplication.focusWidget() is page.printing.wishes.sheets
    page.printing.wishes.sheets.setText("200")
    settled(qtbot)
    assert page.printing.made is None
    assert page.printing.notice.isVisible()


def test_what_is_printed_is_what_is_shown(window: MainWindow, qtbot: QtBot, dropin: int) -> None:
    given: list[tuple[object, ...]] = []
    before, printing.asking["printer"] = printing.asking["printer"], lambda *what: given.append(what)
    page = paper(window, qtbot, "print", "said")
    assert page.printing.wishes is not None
    page.printing.wishes.sheets.setText("2")
    settled(qtbot)
    page.printing.print_it.click()
    printing.asking["printer"] = before
    ((_, title, pages),) = given
    assert title == "What people said"
    assert isinstance(pages, list)
    assert len(pages) == 2
