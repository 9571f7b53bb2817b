"""The Easy Read page as a file, to be tried with people who use Easy Read before it leaves."""

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
from vcse_desktop.actions.easy_read import save_page
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, tr

PAGE, KINDS = ".html", N_("A page for a web browser (*.html)")
WHY = N_("Open it in a web browser, print it, and read it with people who use Easy Read.")
SAVED = N_("The page is saved as {name}. Delete the file once it was tried.")


class EasyTry(QWidget):
    """One button, and what came of it."""

    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self, vault: Vault) -> None:
        super().__init__()
        self._vault = vault
        self.save = button(tr(N_("Save the page to try it…")), self._save, picture="file")
        self.notice = Notice("info")
        self.setLayout(column(flow(self.save), text(tr(WHY), "small"), self.notice, gap=6))

    def _save(self) -> None:
        title, name = tr(N_("Where to save the page")), tr(N_("Easy Read page")) + PAGE
        found = self.asking(self, title, name, tr(KINDS))
        if found is None:
            return
        file = found if found.suffix.lower() == PAGE else Path(f"{found}{PAGE}")
        vault, language, said = self._vault, spoken(), tr(SAVED, name=isolated(file.name))
        saved = lambda _: self.notice.say(said, "ok")  # noqa: E731
        tasks.run(self, lambda: save_page(vault, file, language), saved, self._failed, Lane.LONG)

    def _failed(self, error: BaseException) -> None:
        self.notice.say(errors.sentence(error), "bad")
