"""How small numbers are hidden in every pack: four rules, each with what it does."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from ui.widgets.chips import OneWithMeaning
from ui.widgets.frame import column
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.settings import SETTINGS, Value

NAME = "disclosure_floor"
WHY = N_(
    "A small number can point at somebody. Every pack hides small numbers by this rule, and others where "
    "they could be worked out. A partner may ask for more to be hidden, never for less."
)
RULES = {
    "nhs_1_7_r5": (
        N_("Hide 1 to 7, round the rest"),
        N_("To the nearest 5. This is the usual rule for health figures, and where we begin."),
    ),
    "under_10_r5": (
        N_("Hide 1 to 9, round the rest"),
        N_("To the nearest 5. The strictest of the four: for small places and delicate matters."),
    ),
    "under_10": (
        N_("Hide 1 to 9"),
        N_("All others stay exact. Hides more than the usual rule, and rounds nothing."),
    ),
    "under_5": (
        N_("Hide 1 to 4"),
        N_("All others stay exact. The loosest of the four: talk about it with your trustees first."),
    ),
}


class Hiding(QWidget):
    """Kept at once; packs that were made before stay as they are."""

    def __init__(self, keep: Callable[[dict[str, Value]], None]) -> None:
        super().__init__()
        offer = [(code, tr(words), tr(meaning)) for code, (words, meaning) in RULES.items()]
        self.choice = OneWithMeaning(tr(SETTINGS[NAME].label), offer)
        for code, chip in self.choice.buttons.items():
            chip.clicked.connect(lambda _, code=code: keep({NAME: code}))
        self.setLayout(column(text(tr(WHY)), self.choice, gap=12))
        self.setFocusProxy(self.choice)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show the rule that holds."""
        self.choice.choose(str(values[NAME]))
