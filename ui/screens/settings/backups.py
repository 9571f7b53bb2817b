"""Backups: how old the last one is, one made now, a second place for copies, and how long they are kept."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.changes import changes
from ui.language import isolated
from ui.screens.restore.words import sentences
from ui.screens.screen import Screen
from ui.tasks import Lane, Task
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, field, flow
from ui.widgets.notice import Notice
from ui.widgets.place import Place
from ui.widgets.sentences import Sentences
from ui.widgets.words import text
from ui.widgets.working import Working
from vcse_desktop.actions import backing
from vcse_desktop.actions.backing import BackedUp, State
from vcse_desktop.actions.changed import Changed
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.settings import SETTINGS, Value

DAYS, PLACE = "backup_days", "backup_place"
WHAT = N_(
    "A backup is one encrypted file. One is made by itself when you lock or close the program, if something "
    "changed and the last one is older than 20 hours. It opens with the passphrases and the sheet of its day."
)
MAKING = N_("Making a backup and checking it")
MADE, COPIED = (
    N_("The backup is made and was checked."),
    N_("The backup is made and was checked. The second place has a copy, too."),
)
STOPPED, NOT_COPIED = (
    N_("Stopped. No backup was made; those before are as they were."),
    N_("The backup is made and was checked. Stopped before the second place had a copy."),
)
PLACE_KEPT, PLACE_NONE = (
    N_("Kept. This place gets a copy of each backup from now on, when it is there."),
    N_("Kept. There is no second place now."),
)


class Backups(QWidget):
    """Everything is kept at once, but the second place: that is kept with its own button."""

    def __init__(self, screen: Screen, keep: Callable[[dict[str, Value]], None]) -> None:
        super().__init__()
        self._screen = screen
        self._task: Task | None = None
        self.state = Sentences()
        self.make = button(tr(N_("Back up now")), self.begin)
        self.working, self.notice = Working(), Notice("ok")
        self.working.stop.connect(self._stop)
        title = tr(N_("Choose a second place for backups"))
        self.place = Place(tr(SETTINGS[PLACE].label), tr(SETTINGS[PLACE].help), title)
        self.place.box.returnPressed.connect(self.save)
        name = tr(N_("Save: {part}"), part=tr(SETTINGS[PLACE].label))
        saving = button(tr(N_("Save")), self.save, name=name)
        offer = [(str(n), isolated(ngettext("{n} day", "{n} days", int(n)))) for n in SETTINGS[DAYS].choices]
        self.days = OneOf(tr(SETTINGS[DAYS].label), offer)
        for code, chip in self.days.buttons.items():
            chip.clicked.connect(lambda _, code=code: keep({DAYS: int(code)}))
        days = field(tr(SETTINGS[DAYS].label), self.days, tr(SETTINGS[DAYS].help))
        done = column(self.make, self.working, self.notice, gap=12)
        kept = [boxed(days)] if screen.desk.keeper else []
        self.setLayout(column(text(tr(WHAT)), self.state, done, self.place, flow(saving), *kept, gap=16))
        self.setFocusProxy(self.make)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show how long backups are kept."""
        self.days.choose(str(values[DAYS]))

    def show_state(self, state: State) -> None:
        """Show what there is; a second place that is being typed stays."""
        self.state.show_all(sentences(state, datetime.now(UTC).astimezone()))
        if not self.place.box.text():
            self.place.box.setText(state.place)

    def begin(self) -> None:
        """Make a backup now."""
        if self._task is None:
            self.notice.clear()
            self.working.begin(tr(MAKING))
            vault = self._screen.vault

            def work(task: Task) -> BackedUp:
                return backing.back_up(vault, task.tell, task.stopped)

            self._task = tasks.run_long(self, work, self._made, self._failed)
            self._task.moved.connect(self.working.moved)

    def save(self) -> None:
        """Keep the second place that is typed, or say why it cannot be."""
        typed = self.place.box.text()

        def kept(_: object) -> None:
            self.notice.say(tr(PLACE_KEPT if typed.strip() else PLACE_NONE), "ok")
            changes.changed.emit(Changed(frozenset({"setting"}), None))

        tasks.run(self, lambda: backing.choose_place(typed), kept, self._not_kept, Lane.ACT)

    def _not_kept(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            self.place.wrong(errors.sentence(error))
        else:
            self._screen.failed(error)

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _made(self, made: BackedUp) -> None:
        self._end()
        if isinstance(made.why, backing.Stopped):
            self.notice.say(tr(NOT_COPIED), "info")
        elif made.why is not None:
            self.notice.say(errors.sentence(made.why), "warn", tr(made.why.title))
        else:
            self.notice.say(tr(COPIED if made.copied else MADE), "ok")

    def _failed(self, error: BaseException) -> None:
        self._end()
        if isinstance(error, backing.Stopped):
            self.notice.say(tr(STOPPED), "info")
        else:
            self._screen.failed(error)

    def _end(self) -> None:
        self._task = None
        self.working.end()
        changes.changed.emit(Changed(frozenset({"setting"}), None))
