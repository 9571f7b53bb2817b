"""Which sections are shown; nothing is lost when one is off."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QCheckBox, QWidget

from ui.widgets.frame import Thing, column
from ui.widgets.words import text, under_words
from vcse_desktop.i18n import tr
from vcse_desktop.settings import SETTINGS, Value

NAMES = ("show_engagement", "show_principles")


class Shown(QWidget):
    """A box to tick for each section that can be off; each is kept at once."""

    def __init__(self, keep: Callable[[dict[str, Value]], None]) -> None:
        super().__init__()
        self._known: dict[str, bool] = {}
        self.boxes: dict[str, QCheckBox] = {}
        things: list[Thing] = []
        for name in NAMES:
            made = QCheckBox(tr(SETTINGS[name].label))
            made.setAccessibleDescription(tr(SETTINGS[name].help))
            made.setObjectName(name)
            made.clicked.connect(lambda on, name=name: keep({name: on}))
            self.boxes[name] = made
            under = under_words(text(tr(SETTINGS[name].help), "small"))
            things.append(column(made, under, gap=0))
        self.setLayout(column(*things, gap=12))
        self.setFocusProxy(self.boxes[NAMES[0]])

    def show_values(self, values: Mapping[str, Value]) -> bool:
        """Show these; say whether they changed since they were first shown, so the places must, too."""
        now = {name: bool(values[name]) for name in NAMES}
        for name, on in now.items():
            self.boxes[name].setChecked(on)
        changed, self._known = bool(self._known) and self._known != now, now
        return changed
