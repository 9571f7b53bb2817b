"""Nothing recorded yet: every tab of every place says a sentence and has something to begin with."""

import re
from collections.abc import Iterator
from contextlib import nullcontext

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.doors import rest
from tests.vaults import as_somebody_else
from ui import tasks
from ui.language import plain
from ui.main_window import MainWindow
from ui.screens.places import PLACES, is_open
from ui.screens.screen import Screen
from ui.screens.shell import Shell
from ui.widgets.stack import Tabs
from vcse_desktop.actions.standing import HELPER, KEEPER
from vcse_desktop.actions.unlocking import Vault

SENTENCE = re.compile(r"\w+ \w+ \w+.*[.]")
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit)


def parts(shell: Shell, qtbot: QtBot) -> Iterator[tuple[str, Screen, QWidget]]:
    """Yield each tab of each place that is open to whoever is in, with its name, while it is shown."""
    for code in PLACES:
        if not is_open(code, shell.desk):
            continue
        shell.go(code)
        rest(qtbot)
        page = shell.page()
        assert page is not None
        yield code, page, page
        for tabs in [one for one in page.findChildren(Tabs) if one.isVisible()]:
            for at in range(tabs.bar.count()):
                tabs.bar.setCurrentIndex(at)
                rest(qtbot)
                part = tabs.part()
                assert part is not None
                yield f"{code}: {tabs.bar.tabText(at)}", page, part


@pytest.mark.parametrize("role", [KEEPER, HELPER])
def test_no_tab_of_an_empty_vault_is_a_blank_page(role: str, vault: Vault, qtbot: QtBot) -> None:
    with nullcontext(vault) if role == KEEPER else as_somebody_else(vault, role) as theirs:
        window = MainWindow()
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.enter(theirs)
        rest(qtbot)
        shell, seen = window.shell(), 0
        assert shell is not None
        for name, page, part in parts(shell, qtbot):
            seen += 1
            said = [plain(one.text()) for one in part.findChildren(QLabel) if one.isVisible()]
            assert any(SENTENCE.search(words) for words in said), f"{name} says no sentence"
            controls = [one for one in part.findChildren(QWidget) if isinstance(one, CONTROLS)]
            assert any(one.isVisible() and one.isEnabled() for one in controls), f"{name}: nothing to press"
            first = page.first()
            assert first is not None and first.isVisible() and first.isEnabled(), f"{name}: nowhere to begin"
        assert seen >= (28 if role == KEEPER else 8)
        window.desk = None
        window.close()
        window.deleteLater()
        tasks.close()
