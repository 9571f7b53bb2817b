"""The language changes while the window is open: words, sides, letters, dates; nothing typed is lost."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.accessibility.painted import picture
from tests.pseudo import pseudo_folder
from ui import language, tasks
from ui.main_window import MainWindow
from ui.screens.today.screen import Today
from ui.theme import letters
from ui.widgets.buttons import button
from ui.widgets.dressing import choose, dress
from ui.widgets.words import text
from vcse_desktop import log
from vcse_desktop.i18n import DOMAIN, N_, tr
from vcse_desktop.paths import profile_dir
from vcse_desktop.reports.numbers import day
from vcse_desktop.settings import write_computer

CHRISTMAS = date(2026, 12, 25)
WESTERN = "0123456789"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The catalogues as they are in the sources, and English again afterwards."""
    made = pseudo_folder(tmp_path / "translations")
    monkeypatch.setattr(language, "data_dir", lambda _: made)
    yield made
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    language.speak(app, "en")


def change(window: MainWindow, qtbot: QtBot, code: str) -> None:
    """Choose a language as Settings does, and wait until the window has been drawn anew."""
    before = window.shell()
    choose("language", code)
    qtbot.waitUntil(lambda: window.shell() is not before and tasks.idle())
    assert language.spoken() == code


def at(widget: QWidget, window: MainWindow) -> int:
    """Return where the middle of a widget is across the window."""
    return widget.mapTo(window, widget.rect().center()).x()


def sides(window: MainWindow) -> tuple[int, int]:
    """Return how far the sidebar is from the left and from the right of the window."""
    shell = window.shell()
    assert shell is not None
    return at(shell.sidebar, window), window.width() - at(shell.sidebar, window)


def page(window: MainWindow) -> Today:
    """Return the page of the day."""
    shell = window.shell()
    assert shell is not None
    found = shell.page()
    assert isinstance(found, Today)
    return found


def focus() -> QLineEdit:
    """Return the box that has the focus."""
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


def places(window: MainWindow) -> list[str]:
    """Return the words of the sidebar."""
    shell = window.shell()
    assert shell is not None
    nav = shell.sidebar.nav
    return [nav.item(number).text() for number in range(nav.count())]


def test_english_welsh_arabic_and_back_in_the_open_window(window: MainWindow, qtbot: QtBot) -> None:
    english, left = places(window), sides(window)
    change(window, qtbot, "cy")
    welsh = places(window)
    assert sides(window)[0] < sides(window)[1]
    assert day(CHRISTMAS, language.spoken()) == "25 Rhagfyr 2026"
    change(window, qtbot, "ar")
    arabic, right = places(window), sides(window)
    assert right[1] < right[0]
    assert "ديسمبر" in day(CHRISTMAS, language.spoken())
    assert not {*english} & {*welsh}
    assert not {*english} & {*arabic}
    change(window, qtbot, "en")
    assert (places(window), sides(window)) == (english, left)
    assert day(CHRISTMAS, language.spoken()) == "25 December 2026"


def test_what_is_being_typed_stays_and_so_does_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    begin = page(window).first()
    assert begin is not None
    begin.setFocus()
    QTest.keyClicks(focus(), "Sian")
    for code in ("cy", "ar", "en"):
        change(window, qtbot, code)
        assert page(window).first() is focus()
        assert focus().text() == "Sian"


def test_the_focus_stays_where_it_was(window: MainWindow, qtbot: QtBot) -> None:
    shell = window.shell()
    assert shell is not None
    shell.focus_places()
    for code in ("ar", "en"):
        change(window, qtbot, code)
        shell = window.shell()
        assert shell is not None
        assert QApplication.focusWidget() is shell.sidebar.nav


@pytest.mark.parametrize("code", language.NAMES)
def test_digits_are_western_in_every_language(code: str) -> None:
    rules = language.locale(code)
    assert rules.zeroDigit() == "0"
    assert set(day(CHRISTMAS, code)) >= {"2", "5", "0", "6"}
    assert not [c for c in day(CHRISTMAS, code) if c.isdigit() and c not in WESTERN]


def test_qt_has_a_word_of_ours_where_it_has_none_itself(qapp: QApplication, qtbot: QtBot) -> None:
    said = {}
    for code in ("en", "cy", "ar", "xx"):
        language.speak(qapp, code)
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        qtbot.addWidget(box)
        said[code] = box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")
    assert (said["en"], said["cy"]) == ("Cancel", "Canslo")
    assert said["ar"] not in {"Cancel", "Canslo"}
    assert said["xx"].startswith("⟦")


