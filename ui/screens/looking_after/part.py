"""Looking after volunteers on one tab: checks and training beside thanks, expenses and what we gave."""

from typing import cast

from PySide6.QtWidgets import QApplication, QWidget

from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.looking_after.checks import ChecksPart
from ui.screens.looking_after.thanks import ThanksPart
from ui.widgets.frame import column
from ui.widgets.page import Columns
from vcse_desktop.records.fields import Values

Kept = tuple[tuple[int | None, Values | None] | None, tuple[Values | None] | None]


class LookingAfter(QWidget):
    """A tab: keys go to the side that somebody is at work in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        explained(self, "volunteers")
        self.checks, self.thanks = ChecksPart(desk), ThanksPart(desk)
        self.setLayout(column(Columns(self.checks, self.thanks)))

    def look(self) -> None:
        """Ask again for everything."""
        self.checks.look()
        self.thanks.look()

    def new(self) -> None:
        """Begin a check or training of somebody."""
        self.checks.new()

    def open(self, record: object) -> None:
        """Do a check again."""
        self.ask("again", int(str(record)))

    def ask(self, what: str, record: int | None) -> None:
        """Go on with a form that was begun: of a check done "again" or a new one, or of what was "given"."""
        if what == "given":
            self.thanks.begin()
        else:
            self.checks.begin(record)

    def first(self) -> QWidget:
        """Return where the work begins."""
        return self.thanks.first() if self.thanks.form is not None else self.checks.first()

    def search(self) -> None:
        """Go to the search of the checks."""
        self.checks.search()

    def save(self) -> None:
        """Save the form that somebody is at work in, or the one that is open."""
        focus = QApplication.focusWidget()
        there = focus is not None and self.thanks.isAncestorOf(focus)
        form = self.thanks.form if there or self.checks.form is None else self.checks.form
        if form is not None:
            form.save()

    def back(self) -> None:
        """Show all checks again."""
        self.checks.box.clear()

    def kept(self) -> object:
        """Return what stands in the forms."""
        kept: Kept = (self.checks.kept(), self.thanks.kept())
        return kept if any(kept) else None

    def again(self, kept: object) -> None:
        """Open the forms again as they were."""
        check, given = cast(Kept, kept)
        if check is not None:
            self.checks.begin(*check)
        if given is not None:
            self.thanks.begin(given[0])
