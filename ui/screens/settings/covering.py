"""When the screen is covered and everything locked, and the short PIN of whoever is in."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QLabel, QWidget

from ui import errors, tasks
from ui.screens.screen import Screen
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import Thing, boxed, column, flow
from ui.widgets.notice import Notice
from ui.widgets.passphrase import Passphrase
from ui.widgets.words import text
from vcse_desktop.actions.covering import COVER, LOCK, set_pin, set_times, take_pin
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.settings import SETTINGS, Value

OWN_ONLY = N_(
    "On this computer nobody can tell the program whether other programs are used. "
    "So it counts as not used when nobody types or moves the mouse in a window of this program."
)
KEEPER = N_("A keeper sets these times, the same for everybody.")
PIN = N_("A PIN for the cover")
PIN_HELP = N_(
    "4 to 8 digits, for you on this computer alone. It lifts the cover and opens nothing that is locked. "
    "After five wrong PINs only your passphrase lifts it."
)
HAS_PIN, NO_PIN = N_("You have a PIN here."), N_("You have no PIN here: your passphrase lifts the cover.")
SET, TAKEN = (
    N_("From now on this PIN lifts the cover."),
    N_("The PIN is gone. Your passphrase lifts the cover."),
)


class CoverAndLock(QWidget):
    """Two times as chips, kept at once; under them the PIN."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self.times = {name: _choice(name) for name in (COVER, LOCK)}
        self.words: dict[str, QLabel] = {}
        things: list[Thing] = []
        for name, made in self.times.items():
            made.setAccessibleDescription(tr(SETTINGS[name].help))
            for code, chip in made.buttons.items():
                chip.clicked.connect(lambda _, name=name, code=code: self._keep({name: int(code)}))
            help_text = text(tr(SETTINGS[name].help), "small")
            shown = self.words[name] = text("")
            (shown if screen.desk.keeper else made).hide()
            things.append(column(text(tr(SETTINGS[name].label), "label"), help_text, made, shown, gap=6))
        own = Notice("info", tr(OWN_ONLY) if screen.desk.own_windows_only else "")
        self.pin = Passphrase(tr(PIN), tr(PIN_HELP))
        self.pin.box.returnPressed.connect(self.save)
        self._state = text("", "sub")
        self._done = Notice("ok")
        self.take = button(tr(N_("Remove my PIN")), self._take)
        verbs = flow(button(tr(N_("Set my PIN")), self.save), self.take)
        who = text(tr(KEEPER), "small")
        mine = boxed(column(self.pin, self._state, verbs, self._done, gap=16))
        self.setLayout(column(who, *things, own, mine, gap=16))
        mine.setVisible(not screen.desk.example)  # which opens without any secret
        self.setFocusProxy(self.times[COVER] if screen.desk.keeper else self.pin)

    def show_values(self, values: Mapping[str, Value]) -> None:
        """Show these times."""
        for name, made in self.times.items():
            made.choose(str(values[name]))
            self.words[name].setText(_minutes(int(values[name])))

    def show_pin(self, has_pin: bool) -> None:
        """Say whether whoever is in has a PIN."""
        self._state.setText(tr(HAS_PIN if has_pin else NO_PIN))
        self.take.setVisible(has_pin)

    def save(self) -> None:
        """Set the PIN that is typed."""
        self._done.clear()
        vault, pin = self._screen.vault, self.pin.text().strip()
        self._act(lambda: set_pin(vault, pin), SET, has_pin=True)

    def _take(self) -> None:
        vault = self._screen.vault
        self._act(lambda: take_pin(vault), TAKEN, has_pin=False)

    def _act(self, work: Callable[[], None], sentence: str, *, has_pin: bool) -> None:
        def done(_: object) -> None:
            self.pin.box.clear()
            self.show_pin(has_pin)
            self._done.say(tr(sentence), "ok")
            self.pin.setFocus()

        def failed(error: BaseException) -> None:
            if isinstance(error, Refused):
                self.pin.wrong(errors.sentence(error))
            else:
                self._screen.failed(error)

        tasks.run(self, work, done, failed, Lane.ACT)

    def _keep(self, values: dict[str, Value]) -> None:
        vault, desk = self._screen.vault, self._screen.desk

        def failed(error: BaseException) -> None:
            self._screen.look()
            self._screen.failed(error)

        done = lambda changed: desk.did(tr(N_("Kept.")), changed)  # noqa: E731
        tasks.run(self, lambda: set_times(vault, values), done, failed, Lane.ACT)


def _choice(name: str) -> OneOf:
    """Return chips for the times of a setting."""
    offer = [
        (str(one), _minutes(int(one)))
        for one in sorted(SETTINGS[name].choices, key=lambda one: (not one, one))
    ]
    made = OneOf(tr(SETTINGS[name].label), offer)
    made.setObjectName(name)
    for code, chip in made.buttons.items():
        chip.setObjectName(f"{name}={code}")
    return made


def _minutes(n: int) -> str:
    return ngettext("{n} minute", "{n} minutes", n) if n else tr(N_("Not covered"))
