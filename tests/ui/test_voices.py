"""What people said: the quick form by keys alone, what is agreed, words of risk, and closing a loop."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui import tasks
from ui.language import isolated
from ui.main_window import MainWindow
from ui.screens.voices.fields import NoteFields
from ui.screens.voices.loop import Loop
from ui.screens.voices.one import OneHeard
from ui.screens.voices.screen import Voices
from ui.widgets.dressing import choose
from vcse_desktop.actions import recording
from vcse_desktop.actions.grouping import set_group
from vcse_desktop.actions.hearing import agree, hear
from vcse_desktop.actions.reading_over import read_over, stays
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.disclosure.entries import token
from vcse_desktop.disclosure.quoted import QUOTED
from vcse_desktop.figures.table import Counted

PLACE = "voices"

CTRL = Qt.KeyboardModifier.ControlModifier
SAID = "The bus no longer stops here, so Mair cannot come."
RISKY = "He hits me when nobody is there"


@pytest.fixture
def voices(window: MainWindow, qtbot: QtBot) -> Voices:
    """The screen, ready."""
    shell = window.shell()
    assert shell is not None
    shell.go("voices")
    page = shell.page()
    assert isinstance(page, Voices)
    qtbot.waitUntil(lambda: tasks.idle() and page.heard.note.fields is not None)
    return page


@pytest.fixture
def reopened(voices: Voices, qtbot: QtBot) -> Callable[[object], Voices]:
    """Go to something on the screen, and wait."""

    def go(what: object) -> Voices:
        voices.look()
        settle(qtbot)
        voices.desk.go("voices", what)
        settle(qtbot)
        return voices

    return go


def fields(voices: Voices) -> NoteFields:
    """Return what stands beside the words."""
    found = voices.heard.note.fields
    assert found is not None
    return found


def focus() -> QWidget:
    """Return where the keys go."""
    found = QApplication.focusWidget()
    assert found is not None
    return found


def press(*keys: Qt.Key | str) -> int:
    """Press keys where the focus is; returns how many."""
    n = 0
    for key in keys:
        if isinstance(key, str):
            QTest.keyClicks(focus(), key)
            n += len(key)
        else:
            QTest.keyClick(focus(), key)
            n += 1
    return n


def settle(qtbot: QtBot) -> None:
    """Wait for all work, and for what its answers ask in turn."""
    for _ in range(4):
        qtbot.waitUntil(tasks.idle)
        QApplication.processEvents()


def save(qtbot: QtBot) -> int:
    """Press Ctrl+Enter and wait; one key."""
    QTest.keyClick(focus(), Qt.Key.Key_Return, CTRL)
    settle(qtbot)
    return 1


def texts(page: QWidget) -> str:
    """Return every text that is seen."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_at_most_twelve_keys_beyond_the_words(voices: Voices, vault: Vault, qtbot: QtBot) -> None:
    assert focus() is voices.heard.note.words.box
    press(SAID)
    keys = press(Qt.Key.Key_Tab, Qt.Key.Key_Space)  # kind: working
    keys += press(Qt.Key.Key_Tab, "tr", Qt.Key.Key_Return)  # theme
    keys += press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Space)  # the theme taken, then: keep it with us
    keys += press(Qt.Key.Key_Down)  # without a name
    keys += save(qtbot)
    assert keys <= 12
    (row,) = vault.rows("insight")
    assert (row["words"], row["kind"], row["themes"]) == (SAID, "working", ["transport_and_travel"])
    assert (row["may_quote"], row["share_words"], row["heard_on"]) == ("unnamed", SAID, today().isoformat())
    (consent,) = vault.rows("consent")
    assert consent["wording"] == "The partners we send a pack to may see these words, without a name."
    assert voices.heard.note.words.value() is None


def test_nothing_is_chosen_beforehand_and_a_blank_stays_with_us(
    voices: Voices, vault: Vault, qtbot: QtBot
) -> None:
    assert (fields(voices).kind.code(), fields(voices).sharing.answer()) == (None, None)
    assert "Not asked whether it may be shared: it stays with us." in texts(voices)
    press(SAID)
    save(qtbot)
    (row,) = vault.rows("insight")
    assert (row["may_quote"], row["kind"], row["themes"], row["person"]) == (None, None, None, None)
    assert vault.rows("consent") == []
    assert "Stays with us: not asked" in texts(voices.heard.list)