BREAKS: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "only its beginning": lambda whole: whole[:5000],
    "letters of no alphabet": lambda whole: whole.replace(b"charset=utf-8", b"charset=utf-9"),
    "no rule for numbers": lambda whole: whole.replace(b"nplurals=5;", b"nplurals=5,"),
}


@pytest.mark.parametrize("broken", BREAKS)
def test_broken_words_mean_english_and_a_line_in_the_log(
    folder: Path, qapp: QApplication, broken: str
) -> None:
    file = folder / "cy" / "LC_MESSAGES" / f"{DOMAIN}.mo"
    whole = file.read_bytes()
    file.write_bytes(BREAKS[broken](whole))
    assert file.read_bytes() != whole
    log.start(profile_dir())
    language.speak(qapp, "cy")
    log.stop()
    assert language.spoken() == "en"
    assert tr(N_("People")) == "People"
    assert QLocale().language() is QLocale.Language.English
    assert "words_missing" in (profile_dir() / "log.txt").read_text("utf-8")


def test_a_language_that_nobody_has_words_for_is_english_from_left_to_right(qapp: QApplication) -> None:
    language.speak(qapp, "ar")
    language.speak(qapp, "fa")
    assert language.spoken() == "en"
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_only_languages_with_words_are_offered_english_first(folder: Path) -> None:
    assert list(language.offered(folder)) == ["en", "cy", "ar"]
    (folder / "cy" / "LC_MESSAGES" / f"{DOMAIN}.mo").unlink()
    assert list(language.offered(folder)) == ["en", "ar"]


def test_a_name_keeps_its_direction_in_a_sentence_and_loses_the_marks_outside() -> None:
    shown = language.isolated("O'Brien (2)")
    assert shown == "\u2068O'Brien (2)\u2069"
    assert language.plain(f"سُجِّل {shown} اليوم") == "سُجِّل O'Brien (2) اليوم"


def test_without_our_letters_the_computer_s_stand_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    monkeypatch.setattr(letters, "data_dir", lambda _: tmp_path)
    monkeypatch.setattr(letters, "_loaded", set())
    log.start(profile_dir())
    font = letters.chain(18, "ar")
    log.stop()
    assert font.pixelSize() == 18
    assert (profile_dir() / "log.txt").read_text("utf-8").count("letters_missing") == 4


def test_the_language_chosen_is_there_at_the_next_start(qapp: QApplication) -> None:
    write_computer(profile_dir(), {"language": "ar"})
    dress(qapp)
    assert language.spoken() == "ar"
    assert qapp.font().families()[1] == "IBM Plex Sans Arabic"
    assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_words_that_are_not_translated_keep_the_sign_at_their_end(qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        english, arabic = button("Choose a file…", int), button("اختيار…", int)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert english.text() == "Choose a file…\u200e"
    assert english.accessibleName() == "Choose a file…"
    assert arabic.text() == "اختيار…"
    assert button("Choose a file…", int).text() == "Choose a file…"


@pytest.mark.parametrize("width", [333, 400, 517])
def test_every_line_of_a_long_text_ends_at_the_right_where_it_is_read_from_there(
    qtbot: QtBot, qapp: QApplication, width: int
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = text("لم يستخدم أحد هذا الحاسوب منذ مدة. سيقفل كل شيء بعد عشرين ثانية. أي مفتاح يوقف ذلك ثم يستمر")
    qtbot.addWidget(made)
    made.resize(width, made.heightForWidth(width))
    shot = QImage(made.size(), QImage.Format.Format_RGB32)
    shot.fill(Qt.GlobalColor.white)
    made.render(shot)
    high = made.fontMetrics().lineSpacing()
    for top in range(0, made.height() - high, high):
        band = picture(shot, QRect(0, top, width, high)).convert("L").point(lambda ink: 255 * (ink < 120))
        left, _, right, _ = band.getbbox() or (0, 0, 0, 0)
        assert right > width - 4, f"the line at {top} ends {width - right} pixels from the edge"
        assert left > 0


def test_what_we_have_no_word_for_is_said_by_qt_itself(qapp: QApplication) -> None:
    for code in ("en", "xx", "en"):
        language.speak(qapp, code)
        assert "%1" in QCoreApplication.translate("QFileSystemModel", "%1 GB of something else")
