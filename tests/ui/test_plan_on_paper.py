"""A plan on paper: what is noted of a piece of asking; what in it may point at somebody is shown first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.test_engagement import screen_part
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.paper.screen import PaperForms
from ui.screens.records.plan_on_paper import PlanOnPaper
from ui.widgets.printing import Said, document
from vcse_desktop.actions import recording
from vcse_desktop.actions.asking_plan import plan
from vcse_desktop.actions.unlocking import Vault

PLACE = "engagement"


def on_paper(
    window: MainWindow, asking: int, qtbot: QtBot
) -> tuple[PlanOnPaper, list[tuple[str, Sequence[Said]]]]:
    """Return the card of a piece of asking, and what it prints."""
    shell = window.shell()
    assert shell is not None
    shell.go("engagement", ("engagement", asking))
    qtbot.waitUntil(tasks.idle)
    page = screen_part(shell).forms.page()
    assert page is not None
    (card,) = page.findChildren(PlanOnPaper)
    printed: list[tuple[str, Sequence[Said]]] = []

    def printing(_: QWidget, title: str, paragraphs: Sequence[Said]) -> bool:
        printed.append((title, paragraphs))
        return True

    card.ask = printing
    return card, printed


def test_who_may_be_known_by_it_is_shown_and_it_is_printed_as_it_is_by_choice(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    recording.add(vault, "person", {"known_as": "Blodeuwedd Pryce"})
    values = {
        "question": "When does it suit?",
        "cannot_change": "Blodeuwedd Pryce holds the key: 07700 900123.",
    }
    values |= {"decision": "The opening hours", "opens": "2024-03-01", "closes": "2024-04-01"}
    (asking,) = recording.add(vault, "engagement", values).ids
    card, printed = on_paper(window, asking, qtbot)
    card.print_button.click()
    qtbot.waitUntil(tasks.idle)
    qtbot.waitUntil(card.notice.isVisible)
    found = [plain(one.text()) for one in card.notice.findChildren(QLabel) if "“" in one.text()]
    assert found == [
        "“Blodeuwedd Pryce”: This is the name of somebody on record.",
        "“07700 900123”: This is a phone number.",
    ], "its days are about nobody"
    assert not printed
    card.as_it_is.click()
    assert len(printed) == 1
    assert "Blodeuwedd Pryce" in str(printed[0][1])
    assert not card.notice.isVisible()


def test_a_plan_about_nobody_is_printed_at_once(window: MainWindow, vault: Vault, qtbot: QtBot) -> None:
    (asking,) = recording.add(vault, "engagement", {"question": "Which hours?", "decision": "The hall"}).ids
    card, printed = on_paper(window, asking, qtbot)
    card.print_button.click()
    qtbot.waitUntil(lambda: bool(printed))
    assert not card.notice.isVisible()


def test_the_plan_is_printed_with_what_is_noted_of_it_and_nothing_typed_is_markup(
    window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    (council,) = recording.add(
        vault, "organisation", {"name": "The <b>Council</b>", "may_be_named": True}
    ).ids
    values = {"question": "Which hours?", "decision": "The opening hours", "can_change": "All of it"}
    values["use_wording"] = "The council reads it in May."
    (asking,) = recording.add(vault, "engagement", {**values, "decision_maker": council}).ids
    recording.add(vault, "barrier", {"engagement": asking, "fix": "A lift"})
    card, printed = on_paper(window, asking, qtbot)
    card.print_button.setFocus()
    QTest.keyClick(card.print_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(printed))
    ((title, pairs),) = printed
    said = document(title, pairs).toPlainText()
    assert said.startswith("Which hours?")
    for words in ("The opening hours", "All of it", "A lift", "The <b>Council</b>", "Method and limits"):
        assert words in said
    assert plan(vault, asking + 1, "en") is None
    card.sheets.click()
    for _ in range(3):
        qtbot.waitUntil(tasks.idle)
        QApplication.processEvents()
    shell = window.shell()
    assert shell is not None
    forms = shell.page()
    assert isinstance(forms, PaperForms) and forms.printing.made is not None
    assert forms.printing.made.blank.why == ("The council reads it in May.",)
    assert forms.printing.made.blank.title == "Sign-in sheet"
    wishes = forms.printing.wishes
    assert wishes is not None and wishes.wish().asking == asking
    wishes.which.choose("agreed")
    assert wishes.wish().asking is None, "what is signed has its own words"
