"""The tab of a screen of records that shows figures: what keys of records do, it leaves alone."""

from PySide6.QtWidgets import QWidget

from ui.screens.asked.part import HowWeAsked


class FiguresTab(HowWeAsked):
    """There is nothing to be begun, opened or saved here."""

    def new(self) -> None:
        """Begin nothing."""

    def open(self, record: object) -> None:
        """Open nothing."""

    def first(self) -> QWidget:
        """Begin with what to look at."""
        return self.which

    def search(self) -> None:
        """Go to what can be looked at."""
        self.which.setFocus()

    def save(self) -> None:
        """Save nothing."""

    def back(self) -> None:
        """Close the list of records that is open."""
        if self.behind.isVisible():
            self.behind.hide()
            self.which.setFocus()

    def kept(self) -> object:
        """Return what is looked at."""
        return self.which.code(), self.period.code()

    def again(self, kept: object) -> None:
        """Look at it again."""
        if isinstance(kept, tuple):
            self.which.choose(str(kept[0]))
            self.period.choose(str(kept[1]))