def test_without_words_nothing_is_kept_and_the_box_says_why(
    voices: Voices, vault: Vault, qtbot: QtBot
) -> None:
    fields(voices).sharing.choice.choose("no")
    save(qtbot)
    assert vault.rows("insight") == []
    assert "Write down what was said. One sentence is enough." in texts(voices)
    assert fields(voices).sharing.answer() == "no"


@pytest.mark.parametrize("wrong", ["theme", "person", "day", "name"])
def test_what_is_not_understood_is_asked_about_and_nothing_is_guessed(
    voices: Voices, vault: Vault, qtbot: QtBot, wrong: str
) -> None:
    recording.add(vault, "person", {"known_as": "Mair"})
    press(SAID)
    beside = fields(voices)
    beside.unfold.click()
    assert beside.source is not None
    if wrong == "theme":
        beside.themes.ahead.box.setText("nothing called that")
    elif wrong == "person":
        beside.source.person.box.setText("Nobody of ours")
    elif wrong == "day":
        beside.source.day.chips.buttons["other"].click()
        beside.source.day.box.setText("last Whitsun")
    else:
        beside.sharing.choice.buttons["named"].click()
    voices.save()
    settle(qtbot)
    assert vault.rows("insight") == []
    assert voices.heard.note.words.value() == SAID


def test_a_day_to_come_is_told_beside_the_day(voices: Voices, vault: Vault, qtbot: QtBot) -> None:
    press(SAID)
    fields(voices).unfold.click()
    source = fields(voices).source
    assert source is not None
    source.day.set_day((today() + timedelta(days=3)).isoformat())
    voices.save()
    settle(qtbot)
    assert vault.rows("insight") == []
    assert "This day has not come yet. Choose today or an earlier day." in texts(source)


def test_names_are_hinted_at_and_only_a_person_says_that_they_were_looked_for(
    voices: Voices, vault: Vault, qtbot: QtBot
) -> None:
    press(SAID)
    beside = fields(voices)
    beside.sharing.choice.buttons["unnamed"].click()
    assert "so «\u2068Mair\u2069» cannot come." in texts(voices)
    assert "This may be somebody's name." in texts(voices)
    _button(voices, "Put [name] in its place").click()
    assert beside.copy.words() == SAID.replace("Mair", "[name]")
    assert beside.copy.checked_on() is None
    _button(voices, "Checked for names").click()
    assert beside.copy.checked_on() == today().isoformat()
    beside.copy.box.box.insertPlainText(",")
    assert beside.copy.checked_on() is None
    assert "The text changed, so the check for names no longer counts." in texts(voices)
    assert "Only words in [brackets] may differ from what was said." in texts(voices)
    _button(voices, "Begin again from their words").click()
    _button(voices, "Checked for names").click()
    assert beside.copy.checked_on() is None
    _button(voices, "Everybody may know it").click()
    _button(voices, "Checked for names").click()
    save(qtbot)
    (row,) = vault.rows("insight")
    assert (row["share_words"], row["names_checked_on"]) == (SAID, today().isoformat())


def test_what_was_found_is_decided_one_by_one_with_keys_alone(voices: Voices, qtbot: QtBot) -> None:
    voices.heard.note.words.put("Mair and Idris Puw came, ring 07700 900123. I thanked Idris Puw.")
    beside = fields(voices)
    beside.sharing.choice.buttons["unnamed"].click()
    settle(qtbot)
    copy = beside.copy
    _button(voices, "Checked for names").setFocus()
    press(Qt.Key.Key_Return)
    assert copy.checked_on() is None
    assert "4 stretches are open: replace each or say why it stays." in texts(voices)
    assert focus() is copy.review.put
    press(Qt.Key.Key_Return)
    assert copy.words().startswith("[name] and Idris Puw came")
    press(Qt.Key.Key_Tab, Qt.Key.Key_Return)  # the next one
    assert "This is a phone number." in texts(voices)
    press(Qt.Key.Key_Backtab, Qt.Key.Key_Return)
    assert "ring [number]." in copy.words()
    assert "2 stretches to look at" in texts(voices)
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    assert copy.review.kept == {"Idris Puw": "agreed"}
    assert copy.review.isHidden()
    press(Qt.Key.Key_Return)
    assert copy.checked_on() == today().isoformat()
    copy.box.box.insertPlainText("Ann said: ")
    assert copy.review.open() == 3, "what was kept was kept in other words"


