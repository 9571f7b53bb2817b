"""The step for a vault that is there already."""

from ui import errors
from ui.screens.first_run.draft import RESTORE, Draft, Step
from ui.widgets.buttons import button
from ui.widgets.frame import row
from ui.widgets.place import Place, filled_in
from ui.widgets.words import text
from vcse_desktop.actions.folders import must_not_be_shared, whole
from vcse_desktop.actions.unlocking import people
from vcse_desktop.errors import Refused, VcseError
from vcse_desktop.i18n import N_, tr

NOT_WHOLE = N_("Choose the folder, or type where it is in full.")


class Join(Step):
    """The door of the vault that is found asks for the passphrase or for the sheet."""

    title = N_("Open what is there already")
    on = N_("Continue")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.place = Place(
            tr(N_("Folder")),
            tr(
                N_("The folder that has the files {keys} and {data} in it."),
                keys="vault.keys",
                data="data.db",
            ),
            tr(N_("Choose the folder to open")),
        )
        self.place.box.setText(draft.joined)
        self.place.box.returnPressed.connect(self.go)
        self.fill(
            text(tr(N_("You can open it with your passphrase, or with the recovery sheet."))),
            self.place,
            text(tr(N_("If there is only a backup file, bring that back: here, or on another computer."))),
            row(button(tr(N_("Bring a backup back…")), lambda: self.gone.emit(RESTORE)), None),
        )
        self.setFocusProxy(self.place)

    def keep(self) -> None:
        """Put what was typed into the draft."""
        self.draft.joined = self.place.box.text()

    def go(self) -> None:
        """Go to the door of the vault, or say beside the box why not."""
        try:
            folder = whole(self.place.box.text(), filled_in(""))
        except Refused:
            self.place.wrong(tr(NOT_WHOLE))
            return
        try:
            must_not_be_shared(folder)
            people(folder)
        except VcseError as error:
            self.place.wrong(errors.sentence(error))
        else:
            self.found.emit(folder)
