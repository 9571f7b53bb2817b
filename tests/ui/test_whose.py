"""Who it was: support and words without a name get one in one action each way, and undo parts them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.test_people import ALT, CTRL, at_work_in, page, part, press, screen, texts, write
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.people.consents import MEANS, Consents
from ui.screens.people.earlier import CHOOSE_ONE, Earlier
from ui.screens.people.needs import Needs
from ui.screens.people.screen import People
from ui.screens.voices.one import SAVE_FIRST, OneHeard
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault

PLACE = "voices"

__all__ = ["screen"]


def test_on_support_without_a_name_picking_somebody_saves_it_at_once(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        unit.save("person", None, {"known_as": "Anna"})
        given = unit.save("support", None, {"date": "2026-01-02", "who_hint": "red coat", "who_for": "carer"})
    before = vault.rows("support"), vault.rows("person")
    screen.open(("support", given))
    shown = page(screen, qtbot)
    assert "Who was it?" in texts(shown)
    qtbot.waitUntil(lambda: at_work_in(shown.form.rows["person"]))
    write("Ann")
    qtbot.waitUntil(tasks.idle)
    assert vault.rows("support") == before[0], "nobody is taken while a name is being typed"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: vault.rows("support")[0]["person"] == ann)
    assert vault.rows("support")[0]["who_hint"] == "red coat"
    assert vault.rows("person")[0]["identified_on"] == "2026-01-02"
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: (vault.rows("support"), vault.rows("person")) == before)
    screen.open(("support", given))
    again = page(screen, qtbot)
    qtbot.waitUntil(lambda: at_work_in(again.form.rows["person"]))
    write("Zeb")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(vault.rows("person")) == 3)
    assert vault.rows("support")[0]["person"] == vault.rows("person")[2]["id"]


def test_on_a_card_earlier_contacts_are_ticked_and_undo_parts_them_again(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        for day in ("2026-01-02", "2026-01-03"):
            unit.save("support", None, {"date": day, "who_hint": "red coat"})
    screen.open(("person", ann))
    qtbot.waitUntil(lambda: part(screen).beside.card is not None)
    card = part(screen).beside.card
    assert card is not None
    card.recalling.emit()
    qtbot.waitUntil(lambda: any(len(one.ticks) == 2 for one in screen.findChildren(Earlier)))
    (earlier,) = screen.findChildren(Earlier)
    earlier.keep.click()
    assert CHOOSE_ONE in texts(earlier)
    first = next(iter(earlier.ticks.values()))
    assert first.accessibleName().replace("\u00a0", " ") == "3 January 2026, red coat"
    first.setFocus()
    press(Qt.Key.Key_Space)
    assert CHOOSE_ONE not in texts(earlier)
    earlier.keep.click()
    qtbot.waitUntil(lambda: [row["person"] for row in vault.rows("support")] == [None, ann])
    qtbot.waitUntil(lambda: part(screen).beside.card is not None)
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: [row["person"] for row in vault.rows("support")] == [None, None])


def test_words_get_a_name_unless_something_waits_to_be_saved(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        said = unit.save("insight", None, {"words": "It is quiet."})
    shell = window.shell()
    assert shell is not None
    shell.go("voices", ("insight", said))
    qtbot.waitUntil(lambda: bool(window.findChildren(OneHeard)))
    (heard,) = window.findChildren(OneHeard)
    heard.words.box.setPlainText("It is quiet here.")
    heard.whose.ask.click()
    assert SAVE_FIRST in texts(heard) and not heard.whose.picker.isVisible()
    heard.words.box.setPlainText("It is quiet.")
    heard.whose.ask.click()
    qtbot.waitUntil(lambda: at_work_in(heard.whose))
    write("Ann")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: vault.rows("insight")[0]["person"] == ann)
    qtbot.waitUntil(lambda: not any(one.whose.isVisible() for one in window.findChildren(OneHeard)))
    qtbot.waitUntil(tasks.idle)
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: vault.rows("insight")[0]["person"] is None)


def test_access_needs_stand_under_whoever_is_chosen_for_support(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        unit.save("person", None, {"known_as": "Zeb"})
        for need in ("large_print", "bsl_interpreter"):
            unit.save("access", None, {"person": ann, "need": need})
    screen.tabs.show_part("support")
    press(Qt.Key.Key_N, CTRL)
    shown = page(screen, qtbot)
    needs = shown.findChild(Needs)
    assert needs is not None and not needs.isVisible()
    write("ann")
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(needs.isVisible)
    said = next(words for words in texts(needs) if words)
    assert said.startswith("Access needs: Large print, ")
    editor = shown.form.rows["person"].editor
    editor.put(vault.rows("person")[1]["id"])
    qtbot.waitUntil(tasks.idle)
    assert not needs.isVisible()


def test_on_a_card_they_take_back_what_they_agreed_to_by_one_key_and_undo(
    screen: People, vault: Vault, qtbot: QtBot
) -> None:
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": "Ann"})
        words = {"use": "quote_words", "scope": "partners", "wording": "You may use my words."}
        unit.save("consent", None, {"person": ann, **words})
    screen.open(("person", ann))
    qtbot.waitUntil(lambda: bool(screen.findChildren(Consents)))
    qtbot.waitUntil(tasks.idle)
    (shown,) = screen.findChildren(Consents)
    assert "Agreed to: “\u2068You may use my words.\u2069”" in texts(shown)
    assert MEANS in texts(shown)
    (back,) = shown.findChildren(QPushButton)
    back.setFocus()
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: vault.rows("consent")[0]["withdrawn_on"] == today().isoformat())
    qtbot.waitUntil(lambda: any("Taken back on" in words for words in texts(part(screen).beside)))
    assert MEANS not in texts(part(screen).beside)
    press(Qt.Key.Key_U, ALT)
    qtbot.waitUntil(lambda: MEANS in texts(part(screen).beside))
    assert vault.rows("consent")[0]["withdrawn_on"] is None
