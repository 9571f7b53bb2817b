"""A pack is answered in a partner's window by keys, and the reply is taken in in the group's window."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.groups import BENCH, BUS, PARTNER, make_group, quarter, waiting
from tests.ui.doors import press
from tests.ui.packs_shown import dropped, type_in
from tests.vaults import PASSPHRASE, as_somebody_else
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.answer_pack.answering import AnswerPack
from ui.screens.drafts.offer import Offer
from vcse_desktop.actions.checking import check_pack, they_match
from vcse_desktop.actions.packing import draft_pack
from vcse_desktop.actions.replying import Answer, Reply, draft_reply, sign_reply, to_answer
from vcse_desktop.actions.sending import sign_pack
from vcse_desktop.actions.unlocking import Vault, new_vault, rehearse, unlock
from vcse_desktop.store.passphrase import FLOOR

PLACE = "help"

CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class Begun:
    """A group's vault, its pack that asks two questions, the partner's vault, and its reply."""

    ours: Path
    theirs: Path
    pack: Path
    reply: Path


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """Both vaults, closed: each knows the other's digits."""
    folder = tmp_path_factory.mktemp("begun")
    made = Begun(*(folder / name for name in ("ours", "theirs", "pack.zip", "reply.zip")))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VCSE_DESKTOP_HOME", str(folder / "profile"))
        with make_group(made.ours) as group:
            waiting(group)
            sign_pack(group, draft_pack(group, quarter()), made.pack, PASSPHRASE)
            council, code = new_vault(made.theirs, PARTNER, PASSPHRASE, kdf=FLOOR)
            with council:
                rehearse(council, code)
                they_match(council, check_pack(made.pack, council))
                shutil.copytree(made.theirs, folder / "before")
                answers = (
                    Answer("1", "done", changed="It stands there."),
                    Answer("2", "question", text="Which day?"),
                )
                draft = draft_reply(council, to_answer(council, made.pack), Reply(answers, "Thank you."))
                sign_reply(council, draft, made.reply, PASSPHRASE)
            they_match(group, check_pack(made.reply, group))
    return Begun(made.ours, folder / "before", made.pack, made.reply)


@pytest.fixture
def side() -> str:
    """Whose window it is."""
    return "theirs"


@pytest.fixture
def vault(begun: Begun, tmp_path: Path, side: str) -> Iterator[Vault]:
    """The open vault of the partner, or of the group."""
    with unlock(shutil.copytree(getattr(begun, side), tmp_path / side), PASSPHRASE) as made:
        made.confirm_signing()  # it is a copy
        yield made
        tasks.close()


def answering(qtbot: QtBot, window: MainWindow, pack: Path) -> AnswerPack:
    """Check a pack, and press "Answer this pack"."""
    page = dropped(qtbot, window, pack)
    page.check.cards[0].reply.click()
    qtbot.waitUntil(lambda: page.answering.page is not None and tasks.idle())
    assert page.answering.page is not None
    return page.answering.page