def test_what_may_stay_is_kept_with_its_reason_and_asked_about_again_in_other_words(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID, "may_quote": "unnamed"}).ids
    one = _one(reopened(("insight", said)))
    _button(one, "They agreed to it").click()
    _button(one, "Checked for names").click()
    save(qtbot)
    (row,) = vault.rows("insight")
    assert stays(vault, row) == {"share_words": {"Mair": "agreed"}}
    one = _one(reopened(("insight", said)))
    assert "It may be shared with the partners" in texts(one)
    assert (one.copy.review.kept, one.copy.review.open()) == ({"Mair": "agreed"}, 0)
    assert not one.is_dirty()
    one.copy.box.box.selectAll()
    one.copy.box.box.insertPlainText(SAID.replace("bus", "[bus]"))
    assert one.copy.review.open() == 1
    _button(one, "Everybody may know it").click()
    _button(one, "Checked for names").click()
    save(qtbot)
    (row,) = vault.rows("insight")
    assert stays(vault, row) == {"share_words": {"Mair": "known"}}, "checked twice on one day"


def test_what_is_found_after_the_check_is_shown_before_it_leaves(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": "I met tanwen there", "may_quote": "unnamed"}).ids
    read_over(vault, said, {"share_words": {}})
    recording.add(vault, "person", {"known_as": "Tanwen"})
    voices = reopened(("insight", said))
    assert "Agreed: look at what was found" in texts(voices)
    one = _one(voices)
    assert "nobody has decided about it yet" in texts(one)
    assert "Since it was checked, something was found" in texts(one)
    assert not one.is_dirty()
    _button(one, "It points at nobody").click()
    assert one.copy.checked_on() is None, "somebody says so once more"
    _button(one, "Checked for names").click()
    assert "Checked for names. If the text changes, this falls away." in texts(one)
    save(qtbot)
    assert stays(vault, vault.rows("insight")[0]) == {"share_words": {"tanwen": "nobody"}}


def test_the_packs_that_words_are_in_are_named_once_they_say_no(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID, "may_quote": "unnamed"}).ids
    mark = token(QUOTED.measures[0], Counted("quoted", said, 1, frozenset({()})), vault.ledger_key)
    with vault.unit("pack") as unit:
        sent = {"digest": "d", "title": "Spring", "issued": "2026-01-05T09:00:00Z"}
        unit.save("sent", None, sent | {"audience": '["Our council"]'})
        release = unit.save("release", None, {"digest": "d", "audience": "Our council"})
        unit.save("released_member", None, {"release": release, "token": mark, "amount": 1})
    read_over(vault, said, {"share_words": {"Mair": "agreed"}})
    assert "in packs that were sent before" not in texts(_one(reopened(("insight", said))))
    agree(vault, said, "no")
    shown = texts(_one(reopened(("insight", said))))
    assert "ask those partners to use them no more" in shown
    assert "“Spring”, for Our council, sent on 5 January 2026" in shown


