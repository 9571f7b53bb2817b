"""Erasing at the window: shown first, no default, for keepers; the certificate; the file; what is due."""

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doors import everywhere, rest
from tests.vaults import as_somebody_else, make_vault
from ui import tasks
from ui.changes import changes
from ui.main_window import MainWindow
from ui.screens.erasing.everything import Everything
from ui.screens.erasing.person import ErasePerson
from ui.screens.erasing.proof import Proof
from ui.screens.keeping.keeping import Keeping
from ui.screens.people.part import PeoplePart
from ui.screens.people.screen import People
from ui.screens.settings.screen import Settings
from ui.screens.today.screen import Today
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.unlocking import Vault

PLACE = "people"

NAME = "Zelda Plantedvale"


def told(vault: Vault) -> int:
    """Keep one person, named in a session's note as well."""
    with vault.unit("add") as unit:
        ann = unit.save("person", None, {"known_as": NAME})
        unit.save("session", None, {"date": "2026-01-02", "came": [ann], "note": f"{NAME} led"})
        unit.save("support", None, {"person": ann, "date": "2026-01-02", "matters_words": "her garden"})
        unit.save("activity", None, {"title": "Dig", "note": f"Ask {NAME}"})
    return ann


def card(window: MainWindow, person: int, qtbot: QtBot) -> PeoplePart:
    """Open the card of a person."""
    shell = window.shell()
    assert shell is not None
    shell.go("people", ("person", person))
    rest(qtbot)
    page = shell.page()
    assert isinstance(page, People)
    part = page.tabs.part()
    assert isinstance(part, PeoplePart)
    qtbot.waitUntil(lambda: part.beside.card is not None)
    return part


def verb(within: QWidget, words: str) -> QPushButton:
    """Return the button that is shown with these words."""
    return next(one for one in within.findChildren(QPushButton) if one.text() == words and one.isVisible())


def erasing(part: PeoplePart, qtbot: QtBot) -> ErasePerson:
    """Begin to erase, and wait until what goes is shown."""
    assert part.beside.card is not None
    verb(part.beside.card, "Erase…").click()
    rest(qtbot)
    panel = part.beside.panel
    assert isinstance(panel, ErasePerson)
    qtbot.waitUntil(panel.yes.isVisible)
    return panel


