"""The web page that checks packs by itself, saved for a partner who has no program of ours."""

from pathlib import Path

from PySide6.QtWidgets import QFrame

from ui import errors, tasks
from ui.language import isolated
from ui.theme.tokens import SPACE
from ui.widgets.buttons import button
from ui.widgets.frame import column, flow
from ui.widgets.notice import Notice
from ui.widgets.saving import AskWhere, ask_where
from ui.widgets.words import text
from vcse_desktop.actions.checking_page import ENDING, ITS_HASH, NAME, SAVED, save_page
from vcse_desktop.i18n import N_, tr

FOR_OTHERS = N_(
    "A partner without this program can check packs with a web page. It works from a file, "
    "without the internet."
)

PART = 8
"""Signs of a hash that stand together, so that it fits a narrow window and an eye."""


class ForOthers(QFrame):
    """One button, and what came of it."""

    asking: AskWhere = staticmethod(ask_where)
    """How a place is asked for; tests put something in its place that needs no window."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.save = button(tr(N_("Save the checking page…")), self._save, picture="see")
        self.notice = Notice("ok")
        things = (text(tr(FOR_OTHERS)), flow(self.save), self.notice)
        self.setLayout(column(*things, gap=SPACE["snug"], margin=20))

    def _save(self) -> None:
        title, kinds = tr(N_("Where to save the checking page")), tr(N_("Web pages (*.html)"))
        file = self.asking(self, title, f"{NAME}{ENDING}", kinds)
        if file is None:
            return
        place = file if file.suffix.lower() == ENDING else Path(f"{file}{ENDING}")

        def done(saved: str) -> None:
            parts = " ".join(saved[at : at + PART] for at in range(0, len(saved), PART))
            self.notice.say(f"{tr(SAVED, file=isolated(place.name))} {tr(ITS_HASH, hash=parts)}", "ok")

        tasks.run(self, lambda: save_page(place), done, self._failed, tasks.Lane.LONG)

    def _failed(self, error: BaseException) -> None:
        self.notice.say(errors.sentence(error), "bad")
