"""The recovery sheet on a screen: shown once, printed or saved to a stick, and typed back from the paper."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QWidget

from ui import errors, tasks
from ui.screens.recovery import paper as recovery_paper
from ui.screens.recovery.paper import Paper
from ui.tasks import Lane
from ui.theme.look import font, px
from ui.theme.tokens import TYPE
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow, row
from ui.widgets.notice import Notice
from ui.widgets.passphrase import SecretBox
from ui.widgets.reading import readable
from ui.widgets.spelled import from_the_left
from ui.widgets.words import text
from vcse_desktop.actions.folders import save_sheet
from vcse_desktop.actions.slips import GROUPS, groups
from vcse_desktop.actions.unlocking import Vault, rehearse
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, tr

LONGEST = 200
FIRST_LINE = 4
"""How many groups stand on the first line where there is no room for all."""
PRINTED = N_("Sent to the printer. Look whether all seven groups can be read on the paper.")
SAVED = N_("Saved. Take the stick out and keep it apart from this computer.")
WHY_A_STICK = N_(
    "As a file it can only go to a stick or card, never to this computer's own disk: "
    "whoever takes the computer would have the code with it."
)


class Groups(QWidget):
    """Seven groups of four, each under its number; they read from left to right in every language."""

    def __init__(self) -> None:
        super().__init__()
        self._labels = [text("", "code", wrap=False) for _ in range(GROUPS)]
        ones = [self._one(number) for number in range(GROUPS)]
        halves = (boxed(row(*part, gap=8)) for part in (ones[:FIRST_LINE], ones[FIRST_LINE:]))
        made = column(from_the_left(*halves))
        made.setContentsMargins(0, px(8), 0, 0)
        self.setLayout(made)
        self.show_groups([""] * GROUPS)

    def _one(self, index: int) -> QWidget:
        label: QLabel = self._labels[index]
        label.setMinimumWidth(QFontMetrics(font(TYPE["number"], bold=True)).horizontalAdvance("0") * 5)
        above = text(str(index + 1), "small", wrap=False)
        for one in (above, label):
            one.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        well = QFrame()
        well.setProperty("k", "well")
        well.setLayout(column(above, label, gap=0, margin=8))
        well.setAccessibleName(tr(N_("Group {number}"), number=index + 1))
        return well

    def show_groups(self, shown: list[str]) -> None:
        """Show these groups; what is missing is shown as dots."""
        for label, group in zip(self._labels, shown, strict=True):
            label.setText(group.ljust(4, "·"))

    def wipe(self) -> None:
        """Show nothing any more."""
        self.show_groups([""] * GROUPS)


class Sheet(QWidget):
    """The code itself, and how it gets onto paper. ``vault`` is the folder whose disk it must not be on."""

    def __init__(self, paper: Paper, vault: Path) -> None:
        super().__init__()
        self._paper, self._vault = paper, vault
        self.groups = Groups()
        self.groups.show_groups(list(paper.groups))
        self.printing = button(tr(N_("Print the sheet…")), self.print_it, picture="print")
        self.saving = button(tr(N_("Save to a stick…")), self.ask_where, picture="file")
        self.notice = Notice("ok")
        self.setLayout(
            column(
                self.groups,
                readable(text(tr(N_("Print it, or write the seven groups down by hand.")))),
                flow(self.printing, self.saving),
                readable(text(tr(WHY_A_STICK), "small")),
                self.notice,
                gap=16,
            )
        )

    def print_it(self) -> None:
        """Ask for a printer and print."""
        if recovery_paper.print_sheet(self, self._paper):
            self.notice.say(tr(PRINTED), "ok")

    def ask_where(self) -> None:
        """Ask for a place on a stick, and save there."""
        title, kind = tr(N_("Save the recovery sheet to a stick")), tr(N_("PDF files (*.pdf)"))
        name, _ = QFileDialog.getSaveFileName(self, title, "VCSE-recovery-sheet.pdf", kind)
        if name:
            self.save_to(Path(name))

    def save_to(self, file: Path) -> None:
        """Save the sheet, or say why not there."""
        try:
            save_sheet(file, recovery_paper.as_pdf(self._paper), self._vault)
        except VcseError as error:
            self.notice.say(errors.sentence(error), "bad", tr(error.title))
        else:
            self.notice.say(tr(SAVED), "ok")

    def wipe(self) -> None:
        """Forget the code."""
        self.groups.wipe()
        self._paper = Paper("", "", [""] * GROUPS)


class CodeBox(Asked):
    """A box for a code from paper; what is typed is shown in its seven groups."""

    def __init__(self) -> None:
        self.box = SecretBox()
        self.box.setMaxLength(LONGEST)
        self.shown = Groups()
        super().__init__(
            tr(N_("The code on the paper")),
            self.box,
            tr(N_("Seven groups of four. Small letters are fine, spaces and hyphens do not matter.")),
        )
        self.layout().addWidget(self.shown)  # type: ignore[union-attr] # after what is wrong with the box
        self.box.textChanged.connect(lambda typed: self.shown.show_groups(groups(typed)))

    def typed(self) -> str:
        """Return what was typed."""
        return self.box.text()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.box.clear()


class Rehearsal(QWidget):
    """The code typed back in full, from the paper: it opens its slot for real. ``rehearsed`` says so.

    ``sheet`` is the code while it is still known, to name a group that is wrong; later only the paper has it.
    """

    rehearsed = Signal()

    def __init__(self, vault: Vault, sheet: str = "") -> None:
        super().__init__()
        self._vault, self._sheet = vault, sheet
        self.code = CodeBox()
        self.code.box.returnPressed.connect(self.check)
        self.setFocusProxy(self.code)
        self.setLayout(column(self.code))

    def check(self) -> None:
        """Try the code; a slip is named by its group."""
        typed, sheet, vault = self.code.typed(), self._sheet, self._vault
        work = lambda: rehearse(vault, typed, sheet=sheet)  # noqa: E731 - a task wants a callable
        tasks.run(self, work, lambda _: self.rehearsed.emit(), self._failed, Lane.ACT)

    def wipe(self) -> None:
        """Forget the code and what was typed."""
        self._sheet = ""
        self.code.wipe()

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, VcseError):
            self.code.wrong(errors.sentence(error))
        else:
            errors.tell(self, error)
