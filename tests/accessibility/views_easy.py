"""Sentences that others read, while they are written: the Easy Read page, and a long one of our own."""

from collections.abc import Iterator

from PySide6.QtGui import QColor, QImage

from tests.accessibility.dress import settle
from tests.accessibility.seen import View
from ui.main_window import MainWindow
from ui.screens.attached.reencoding import as_jpeg
from ui.screens.packs.easy_read import WHAT
from ui.screens.packs.screen import Packs
from ui.screens.settings.screen import Settings
from ui.screens.shell import Shell
from vcse_desktop.actions.easy_read import EasyRead, Line, keep_page
from vcse_desktop.actions.own_pages import INTRODUCTION
from vcse_desktop.i18n import tr
from vcse_desktop.reports.easy import NOT_TESTED


def _written(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield the page as it is written; afterwards there is none, as before."""
    picture, vault = QImage(300, 200, QImage.Format.Format_RGB32), shell.desk.vault
    picture.fill(QColor("#446688"))
    said = tr(NOT_TESTED)
    line = Line(said, said, None, as_jpeg(picture))
    keep_page(vault, EasyRead(said, "", said, (line, Line(said))))
    shell.go("packs", "easy")
    settle()
    page = shell.page()
    assert isinstance(page, Packs)
    page.easy.look()
    settle()
    yield "packs-easy-written", window
    page.easy.sentences.each[1].words.setText(tr(WHAT, lines=12, words=15))
    page.easy.save()
    settle()
    yield "packs-easy-too-long", window
    keep_page(vault, EasyRead())
    page.easy._show(None)
    shell.go("today")
    settle()


def _long(window: MainWindow, shell: Shell) -> Iterator[View]:
    """Yield a long sentence of the group's own, pointed out under its box; nothing of it is kept."""
    shell.go("settings")
    settle()
    page = shell.page()
    assert isinstance(page, Settings)
    box = page.own.boxes[INTRODUCTION]
    before = box.value()
    box.control.setFocus()
    settle()
    box.put(" ".join([tr(NOT_TESTED).rstrip(".")] * 6))
    settle()
    yield "settings-long-sentence", window
    box.put(before)
    shell.go("today")
    settle()


EASY_READ = (_written, _long)
"""Each state of the Easy Read page but the empty one, and sentences that others will read."""
