"""What is done with a pack that was sent: replace it, take it back, note how it was handed over."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.screens.desk import Desk
from ui.screens.packs.handed import Handed
from ui.screens.packs.lines import Verb
from ui.screens.packs.list import PacksList
from ui.screens.packs.replace import Replace
from ui.screens.packs.take_back import TakeBack
from ui.tasks import Lane
from ui.widgets.saving import AskWhere, ask_where
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.documents import save_table
from vcse_desktop.actions.notices import Noticed
from vcse_desktop.actions.sending import Sent, note_handed_over
from vcse_desktop.actions.tabling import COMMAS, WORKBOOK
from vcse_desktop.i18n import N_, tr

GONE = N_(
    "The pack is taken back. The notice is {name} in {folder}. Send it to everybody who has the pack: only "
    "whoever checks it knows."
)
TABLE, KINDS = N_("packs-sent-and-received"), N_("Workbook (*.xlsx);;CSV (*.csv)")
SAVED = N_("The list is saved as {name}.")
NOTED = N_("Noted.")


class SentVerbs(QWidget):
    """Invisible: it answers what the list asks for."""

    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, desk: Desk, shown: PacksList) -> None:
        super().__init__(shown)
        self._desk, self._list = desk, shown
        self.hide()
        shown.asked.connect(self._asked)
        shown.saving.connect(self._save)

    def _asked(self, verb: Verb, pack: Sent) -> None:
        form: Replace | TakeBack | Handed
        if verb is Verb.REPLACE:
            form = Replace(pack)
            form.going_on.connect(self._replace)
        elif verb is Verb.TAKE_BACK:
            form = TakeBack(self._desk, pack)
            form.done.connect(self._taken_back)
        else:
            form = Handed(pack)
            form.kept.connect(lambda how: self._note(pack, how))
        form.left.connect(lambda: self._list.stand(None))
        self._list.stand(form)

    def _replace(self, choices: object) -> None:
        self._list.stand(None)
        self._desk.go("packs", ("replace", choices))

    def _taken_back(self, made: Noticed) -> None:
        self._list.stand(None)
        name, folder = isolated(made.file.name), isolated(str(made.file.parent))
        self._desk.did(tr(N_("The pack is taken back.")), made.changed)
        self._list.notice.say(tr(GONE, name=name, folder=folder), "ok")

    def _note(self, pack: Sent, how: str) -> None:
        vault = self._desk.vault

        def noted(changed: Changed) -> None:
            self._list.stand(None)
            self._desk.did(tr(NOTED), changed)

        tasks.run(self, lambda: note_handed_over(vault, pack.pack, how), noted, self._failed, Lane.ACT)

    def _save(self) -> None:
        title = tr(N_("Where to save the table"))
        file = self.asking(self._list, title, f"{tr(TABLE)}{WORKBOOK}", tr(KINDS))
        if file is None:
            return
        place = file if file.suffix.lower() in (WORKBOOK, COMMAS) else Path(f"{file}{WORKBOOK}")
        vault, said = self._desk.vault, tr(SAVED, name=isolated(place.name))

        def saved(_: object) -> None:
            self._list.notice.say(said, "ok")

        tasks.run(self, lambda: save_table(vault, place), saved, self._failed, Lane.LONG)

    def _failed(self, error: BaseException) -> None:
        self._list.notice.say(errors.sentence(error), "bad")
