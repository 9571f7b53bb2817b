"""The access needs of somebody who is about to be contacted, wherever they were chosen."""

from functools import partial

from ui import errors, tasks
from ui.language import spoken
from ui.screens.desk import Desk
from ui.widgets.accessible import announce
from ui.widgets.notice import Notice
from vcse_desktop.actions.one_line import LIST, together
from vcse_desktop.actions.people import needs_of
from vcse_desktop.i18n import N_, tr

NEEDS = N_("Access needs: {needs}")


class Needs(Notice):
    """Takes no room where there are none, or nobody is chosen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__("info")
        self._desk = desk
        self._person: object = None

    def about(self, person: object) -> None:
        """Show those of this person, an id; of anything else nothing is known."""
        if person == self._person:
            return
        self._person = person
        self.clear()
        if isinstance(person, int):
            vault, language = self._desk.vault, spoken()
            ask = lambda: needs_of(vault, person, language)  # noqa: E731
            tasks.run(self, ask, partial(self._show, person), partial(errors.tell, self))

    def _show(self, person: int, needs: list[str]) -> None:
        if needs and person == self._person:
            sentence = tr(NEEDS, needs=together(LIST, needs))
            self.show_as("info", sentence)
            announce(self, sentence)
