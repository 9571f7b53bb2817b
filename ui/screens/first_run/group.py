"""The third step: whose vault it will be, and the folder that it will be in."""

from PySide6.QtWidgets import QComboBox, QLineEdit

from ui import errors
from ui.screens.first_run.draft import KEEPER, Draft, Step
from ui.widgets.asked import Asked
from ui.widgets.place import Place, filled_in
from vcse_desktop.actions.folders import for_new_vault
from vcse_desktop.actions.recording import NotSound
from vcse_desktop.actions.unlocking import must_be_nameable
from vcse_desktop.errors import Refused, VcseError
from vcse_desktop.i18n import N_, pgettext, tr
from vcse_desktop.records.validation import show_problem
from vcse_desktop.records.vocabularies import lists

KINDS = "organisation_type"
PICK = N_("Pick the nearest, or leave it.")


class Group(Step):
    """Name, kind, number or none, folder; nothing else is asked."""

    title = N_("Your organisation")
    on = N_("Continue")

    def __init__(self, draft: Draft) -> None:
        super().__init__(draft)
        self.name, self.number, self.kind = QLineEdit(draft.name), QLineEdit(draft.number), QComboBox()
        self.kind.addItem(tr(N_("Not said")), "")
        for item in lists()[KINDS]:
            self.kind.addItem(pgettext(KINDS, item.label), item.code)
        self.kind.setCurrentIndex(max(0, self.kind.findData(draft.kind)))
        self._name = Asked(tr(N_("Name of the organisation")), self.name, tr(N_("As people know it.")))
        self._kind = Asked(tr(N_("Kind of organisation")), self.kind, tr(PICK))
        help_text = tr(
            N_(
                "For a charity: GB-CHC- and the charity number, such as GB-CHC-1234567. "
                "Leave it empty if you are not sure."
            )
        )
        self._number = Asked(tr(N_("Number, if it has one")), self.number, help_text)
        self.place = Place(
            tr(N_("Folder")),
            tr(N_("Everything is kept in this one folder, encrypted.")),
            tr(N_("Choose a folder for what your organisation keeps")),
        )
        self.place.box.setText(draft.folder or str(filled_in(draft.name)))
        self.fill(self._name, self._kind, self._number, self.place)
        self.setFocusProxy(self.name)
        self.name.textChanged.connect(self._named)
        self.place.box.textEdited.connect(self._placed)
        for box in (self.name, self.number, self.place.box):
            box.returnPressed.connect(self.go)

    def keep(self) -> None:
        """Put what was typed into the draft."""
        self.draft.name, self.draft.number = self.name.text(), self.number.text()
        self.draft.kind, self.draft.folder = str(self.kind.currentData() or ""), self.place.box.text()

    def go(self) -> None:
        """Go on, or say beside the box what needs another look."""
        name, kind, number = self.name.text(), self.kind.currentData(), self.number.text().strip()
        try:
            must_be_nameable(name, kind, "")
        except NotSound as error:
            self._name.wrong(show_problem(error.problems[0]))
        except Refused as error:
            self._name.wrong(errors.sentence(error))
        else:
            self._go_with(name, kind, number)

    def _go_with(self, name: str, kind: str, number: str) -> None:
        try:
            must_be_nameable(name, kind, number)
        except Refused as error:
            self._number.wrong(errors.sentence(error))
            return
        try:
            for_new_vault(self.place.box.text(), filled_in(name))
        except VcseError as error:
            self.place.wrong(errors.sentence(error))
        else:
            self.gone.emit(KEEPER)

    def _named(self, name: str) -> None:
        if not self.draft.chosen:
            self.place.box.setText(str(filled_in(name)))

    def _placed(self, _: str) -> None:
        self.draft.chosen = True