def test_a_translation_is_looked_through_like_the_words(
    reopened: Callable[[object], Voices], window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    values = {"words": "mi fu Mair gyda mi", "may_quote": "unnamed", "translation": "Mair was with me"}
    (said,) = hear(vault, values).ids
    one = _one(reopened(("insight", said)))
    assert not one.is_dirty()
    _button(one, "Share a translation with it").click()
    copy = one.translated.copy
    assert (focus(), copy.words()) == (copy.box.box, "Mair was with me")
    copy.check.click()
    assert copy.checked_on() is None
    assert copy.check.accessibleName() == "Checked for names: Their translation as shared"
    assert copy.review.put.accessibleName() == "Put [name] in its place (Their translation as shared)"
    copy.review.put.click()
    assert copy.words() == "[name] was with me"
    assert "More than names was changed" not in texts(one), "a translation is in other words"
    copy.check.click()
    save(qtbot)
    (row,) = vault.rows("insight")
    assert (row["share_translation"], row["names_checked_on"]) == ("[name] was with me", None)
    assert stays(vault, row) == {"share_translation": {}}
    one = _one(reopened(("insight", said)))
    one.translated.copy.box.box.insertPlainText("!")
    assert one.translated.copy.checked_on() is None
    again = _one(draw_anew(window, qtbot))
    assert again.translated.copy.words() == "![name] was with me", "what was not saved waits"
    save(qtbot)
    assert stays(vault, vault.rows("insight")[0]) == {}


def test_words_of_risk_name_the_lead_are_dropped_on_leaving_and_never_held_up(
    voices: Voices, vault: Vault, qtbot: QtBot
) -> None:
    set_group(vault, "safeguarding_name", "Nia Rees")
    set_group(vault, "safeguarding_phone", "01234 567890")
    voices.look()
    settle(qtbot)
    press(RISKY)
    assert "Tell \u2068Nia Rees\u2069, \u206801234 567890\u2069." in texts(voices)
    voices.desk.go("people")
    assert voices.heard.note.words.value() is None
    voices.desk.go("voices")
    press(RISKY)
    save(qtbot)  # a false alarm: they go on
    assert [row["words"] for row in vault.rows("insight")] == [RISKY]


def test_words_of_risk_stay_when_the_person_says_so(voices: Voices, vault: Vault, qtbot: QtBot) -> None:
    press(RISKY)
    assert "put their name and number in Settings" in texts(voices)
    _button(voices, "Keep what I typed").click()
    voices.desk.go("people")
    assert voices.heard.note.words.value() == RISKY
    assert vault.rows("insight") == []


def test_other_words_stay_when_the_screen_is_left(voices: Voices) -> None:
    press(SAID)
    voices.desk.go("people")
    voices.desk.go("voices")
    assert voices.heard.note.words.value() == SAID


def test_changing_a_comma_is_said_at_once_and_they_are_asked_again(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID, "may_quote": "unnamed"}).ids
    read_over(vault, said, {"share_words": {"Mair": "agreed"}})
    voices = reopened(("insight", said))
    one = _one(voices)
    assert "It may be shared with the partners we send a pack to, without a name." in texts(one)
    one.words.box.insertPlainText(",")
    assert "They agreed to other words." in texts(one)
    save(qtbot)
    qtbot.waitUntil(lambda: "that agreement does not count" in texts(voices))
    one = _one(voices)
    _button(one, "They were asked about sharing it").click()
    assert one.asking.sharing.answer() is None
    one.asking.sharing.choice.buttons["no"].click()
    _button(one, "Keep their answer").click()
    qtbot.waitUntil(lambda: tasks.idle() and "as was said when they were asked" in texts(voices))
    assert vault.rows("insight")[0]["may_quote"] == "no"
    assert vault.rows("consent")[0]["withdrawn_on"] == today().isoformat()


def test_changes_that_were_not_saved_wait(reopened: Callable[[object], Voices], vault: Vault) -> None:
    (said,) = hear(vault, {"words": SAID}).ids
    voices = reopened(("insight", said))
    _one(voices).words.box.insertPlainText("Well: ")
    press(Qt.Key.Key_Escape)
    assert voices.heard.shown() is None
    assert vault.rows("insight")[0]["words"] == SAID
    reopened(("insight", said))
    assert str(_one(voices).words.value()).endswith("Well: ")


def test_changes_that_were_saved_do_not_wait(
    reopened: Callable[[object], Voices], window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID}).ids
    voices = reopened(("insight", said))
    _one(voices).words.box.insertPlainText("Well: ")
    save(qtbot)
    assert "Well: " in str(vault.rows("insight")[0]["words"])
    shell = window.shell()
    assert shell is not None
    assert shell.toast.sentence.text() == "Saved."
    shell.drafts.write()
    settle(qtbot)
    assert vault.drafts() == []


