"""A notice beside words that may be about somebody at risk: whom to tell, and that they are not kept."""

from ui.language import isolated
from ui.widgets.buttons import button
from ui.widgets.frame import flow
from ui.widgets.notice import Notice
from vcse_desktop.actions.safeguarding import Lead, worrying
from vcse_desktop.i18n import N_, tr

TITLE = N_("Is somebody at risk?")
TELL = N_("Do not write it here. Tell {lead}, {number}.")
TELL_BY_NAME = N_("Do not write it here. Tell {lead}.")
TELL_BY_NUMBER = N_("Do not write it here. Call {number}.")
TELL_WHOM = N_("Do not write it here. Tell your safeguarding lead; put their name and number in Settings.")
NOT_KEPT = N_("{tell} What you typed is not kept when you leave this form. If nobody is at risk, just go on.")
KEPT = N_("{tell} What you typed stays, as you asked.")
DROPPED = N_("What you typed was not kept: it may be about somebody at risk. Tell your safeguarding lead.")


class Risk(Notice):
    """Says it once words are found; nothing is ever held up."""

    def __init__(self) -> None:
        super().__init__("warn")
        self.lead = Lead("", "")
        self._found = self.kept = False
        self._button = button(tr(N_("Keep what I typed")), self.keep)
        self.add(flow(self._button))
        self._button.hide()

    def look_at(self, text: str) -> None:
        """Look at what is typed now."""
        found = bool(worrying(text))
        if found == self._found:
            return
        self._found = found
        if found:
            self.say(tr(KEPT if self.kept else NOT_KEPT, tell=self._tell()), "warn", tr(TITLE))
            self._button.setVisible(not self.kept)
        else:
            self.clear()

    def stands(self) -> bool:
        """Say whether the words must not outlive the form."""
        return self._found and not self.kept

    def begin(self) -> None:
        """Forget what was said about other words."""
        self._found = self.kept = False
        self.clear()

    def keep(self) -> None:
        """Keep the words although they may be about somebody at risk: the person wants it."""
        self.kept = True
        self._button.hide()
        self.say(tr(KEPT, tell=self._tell()), "warn", tr(TITLE))

    def _tell(self) -> str:
        name, number = isolated(self.lead.name), isolated(self.lead.number)
        if self.lead.name and self.lead.number:
            return tr(TELL, lead=name, number=number)
        if self.lead.name:
            return tr(TELL_BY_NAME, lead=name)
        return tr(TELL_BY_NUMBER, number=number) if self.lead.number else tr(TELL_WHOM)