def test_all_that_goes_is_shown_and_no_is_where_the_focus_is(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    panel = erasing(card(window, told(vault), qtbot), qtbot)
    qtbot.waitUntil(panel.leave.hasFocus)
    assert not panel.yes.isDefault()
    for words in (
        "Nobody can bring it back",
        "Support given",
        "Sessions they came to",
    ):
        assert words in everywhere()
    texts = {one.toPlainText() for one in panel.findChildren(QPlainTextEdit)}
    assert texts == {f"{NAME} led", f"Ask {NAME}"}
    panel.leave.click()
    rest(qtbot)
    assert vault.rows("person") and vault.rows("support")


def test_a_text_elsewhere_is_mended_the_person_erased_and_the_certificate_saved(
    window: MainWindow, vault: Vault, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Proof, "asking", staticmethod(lambda *_: tmp_path / "c"))
    panel = erasing(card(window, told(vault), qtbot), qtbot)
    assert panel.elsewhere is not None and panel.elsewhere.left() == 2
    for left in (1, 0):
        panel.elsewhere.findChildren(QPlainTextEdit)[0].setPlainText("somebody led")
        verb(panel, "Keep these words").click()
        rest(qtbot)
        assert panel.elsewhere.left() == left and panel.isVisible()
    panel.yes.click()
    qtbot.waitUntil(lambda: panel.proof is not None, timeout=20_000)
    rest(qtbot)
    assert panel.proof is not None
    assert vault.verify() == [] and vault.rows("person") == []
    panel.proof.save.click()
    rest(qtbot)
    assert (tmp_path / "c.pdf").read_bytes().startswith(b"%PDF")
    verb(panel, "Done").click()
    rest(qtbot)
    shell = window.shell()
    assert shell is not None
    shell.toast.hide()
    assert vault.mentions([NAME], []) == []
    assert "Plantedvale" not in everywhere()


def test_looking_for_the_name_can_be_stopped(
    window: MainWindow, vault: Vault, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = card(window, told(vault), qtbot)
    real: Callable[..., tasks.Task] = tasks.run_long

    def stopped(*words: object, **named: object) -> tasks.Task:
        task = real(*words, **named)
        task.stop()
        return task

    monkeypatch.setattr(tasks, "run_long", stopped)
    assert part.beside.card is not None
    verb(part.beside.card, "Erase…").click()
    qtbot.waitUntil(lambda: part.beside.panel is None)
    rest(qtbot)
    assert len(vault.rows("person")) == 1


def test_everything_about_somebody_is_written_where_a_keeper_says(
    window: MainWindow, vault: Vault, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Everything, "asking", staticmethod(lambda *_: tmp_path / "hers"))
    part = card(window, told(vault), qtbot)
    assert part.beside.card is not None
    verb(part.beside.card, "Everything about this person…").click()
    panel = part.beside.panel
    assert isinstance(panel, Everything)
    panel.choose.click()
    qtbot.waitUntil(panel.notice.isVisible, timeout=20_000)
    assert "3 records were written" in panel.notice.sentence.text()
    assert "1 text of another record" in panel.notice.sentence.text()
    with zipfile.ZipFile(tmp_path / "hers.zip") as packed:
        assert b"her garden" in packed.read("everything.html")
    panel.leave.click()
    rest(qtbot)
    assert part.beside.card is not None


@pytest.fixture
def members(tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[MainWindow, Vault]]:
    """A window that a member came in by."""
    made, _ = make_vault(tmp_path / "theirs")
    told(made)
    with as_somebody_else(made, "member") as vault:
        window = MainWindow()
        window.show()
        window.enter(vault)
        rest(qtbot)
        yield window, vault
        rest(qtbot)
        window.desk = None
        window.close()
        window.deleteLater()
        tasks.close()


def test_a_member_is_offered_none_of_it(members: tuple[MainWindow, Vault], qtbot: QtBot) -> None:
    window, vault = members
    part = card(window, int(str(vault.rows("person")[0]["id"])), qtbot)
    assert part.beside.card is not None
    words = {one.text() for one in part.beside.card.findChildren(QPushButton)}
    assert "Change details" in words and not words & {"Erase…", "Everything about this person…"}
    shell = window.shell()
    assert shell is not None
    shell.go("settings", "keeping")
    rest(qtbot)
    assert "A keeper decides how long things are kept." in everywhere()
    assert "Show what is due" not in everywhere()


def old(vault: Vault, count: int) -> None:
    with vault.unit("add") as unit:
        for number in range(count):
            unit.save("support", None, {"date": "2001-02-03", "who_hint": f"hat {number}"})
    changes.changed.emit(Changed(frozenset({"support"}), None))


def due(window: MainWindow, qtbot: QtBot) -> Keeping:
    """Go to what is due, by the line on Today."""
    shell = window.shell()
    assert shell is not None
    shell.go("today")
    rest(qtbot)
    page = shell.page()
    assert isinstance(page, Today)
    verb(page.day.waits, "Decide").click()
    rest(qtbot)
    settings = shell.page()
    assert isinstance(settings, Settings)
    qtbot.waitUntil(lambda: bool(settings.keeping.groups))
    return settings.keeping


def test_what_is_due_waits_on_today_and_is_decided_one_by_one(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    old(vault, 3)
    keeping = due(window, qtbot)
    (group,) = keeping.groups
    places = [group.verbs[code].x() for code in ("keep", "remove", "erase")]
    assert places == sorted(places), "what takes most away stands last, under every rule"
    assert "Last contact on 3 February 2001." in everywhere()
    group.verbs["erase"].click()
    assert "Choose at least one record first." in everywhere()
    group.ticks[0].box.setChecked(True)
    group.verbs["remove"].click()
    rest(qtbot)
    assert len(vault.rows("support")) == 2
    (group,) = keeping.groups
    group.ticks[0].box.setChecked(True)
    group.verbs["keep"].click()
    group.stay.keep.click()
    assert "Choose a reason." in everywhere()
    group.stay.why.choose("asked")
    group.stay.keep.click()
    rest(qtbot)
    assert len(keeping.groups[0].ticks) == 1 and len(vault.rows("support")) == 2
    (group,) = keeping.groups
    verb(group, "Choose all").click()
    group.verbs["erase"].click()
    qtbot.waitUntil(group.no.hasFocus)
    assert len(vault.rows("support")) == 2
    group.yes.click()
    qtbot.waitUntil(lambda: not keeping.groups, timeout=20_000)
    rest(qtbot)
    assert len(vault.rows("support")) == 1
    assert "Nothing has been kept longer than you mean to." in everywhere()


def test_a_keeper_changes_how_long(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    from ui.screens.keeping.months import Months  # noqa: PLC0415 - of this test alone

    old(vault, 1)
    keeping = due(window, qtbot)
    keeping.change.click()
    rest(qtbot)
    (months,) = keeping.findChildren(Months)
    months.boxes["carer_support"].setText("soon")
    months.save()
    assert "Write a whole number of months" in everywhere()
    months.boxes["carer_support"].setText("600")
    months.save()
    rest(qtbot)
    qtbot.waitUntil(lambda: not keeping.groups)
    assert len(vault.rows("support")) == 1
