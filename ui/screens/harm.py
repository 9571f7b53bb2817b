"""What stands over every page once damage was found: what it is, and that nothing more is written."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.desk import Desk
from ui.theme.look import px
from ui.widgets.buttons import button
from ui.widgets.frame import flow
from ui.widgets.notice import Notice
from vcse_desktop.i18n import N_, tr

ONLY_READ = N_(
    "Nothing more is written until this is locked. Everything that can be read still can, and nothing that "
    "was saved before was changed by the program."
)


class Harm(QWidget):
    """Empty, it takes no room."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.notice = Notice("bad")
        self.more = button(tr(N_("What was found, and what to do")), lambda: desk.go("settings", "whole"))
        self.notice.add(flow(self.more))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(32), px(12), px(32), px(12))
        layout.addWidget(self.notice)
        desk.harmed.connect(self._found)
        harm = desk.vault.harm
        self.setVisible(harm is not None)
        if harm is not None:
            self.notice.show_as("bad", tr(ONLY_READ), tr(harm.title))

    def _found(self) -> None:
        harm = self._desk.vault.harm
        if harm is not None:
            self.show()
            self.notice.say(tr(ONLY_READ), "bad", tr(harm.title))
