"""A long list on leaves: one is shown at a time, made when it is turned to, so that no length holds it up."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.standing import Standing
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

EACH = 20
"""Lines of a leaf."""
RANGE = N_("{first} to {last} of {all}")
Shown = TypeVar("Shown")
Part = TypeVar("Part", bound=QWidget)


class Leaves(QWidget, Generic[Shown, Part]):
    """Shows things by parts that ``make`` returns; a part stays while what it is ``known_by`` is the same."""

    def __init__(self, name: str, make: Callable[[Shown], Part], known_by: Callable[[Shown], object]) -> None:
        super().__init__()
        self.things: Sequence[Shown] = ()
        self.at = 0
        lines = column(gap=16)
        self._standing = Standing(lines, make, known_by)
        self._range = text("", "small")
        self.before = button(
            tr(N_("Those before")), lambda: self.turn(-1), name=tr(N_("{list}: those before"), list=name)
        )
        self.then = button(
            tr(N_("Those after")), lambda: self.turn(1), name=tr(N_("{list}: those after"), list=name)
        )
        self._turning = boxed(column(self._range, flow(self.before, self.then), gap=6))
        self.setLayout(column(lines, self._turning, gap=12))
        self._turning.hide()

    def show_things(self, things: Sequence[Shown]) -> None:
        """Show these; the leaf that was turned to stays as far as there are so many."""
        self.things = things
        self.at = min(self.at, max(0, (len(things) - 1) // EACH))
        self._show()

    def turn(self, by: int) -> None:
        """Turn to the leaf before or after; the focus goes to its first line."""
        self.at = min(max(self.at + by, 0), max(0, (len(self.things) - 1) // EACH))
        self._show()
        parts = self.parts()
        if parts:
            parts[0].setFocus()
        announce(self, self._range.text())

    def turn_to(self, place: int) -> Part | None:
        """Turn to the leaf on which the thing at this place is, and return its part."""
        if not 0 <= place < len(self.things):
            return None
        if place // EACH != self.at:
            self.at = place // EACH
            self._show()
        return self.parts()[place % EACH]

    def parts(self) -> list[Part]:
        """Return the parts of the leaf that is shown."""
        return self._standing.parts()

    def _show(self) -> None:
        first, last = self.at * EACH, min((self.at + 1) * EACH, len(self.things))
        self._standing.show(self.things[first:last])
        self._turning.setVisible(len(self.things) > EACH)
        self._range.setText(tr(RANGE, first=first + 1, last=last, all=len(self.things)))
        self.before.setEnabled(first > 0)
        self.then.setEnabled(last < len(self.things))
