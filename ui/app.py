"""The window's process: Qt, what every door does first, and the first window."""

import sys

from PySide6.QtWidgets import QApplication, QMessageBox

from ui.errors import sentence
from ui.main_window import MainWindow
from ui.theme import STYLE
from vcse_desktop.actions.starting import begin
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import tr

CANNOT = 3


def main() -> int:
    """Open the window and stay until it is closed; 3 when the program cannot begin on this computer."""
    application = QApplication(sys.argv)
    application.setStyleSheet(STYLE)
    try:
        begin()
    except VcseError as error:
        QMessageBox.critical(None, tr(error.title), sentence(error))
        return CANNOT
    window = MainWindow()
    window.show()
    return application.exec()
