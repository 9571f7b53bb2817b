"""The tables of a signed pack, saved as a workbook where somebody wants it."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.language import isolated, spoken
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import text
from vcse_desktop.actions.pack_workbook import WORKBOOK, proposed_name, save_tables
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, ngettext, tr

KINDS = N_("Workbook (*.xlsx)")
FOR_YOU = N_("A copy for your own work. It is not signed, and it is not in the pack.")


class AsWorkbook(QWidget):
    """One button, and what came of it."""

    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, vault: Vault, pack: Path, number: str) -> None:
        """``number`` is that of the pack."""
        super().__init__()
        self._vault, self._pack, self._number = vault, pack, number
        self.save = button(tr(N_("Save the tables as a workbook…")), self._save, picture="file")
        self.notice = Notice("info")
        self.setLayout(column(flow(self.save), text(tr(FOR_YOU), "small"), self.notice, gap=6))

    def _save(self) -> None:
        title, name = tr(N_("Where to save the workbook")), proposed_name(self._number)
        found = self.asking(self, title, name, tr(KINDS))
        if found is None:
            return
        file = found if found.suffix.lower() == WORKBOOK else Path(f"{found}{WORKBOOK}")
        vault, pack, language = self._vault, self._pack, spoken()
        self.save.setEnabled(False)

        def saved(many: int) -> None:
            one, more = "{n} table is saved as {name}.", "{n} tables are saved as {name}."
            self._say(ngettext(one, more, many, name=isolated(file.name)), "ok")

        tasks.run(self, lambda: save_tables(vault, pack, file, language), saved, self._failed, Lane.LONG)

    def _failed(self, error: BaseException) -> None:
        self._say(errors.sentence(error), "bad")

    def _say(self, sentence: str, kind: str) -> None:
        self.save.setEnabled(True)
        self.notice.say(sentence, kind)
