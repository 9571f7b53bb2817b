"""Six groups of five digits, large, to be compared aloud."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.widgets.frame import boxed, card, column, row
from ui.widgets.spelled import from_the_left
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

SPELLED = N_("Group {number} of {groups}: {digits}")


class Digits(QWidget):
    """The groups stand from left to right in every language; each is spelled to those who hear it."""

    def __init__(self, digits: str) -> None:
        super().__init__()
        groups = digits.split()
        cards: list[QWidget] = []
        for number, group in enumerate(groups, 1):
            label = text(group, "code", wrap=False)
            spelled = tr(SPELLED, number=number, groups=len(groups), digits=" ".join(group))
            label.setAccessibleName(spelled)
            one = card(label, margin=10)
            one.setAccessibleName(spelled)
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            cards.append(one)
        self._first = cards[0]
        threes = (boxed(row(*cards[n : n + 3], gap=8)) for n in range(0, len(cards), 3))
        self.setLayout(column(from_the_left(*threes)))

    def first(self) -> QWidget:
        """Return the first group."""
        return self._first
