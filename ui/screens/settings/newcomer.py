"""The forms for one person who may open this: somebody new, who types their own passphrase, or a change."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import errors
from ui.screens.settings.roles import choice
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.frame import Thing, column, flow, rule
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.remark import Remark
from ui.widgets.words import heading, text
from vcse_desktop.actions.holding import Holder
from vcse_desktop.errors import VcseError
from vcse_desktop.i18n import N_, tr

NAME_HELP = N_("It stands on the screen where you open this. Initials will do.")
NO_NAME = N_("Type a name. Initials will do.")
NO_ROLE = N_("Choose what they can do.")
THEIR_OWN = N_(
    "Let them type their passphrase themselves, twice, with nobody looking. Nobody can reset it: if they "
    "forget it, only the recovery sheet opens this."
)
NAMES_LIKE = ("A name is missing", "This name is on the list already")
"""Titles of what stands beside the name."""


class AboutOne(QWidget):
    """Name and role. ``kept`` says that both are there, ``left`` that it is put off."""

    kept = Signal()
    left = Signal()

    def __init__(self, title: str, verb: str, one: Holder | None, *more: Thing) -> None:
        super().__init__()
        self.box = QLineEdit(one.label if one else "")
        self.name = Asked(tr(N_("Name")), self.box, tr(NAME_HELP))
        self.role = choice(one.role if one else None)
        self._problem = Remark(self.role)
        self.keep = button(verb, self.save, "primary")
        leave = button(tr(N_("Not now")), self.left.emit)
        label = text(tr(N_("What they can do")), "label")
        things = (rule(), heading(title, 3), self.name, column(label, self.role, self._problem, gap=6), *more)
        self.setLayout(column(*things, flow(self.keep, leave), gap=16))
        self.role.chosen.connect(self._problem.clear)
        self.setFocusProxy(self.box)

    def save(self) -> None:
        """Tell that it can be kept, or say what is missing."""
        if not self.box.text().strip():
            self.name.wrong(tr(NO_NAME))
        elif self.role.code() is None:
            self._say(tr(NO_ROLE))
        else:
            self.kept.emit()

    def wrong(self, error: VcseError) -> None:
        """Say beside the name, or else beside the role, what keeps it from being done."""
        if error.title in NAMES_LIKE:
            self.name.wrong(errors.sentence(error))
        else:
            self._say(errors.sentence(error))

    def _say(self, sentence: str) -> None:
        self.role.setFocus()
        self._problem.say(sentence)


class Newcomer(AboutOne):
    """Somebody new, with a passphrase of their own."""

    def __init__(self) -> None:
        self.new = NewPassphrase()
        super().__init__(
            tr(N_("Somebody new")), tr(N_("Add this person")), None, text(tr(THEIR_OWN)), self.new
        )
        self.new.entered.connect(self.save)

    def save(self) -> None:
        """Tell that everything is there, or say beside the box what is not."""
        if self.box.text().strip() and self.role.code() is not None and self.new.sound() is None:
            return
        super().save()

    def wipe(self) -> None:
        """Forget what was typed."""
        self.new.wipe()
