"""Whether the Easy Read page of the group goes into a pack; only a finished one can."""

from PySide6.QtWidgets import QCheckBox, QFrame

from ui.language import isolated
from ui.widgets.frame import column
from ui.widgets.words import heading, text, under_words
from vcse_desktop.actions.easy_read import EasyRead, missing
from vcse_desktop.i18n import N_, tr

OPEN = N_("It is not finished. Under “Easy Read” you can go on with it.")
READ_IT = N_("“{title}”. Look whether it is about the days of this pack; you see all of it in the next step.")


class EasyTick(QFrame):
    """Hidden where there is no page."""

    def __init__(self, page: EasyRead | None, *, ticked: bool) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self.box = QCheckBox(tr(N_("Put the Easy Read page in")))
        whole = page is not None and not missing(page)
        said = tr(READ_IT, title=isolated(page.title)) if page is not None and whole else tr(OPEN)
        self.box.setEnabled(whole)
        self.box.setChecked(ticked and whole)
        self.box.setAccessibleDescription(said)
        title, under = heading(tr(N_("The Easy Read page")), 2), under_words(text(said, "small"))
        self.setLayout(column(title, self.box, under, gap=6, margin=20))
        if page is None:
            self.hide()

    def is_wanted(self) -> bool:
        """Say whether it goes in."""
        return self.box.isChecked()
