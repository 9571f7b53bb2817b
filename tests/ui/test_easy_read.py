"""Writing the Easy Read page: counted while it is typed, kept in one step, in a pack only when wanted."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.actions.test_easy_read import drawing
from tests.groups import quarter
from tests.ui.test_check_pack import words_in
from ui import tasks
from ui.main_window import MainWindow
from ui.screens.attached.reencoding import made_anew
from ui.screens.make_pack.choose import Choose
from ui.screens.make_pack.easy_tick import EasyTick
from ui.screens.packs.easy_read import EasyReadPage
from ui.screens.packs.screen import Packs
from ui.widgets.frame import card
from vcse_desktop.actions.easy_read import EasyRead, Line, keep_page, kept_page
from vcse_desktop.actions.offering import offer
from vcse_desktop.actions.unlocking import Vault

PLACE = "packs"

TITLE, WORDS, SHOWS, WHO = "Our spring", "We asked carers what helps.", "People round a table", "Our forum"


@pytest.fixture
def vault(group: Vault) -> Vault:
    """The open vault of a group."""
    return group


@pytest.fixture
def page(qtbot: QtBot, window: MainWindow) -> EasyReadPage:
    """The page where it is written."""
    shell = window.shell()
    assert shell is not None
    shell.go("packs", "easy")
    qtbot.waitUntil(tasks.idle)
    packs = shell.page()
    assert isinstance(packs, Packs)
    return packs.easy


def picture(folder: Path) -> Path:
    file = folder / "table.png"
    file.write_bytes(drawing("green", 900))
    return file


def test_a_page_is_begun_with_one_sentence_counted_and_kept_with_its_picture(
    qtbot: QtBot, page: EasyReadPage, vault: Vault, tmp_path: Path
) -> None:
    assert "No Easy Read page yet." in words_in(page)
    (first,) = page.sentences.each
    assert first.words.accessibleName() == "Sentence 1"
    first.words.setText(WORDS)
    assert "5 words of 15" in words_in(first)
    first.words.setText("one " * 16)
    assert "Make two sentences of it" in words_in(first)
    page.save()
    qtbot.waitUntil(tasks.idle)
    assert "has more than 15 words" in page.notice.sentence.text()
    assert kept_page(vault) is None
    assert first.words.text() == "one " * 16, "what was typed stays"
    first.words.setText(WORDS)
    assert "Make two sentences of it" not in words_in(first)
    page.title.setText(TITLE)
    page.save()
    qtbot.waitUntil(lambda: tasks.idle() and "Sentence 1 has no picture." in words_in(page))
    assert page.try_it.isHidden()
    (first,) = page.sentences.each
    first.take(tmp_path / "missing.png")
    qtbot.waitUntil(tasks.idle)
    assert "Nothing was added" in words_in(first)
    first.asking = lambda _: picture(tmp_path)
    first.choose.click()
    qtbot.waitUntil(lambda: tasks.idle() and not first.small.isHidden())
    first.shows.setText(SHOWS)
    page.written_by.setText(WHO)
    page.save()
    qtbot.waitUntil(lambda: tasks.idle() and "The page is finished." in words_in(page))
    kept = kept_page(vault)
    assert kept is not None
    assert (kept.title, kept.written_by, kept.lines[0].text, kept.lines[0].shows) == (
        TITLE,
        WHO,
        WORDS,
        SHOWS,
    )
    jpeg = vault.picture(kept.lines[0].picture or 0)
    assert not page.try_it.isHidden()
    page.try_it.asking = lambda *_: tmp_path / "try"
    page.try_it.save.click()
    qtbot.waitUntil(lambda: tasks.idle() and "is saved as" in words_in(page.try_it))
    assert WORDS in (tmp_path / "try.html").read_text("utf-8")
    page.try_it.asking = lambda *_: tmp_path / "nowhere" / "try.html"
    page.try_it.save.click()
    qtbot.waitUntil(lambda: tasks.idle() and page.try_it.notice.property("k") == "bad")
    assert jpeg is not None and jpeg.startswith(b"\xff\xd8") and b"Joan" not in jpeg


def test_sentences_are_added_moved_up_and_taken_out_by_keys_alone(qtbot: QtBot, page: EasyReadPage) -> None:
    sentences = page.sentences
    sentences.each[0].words.setText("One.")
    for number in range(2, 13):
        sentences.add.click()
        sentences.each[-1].words.setText(f"{number}.")
    assert sentences.add.isHidden()
    assert "as many sentences" in words_in(sentences)
    sentences.each[2].earlier.click()
    assert [one.words.text() for one in sentences.each[:3]] == ["One.", "3.", "2."]
    assert sentences.each[1].words.hasFocus()
    assert sentences.each[0].earlier.isHidden()
    sentences.each[0].take_out.click()
    assert len(sentences.each) == 11
    assert not sentences.add.isHidden()
    assert sentences.each[0].take_out.accessibleName() == "Take out: Sentence 1"


def test_what_is_typed_stays_when_something_else_is_kept_and_is_a_draft(
    qtbot: QtBot, page: EasyReadPage, window: MainWindow
) -> None:
    assert page._draft() is None
    page.title.setText(TITLE)
    page.sentences.each[0].words.setText(WORDS)
    draft = page._draft()
    page.look()
    qtbot.waitUntil(tasks.idle)
    assert page.title.text() == TITLE
    page._show(None)
    assert page.title.text() == ""
    assert draft is not None
    page._again(draft)  # type: ignore[arg-type]
    assert (page.title.text(), page.sentences.each[0].words.text()) == (TITLE, WORDS)


def test_only_a_finished_page_can_be_put_into_a_pack(qtbot: QtBot) -> None:
    whole = EasyRead(TITLE, WHO, "", (Line(WORDS, SHOWS, 7),))
    for page, ticked, wanted in (
        (None, True, False),
        (EasyRead(TITLE), True, False),
        (whole, True, True),
        (whole, False, False),
    ):
        tick = EasyTick(page, ticked=ticked)
        around = card(tick)
        qtbot.addWidget(around)
        assert tick.is_wanted() is wanted
        assert tick.isHidden() is (page is None)
        assert tick.box.isEnabled() is (page is whole)


def test_the_choice_goes_with_the_others_into_the_pack(qtbot: QtBot, vault: Vault) -> None:
    keep_page(vault, EasyRead(TITLE, WHO, "", (Line(WORDS, SHOWS, None, made_anew(drawing("red"))),)))
    choose = Choose(offer(vault, quarter()), quarter())
    qtbot.addWidget(choose)
    assert choose.choices().easy is False, "nothing leaves that nobody asked for"
    with qtbot.waitSignal(choose.publishing):
        choose.easy.box.click()
    assert choose.choices().easy is True
