"""What this computer's settings say of language, colours and text size, and changing them live."""

from PySide6.QtWidgets import QApplication

from ui import language
from ui.changes import changes
from ui.theme import look
from vcse_desktop.paths import profile_dir
from vcse_desktop.settings import computer, write_computer


def dress(app: QApplication) -> None:
    """Dress the program as this computer's settings say."""
    folder = profile_dir()
    language.speak(app, str(computer(folder, "language")))
    theme, size = str(computer(folder, "theme")), int(computer(folder, "text_size"))
    look.wear(look.chosen(theme, size, language.spoken()))


def choose(name: str, value: str | int) -> None:
    """Keep a setting of this computer (language, theme, text_size) and have all shown anew."""
    write_computer(profile_dir(), {name: value})
    changes.dress.emit()


def step_size(by: int) -> None:
    """Make the text one step larger (1) or smaller (-1), or as it was at first (0)."""
    at = look.SIZES.index(look.worn().size) if by else 0
    choose("text_size", look.SIZES[max(0, min(at + by, len(look.SIZES) - 1))])
