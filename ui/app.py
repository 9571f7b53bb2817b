"""The window's process: Qt, the language, and the first window."""

import sys

from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.theme import STYLE
from vcse_desktop import log
from vcse_desktop.i18n import set_language
from vcse_desktop.paths import data_dir, profile_dir
from vcse_desktop.settings import SETTINGS, read_computer, sound


def main() -> int:
    """Open the window and stay until it is closed."""
    kept = read_computer(profile_dir())
    set_language(str(sound(SETTINGS["language"], kept.get("language"))), data_dir("translations"))
    log.start(profile_dir())
    application = QApplication(sys.argv)
    application.setStyleSheet(STYLE)
    window = MainWindow()
    window.show()
    return application.exec()
