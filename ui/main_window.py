"""The window: its frame, and which side of the door it shows."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication

from ui import tasks
from ui.changes import changes
from ui.screens.later import backing
from ui.screens.outside import Outside
from ui.theme import look
from ui.widgets.caret import Carets
from ui.widgets.dressing import dress, step_size
from ui.widgets.dropping import Drops, is_table
from ui.widgets.focused import focus_again, focused
from ui.widgets.shortcuts import hand, shortcuts
from ui.widgets.showing import Showing
from ui.widgets.typed import type_again, typed
from vcse_desktop.i18n import N_, tr

if TYPE_CHECKING:
    from ui.screens.desk import Desk
    from ui.screens.shell import Kept, Shell
    from ui.screens.stay import Stay
    from vcse_desktop.actions.unlocking import Vault

NAME = N_("VCSE Desktop")
OUTSIDE = {
    "first_run": "first_run.screen:FirstRun",
    "unlock": "unlock.screen:Unlock",
    "check_alone": "check_alone:CheckAlone",
    "cover": "cover.screen:Cover",
    "signin": "signin.screen:SignIn",
    "restore": "restore.screen:Restore",
    "leaving": "leaving:Leaving",
}
"""The screens before an open vault and over it, as "module:Class" in ui.screens, loaded when first shown."""
INSIDE = "ui.screens.inside"
LEAST = (480, 420)


class MainWindow(Showing):
    """Frames and switches; what can be done is in the screens."""

    def __init__(self, outside: str = "first_run", what: object = None) -> None:
        super().__init__()
        self.setWindowTitle(tr(NAME))
        self.setMinimumSize(*LEAST)
        look.put_on(self)
        Carets(self)
        self.desk: Desk | None = None
        self._shell: Shell | None = None
        self._stay: Stay | None = None
        self._finish: Callable[[], object] = lambda: None
        self._outside: tuple[str, object] = (outside, what)
        Drops(self).files.connect(self.check)
        larger, smaller = (lambda: step_size(1)), (lambda: step_size(-1))
        sizes = {"Ctrl++": larger, "Ctrl+=": larger, "Ctrl+-": smaller, "Ctrl+0": lambda: step_size(0)}
        shortcuts(self, dict(sizes))
        self._soon = QTimer(self, singleShot=True, interval=0)  # not while the control that asked is pressed
        self._soon.timeout.connect(self._dress)
        changes.dress.connect(self._soon.start)
        self._undressed = False
        self.show_outside(outside, what)

    def show_outside(self, code: str, what: object = None, vault: "Vault | None" = None) -> None:
        """Show a screen before the door; ``what`` is for it to understand, a vault for it to lock."""
        self._shell = None
        module, _, name = OUTSIDE[code].partition(":")
        screen: Outside = getattr(import_module(f"ui.screens.{module}"), name)(what)
        screen.opened.connect(self.enter)
        screen.wanted.connect(self.show_outside)
        go_on, go_back = (lambda: hand(screen, "save")), (lambda: hand(screen, "back"))
        shortcuts(screen, {"Ctrl+Return": go_on, "Ctrl+Enter": go_on, "Esc": go_back})
        self._outside = (code, what)
        self.show_alone(screen)
        begin = screen.first()
        if begin is not None:
            begin.setFocus()
        if vault is not None:
            screen.take_over(vault)

    def enter(self, vault: "Vault") -> None:
        """Go in with an open vault, to where somebody was; or back to what was covered."""
        covered = self._stay.uncover() if self._stay is not None else None
        if self._stay is not None and covered is not None:
            self.show_alone(covered)
            self._shell = covered
            covered.focus_page()
            self._stay.ask_date()
            if self._undressed:
                self._dress()
            return
        inside = import_module(INSIDE)
        stay: Stay = inside.Stay(self.stack, vault, self.shell)
        self._stay, self.desk, self._finish = stay, stay.desk, inside.finish
        stay.outside.connect(self.show_outside)
        stay.desk.restoring.connect(self.bring_back)
        stay.locking.connect(lambda at_once: self.lock(at_once=at_once))
        came_from = stay.desk.came_from
        self._inside(came_from.shown if came_from else "today", ((), came_from.kept) if came_from else None)
        stay.begin()

    def lock(self, *, at_once: bool = False) -> None:
        """Drop everything that shows a record, close the vault, and stand before the door, if one is left.

        What is being saved is given a moment, unless there is none.
        """
        stay, self._stay = self._stay, None
        if self.desk is not None and stay is not None:
            self.desk = None
            stay.leave(at_once=at_once)

    def bring_back(self) -> None:
        """Drop everything that shows a record, and let a backup take the place of what is open."""
        vault = self._handed_over()
        if vault is not None:
            self.show_outside("restore", vault.folder, vault)

    def _handed_over(self) -> "Vault | None":
        """Return the vault that was open; nothing shows it any more, and whoever gets it locks it."""
        stay, self._stay = self._stay, None
        desk, self.desk = self.desk, None
        return stay.hand_over() if desk is not None and stay is not None else None

    def _inside(self, place: str, kept: "Kept | None" = None) -> None:
        if self.desk is not None:
            shell: Shell = import_module(INSIDE).shell_for(self.desk)
            self.show_alone(shell)
            self._shell = shell
            shell.go(place)
            if kept is not None:
                shell.again(kept)

    def shell(self) -> "Shell | None":
        """Return the inside, when a vault is open."""
        return self._shell

    def _dress(self) -> None:
        """Draw everything anew in the language, colours and size chosen; what was typed stays."""
        app, shell, shown = QApplication.instance(), self.shell(), self.stack.currentWidget()
        self._undressed = self._stay is not None and self._stay.covered is not None
        if not isinstance(app, QApplication):
            return
        focus = focused(self.stack)
        place, kept = (shell.shown, shell.kept()) if shell else ("", None)
        outside = (shown.kept(), typed(shown)) if isinstance(shown, Outside) else (None, ())
        self.drop(at_once=True)  # before the style sheet changes: that is three times quicker
        dress(app)
        self.setWindowTitle(tr(NAME))
        if shell:
            self._inside(place, kept)
        else:
            self.show_outside(*self._outside)
            now = self.stack.currentWidget()
            if isinstance(now, Outside):
                now.again(outside[0])
                type_again(now, outside[1])
        focus_again(self.stack, focus)

    def check(self, files: list[Path]) -> None:
        """Check packs: inside beside what the vault remembers, before the door without it.

        Inside, a spreadsheet is brought in.
        """
        shell = self.shell()
        if shell and is_table(files[0]):
            shell.go("import", ("file", files))
        elif shell:
            shell.go("packs", ("check", files))
        elif self._may_leave():
            self.show_outside("check_alone", files)

    def _may_leave(self, *, closing: bool = False) -> bool:
        shown = self.stack.currentWidget()
        return not isinstance(shown, Outside) or shown.may_leave(closing=closing)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish what was begun, then close the vault: closing the window loses no save."""
        if not self._may_leave(closing=True):
            event.ignore()
            return
        self._finish()
        tasks.close()
        tasks.answer()
        vault = self._handed_over()
        tasks.close()
        if vault is not None and backing.takes_long(vault):
            event.ignore()
            self.show_outside("leaving", vault.folder, vault)
            return
        if vault is not None:
            backing.leave(vault)
        event.accept()
