"""Who gave time: one person, known or new, or a number of people without names."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QLineEdit, QWidget

from ui.language import isolated, plain
from ui.theme.look import px
from ui.theme.look import text as lettering
from ui.theme.tokens import CONTROL
from ui.widgets.boxes import CountBox
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, field, row
from ui.widgets.remark import Remark
from ui.widgets.type_ahead import Suggestion, TypeAhead
from ui.widgets.words import text
from vcse_desktop.actions.one_line import clipped
from vcse_desktop.actions.suggesting import MOST, Names
from vcse_desktop.i18n import N_, tr

BESIDE_EM = 24
EACH, ALTOGETHER = "each", "altogether"
ADD = N_("Add {name} as a new person")


class Who(QWidget):
    """A type-ahead over people, or a box for their number. ``changed`` tells that it is the other one now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._people = Names()
        self.box = TypeAhead(tr(N_("Who")), tr(N_("Start typing a name")), self._offers)
        self.unnamed = QCheckBox(tr(N_("Not by name")))
        self.unnamed.setAccessibleDescription(tr(N_("A number of people instead of one name")))
        self.count = CountBox(tr(N_("How many people")))
        self.way = OneOf(
            tr(N_("The hours are")),
            ((EACH, tr(N_("for each person"))), (ALTOGETHER, tr(N_("for all of them together")))),
            EACH,
        )
        self.problem = Remark(self)
        self._label = text(tr(N_("Who")), "label", buddy=self.box)
        self._way = boxed(field(tr(N_("The hours are")), self.way))
        self.unnamed.setMinimumHeight(px(CONTROL))  # it stands in the middle beside the box
        line = self._line = row(boxed(column(self.box, self.count, self.problem, gap=6)), self.unnamed)
        line.setStretch(0, 1)
        line.setAlignment(self.unnamed, Qt.AlignmentFlag.AlignTop)
        self.count.hide()
        self._way.hide()
        whole = column(self._label, line, self._way, gap=6)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self.unnamed.toggled.connect(self._turn)
        self.box.box.textChanged.connect(self.clear_problem)
        self.count.textChanged.connect(self.clear_problem)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the tick under the box where there is little room beside it."""
        super().resizeEvent(event)
        narrow = self.width() < lettering(18) * BESIDE_EM
        way = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if way is not self._line.direction():
            self._line.setDirection(way)
            self.updateGeometry()

    def set_people(self, people: Names) -> None:
        """Offer these people from now on."""
        self._people = people

    def may_add(self) -> bool:
        """Say whether somebody new may be added here."""
        return self._people.may_add

    def first(self) -> QLineEdit:
        """Return the box to begin in."""
        return self.count if self.unnamed.isChecked() else self.box.box

    def say(self, sentence: str, *, asked: bool = False) -> None:
        """Show and announce what needs another look."""
        (self.count if self.unnamed.isChecked() else self.box).mark_wrong(not asked)
        self.first().setAccessibleDescription(plain(sentence))
        self.problem.say(sentence, "warn" if asked else "bad")

    def clear_problem(self) -> None:
        """Say nothing."""
        self.problem.clear()
        for box in (self.box.box, self.count):
            box.setAccessibleDescription("")
        self.box.mark_wrong(False)
        self.count.mark_wrong(False)

    def clear(self) -> None:
        """Be ready for the next: the boxes are empty, the way of counting stays."""
        self.box.clear()
        self.count.clear()

    def _offers(self, words: str) -> list[Suggestion]:
        """Offer whom these words may mean, in the last row somebody new of that name; none for no word.

        Who may add nobody is offered nobody new.
        """
        if not words:
            return []
        found = [Suggestion(one.id, one.text, one.hint) for one in self._people.suggest(words, MOST - 1)]
        return (
            [*found, Suggestion(None, tr(ADD, name=isolated(clipped(words))))]
            if self._people.may_add
            else found
        )

    def _turn(self, unnamed: bool) -> None:
        self.box.setVisible(not unnamed)
        for shown in (self.count, self._way):
            shown.setVisible(unnamed)
        self._label.setText(tr(N_("How many people")) if unnamed else tr(N_("Who")))
        self._label.setBuddy(self.count if unnamed else self.box)
        self.clear_problem()
        self.first().setFocus()
        self.changed.emit()
