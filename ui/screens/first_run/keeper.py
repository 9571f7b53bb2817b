"""The fourth step: who opens the vault, and with what; a vault that only checks packs begins here."""

from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from ui import errors
from ui.language import isolated
from ui.screens.first_run.draft import Draft, Step
from ui.screens.unlock.opening import Opened
from ui.widgets.asked import Asked
from ui.widgets.new_passphrase import NewPassphrase
from ui.widgets.place import filled_in
from ui.widgets.words import text
from vcse_desktop.actions.folders import for_new_vault
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.unlocking import must_be_nameable, new_vault
from vcse_desktop.errors import Refused, VcseError
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.validation import show_problem

NEEDED = N_("Type a name. Initials will do.")


class Making(Step):
    """A step that ends with a vault being made."""

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.new = NewPassphrase()
        self.new.first.box.setText(draft.passphrase[0])
        self.new.second.box.setText(draft.passphrase[1])
        self.new.entered.connect(self.go)

    def keep(self) -> None:
        """Put what was typed into the draft."""
        self.draft.passphrase = self.new.first.text(), self.new.second.text()

    def wipe(self) -> None:
        """Forget the passphrase."""
        self.new.wipe()


class Keeper(Making):
    """Name and passphrase of whoever sets this up."""

    title = N_("You, and a passphrase")
    on = N_("Set it up")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.name = QLineEdit(draft.keeper)
        help_text = tr(N_("It stands on the screen where you open this. Initials will do."))
        self._name = Asked(tr(N_("Your name")), self.name, help_text)
        self.name.returnPressed.connect(self.new.setFocus)
        self.fill(self._name, self.new)
        self.setFocusProxy(self.name)

    def keep(self) -> None:
        """Put what was typed into the draft."""
        super().keep()
        self.draft.keeper = self.name.text()

    def go(self) -> None:
        """Make the vault, or say beside the box what needs another look."""
        draft, keeper = self.draft, self.name.text().strip()
        if not keeper:
            self._name.wrong(tr(NEEDED))
            return
        passphrase = self.new.sound()
        if passphrase is None:
            return
        name, kind, number, folder = draft.name, draft.kind, draft.number.strip(), Path(draft.folder.strip())

        def work() -> Opened:
            return new_vault(folder.expanduser(), name, passphrase, keeper=keeper, kind=kind, number=number)

        self.makes.emit(work)


class Checks(Making):
    """A small vault of somebody's own, to check packs with: a name and a passphrase, nothing else."""

    title = N_("For checking packs")
    on = N_("Set it up")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.name = QLineEdit(draft.name)
        self._name = Asked(tr(N_("Your name, or your organisation's")), self.name)
        self._where = text("", "sub")
        self.name.textChanged.connect(self._named)
        self.name.returnPressed.connect(self.new.setFocus)
        self._named(draft.name)
        self.fill(self._name, self.new, self._where)
        self.setFocusProxy(self.name)

    def keep(self) -> None:
        """Put what was typed into the draft."""
        super().keep()
        self.draft.name = self.name.text()

    def go(self) -> None:
        """Make the vault, or say beside the box what needs another look."""
        name, folder = self.name.text(), filled_in(self.name.text())
        try:
            must_be_nameable(name, None, "")
            for_new_vault(str(folder), folder)
        except NotSound as error:
            self._name.wrong(show_problem(error.problems[0]))
            return
        except (Refused, VcseError) as error:
            self._name.wrong(errors.sentence(error))
            return
        passphrase = self.new.sound()
        if passphrase is not None:
            self.makes.emit(lambda: new_vault(folder, name, passphrase, keeper=name))

    def _named(self, name: str) -> None:
        where = isolated(str(filled_in(name)))
        self._where.setText(tr(N_("It will be kept in {folder}, encrypted."), folder=where))
