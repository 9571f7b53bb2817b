"""A pack made in the window: four steps by keys alone, what is shown is what leaves, Stop leaves nothing."""

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.commands import Run
from tests.groups import FIRST, KIND, LAST, PARTNER, TIME, decided, quarter
from tests.ui.doors import press
from tests.ui.packs_shown import type_in
from tests.vaults import PASSPHRASE
from ui import language, tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.contents.table import Grid, TableCard
from ui.screens.make_pack.choose import Choose
from ui.screens.make_pack.done import Done
from ui.screens.make_pack.making import CHOOSE, PERIOD, PREVIEW, SIGN, MakePack
from ui.screens.make_pack.preview import Preview
from ui.screens.make_pack.sign import Sign
from ui.screens.make_pack.steps import DONE
from ui.screens.packs.screen import Packs
from ui.widgets.chart import ChartPicture
from ui.widgets.chips import OneWithMeaning
from ui.widgets.dressing import choose
from ui.widgets.frame import boxed
from ui.widgets.frame import column as one_below_the_other
from ui.widgets.number import NumberButton
from vcse_desktop.actions import previewing, recording
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.grouping import set_group, set_groups
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.actions.weighing import hidden_in
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.reports.blocks import Block, Chart, Facts, Heading, Items, Para, Quote, Series, Shown, Table
from vcse_desktop.reports.spoken import alt_text

PLACE = "packs"

NARROW = 420
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def vault(group: Vault) -> Vault:
    """The open vault of a small group with a quarter of sessions."""
    return group


@pytest.fixture
def packs(window: MainWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Packs:
    """The section of packs; what is saved goes to a folder of the test."""
    monkeypatch.setattr("ui.widgets.saving.documents", lambda: tmp_path)
    monkeypatch.setattr(
        "ui.screens.make_pack.period.days", lambda code, _: (FIRST, LAST) if code != "other" else None
    )
    press(Qt.Key.Key_7, CTRL)
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Packs)
    return page


def making(packs: Packs) -> MakePack:
    """Return the pack that is being made."""
    assert packs.making is not None
    return packs.making


def go_on(qtbot: QtBot, packs: Packs, step: int) -> None:
    """Press Ctrl+Enter and wait for this step."""
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: making(packs).begun.step == step and tasks.idle(), timeout=20_000)


def to_choose(qtbot: QtBot, packs: Packs) -> Choose:
    """Go to step 2 by keys."""
    qtbot.waitUntil(tasks.idle)
    press(Qt.Key.Key_N, CTRL)
    type_in(PARTNER)
    press(Qt.Key.Key_Escape)
    go_on(qtbot, packs, CHOOSE)
    step = making(packs).steps.step()
    assert isinstance(step, Choose)
    qtbot.waitUntil(lambda: making(packs).begun.weighed is not None and tasks.idle())
    return step


