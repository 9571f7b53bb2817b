"""Step 1 of an import: which file, by button, by writing where it is, or by dropping it on the window."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui.language import isolated
from ui.screens.import_table.course import Course
from ui.screens.import_table.said import short
from ui.widgets.buttons import button
from ui.widgets.frame import card, column, flow, row
from ui.widgets.notice import Notice
from ui.widgets.words import text
from vcse_desktop.i18n import N_, tr

PLACE = N_("Or write where the file is")
ASKED = N_("Choose the spreadsheet that you have, or drop it anywhere on this window.")
READS = N_(
    "It reads CSV and text files, Excel and OpenDocument spreadsheets, and data packages. Nothing is written "
    "before you have seen exactly what will be made, and one key takes all of it back."
)
KINDS = N_("Spreadsheets (*.csv *.tsv *.txt *.xlsx *.xlsm *.xls *.ods *.json *.zip)")
ALL = N_("All files (*)")
LOST = N_(
    "You were bringing in a file when the records were locked. Nothing of it was made, and nothing of it was "
    "kept. Choose the file again."
)
UNDER_WAY = N_("You are in the middle of bringing in {name}. Nothing of it is made yet.")
INSTEAD = N_("Bring in {name} instead")
AskFile = Callable[[QWidget], Path | None]
"""Asks for a file; None when the person has left it."""


def ask_file(owner: QWidget) -> Path | None:
    """Ask in the computer's own window."""
    kinds = ";;".join((tr(KINDS), tr(ALL)))
    name, _ = QFileDialog.getOpenFileName(owner, tr(N_("Choose a spreadsheet")), "", kinds)
    return Path(name) if name else None


class ChooseFile(QWidget):
    """``chosen`` carries the file. A file that is half brought in can be gone on with."""

    chosen = Signal(object)
    asking: AskFile = staticmethod(ask_file)
    """How a file is asked for; tests put something in its place that needs no window."""

    def __init__(self, course: Course, other: Path | None, *, lost: bool) -> None:
        """``other`` is a file that was dropped while one is on its way; ``lost`` one that a lock took."""
        super().__init__()
        self._course, self._other = course, other
        self.choose = button(tr(N_("Choose a file…")), self._choose, "primary", picture="file")
        self.place = QLineEdit()
        self.place.setAccessibleName(tr(PLACE))
        self.place.returnPressed.connect(self._written)
        here = button(tr(N_("Read it")), self._written)
        written = column(text(tr(PLACE), "label", buddy=self.place), row(self.place, here, gap=8), gap=6)
        asked = card(text(tr(ASKED)), flow(self.choose), written, text(tr(READS), "small"))
        self.half = Notice("info")
        self.go_on = button(tr(N_("Go on with it")), course.go_on)
        self.instead = button("", lambda: self.chosen.emit(self._other))
        self.half.add(flow(self.go_on, self.instead))
        self.setLayout(column(self.half, asked, gap=16))
        self._lost = lost
        self.renew()

    def begin(self) -> QWidget:
        """Return what is likeliest to be wanted."""
        if self._other is not None and not self.half.isHidden():
            return self.instead
        return self.go_on if not self.go_on.isHidden() and not self.half.isHidden() else self.choose

    def renew(self) -> None:
        """Say what is half done."""
        file, under_way = self._course.file, self._course.opened is not None
        name = isolated(file.name) if file is not None else ""
        self.go_on.setVisible(under_way)
        self.instead.setVisible(under_way and self._other is not None)
        if self._other is not None:
            words = tr(INSTEAD, name=isolated(short(self._other.name)))
            self.instead.setText(words.replace("&", "&&"))
            self.instead.setAccessibleName(tr(INSTEAD, name=isolated(self._other.name)))
        if under_way:
            self.half.show_as("info", tr(UNDER_WAY, name=name))
        else:
            self.half.show_as("info", tr(LOST) if self._lost else "")

    def _choose(self) -> None:
        file = self.asking(self)
        if file is not None:
            self.chosen.emit(file)

    def _written(self) -> None:
        """Read the file that somebody wrote or pasted the place of, in quotation marks or without."""
        written = self.place.text().replace("\0", "").strip().strip("\"'")
        if written:
            self.chosen.emit(Path(written))
