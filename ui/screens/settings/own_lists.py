"""The group's own lists: communities, roles, tags and themes, each with what is on it and a box for more."""

from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from ui import errors, tasks
from ui.screens.screen import Screen
from ui.tasks import Lane
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, emptied, row
from ui.widgets.words import text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.own_lists import LONGEST, TITLES, Listed, add_to_list, hide, listed
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

TITLE = N_("Our own lists")
ABOUT = N_(
    "The communities that you reach, the roles and tags that you use, and the themes of what people said, in "
    "your own words. What a record has stays in it when you hide it here."
)
NEW, NEW_HELP = N_("Add to this list"), N_("As you say it, such as: families on the Heath estate.")
EMPTY = N_("Nothing is on this list yet.")
HIDDEN = N_("{words} (hidden from forms)")
HIDE, SHOW = N_("Hide: {words}"), N_("Show again: {words}")


class OwnLists(QWidget):
    """One list at a time."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._found: dict[str, list[Listed]] = {}
        offer = [(vocab, tr(title)) for vocab, title in TITLES.items()]
        self.which = OneOf(tr(N_("Which list")), offer, offer[0][0])
        self.which.chosen.connect(self._show)
        self.lines = column(gap=8)
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self.new = Asked(tr(NEW), self.box, tr(NEW_HELP))
        self.add = button(tr(N_("Add")), self.save, name=tr(NEW))
        things = (self.which, boxed(self.lines), self.new, self.add)
        self.setLayout(column(*things, gap=12))
        self.setFocusProxy(self.which)

    def look(self) -> None:
        """Ask again what is on the lists."""
        vault = self._screen.vault
        self._screen.ask(lambda: listed(vault), self._know)

    def save(self) -> None:
        """Add what stands in the box to the list that is shown."""
        vault, vocab, words = self._screen.vault, str(self.which.code()), self.box.text()
        tasks.run(self, lambda: add_to_list(vault, vocab, words), self._added, self._refused, Lane.ACT)

    def _added(self, changed: Changed) -> None:
        self.box.clear()
        self._screen.desk.did(tr(N_("Added.")), changed)

    def _refused(self, error: BaseException) -> None:
        if isinstance(error, Refused):
            self.new.wrong(errors.sentence(error))
        else:
            errors.tell(self, error)

    def _know(self, found: dict[str, list[Listed]]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        emptied(self.lines)
        found = self._found.get(str(self.which.code()), [])
        if not found:
            self.lines.addWidget(text(tr(EMPTY), "sub"))
        for one in found:
            words = tr(HIDDEN, words=one.words) if one.hidden else one.words
            verb, name = (N_("Show again"), SHOW) if one.hidden else (N_("Hide"), HIDE)
            pressed = partial(self._hide, one)
            turn = button(tr(verb), pressed, "quiet", name=tr(name, words=one.words))
            line = row(text(words), turn, gap=12)
            line.setStretch(0, 1)
            self.lines.addWidget(boxed(line))

    def _hide(self, one: Listed) -> None:
        vault, vocab, screen = self._screen.vault, str(self.which.code()), self._screen
        screen.act(
            lambda: hide(vault, vocab, one.code, hidden=not one.hidden),
            lambda changed: screen.desk.did(tr(N_("Kept.")), changed),
        )