def words_in(widget: QWidget) -> str:
    """Return all that is written in a widget."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if not label.isHidden())


def test_a_pack_by_keys_alone_is_good_for_a_partner(
    qtbot: QtBot, packs: Packs, run: Run, tmp_path: Path
) -> None:
    step = to_choose(qtbot, packs)
    weighed = making(packs).begun.weighed
    assert weighed is not None
    assert step.hides.text() == f"{weighed.hidden} of {weighed.numbers} numbers will be hidden."
    told = " ".join(box.accessibleName() for box in step.parts.values())
    assert sum(map(int, re.findall(r"(\d+) hidden", told))) == weighed.hidden
    assert not step.publish.isChecked()
    step.publish.toggle()
    assert step.large.isChecked()
    step.large.toggle()
    day = step.following.control
    assert isinstance(day, QLineEdit)
    for words, wrong in (("soon", "day"), ("1/1/2001", "still to come")):
        day.setText(words)
        press(Qt.Key.Key_Return, CTRL)
        assert wrong in step.following.problem()
    day.setText("1/4/2049")
    assert making(packs).begun.weighed is weighed, "it hides nothing"
    go_on(qtbot, packs, PREVIEW)
    draft = making(packs).begun.draft
    assert draft is not None
    assert draft.claims["may_publish"] is True
    assert "data/report-large.pdf" not in draft.frozen.payload
    assert draft.claims["next_expected"] == "2049-04-01"
    assert sum(c.value is None for t in draft.plan.tables for r in t.rows for c in r.cells) == weighed.hidden
    go_on(qtbot, packs, SIGN)
    type_in(PASSPHRASE)
    go_on(qtbot, packs, DONE)
    (file,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(file) as archive:
        report = next(archive.read(name) for name in archive.namelist() if name.endswith("report.pdf"))
    assert report.startswith(draft.pdf)
    partner = tmp_path / "partner"
    run("new", partner, "--organisation", PARTNER)
    assert run("pack", "check", file, "--vault", partner).status == 20
    digits = draft.digits
    assert digits.split() == [
        label.text() for label in making(packs).findChildren(QLabel) if label.property("k") == "code"
    ]
    assert run("pack", "compare", file, "--vault", partner, "--digits", digits).status == 0
    assert run("pack", "check", file, "--vault", partner).status == 0
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(tasks.idle)
    assert PARTNER in words_in(packs.list)
    assert "Stands: not replaced" in words_in(packs.list)


def test_at_most_six_presses_with_the_defaults(qtbot: QtBot, packs: Packs, tmp_path: Path) -> None:
    qtbot.waitUntil(tasks.idle)
    pressed = 0

    def click(button: QPushButton) -> None:
        nonlocal pressed
        pressed += 1
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    click(packs.list.new)
    made = making(packs)
    type_in(PARTNER)
    for step in (CHOOSE, PREVIEW, SIGN):
        click(made.steps.on)
        qtbot.waitUntil(lambda step=step: made.begun.step == step and tasks.idle(), timeout=20_000)  # type: ignore[misc]
    type_in(PASSPHRASE)
    click(made.steps.on)
    qtbot.waitUntil(lambda: made.begun.step == DONE and tasks.idle(), timeout=20_000)
    assert len(list(tmp_path.glob("*.zip"))) == 1
    assert pressed <= 6


def test_going_back_keeps_everything(qtbot: QtBot, packs: Packs) -> None:
    step = to_choose(qtbot, packs)
    quote = next(iter(step.quotes.values()))
    quote.setFocus()
    press(Qt.Key.Key_Space)
    step.parts["carers"].setFocus()
    press(Qt.Key.Key_Space)
    go_on(qtbot, packs, PREVIEW)
    for back in (CHOOSE, PERIOD):
        press(Qt.Key.Key_Escape)
        assert making(packs).begun.step == back
    assert making(packs).period.whom.text() == PARTNER
    press(Qt.Key.Key_Escape)
    assert making(packs).isHidden()
    press(Qt.Key.Key_N, CTRL)
    go_on(qtbot, packs, CHOOSE)
    again = making(packs).steps.step()
    assert isinstance(again, Choose)
    assert [box.isChecked() for box in again.quotes.values()] == [False, True]
    assert not again.parts["carers"].isChecked()


def test_words_ticked_off_are_shown_nowhere_and_leave_nowhere(qtbot: QtBot, packs: Packs) -> None:
    step = to_choose(qtbot, packs)
    assert KIND in words_in(step)
    assert "Agreed on 6 February 2024" in plain(words_in(step))
    box = next(box for box in step.quotes.values() if KIND in box.accessibleName())
    box.setFocus()
    press(Qt.Key.Key_Space)
    go_on(qtbot, packs, PREVIEW)
    preview = making(packs).steps.step()
    assert isinstance(preview, Preview)
    shown = ""
    for page in preview.turn.buttons.values():
        page.setChecked(True)
        shown += words_in(preview)
    assert TIME in shown
    assert KIND not in shown
    draft = making(packs).begun.draft
    assert draft is not None
    assert KIND.encode() not in b"".join(dict(draft.frozen.files).values())


def test_the_pages_show_every_number_and_why_it_is_hidden(qtbot: QtBot, packs: Packs) -> None:
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    preview = making(packs).steps.step()
    assert isinstance(preview, Preview)
    preview.turn.buttons["section-volunteering"].setChecked(True)
    reasons = 0
    for card in preview.findChildren(TableCard):
        model = card.grid.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                index = model.index(row, column)
                if model.data(index) == "[c]":
                    reasons += 1
                    assert "Hidden " in str(model.data(index, Qt.ItemDataRole.AccessibleTextRole))
                    card.grid.setCurrentIndex(index)
                    assert card.why.text().startswith("Hidden ")
    assert reasons
    preview.turn.buttons["files"].setChecked(True)
    assert "data/report.pdf" in words_in(preview)


def test_each_number_of_the_pages_opens_its_records(qtbot: QtBot, packs: Packs, window: MainWindow) -> None:
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    preview = making(packs).steps.step()
    assert isinstance(preview, Preview)
    preview.turn.buttons["section-volunteering"].setChecked(True)
    card = next(
        one for one in preview.findChildren(TableCard) if one.grid.accessibleName().find("activity") >= 0
    )
    qtbot.waitUntil(card.grid.isVisible)
    card.grid.setCurrentIndex(card.grid.model().index(0, 0))
    assert not card.open.isVisible(), "the name of a row is no number"
    card.grid.setCurrentIndex(card.grid.model().index(0, 1))
    qtbot.waitUntil(card.open.isVisible)
    card.grid.setFocus()
    press(Qt.Key.Key_Return)
    behind = preview.behind
    assert behind is not None
    qtbot.waitUntil(lambda: behind.isVisible() and tasks.idle())
    assert "Drop-in" in behind.title.text()
    assert all("Drop-in" in line.sentence for line in behind._lines)
    assert QApplication.focusWidget() is behind.buttons()[0]
    press(Qt.Key.Key_Space)
    shell = window.shell()
    qtbot.waitUntil(lambda: tasks.idle() and shell is not None and not isinstance(shell.page(), Packs))
    press(Qt.Key.Key_7, CTRL)
    qtbot.waitUntil(lambda: tasks.idle() and preview.isVisible())
    preview.turn.buttons["section-summary"].setChecked(True)
    qtbot.waitUntil(lambda: any(one.isVisible() for one in preview.findChildren(NumberButton)))
    large = {one.accessibleName(): one for one in preview.findChildren(NumberButton) if one.isVisible()}
    large["14 Things people said: show them"].click()
    qtbot.waitUntil(lambda: behind.isVisible() and tasks.idle())
    assert plain(behind.title.text()) == "Behind this number: Things people said: 14"
    assert len(behind.buttons()) > 1


def in_order(preview: Preview) -> str:
    """Return all that the pages say, from the first to the last, in the order in which it stands."""
    found = []
    for button in list(preview.turn.buttons.values())[:-1]:
        button.setChecked(True)
        for n in range(preview._page.count()):
            item = preview._page.itemAt(n)
            widget = item.widget() if item is not None else None
            assert widget is not None
            for one in [widget, *widget.findChildren(QWidget)]:
                if isinstance(one, QLabel):
                    found.append(plain(one.text()))
                elif isinstance(one, ChartPicture):
                    found.append(one.accessibleDescription())
                elif isinstance(one, Grid):
                    model = one.model()
                    rows, columns = range(model.rowCount()), range(model.columnCount())
                    heads = (model.headerData(n, Qt.Orientation.Horizontal) for n in columns)
                    found += map(str, heads)
                    found += [str(model.data(model.index(row, column))) for row in rows for column in columns]
    return "\n".join(found)


def in_the_files(block: Block) -> list[str]:
    """Return what the files print of a block, in order."""
    match block:
        case Heading() | Quote() | previewing.Notice():
            words = [block.text]
        case Para():
            words = [previewing.words(block.runs)]
        case Items():
            words = [previewing.words(item) for item in block.items]
        case Facts():
            words = [previewing.cell_words(cell, "en") for _, cell in block.pairs]
        case Chart():
            words = [previewing.chart_name(block), alt_text(block)]
        case Table():
            cells = [previewing.cell_words(cell, "en") for row in block.rows for cell in row.cells]
            words = [block.caption, *block.columns, *cells, *block.notes]
        case _:
            words = []
    return words


def test_the_pages_say_what_the_files_say_in_the_same_order(qapp: QApplication, vault: Vault) -> None:
    activity = int(str(vault.rows("activity", title="Drop-in")[0]["id"]))
    for day in ("2024-01-05", "2024-03-05"):
        recording.add(vault, "session", {"date": day, "activity": activity, "people_n": 14})
    draft = draft_pack(vault, quarter())
    assert {Chart, Table, Quote, Facts, Items} <= {type(block) for block in draft.blocks}
    preview = Preview(draft)
    shown, at = in_order(preview), 0
    for block in draft.blocks:
        for words in in_the_files(block):
            found = shown.find(words, at)
            assert found >= 0, (block.id, words)
            at = found
    preview.deleteLater()


def test_pages_are_turned_one_after_the_other_and_counted(qtbot: QtBot, packs: Packs) -> None:
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    preview = making(packs).steps.step()
    assert isinstance(preview, Preview)
    first, second, *others = preview.turn.buttons
    pages = len(others) + 2
    assert preview.before.isHidden()
    preview.on.click()
    assert preview.turn.code() == second
    assert f"You have looked at 2 of {pages}." in words_in(preview)
    preview.before.click()
    assert preview.turn.code() == first
    assert f"You have looked at 2 of {pages}." in words_in(preview)
    preview.turn.buttons[others[0]].setFocus()
    preview.turn.buttons[others[1]].setChecked(True)
    assert QApplication.focusWidget() is preview.turn.buttons[others[1]]
    preview.turn.buttons[others[-1]].setChecked(True)
    assert preview.on.isHidden()


def test_words_typed_by_hand_that_may_point_at_somebody_are_shown_before_they_leave(
    qtbot: QtBot, packs: Packs, vault: Vault
) -> None:
    activity = vault.rows("activity")[0]
    recording.change(vault, "activity", int(str(activity["id"])), {"title": "Coffee with Blodeuwedd"})
    set_group(vault, "pack_purpose", "To thank three carers")
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    preview = making(packs).steps.step()
    assert isinstance(preview, Preview)
    shown = words_in(preview)
    assert "Look at these words once more" in shown
    said = "“\u2068Blodeuwedd\u2069” in “\u2068Coffee with Blodeuwedd\u2069”: This may be somebody's name."
    assert said in shown
    assert "three carers" in shown
    assert "The name of an activity" in shown and "Settings: why you share" in shown
    press(Qt.Key.Key_Return, CTRL)
    assert making(packs).begun.step == PREVIEW, "each is decided about first"
    keep = QApplication.focusWidget()
    assert isinstance(keep, QPushButton)
    assert keep.accessibleName() == "Keep “\u2068Blodeuwedd\u2069”: It points at nobody"
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(making(packs).begun.pointing) == 1 and tasks.idle(), timeout=20_000)
    qtbot.waitUntil(lambda: "Blodeuwedd\u2069” in" not in words_in(preview))
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not making(packs).begun.pointing and tasks.idle(), timeout=20_000)
    qtbot.waitUntil(lambda: "Look at these words once more" not in words_in(preview))
    assert not preview.stale.isVisible()
    go_on(qtbot, packs, SIGN)
    type_in(PASSPHRASE)
    go_on(qtbot, packs, DONE)


def test_where_the_pack_is_can_be_opened_and_copied(
    qtbot: QtBot, packs: Packs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[QUrl] = []

    def refused(url: QUrl) -> bool:
        asked.append(url)
        return False

    monkeypatch.setattr(Done, "opening", staticmethod(refused))
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    go_on(qtbot, packs, SIGN)
    type_in(PASSPHRASE)
    go_on(qtbot, packs, DONE)
    done = making(packs).steps.step()
    assert isinstance(done, Done)
    (file,) = tmp_path.glob("*.zip")
    done.open.click()
    assert [Path(url.toLocalFile()) for url in asked] == [tmp_path]
    assert "did not open the folder" in words_in(done)
    done.copy.click()
    assert QApplication.clipboard().text() == str(file)
    book = done.book
    assert book is not None
    book.asking = lambda *_: tmp_path / "tables.xlsx"
    book.save.click()
    qtbot.waitUntil(lambda: tasks.idle() and book.save.isEnabled())
    assert "are saved as" in words_in(book)
    assert (tmp_path / "tables.xlsx").exists()


def test_stop_leaves_nothing(qtbot: QtBot, packs: Packs, vault: Vault, tmp_path: Path) -> None:
    qtbot.waitUntil(tasks.idle)
    press(Qt.Key.Key_N, CTRL)
    type_in(PARTNER)
    press(Qt.Key.Key_Return, CTRL)
    made = making(packs)
    qtbot.waitUntil(lambda: made.begun.step == CHOOSE and made.work.is_busy(), timeout=5_000)
    made.work.stop()
    assert not made.work.is_busy()
    assert "Nothing was made" in made.work.notice.sentence.text()
    qtbot.waitUntil(tasks.idle, timeout=5_000)
    assert made.begun.weighed is None
    press(Qt.Key.Key_Return, CTRL)
    assert made.work.is_busy()
    press(Qt.Key.Key_Escape)
    qtbot.waitUntil(tasks.idle, timeout=5_000)
    assert made.begun.step == CHOOSE
    assert made.begun.draft is None
    assert vault.rows("sent") == vault.rows("release") == []
    assert list(tmp_path.glob("*.zip*")) == []


def test_another_passphrase_signs_nothing_and_stays_typed(
    qtbot: QtBot, packs: Packs, vault: Vault, tmp_path: Path
) -> None:
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    go_on(qtbot, packs, SIGN)
    step = making(packs).steps.step()
    assert isinstance(step, Sign)
    go_on(qtbot, packs, SIGN)
    assert step.passphrase.problem() == "Type your passphrase."
    type_in("another four words here")
    go_on(qtbot, packs, SIGN)
    assert "nothing was signed" in step.passphrase.problem()
    assert step.passphrase.text() == "another four words here"
    assert QApplication.focusWidget() is step.passphrase.box
    assert vault.rows("sent") == []
    assert list(tmp_path.glob("*.zip*")) == []


def test_a_place_that_is_gone_is_told_and_signing_works_elsewhere(
    qtbot: QtBot, packs: Packs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    go_on(qtbot, packs, SIGN)
    step = making(packs).steps.step()
    assert isinstance(step, Sign)
    step.place.asking = lambda _owner, _file: tmp_path / "ours"
    step.place.file = tmp_path / "stick" / "pack.zip"
    type_in(PASSPHRASE)
    go_on(qtbot, packs, SIGN)
    assert "Nothing was lost" in making(packs).work.notice.sentence.text()
    assert step.passphrase.text() == PASSPHRASE
    step.place.change.click()
    go_on(qtbot, packs, DONE)
    assert (tmp_path / "ours.zip").is_file()


def test_an_empty_name_is_asked_for_and_days_must_be_in_order(qtbot: QtBot, packs: Packs) -> None:
    qtbot.waitUntil(tasks.idle)
    press(Qt.Key.Key_N, CTRL)
    press(Qt.Key.Key_Return, CTRL)
    period = making(packs).period
    assert period.who.problem() == "Type who the pack is for."
    period.chips.choose("other")
    for asked, words in ((period.first, "3 April 2024"), (period.last, "1/2/2024")):
        asked.control.setFocus()
        type_in(words)
    press(Qt.Key.Key_Return, CTRL)
    assert period.last.problem() == "The last day is before the first."
    assert making(packs).begun.step == PERIOD


def test_a_pack_begun_outlives_another_text_size(qtbot: QtBot, packs: Packs, window: MainWindow) -> None:
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    draft = making(packs).begun.draft
    choose("text_size", 125)
    qtbot.waitUntil(lambda: (shell := window.shell()) is not None and shell.page() is not packs)
    shell = window.shell()
    assert shell is not None
    page = shell.page()
    assert isinstance(page, Packs)
    assert making(page).begun.step == PREVIEW
    assert making(page).begun.draft is draft
    choose("text_size", 100)
    qtbot.waitUntil(lambda: (shell := window.shell()) is not None and shell.page() is not page)


def test_what_is_recorded_meanwhile_is_said_beside_the_pages(
    qtbot: QtBot, packs: Packs, vault: Vault
) -> None:
    to_choose(qtbot, packs)
    go_on(qtbot, packs, PREVIEW)
    preview = making(packs).steps.step()
    assert isinstance(preview, Preview)
    assert preview.stale.isHidden()
    packs.desk.did("Added.", recording.add(vault, "activity", {"title": "Choir"}))
    assert not preview.stale.isHidden()
    press(Qt.Key.Key_Escape)
    before = making(packs).begun.draft
    go_on(qtbot, packs, PREVIEW)
    assert making(packs).begun.draft is not before


def test_before_the_code_was_typed_back_the_way_to_settings_is_shown(
    qtbot: QtBot, packs: Packs, vault: Vault
) -> None:
    (slot,) = (row for row in vault.rows("slot") if row["rehearsed_on"])
    with vault.unit("keys") as unit:
        unit.save("slot", int(str(slot["id"])), {"rehearsed_on": None})
    qtbot.waitUntil(tasks.idle)
    press(Qt.Key.Key_N, CTRL)
    type_in(PARTNER)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(tasks.idle)
    work = making(packs).work
    assert "recovery code" in work.notice.sentence.text()
    assert QApplication.focusWidget() is work.rehearse
    press(Qt.Key.Key_Space)
    shell = packs.window()
    assert isinstance(shell, MainWindow)
    inside = shell.shell()
    assert inside is not None
    assert inside.shown == "settings"


def test_every_control_of_every_step_has_a_name(qtbot: QtBot, packs: Packs) -> None:
    to_choose(qtbot, packs)
    for step in (PREVIEW, SIGN):
        nameless(packs)
        go_on(qtbot, packs, step)
    nameless(packs)


def nameless(packs: Packs) -> None:
    """Check that whatever takes the focus says what it is."""
    for widget in packs.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            seen = QAccessible.queryAccessibleInterface(widget)
            said = seen.text(QAccessible.Text.Name) if seen is not None else ""
            assert said or isinstance(widget, QCheckBox | QPushButton), widget
            assert said, widget


def test_nothing_is_said_of_packs_of_ours(packs: Packs, qtbot: QtBot) -> None:
    to_choose(qtbot, packs)
    packs.desk.did("A signer.", Changed(frozenset({"signer"}), None))
    assert not making(packs).begun.stale


def test_each_step_is_shown_from_its_top_and_fits_a_narrow_window(qtbot: QtBot, packs: Packs) -> None:
    packs.window().resize(1280, 500)
    step = to_choose(qtbot, packs)
    assert step.minimumSizeHint().width() < NARROW
    for following in (PREVIEW, SIGN):
        qtbot.waitUntil(lambda: packs.verticalScrollBar().value() == 0)  # it goes there once all is in place
        packs.verticalScrollBar().setValue(packs.verticalScrollBar().maximum())
        go_on(qtbot, packs, following)


def test_a_chart_keeps_its_shape_where_there_is_more_room_than_it_needs(qtbot: QtBot) -> None:
    bars = Series("People", (Shown(5), Shown(9)))
    chart = ChartPicture(Chart("bars", "Places", ("A", "B"), (bars,), "table", lang="en", id="c"))
    page = boxed(one_below_the_other(chart, None))
    qtbot.addWidget(page)
    page.resize(1600, 900)
    page.show()
    qtbot.waitUntil(lambda: chart.width() >= chart.maximumWidth())
    assert abs(chart.height() - chart.heightForWidth(chart.width())) <= 1


def test_what_leaves_reads_from_the_left_in_an_arabic_window(qapp: QApplication, vault: Vault) -> None:
    draft = draft_pack(vault, quarter())
    language.speak(qapp, "ar")
    preview = Preview(draft)
    table = "section-volunteering"
    preview.turn.buttons[table].setChecked(True)
    card = next(one for one in preview.findChildren(TableCard) if not one.isHidden())
    assert card.layoutDirection() is Qt.LayoutDirection.LeftToRight
    name = next(label for label in card.findChildren(QLabel) if label.text().startswith("Table "))
    assert name.alignment() & Qt.AlignmentFlag.AlignLeft
    assert card.why.alignment() & Qt.AlignmentFlag.AlignRight  # the window's own words
    heads = card.grid.model()
    sides = [
        int(str(heads.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)))
        for n in (0, 1)
    ]
    assert [side & Qt.AlignmentFlag.AlignRight.value for side in sides] == [0, 2]
    preview.turn.buttons["files"].setChecked(True)
    assert preview.turn.layoutDirection() is Qt.LayoutDirection.RightToLeft
    preview.deleteLater()


def test_days_that_an_earlier_pack_was_about_too_go_beside_it(
    qtbot: QtBot, packs: Packs, vault: Vault, tmp_path: Path
) -> None:
    part = replace(quarter(), last=date(2024, 2, 29))
    sign_pack(vault, draft_pack(vault, part), tmp_path / "earlier.zip", PASSPHRASE)
    qtbot.waitUntil(tasks.idle)
    press(Qt.Key.Key_N, CTRL)
    type_in(PARTNER)
    press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(tasks.idle)
    assert making(packs).begun.step != PERIOD
    assert making(packs).work.notice.isHidden()


def compared(qtbot: QtBot, packs: Packs) -> Choose:
    """Go to step 2 and ask how much less detail would hide."""
    step = to_choose(qtbot, packs)
    step.compare.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: step.compare.isHidden() and tasks.idle(), timeout=20_000)
    return step


def by_activity(step: Choose) -> OneWithMeaning:
    """Return the offer of detail for the sessions by activity."""
    return step.details["volunteering"].tables["sessions_by_activity"]


def test_less_detail_is_offered_with_what_it_hides_and_that_is_what_is_hidden(
    qtbot: QtBot, packs: Packs
) -> None:
    step = compared(qtbot, packs)
    offered = by_activity(step)
    meanings = {code: one.accessibleDescription() for code, one in offered.buttons.items()}
    assert meanings == {
        "": "1 of its 24 numbers is hidden.",
        "kind_of_activity": "None of its 18 numbers is hidden.",
        "total": "None of its 6 numbers is hidden.",
    }
    assert step.details["carers"].isHidden()
    before = making(packs).begun.weighed
    assert before is not None
    assert QApplication.focusWidget() is offered.buttons[""]
    first, second = offered.buttons[""], offered.buttons["kind_of_activity"]
    qtbot.waitUntil(lambda: first.isVisible() and second.y() > first.y())  # each has its place by now
    press(Qt.Key.Key_Down)
    assert QApplication.focusWidget() is offered.buttons["kind_of_activity"]
    assert "worked out before your last change" in words_in(step)
    assert step.hides.text().startswith("You have changed what goes in.")
    go_on(qtbot, packs, PREVIEW)
    draft = making(packs).begun.draft
    assert draft is not None
    assert hidden_in(draft.plan) == before.hidden - 1
    preview = making(packs).steps.step()
    assert isinstance(preview, Preview)
    preview.turn.buttons["section-volunteering"].setChecked(True)
    assert "this table has kinds of activities" in words_in(preview)
    press(Qt.Key.Key_Escape)
    again = making(packs).steps.step()
    assert isinstance(again, Choose)
    assert by_activity(again).code() == "kind_of_activity"
    by_activity(again).buttons[""].setChecked(True)
    assert making(packs).begun.chosen == replace(quarter(), large_print=True)


def test_what_is_hidden_is_said_of_each_section_in_the_detail_that_was_chosen(
    qtbot: QtBot, packs: Packs
) -> None:
    step = compared(qtbot, packs)
    name = step.parts["volunteering"].accessibleName()
    by_activity(step).buttons["total"].setChecked(True)
    step.weighing.emit()
    qtbot.waitUntil(lambda: making(packs).begun.weighed is not None and tasks.idle())
    weighed = making(packs).begun.weighed
    assert weighed is not None
    words = f"{weighed.numbers_of('volunteering')} numbers, {weighed.hidden_of('volunteering')} hidden"
    assert step.parts["volunteering"].accessibleName().endswith(words)
    assert step.parts["volunteering"].accessibleName() != name
    assert by_activity(step).code() == "total"


def test_a_pack_that_is_not_safe_offers_what_is_in_words_and_one_press_takes_it(
    qtbot: QtBot, packs: Packs, vault: Vault, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_groups(vault, decided("under_5"))
    monkeypatch.setattr(protecting, "hide", lambda *_: {})
    to_choose(qtbot, packs)
    press(Qt.Key.Key_Return, CTRL)
    made = making(packs)
    qtbot.waitUntil(lambda: made.work.ways.count() > 0 and tasks.idle(), timeout=60_000)
    assert made.begun.step == CHOOSE
    said = words_in(made.work)
    assert "With less detail it can be made safe" in said
    take = made.work.findChildren(QPushButton)
    (first, *_) = [one for one in take if one.text() == "Make it so"]
    assert "numbers are hidden" in first.accessibleName()
    assert QApplication.focusWidget() is first
    press(Qt.Key.Key_Space)
    step = made.steps.step()
    assert isinstance(step, Choose)
    assert made.begun.chosen is not None
    assert made.begun.chosen.detail
    assert made.work.ways.count() == 0
    qtbot.waitUntil(lambda: made.begun.weighed is not None and tasks.idle(), timeout=20_000)
    go_on(qtbot, packs, PREVIEW)
