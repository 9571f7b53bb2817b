"""What stands on the table: one page after the other for who comes, and what is done with what they press."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.screens.signin.naming import Naming
from ui.screens.signin.parts import Newcomer, Thanks
from ui.tasks import Lane
from ui.widgets.frame import column
from ui.widgets.notice import Notice
from ui.widgets.stack import Stack
from vcse_desktop.actions import signing_in
from vcse_desktop.actions.at_the_door import guests
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.signing_in import Door, Signed
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr

TAKEN_BACK = N_("That was taken back. Nobody was signed in by it.")
THANKED = 8_000
"""Milliseconds that somebody is thanked, unless they go on pressing keys there."""


class Table(QWidget):
    """``used`` carries the milliseconds after which all is to be forgotten, 0 for the usual time."""

    used = Signal(int)
    leaving = Signal()

    def __init__(self, vault: Vault, door: Door) -> None:
        super().__init__()
        self._vault, self._door, self._busy = vault, door, False
        self._signed: Signed | None = None
        self.notice, self._stack = Notice(), Stack()
        self.naming, self.newcomer, self.thanks = Naming(may_add=door.may_add), Newcomer(), Thanks()
        for part in (self.naming, self.newcomer, self.thanks):
            self._stack.addWidget(part)
        self.setLayout(column(self.notice, self._stack, gap=16))
        self._connect()
        self._know()

    def _connect(self) -> None:
        vault, door = self._vault, self._door
        self.naming.typed.connect(self._typed)
        self.newcomer.typed.connect(self._typed)
        self.naming.chosen.connect(lambda one: self._sign(partial(signing_in.come, vault, door, one.id)))
        self.naming.counting.connect(lambda: self._sign(partial(signing_in.just_count_me, vault, door)))
        self.newcomer.named.connect(lambda name: self._sign(partial(signing_in.come_new, vault, door, name)))
        self.naming.newcomer.connect(lambda: self._turn(self.newcomer))
        self.naming.leaving.connect(self.leaving)
        self.newcomer.back.connect(self.start)
        self.thanks.over.connect(self.start)
        self.thanks.taken_back.connect(self._take_back)

    def _know(self) -> None:
        """Ask who may come; they are kept in no control."""
        tasks.run(self, partial(guests, self._vault), self.naming.know, self.fail)

    def start(self, letters: str = "") -> None:
        """Forget who was here and what they typed; the next person begins, perhaps with a letter."""
        self._signed = None
        for part in (self.naming, self.newcomer, self.thanks):
            part.empty()
        self.notice.clear()
        self._turn(self.naming)
        self.naming.box.insert(letters)

    def enter(self) -> None:
        """Take what is typed on the page that is shown."""
        shown = self._stack.currentWidget()
        if isinstance(shown, Naming | Newcomer):
            shown.enter()

    def fail(self, error: BaseException) -> None:
        """Say it here: nobody at a table knows what to do with a notice of its own."""
        self._busy = False
        self.notice.say(errors.sentence(error))
        self.used.emit(0)

    def _typed(self) -> None:
        self.notice.clear()
        self.used.emit(0)

    def _turn(self, part: QWidget) -> None:
        self._stack.setCurrentWidget(part)
        part.setFocus()

    def _sign(self, work: Callable[[], Signed]) -> None:
        """Do it once, however often it is pressed meanwhile."""
        if not self._busy:
            self._busy = True
            tasks.run(self, work, self._thank, self.fail, Lane.ACT)

    def _thank(self, signed: Signed) -> None:
        self.naming.empty()
        self.newcomer.empty()
        self._busy, self._signed = False, signed
        self._turn(self.thanks)
        self.thanks.thank(signed)
        self.used.emit(THANKED)
        self._tell(signed.changed)

    def _take_back(self) -> None:
        def done(changed: Changed) -> None:
            self._busy = False
            self.start()
            self.notice.say(tr(TAKEN_BACK), "info")
            self._tell(changed)

        if self._signed is not None and not self._busy:
            self._busy = True
            tasks.run(
                self, partial(signing_in.take_back, self._vault, self._signed), done, self.fail, Lane.ACT
            )

    def _tell(self, changed: Changed) -> None:
        """Let what shows it ask again once it is seen; who is new may sign in twice, too."""
        if changed.kinds:
            changes.changed.emit(changed)
        if "person" in changed.kinds:
            self._know()
