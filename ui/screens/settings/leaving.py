"""Taking somebody out, and a new key: said first, then done with a bar, and without Stop from the swap on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ui import tasks
from ui.language import isolated
from ui.screens.screen import Screen
from ui.tasks import Task
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow, rule
from ui.widgets.words import heading, text, under_words
from ui.widgets.working import Working
from vcse_desktop.actions.holding import NO_WAY_BACK, Holder, new_key, remove_person
from vcse_desktop.i18n import N_, tr

OUT = N_(
    "{name} will not be able to open this any more, here or with any copy that is made from now on. "
    "What they recorded stays. If they come back, they are added as somebody new."
)
NEW_KEY = N_("Make a new key")
WHY = N_(
    "Somebody who kept an old copy and its key could otherwise still read what is written later. "
    "Everybody else's passphrase and the recovery sheet stay as they are."
)
KEY_ALONE = N_(
    "Make a new key when a passphrase became known: first its owner changes it, then the key. A copy of the "
    "file is encrypted anew, checked and put in the place of the old one. Old backups still open."
)
MAKING = N_("Making a new key")
SWAPPING = N_("Putting the new file in its place. Do not switch this computer off.")
NAME_OUT = N_("Take {name} out")
STOPPED = N_("The key was not changed.")
HAS_NEW = N_("There is a new key. All passphrases and the sheet stay as they are.")
IS_OUT = N_("{name} cannot open this any more, and there is a new key.")
IS_OUT_OLD = N_("{name} cannot open this any more. The key is the same as before.")


class Leaving(QWidget):
    """``one`` is who is taken out, None for a new key alone. ``done`` carries a sentence, ``failed`` a fault,
    ``left`` says that it is put off."""

    done = Signal(str)
    failed = Signal(object)
    left = Signal()

    def __init__(self, screen: Screen, one: Holder | None) -> None:
        super().__init__()
        self._screen, self._one = screen, one
        self._task: Task | None = None
        name = isolated(one.label) if one else ""
        verb = tr(NAME_OUT, name=name) if one else tr(NEW_KEY)
        self.rekey = QCheckBox(tr(NEW_KEY))
        self.rekey.setChecked(True)
        self.rekey.setAccessibleDescription(tr(WHY))
        self.go = button(verb, self.begin)
        self.keep = button(tr(N_("Leave it as it is")), self.left.emit)
        for part in (self.go, self.keep):
            part.setAutoDefault(False)
        said = [text(tr(OUT, name=name)), column(self.rekey, under_words(text(tr(WHY), "small")), gap=4)]
        self._asked = boxed(
            column(*(said if one else [text(tr(KEY_ALONE))]), flow(self.keep, self.go), gap=12)
        )
        self.working = Working()
        self.working.stop.connect(self._stop)
        self.setLayout(column(rule(), heading(verb, 3), self._asked, self.working, gap=12))
        self.setFocusProxy(self.rekey if one else self.keep)

    def begin(self) -> None:
        """Do it."""
        if self._task is not None:
            return
        vault, one, rekey = self._screen.vault, self._one, self.rekey.isChecked()
        self._asked.hide()
        self.working.begin(tr(MAKING) if rekey or one is None else tr(N_("Taking this person out")))
        self.working.setFocus()  # what was pressed is gone

        def work(task: Task) -> bool:
            if one is None:
                return new_key(vault, task.tell, task.stopped)
            return remove_person(vault, one.slot, rekey=rekey, progress=task.tell, cancelled=task.stopped)

        self._task = tasks.run_long(self, work, self._done, self._failed)
        self._task.moved.connect(self._moved)

    def busy(self) -> bool:
        """Say whether it is under way."""
        return self._task is not None

    def _moved(self, done: object, steps: object) -> None:
        self.working.moved(done, steps)
        if int(str(done)) >= NO_WAY_BACK:
            self.working.no_way_back()
            self.working.sentence.setText(tr(SWAPPING))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.stop()

    def _done(self, new: bool) -> None:
        self._task = None
        self.working.end()
        if self._one is None:
            self.done.emit(tr(HAS_NEW) if new else tr(STOPPED))
        else:
            self.done.emit(tr(IS_OUT if new else IS_OUT_OLD, name=isolated(self._one.label)))

    def _failed(self, error: BaseException) -> None:
        self._task = None
        self.working.end()
        self._asked.show()
        self.failed.emit(error)
