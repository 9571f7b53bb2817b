"""What is typed and not saved is kept while it is typed, offered again, and nobody else's to read."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doors import everywhere, words
from tests.vaults import PASSPHRASE
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.drafts.offer import Offer
from ui.screens.people.part import PeoplePart
from ui.screens.people.screen import People
from ui.screens.settings.screen import Settings
from ui.screens.shell import Shell
from ui.screens.today.screen import Today
from ui.screens.voices.screen import Voices
from ui.widgets.drafted import living
from vcse_desktop.actions import drafting
from vcse_desktop.actions.recording import add
from vcse_desktop.actions.unlocking import Vault, unlock

WORDS = "They ring when the aardvark is out"


def shell(window: MainWindow) -> Shell:
    found = window.shell()
    assert found is not None
    return found


def go(window: MainWindow, qtbot: QtBot, place: str, what: object = None) -> QWidget:
    """Go to a page and wait until all that it asks for is there."""
    shell(window).go(place, what)
    rest(qtbot)
    page = shell(window).page()
    assert page is not None
    return page


def rest(qtbot: QtBot) -> None:
    qtbot.waitUntil(tasks.idle, timeout=20_000)
    QCoreApplication.processEvents()
    qtbot.waitUntil(tasks.idle, timeout=20_000)


def keep(window: MainWindow, qtbot: QtBot) -> None:
    """Let the second go by after which what is typed is kept; while one is written, the next waits."""
    rest(qtbot)
    shell(window).drafts.write()
    rest(qtbot)


def press(within: QWidget, *named: str) -> None:
    """Press the first button that is shown and called so."""
    for name in named:
        found = [
            b for b in within.findChildren(QAbstractButton) if b.text() == name and b.isVisibleTo(within)
        ]
        found[0].click()


def offers(window: MainWindow) -> list[Offer]:
    return [one for one in window.findChildren(Offer) if one.isVisible()]


def note(window: MainWindow, qtbot: QtBot) -> Voices:
    page = go(window, qtbot, "voices", "new")
    assert isinstance(page, Voices)
    return page


@pytest.fixture
def again(vault: Vault, window: MainWindow, qtbot: QtBot) -> Iterator[list[MainWindow]]:
    """Other windows on the same vault, opened anew by the test; afterwards they are gone."""
    made: list[MainWindow] = []
    yield made
    for one in made:
        one.close()
        one.deleteLater()


def come_again(window: MainWindow, folder: Path, qtbot: QtBot, made: list[MainWindow]) -> MainWindow:
    """Close a window as a person does, and open the vault in a new one."""
    window.close()
    other = MainWindow()
    made.append(other)
    other.resize(1280, 800)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    other.enter(unlock(folder, PASSPHRASE))
    rest(qtbot)
    return other


def test_what_is_typed_is_kept_within_a_second_and_goes_when_it_is_saved(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    page = note(window, qtbot)
    QTest.keyClicks(page.heard.note.words.box, WORDS)
    qtbot.waitUntil(lambda: any(WORDS in one.body for one in drafting.begun(vault)), timeout=5_000)
    QTest.keyClicks(page.heard.note.words.box, " and")
    keep(window, qtbot)
    (draft,) = drafting.begun(vault)
    assert (draft.form, draft.record, draft.who) == ("insight", None, "")
    assert f"{WORDS} and" in draft.body
    page.save()
    rest(qtbot)
    keep(window, qtbot)
    assert drafting.begun(vault) == []
    assert vault.rows("insight")[0]["words"] == f"{WORDS} and"


def test_what_is_kept_while_it_is_being_saved_is_no_draft_once_it_is_saved(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    page = note(window, qtbot)
    QTest.keyClicks(page.heard.note.words.box, WORDS)
    page.save()
    shell(window).drafts.write()
    rest(qtbot)
    assert [row["words"] for row in vault.rows("insight")] == [WORDS]
    assert drafting.begun(vault) == []


def test_a_form_that_is_let_go_is_no_draft_again_before_it_is_deleted(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    page = go(window, qtbot, "people", ("new", "person"))
    assert isinstance(page, People)
    part = page.tabs.part()
    assert isinstance(part, PeoplePart)
    part.new()
    qtbot.waitUntil(lambda: part.forms.page() is not None)
    form = part.forms.page()
    assert form is not None
    form.form.put({"known_as": "Megan"})
    keep(window, qtbot)
    assert len(drafting.begun(vault)) == 1
    part.forms.drop(form)
    shell(window).drafts.write()
    rest(qtbot)
    assert drafting.begun(vault) == []


def test_a_form_that_is_emptied_has_no_draft(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    box = note(window, qtbot).heard.note.words.box
    QTest.keyClicks(box, WORDS)
    keep(window, qtbot)
    assert len(drafting.begun(vault)) == 1
    box.clear()
    keep(window, qtbot)
    assert drafting.begun(vault) == []


def test_it_is_offered_when_the_form_is_opened_again_and_gone_on_with(
    window: MainWindow, vault: Vault, qtbot: QtBot, again: list[MainWindow]
) -> None:
    QTest.keyClicks(note(window, qtbot).heard.note.words.box, WORDS)
    other = come_again(window, vault.folder, qtbot, again)
    page = note(other, qtbot)
    assert page.heard.note.words.box.toPlainText() == "", "nothing is put in unasked"
    (offer,) = offers(other)
    at = next(iter(shell(other).desk.drafts.known.values())).at.strftime("%H:%M")
    assert any("You began this at" in one and at in one for one in words(offer))
    press(offer, "Go on with it")
    assert page.heard.note.words.box.toPlainText() == WORDS
    assert offers(other) == []
    keep(other, qtbot)
    assert len(shell(other).desk.drafts.known) == 1, "it is the same draft"


def test_starting_anew_drops_it_and_one_of_another_day_is_asked_about(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    now = drafting.begin("insight", None, '{"tuple":["old words",false,null]}')
    drafting.keep(vault, [replace(now, at=now.at - timedelta(days=3))])
    held = shell(window).desk.drafts
    held.known |= {one.id: one for one in drafting.begun(vault)}
    page = note(window, qtbot)
    (offer,) = offers(window)
    press(offer, "Start anew")
    assert drafting.begun(vault) != [], "it is asked about"
    assert any("throws away what you typed on" in one for one in words(offer))
    press(offer, "Keep it", "Start anew", "Throw it away")
    rest(qtbot)
    assert drafting.begun(vault) == [] and offers(window) == []
    assert page.heard.note.words.box.toPlainText() == ""


def test_typing_over_an_offer_loses_neither(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    drafting.keep(vault, [drafting.begin("insight", None, '{"tuple":["old words",false,null]}')])
    shell(window).desk.drafts.known |= {one.id: one for one in drafting.begun(vault)}
    page = note(window, qtbot)
    QTest.keyClicks(page.heard.note.words.box, WORDS)
    keep(window, qtbot)
    assert len(drafting.begun(vault)) == 2
    press(offers(window)[0], "Go on with it")
    assert page.heard.note.words.box.toPlainText() == "old words"
    keep(window, qtbot)
    bodies = "".join(one.body for one in drafting.begun(vault))
    assert WORDS in bodies and "old words" in bodies


def test_another_person_sees_whose_it_is_and_since_when_and_never_a_word(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    begun = drafting.begin("insight", None, "")
    held = shell(window).desk.drafts
    held.known[begun.id] = replace(begun, who="Nia")
    note(window, qtbot)
    (offer,) = offers(window)
    assert any("Nia" in one and begun.at.strftime("%H:%M") in one for one in words(offer))
    assert offer.findChildren(QAbstractButton) == []


def test_while_the_notice_of_risk_stands_nothing_is_written_and_what_was_is_wiped(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    page = note(window, qtbot)
    box = page.heard.note.words.box
    QTest.keyClicks(box, "He told us something. ")
    keep(window, qtbot)
    assert len(drafting.begun(vault)) == 1
    QTest.keyClicks(box, "He hits her")
    keep(window, qtbot)
    assert drafting.begun(vault) == []
    press(page.heard.note.risk, "Keep what I typed")
    keep(window, qtbot)
    assert "hits her" in drafting.begun(vault)[0].body


def test_what_was_begun_stands_in_today_and_leads_to_its_form(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    people = go(window, qtbot, "people", "new")
    assert isinstance(people, People)
    qtbot.waitUntil(lambda: any(form.key() == ("person", None) for _, form in living(people)))
    QTest.keyClicks(people.part().first(), "Aardvark")
    keep(window, qtbot)
    today = go(window, qtbot, "today")
    assert isinstance(today, Today)
    rest(qtbot)
    assert any("begun and not saved" in one for one in words(today.day.waits))
    press(today.day.waits, "Go on with it")
    rest(qtbot)
    assert shell(window).shown == "people"
    assert "Aardvark" in everywhere()


def test_hours_being_typed_are_kept_and_the_usual_ones_are_no_draft(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    add(vault, "activity", {"title": "Lunch club"})
    page = go(window, qtbot, "today")
    assert isinstance(page, Today)
    keep(window, qtbot)
    assert drafting.begun(vault) == []
    QTest.keyClicks(page.day.form.fields.who.box.box, "Joan")
    keep(window, qtbot)
    (draft,) = drafting.begun(vault)
    assert draft.form == "time_given" and "Joan" in draft.body


def test_no_passphrase_and_no_code_ever_stands_in_a_draft(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    page = go(window, qtbot, "settings")
    assert isinstance(page, Settings)
    secret = [
        box for part in (page.passphrase, page.sheet, page.covering) for box in part.findChildren(QLineEdit)
    ]
    assert len(secret) == 5
    for box in secret:
        QTest.keyClicks(box, "4711 aardvark")
    QTest.keyClicks(page.safeguarding.boxes["safeguarding_name"], "Sian Beynon")
    keep(window, qtbot)
    (draft,) = drafting.begun(vault)
    assert "Sian Beynon" in draft.body and "aardvark" not in draft.body


def test_a_folder_that_cannot_be_read_for_a_moment_keeps_no_draft_from_who_began_it(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    QTest.keyClicks(note(window, qtbot).heard.note.words.box, WORDS)
    keep(window, qtbot)
    for name in ("vault.keys", "vault.keys.bak"):
        (vault.folder / name).unlink()
    (draft,) = drafting.begun(vault)
    assert WORDS in draft.body and draft.who == ""


def test_a_form_that_is_made_anew_holds_one_draft_however_soon_it_is_looked_at(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    page = note(window, qtbot)
    QTest.keyClicks(page.heard.note.words.box, WORDS)
    keep(window, qtbot)
    before = shell(window)
    window._dress()
    assert window.shell() is not before
    shell(window).drafts.write()  # before anything that waits its turn
    rest(qtbot)
    keep(window, qtbot)
    (draft,) = drafting.begun(vault)
    assert WORDS in draft.body