def test_one_is_removed_and_brought_back(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID}).ids
    voices = reopened(("insight", said))
    _button(voices, "Remove it").click()
    settle(qtbot)
    assert vault.rows("insight") == []
    QTest.keyClick(focus(), Qt.Key.Key_U, Qt.KeyboardModifier.AltModifier)
    settle(qtbot)
    assert [row["words"] for row in vault.rows("insight")] == [SAID]


def test_the_list_is_searched_and_this_week_is_a_part_of_it(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    hear(vault, {"words": "The garden is open"})
    hear(vault, {"words": "The lift is broken", "heard_on": (today() - timedelta(days=40)).isoformat()})
    voices = reopened(None)
    assert "2 things heard." in texts(voices)
    QTest.keyClick(focus(), Qt.Key.Key_F, CTRL)
    press("lift")
    qtbot.waitUntil(lambda: "1 thing heard." in texts(voices))
    assert "The garden is open" not in texts(voices)
    voices.heard.list.box.clear()
    voices.open(("week",))
    qtbot.waitUntil(lambda: "The garden is open" in texts(voices) and tasks.idle())
    assert "The lift is broken" not in texts(voices)


def test_with_nothing_heard_a_sentence_says_how_to_begin(voices: Voices) -> None:
    assert "Nothing heard yet. One sentence someone said is a start." in texts(voices)


def test_a_loop_is_closed_with_one_choice_and_one_sentence(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    days = (today() - timedelta(days=34)).isoformat()
    (said,) = hear(vault, {"words": SAID, "heard_on": days}).ids
    recording.add(vault, "response", {"what": "Move the stop", "insights": [said]})
    voices = reopened("answers")
    assert "Heard 34 days ago, no answer yet." in texts(voices)
    assert "People were told today" not in _verbs(voices), "there is nothing to tell yet"
    loop = voices.answers.findChild(Loop)
    assert loop is not None
    loop.unfold()
    assert loop.state.code() is None
    save(qtbot)
    assert "Choose where it has got to." in texts(voices)
    loop.state.buttons["done"].click()
    loop.box.put("and " * 30)
    assert "1 sentence is long: it has 30 words." in texts(voices)
    loop.box.put(None)
    assert "sentence is long" not in texts(voices)
    press(Qt.Key.Key_Tab, "The stop was moved")
    save(qtbot)
    (row,) = vault.rows("response")
    assert (row["status"], row["changed"]) == ("done", "The stop was moved")
    assert "There is an answer; people were not told yet." in texts(voices)
    assert "Close the loop" in _verbs(voices)
    _button(voices, "People were told today").click()
    qtbot.waitUntil(lambda: tasks.idle() and "People were told after 34 days." in texts(voices))
    assert "Close the loop" not in _verbs(voices), "nothing is left to close"
    assert vault.rows("response")[0]["told_on"] == today().isoformat()


def test_a_first_reply_is_no_final_answer(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    days = (today() - timedelta(days=34)).isoformat()
    (said,) = hear(vault, {"words": SAID, "heard_on": days}).ids
    looked_at = {
        "what": "Move the stop",
        "insights": [said],
        "status": "considering",
        "answer": "We look at it.",
    }
    recording.add(vault, "response", looked_at)
    voices = reopened("answers")
    shown = texts(voices)
    assert f"Reply so far: {isolated('We look at it.')}" in shown
    assert "Heard 34 days ago, no final answer yet." in shown
    assert "1 answer is open: people have not been told yet what came of what they said." in shown
    assert "People were told today" in _verbs(voices)


def test_an_answer_is_asked_for_about_what_was_heard(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID}).ids
    voices = reopened(("insight", said))
    _button(voices, "Ask somebody to answer it").click()
    qtbot.waitUntil(lambda: voices.answers.forms.page() is not None and tasks.idle())
    press("Move the stop")
    save(qtbot)
    (row,) = vault.rows("response")
    assert (row["what"], row["insights"]) == ("Move the stop", [said])


def _verbs(page: QWidget) -> list[str]:
    return [one.text() for one in page.findChildren(QPushButton) if one.isVisible()]


def _button(page: QWidget, words: str) -> QPushButton:
    found = [one for one in page.findChildren(QPushButton) if one.text() == words and one.isVisible()]
    assert found, f"no button says {words}"
    return found[0]


def _one(voices: Voices) -> OneHeard:
    found = voices.heard.shown()
    assert found is not None
    return found


def draw_anew(window: MainWindow, qtbot: QtBot) -> Voices:
    """Choose other colours on another page, twice, and come back."""
    for theme in ("dark", "light"):
        before = window.shell()
        assert before is not None
        before.go("settings")
        choose("theme", theme)
        qtbot.waitUntil(lambda: window.shell() is not before)  # noqa: B023 - it is waited for here
    shell = window.shell()
    assert shell is not None
    shell.go("voices")
    settle(qtbot)
    page = shell.page()
    assert isinstance(page, Voices)
    return page


def test_a_note_that_was_begun_outlives_other_colours(
    voices: Voices, window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    voices.heard.note.words.put(SAID)
    beside = fields(voices)
    beside.kind.choose("not_working")
    beside.themes.take(["transport_access"])
    beside.sharing.choice.buttons["unnamed"].click()
    _button(beside, "Put [name] in its place").click()
    _button(beside, "Checked for names").click()
    _button(beside, "More about it").click()
    assert beside.source is not None
    beside.source.role.choose("carer")
    values = beside.values()
    again = fields(draw_anew(window, qtbot))
    assert again is not beside
    assert again.values() == values
    save(qtbot)
    (row,) = vault.rows("insight")
    assert (row["kind"], row["from_role"], row["share_words"]) == (
        "not_working",
        "carer",
        SAID.replace("Mair", "[name]"),
    )


def test_changes_to_one_and_an_answer_that_was_begun_outlive_other_colours(
    reopened: Callable[[object], Voices], window: MainWindow, vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID}).ids
    recording.add(vault, "response", {"what": "Buses", "insights": [said]})
    voices = reopened(("insight", said))
    _one(voices).words.box.insertPlainText("Yes. ")
    voices.tabs.show_part("answers")
    settle(qtbot)
    (loop,) = voices.answers.findChildren(Loop)
    loop.again(("planned", "In May"))
    voices.tabs.show_part("heard")
    again = draw_anew(window, qtbot)
    assert _one(again).words.value() == f"{SAID}Yes. "
    again.tabs.show_part("answers")
    settle(qtbot)
    (loop,) = again.answers.findChildren(Loop)
    assert loop.kept() == ("planned", "In May")


def test_what_is_typed_in_an_answer_stays_when_others_change(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID}).ids
    recording.add(vault, "response", {"what": "Buses", "insights": [said]})
    voices = reopened("answers")
    (loop,) = voices.answers.findChildren(Loop)
    loop.unfold()
    loop.box.put("They are thinking about it")
    voices.desk.did("", recording.add(vault, "insight", {"words": "Another"}))
    settle(qtbot)
    (again,) = [one for one in voices.answers.findChildren(Loop) if one.isVisible()]
    assert again is not loop
    assert again.kept() == (None, "They are thinking about it")
    again.state.choose("considering")
    again.box.box.setFocus()
    save(qtbot)
    (closed,) = [one for one in voices.answers.findChildren(Loop) if one.isVisible()]
    assert not closed.is_open()
    assert closed.isAncestorOf(focus()), "to tell people is the next thing there"


def test_asking_again_does_not_say_that_nobody_was_asked(
    reopened: Callable[[object], Voices], vault: Vault, qtbot: QtBot
) -> None:
    (said,) = hear(vault, {"words": SAID, "may_quote": "no"}).ids
    one = _one(reopened(("insight", said)))
    _button(one, "They were asked about sharing it").click()
    assert "Not asked" not in texts(one)
    assert "nothing changes" in texts(one)
