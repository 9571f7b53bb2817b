"""Who we reached: a tab of those who came beside those who live here, and of the files that say so."""

from PySide6.QtWidgets import QWidget

from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.reached.beside import Beside
from ui.screens.reached.files import OpenFiles
from ui.widgets.frame import column


class ReachedPart(QWidget):
    """A tab of People: keys go to the side that somebody is at work in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        explained(self, "reached")
        self._desk = desk
        self.beside, self.files = Beside(desk), OpenFiles(desk)
        self.setLayout(column(self.beside, self.files, None, gap=16))
        self.look()

    def look(self) -> None:
        """Ask again for everything."""
        self.files.look()
        self.beside.look()

    def first(self) -> QWidget:
        """Return where the work begins."""
        return self.beside.begin()

    def save(self) -> None:
        """Add the file that is being written down, else show the figures (Ctrl+Enter)."""
        focus = self.window().focusWidget()
        if focus is not None and self.files.isAncestorOf(focus):
            self.files.save()
        else:
            self.beside.show_figures()

    def new(self) -> None:
        """Begin to add a file."""
        if self._desk.keeper:
            self.files.file.setFocus()

    def open(self, record: object) -> None:
        """Nothing here is opened by its id."""

    def search(self) -> None:
        """Go to the choice of an area."""
        self.beside.search()

    def back(self) -> None:
        """Stop the reading of a file."""
        if self.files.work.is_busy():
            self.files.work.stop()

    def kept(self) -> object:
        """Return what was typed of a file."""
        typed = tuple(box.text() for box in self.files.boxes)
        return typed if any(typed) else None

    def again(self, kept: object) -> None:
        """Fill in what was typed before the screen was drawn anew."""
        if isinstance(kept, tuple):
            for box, words in zip(self.files.boxes, kept, strict=True):
                box.setText(words)