def words_in(widget: QWidget) -> str:
    """Return all that is to be read in a widget."""
    return plain("\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible()))


@pytest.fixture
def saved(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder that replies are saved in."""
    monkeypatch.setattr("ui.widgets.saving.documents", lambda: tmp_path)
    return tmp_path


def test_a_pack_is_answered_by_keys_alone(
    qtbot: QtBot, window: MainWindow, vault: Vault, begun: Begun, saved: Path
) -> None:
    page = answering(qtbot, window, begun.pack)
    first, second = page.form.answers
    assert (first.state.code(), second.state.code()) == (None, None), "nothing is chosen for anybody"
    assert BENCH in words_in(first)
    assert BUS in words_in(second)
    assert "1 June 2024" in words_in(second).replace("\xa0", " ")
    qtbot.waitUntil(lambda: first.state.isAncestorOf(QApplication.focusWidget() or window))
    press(Qt.Key.Key_Space)  # considering
    assert first.words.isVisible()
    assert not first.day.isVisible()
    press(Qt.Key.Key_Right)  # planned
    assert (first.state.code(), first.day.isVisible()) == ("planned", True)
    press(Qt.Key.Key_Return, CTRL)
    assert first.fields["by"].problem() == "Write by when it is planned."
    assert QApplication.focusWidget() is first.day.box
    type_in("soon")
    press(Qt.Key.Key_Return, CTRL)
    assert first.fields["by"].problem()
    first.day.box.clear()
    type_in("1/3/2027")
    first.words.box.setFocus()
    type_in("With the new path.")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.leaves is not None and tasks.idle())
    leaves = page.leaves
    assert leaves is not None
    for words in (BENCH, "It is planned", "1 March 2027", "With the new path.", "It has 1 answer."):
        assert words in plain(leaves.words.text())
    assert BUS not in plain(leaves.words.text()), "what was left out is not answered"
    qtbot.waitUntil(lambda: QApplication.focusWidget() is leaves.passphrase.box)
    type_in("not this one at all")
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: tasks.idle() and bool(leaves.passphrase.problem()))
    leaves.passphrase.box.clear()
    type_in(PASSPHRASE)
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.made is not None and tasks.idle())
    made = page.made
    assert made is not None
    assert made.file.parent == saved
    assert check_pack(made.file).verdict == "UNKNOWN_SIGNER"
    assert [row["pack"] for row in vault.rows("sent")] == [made.reply]
    press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: tasks.idle() and not page.isVisible())
    again = answering(qtbot, window, begun.pack)
    assert "takes the place of what you answered then" in words_in(again)


def test_words_that_may_point_at_somebody_are_decided_about_before_they_leave(
    qtbot: QtBot, window: MainWindow, begun: Begun, saved: Path
) -> None:
    page = answering(qtbot, window, begun.pack)
    page.form.answers[0].state.buttons["considering"].setChecked(True)
    page.form.answers[0].words.put("Ring 07700 900123.")
    page.go_on()
    qtbot.waitUntil(lambda: page.leaves is not None and tasks.idle())
    leaves = page.leaves
    assert leaves is not None
    assert leaves.warned.first is not None
    qtbot.waitUntil(lambda: "07700 900123" in words_in(leaves.warned))
    page.go_on()
    assert QApplication.focusWidget() is leaves.warned.first
    leaves.warned.first.click()
    qtbot.waitUntil(lambda: leaves.warned.first is None and tasks.idle())
    assert QApplication.focusWidget() is leaves.passphrase.box
    page.go_back()
    assert page.form.isVisible()
    assert page.form.answers[0].words.value() == "Ring 07700 900123."


def test_what_was_written_waits_as_a_draft_of_this_pack(
    qtbot: QtBot, window: MainWindow, begun: Begun
) -> None:
    page = answering(qtbot, window, begun.pack)
    page.form.add_other()
    (other,) = page.form.others
    QTest.keyClicks(other.topic, "Parking")
    other.state.buttons["not_possible"].setChecked(True)
    QTest.keyClicks(other.words.box, "There is no land.")
    page.form.answers[1].state.buttons["passed_on"].setChecked(True)
    shell = window.shell()
    assert shell is not None
    shell.drafts.write()
    qtbot.waitUntil(tasks.idle)
    page.go_back()
    qtbot.waitUntil(lambda: tasks.idle() and not page.isVisible())
    again = answering(qtbot, window, begun.pack)
    qtbot.waitUntil(lambda: bool(again.form.findChildren(Offer)))
    next(iter(again.form.findChildren(Offer))).findChildren(type(again.on))[0].click()
    qtbot.waitUntil(lambda: len(again.form.others) == 1)
    reply = again.form.reply()
    assert reply is not None
    assert [(one.ask, one.topic, one.state, one.text) for one in reply.answers] == [
        ("1", "", "", ""),
        ("2", "", "passed_on", ""),
        ("", "Parking", "not_possible", "There is no land."),
    ]
    again.form.others[0].gone.emit()
    assert again.form.others == []


@pytest.mark.parametrize("side", ["ours"])
def test_a_reply_is_looked_at_and_taken_in_and_taken_back(
    qtbot: QtBot, window: MainWindow, vault: Vault, begun: Begun
) -> None:
    card = dropped(qtbot, window, begun.reply).check.cards[0]
    replied = card.replied
    assert replied is not None
    qtbot.waitUntil(lambda: replied.fill.isVisible() and tasks.idle())
    for words in (
        "Changed because of this",
        BENCH,
        "It stands there.",
        "they asked a question",
        "Which day?",
        "Thank you.",
    ):
        assert words in words_in(card)
    assert not card.read.isVisible()
    replied.fill.click()
    qtbot.waitUntil(lambda: replied.see.isVisible() and tasks.idle())
    assert [vault.rows("response", what=what)[0]["status"] for what in (BENCH, BUS)] == [
        "done",
        "waiting_for_us",
    ]
    press(Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: tasks.idle() and vault.rows("response", what=BENCH)[0]["status"] is None)
    again = dropped(qtbot, window, begun.reply).check.cards[0].replied
    assert again is not None
    qtbot.waitUntil(lambda: again.fill.isVisible() and tasks.idle())


@pytest.mark.parametrize("side", ["ours"])
def test_our_own_pack_is_not_answered(qtbot: QtBot, window: MainWindow, begun: Begun) -> None:
    card = dropped(qtbot, window, begun.pack).check.cards[0]
    assert card.checked.ours
    assert not card.reply.isVisible()


def test_only_a_keeper_answers(qtbot: QtBot, window: MainWindow, vault: Vault, begun: Begun) -> None:
    member = as_somebody_else(vault, "member")
    window.enter(member)
    card = dropped(qtbot, window, begun.pack).check.cards[0]
    assert card.read.isVisible()
    assert not card.reply.isVisible()
    member.lock()
