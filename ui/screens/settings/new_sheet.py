"""Another recovery sheet: shown once, put on paper, typed back; until then the one before still works."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.language import spoken
from ui.screens.recovery.paper import Paper
from ui.screens.recovery.sheet import CodeBox, Sheet
from ui.screens.screen import Screen
from ui.tasks import Lane
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.passphrase import SecretBox
from ui.widgets.words import heading, text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.grouping import group_name
from vcse_desktop.actions.recording import today
from vcse_desktop.actions.recovery_sheet import keep_sheet, new_sheet
from vcse_desktop.actions.slips import groups
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports import numbers

WHEN = N_(
    "When the sheet is lost, when somebody else may have seen it, or when the code never went onto paper, a "
    "keeper can make a new one. The old one works until the new one has been typed back."
)
SHOWN = N_(
    "This code is shown only now. Nothing is changed yet: the old sheet works until you have typed this one "
    "back."
)
BACK = N_("Type the code back from the paper, in full. Then the new sheet takes the place of the old one.")
OLD = N_("The code on the old sheet, if you still have it")
OLD_HELP = N_(
    "With it, partners who know your digits accept your next pack as before. Without it they are asked to "
    "compare the digits again. Either way the digits stay the same."
)
KEPT = N_("The new sheet works from now on, and the old one opens nothing any more. Destroy the old paper.")


class NewSheet(QWidget):
    """A button; then the code; then the boxes to type it back into."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen, self._code = screen, ""
        self.begin = button(tr(N_("Make a new recovery sheet…")), self._ask)
        self._place = QVBoxLayout()
        self.notice = Notice("ok")
        self.sheet: Sheet | None = None
        self.typed, self.old = CodeBox(), SecretBox()
        self._old = Asked(tr(OLD), self.old, tr(OLD_HELP))
        self.typed.box.returnPressed.connect(self.save)
        self._back = boxed(
            column(
                heading(tr(N_("Now type it back, from the paper")), 3),
                text(tr(BACK)),
                self.typed,
                self._old,
                flow(
                    button(tr(N_("Check the code and use this sheet")), self.save, "primary"),
                    button(tr(N_("Show the code again")), self._show_again),
                    button(tr(N_("Keep the old sheet")), self._leave),
                ),
                gap=16,
            )
        )
        self._back.hide()
        self.setLayout(column(text(tr(WHEN)), self.begin, self._place, self._back, self.notice, gap=16))

    def under_way(self) -> bool:
        """Say whether a new sheet was begun."""
        return bool(self._code)

    def save(self) -> None:
        """Keep the new sheet when it was typed back rightly."""
        vault, code = self._screen.vault, self._code
        if code and self._back.isVisible():
            typed, old = self.typed.typed(), self.old.text().strip()
            work = lambda: keep_sheet(vault, code, typed, old=old)  # noqa: E731 - a task wants a callable
            tasks.run(self, work, self._kept, self._failed, Lane.ACT)

    def _ask(self) -> None:
        vault = self._screen.vault
        self.notice.clear()
        tasks.run(self, lambda: (new_sheet(vault), group_name(vault)), self._show, self._refused, Lane.ACT)

    def _show(self, made: tuple[str, str]) -> None:
        self._code, name = made
        paper = Paper(name, numbers.day(today(), spoken()), groups(self._code))
        self.sheet = Sheet(paper, self._screen.vault.folder)
        self._shown = boxed(
            column(
                heading(tr(N_("Your new recovery sheet")), 3),
                text(tr(SHOWN)),
                self.sheet,
                flow(
                    button(tr(N_("I have it on paper")), self._type, "primary"),
                    button(tr(N_("Keep the old sheet")), self._leave),
                ),
                gap=16,
            )
        )
        self._place.addWidget(self._shown)
        self.begin.hide()
        self._shown.show()
        self.sheet.printing.setFocus()

    def _type(self) -> None:
        self._shown.hide()
        self._back.show()
        self.typed.setFocus()

    def _show_again(self) -> None:
        self._back.hide()
        self._shown.show()
        if self.sheet is not None:
            self.sheet.printing.setFocus()

    def _leave(self) -> None:
        """Forget the new code: the old sheet was never out of use."""
        self._code = ""
        if self.sheet is not None:
            self.sheet.wipe()
        self.sheet = None
        self.typed.wipe()
        self.old.clear()
        emptied(self._place)
        self._back.hide()
        self.begin.show()
        self.begin.setFocus()

    def _kept(self, changed: Changed) -> None:
        self._leave()
        self.notice.say(tr(KEPT), "ok")
        changes.changed.emit(changed)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, VcseError):
            self._screen.failed(error)
        elif self.old.text().strip() and error.title == "This code does not open the vault":
            self._old.wrong(errors.sentence(error))
        else:
            self.typed.wrong(errors.sentence(error))

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, VcseError):
            self.notice.say(errors.sentence(error), "info", tr(error.title))
        else:
            self._screen.failed(error)
