"""The open files that a group added: each with its year and source, one taken out, another added."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from ui import errors, tasks
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.make_pack.work import Work
from ui.screens.reached.words import about, added, called
from ui.tasks import Lane, Task
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, emptied, row, rule
from ui.widgets.words import heading, text
from vcse_desktop.actions.looking_at_files import Added, Kept, Told, add_open_file, all_kept, forget_open_file
from vcse_desktop.i18n import N_, tr

TITLE = N_("Published figures that we added")
WHAT = N_(
    "Census tables, small areas with their deprivation, and postcodes are published for everybody. Fetch the "
    "files of your area from their publishers, and add them here. They stay in your records with their year "
    "and source, and a newer file takes the place of an older one."
)
NONE = N_("None yet. Without them you see who came, and “not known” beside it.")
BY_KEEPER = N_("A keeper of your group adds such files and takes them out.")
FILE, FILE_HELP = N_("The file"), N_("A CSV or a spreadsheet, known by its columns. The help says which.")
YEAR, YEAR_HELP = N_("Its year"), N_("Only where the file does not say it, such as 2021.")
SOURCE, SOURCE_HELP = N_("Where it comes from"), N_("Printed beside the figures, such as: Census 2021, ONS.")
DISTRICTS = N_("Our districts")
DISTRICTS_HELP = N_("Only for a file of the whole country: the districts you work in, with commas between.")
ADD, ADDING = N_("Add the file"), N_("Reading the file…")
REMOVE, REMOVED = N_("Take out: {what}"), N_("Taken out: {what}.")
KINDS = N_("Tables (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.zip)")


class OpenFiles(QWidget):
    """A keeper adds files and takes them out; others see what there is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        explained(self, "open_files", within=True)
        self._desk = desk
        self.lines = column(gap=12)
        self.file, self.year, self.source, self.districts = (QLineEdit() for _ in range(4))
        self.boxes = (self.file, self.year, self.source, self.districts)
        self.choose = button(tr(N_("Choose…")), self._choose, name=tr(N_("Choose a file of figures")))
        line = row(self.file, self.choose)
        line.setStretch(0, 1)
        self.asked = Asked(tr(FILE), self.file, tr(FILE_HELP), (line,))
        self.add = button(tr(ADD), self.save)
        self.work = Work(desk)
        things = [
            self.asked,
            Asked(tr(YEAR), self.year, tr(YEAR_HELP)),
            Asked(tr(SOURCE), self.source, tr(SOURCE_HELP)),
            Asked(tr(DISTRICTS), self.districts, tr(DISTRICTS_HELP)),
            self.add,
            self.work,
        ]
        below = [rule(), *things] if desk.keeper else [text(tr(BY_KEEPER), "small")]
        there = boxed(self.lines)
        self.setLayout(column(card(heading(tr(TITLE), 2), text(tr(WHAT)), there, *below, gap=16)))

    def look(self) -> None:
        """Ask again what was added."""
        vault = self._desk.vault
        tasks.run(self, lambda: all_kept(vault), self._show, lambda error: errors.tell(self, error))

    def save(self) -> None:
        """Add the file whose place stands in the box."""
        if self.work.is_busy() or not self._desk.keeper:
            return
        written = self.file.text().replace("\0", "").strip().strip("\"'")
        if not written:
            self.asked.wrong(tr(N_("Choose a file, or write where it is.")))
            return
        vault, told = self._desk.vault, Told(self.year.text(), self.source.text(), self.districts.text())

        def work(task: Task) -> Added:
            return add_open_file(vault, Path(written), told, task.tell, task.stopped)

        self.work.do(tr(ADDING), work, self._added, Lane.ACT, lambda _: False)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, tr(N_("Choose a file of figures")), "", tr(KINDS))
        if name:
            self.file.setText(str(Path(name)))

    def _added(self, what: Added) -> None:
        for box in (self.file, self.year):
            box.clear()
        self._desk.did(added(what), what.changed)
        self.file.setFocus()

    def _show(self, found: list[Kept]) -> None:
        emptied(self.lines)
        if not found:
            self.lines.addWidget(text(tr(NONE)))
        for kept in found:
            words = column(text(called(kept), "label"), *(text(one, "small") for one in about(kept)), gap=2)
            remove = button(
                tr(N_("Take out")), partial(self._remove, kept), "quiet", name=tr(REMOVE, what=called(kept))
            )
            line = row(words, *([remove] if self._desk.keeper else []), gap=12)
            line.setStretch(0, 1)
            self.lines.addWidget(boxed(line))

    def _remove(self, kept: Kept) -> None:
        vault, desk = self._desk.vault, self._desk
        said = tr(REMOVED, what=called(kept))
        tasks.run(
            self,
            lambda: forget_open_file(vault, kept.setting),
            lambda changed: desk.did(said, changed),
            lambda error: errors.tell(self, error),
            Lane.ACT,
        )
