"""The lists of the group: what forms offer, in its own words, with what it adds and what it hides."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.screens.keyed import keyed
from ui.screens.screen import Screen
from ui.tasks import Lane
from ui.widgets.asked import Asked
from ui.widgets.buttons import button
from ui.widgets.drafted import Drafted, begun, over
from ui.widgets.frame import boxed, column, emptied, field, flow
from ui.widgets.words import text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.own_lists import LONGEST, Choice, OwnList, add, hide, own_lists, word
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.errors import Refused
from vcse_desktop.i18n import N_, tr

TITLE = N_("Our lists")
ABOUT = N_(
    "What forms offer to choose from. Add what is yours, such as the communities round you, use your own "
    "words, and hide what you never need. Records that have a choice keep it."
)
LOOK = N_("Choose the one to look at and to change.")
WHICH, NEW = N_("List"), N_("Add to this list")
INSTEAD, BACK = N_("Other words for “{words}”"), N_("Leave it empty to have our own words again.")
ADDED, WORDED = N_("Added: {words}"), N_("Worded anew: {words}")
HIDDEN, SHOWN = N_("Offered no more: {words}"), N_("Offered again: {words}")
NOTHING = N_("Nothing is on this list yet.")
OURS, IS_HIDDEN = N_("Our words: {words}"), N_("Not offered")
FEW = 12


class OurLists(QWidget):
    """One list at a time; a box adds to it, or holds other words for one choice."""

    def __init__(self, screen: Screen) -> None:
        super().__init__()
        self._screen = screen
        self._found: Sequence[OwnList] = ()
        self._every = False
        self._worded: Choice | None = None
        self._typed = ""  # to be added, while other words for a choice stand in the box
        self.which = QComboBox()
        self.which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(24)
        self.which.activated.connect(lambda _: self._turn())
        self._lines = column(gap=8)
        self._more = button("", self._show_all, "quiet")
        self.box = QLineEdit()
        self.box.setMaxLength(LONGEST)
        self._asked = Asked(tr(NEW), self.box)
        save = button(tr(N_("Save")), self.save, name=tr(N_("Save: {part}"), part=tr(TITLE)))
        self._leave = button(tr(N_("Leave it as it is")), self._to_add, "quiet")
        self._leave.hide()
        self._form = boxed(column(self._asked, flow(keyed(save, tr(N_("Ctrl+Enter"))), self._leave), gap=8))
        self.setLayout(
            column(field(tr(WHICH), self.which, tr(LOOK)), self._form, self._lines, self._more, gap=12)
        )
        self.setFocusProxy(self.which)
        draft = lambda: self.box.text() if self.box.text().strip() and not self._worded else None  # noqa: E731
        begun(self, Drafted(lambda: ("setting.lists", None), draft, self.box.setText))

    def look(self) -> None:
        """Ask for the lists again; what is typed stays."""
        vault = self._screen.vault
        tasks.run(self, lambda: own_lists(vault), self._show, partial(errors.tell, self))

    def choose(self, vocab: str) -> None:
        """Show a list."""
        self.which.setCurrentIndex(self.which.findData(vocab))
        self._turn()

    def save(self) -> None:
        """Add what was typed, or keep the other words."""
        one, vocab, words = self._worded, str(self.which.currentData()), self.box.text()
        if one is None:
            said = tr(ADDED, words=isolated(words.strip()))
            self._act(lambda vault: add(vault, vocab, words), said, partial(_added, self))
        else:
            said = isolated(words.strip() or one.ours or one.words)
            self._act(lambda vault: word(vault, vocab, one.code, words), tr(WORDED, words=said))

    def _show(self, found: Sequence[OwnList]) -> None:
        shown, self._found = self.which.currentData(), found
        if self.which.count() == 0:
            for one in found:
                self.which.addItem(one.title, one.vocab)
        self.which.setCurrentIndex(max(self.which.findData(shown), 0))
        self._fill()

    def _turn(self) -> None:
        self._every = False
        self._to_add()
        self._fill()

    def _fill(self) -> None:
        emptied(self._lines)
        one = next((each for each in self._found if each.vocab == self.which.currentData()), None)
        if one is None:
            return
        if not one.choices:
            self._lines.addWidget(text(tr(NOTHING), "sub"))
        shown = one.choices if self._every else one.choices[:FEW]
        for choice in shown:
            line = self._line(one.vocab, choice)
            self._lines.addWidget(line)
            line.show()
        self._more.setVisible(len(shown) < len(one.choices))
        self._more.setText(tr(N_("Show all {n}"), n=len(one.choices)))
        self._form.setVisible(one.may_add or self._worded is not None)

    def _line(self, vocab: str, choice: Choice) -> QWidget:
        words = isolated(choice.words)
        instead = button(
            tr(N_("Other words")), partial(self._reword, choice), "quiet", name=tr(INSTEAD, words=words)
        )
        verb, said = (N_("Offer it again"), SHOWN) if choice.hidden else (N_("Hide"), HIDDEN)
        press: Callable[[Vault], Changed] = partial(_hide, vocab, choice)
        other = button(
            tr(verb),
            lambda: self._act(press, tr(said, words=words)),
            "quiet",
            name=tr(N_("{verb}: {words}"), verb=tr(verb), words=words),
        )
        under = [tr(OURS, words=isolated(choice.ours))] if choice.ours else []
        under += [tr(IS_HIDDEN)] if choice.hidden else []
        small = [text(line, "small") for line in under]
        return boxed(column(text(words), *small, flow(instead, other), gap=2))

    def _reword(self, choice: Choice) -> None:
        if self._worded is None:
            self._typed = self.box.text()
        self._worded = choice
        self._asked.name(tr(INSTEAD, words=isolated(choice.words)))
        self.box.setPlaceholderText("" if choice.added else tr(BACK))
        self.box.setText(choice.words)
        self._leave.show()
        self._form.show()
        self.box.setFocus()
        self.box.selectAll()

    def _to_add(self) -> None:
        if self._worded is not None:
            self.box.setText(self._typed)
        self._worded = None
        self._asked.name(tr(NEW))
        self.box.setPlaceholderText("")
        self._leave.hide()

    def _show_all(self) -> None:
        self._every = True
        self._fill()

    def _act(
        self, work: Callable[[Vault], Changed], sentence: str, then: Callable[[], None] = lambda: None
    ) -> None:
        vault = self._screen.vault

        def done(changed: Changed) -> None:
            then()
            self._to_add()
            self._screen.desk.did(sentence, changed)

        def failed(error: BaseException) -> None:
            if isinstance(error, Refused):
                self._asked.wrong(str(error))
            else:
                errors.tell(self, error)

        tasks.run(self, lambda: work(vault), done, failed, Lane.ACT)


def _hide(vocab: str, choice: Choice, vault: Vault) -> Changed:
    return hide(vault, vocab, choice.code, hidden=not choice.hidden)


def _added(part: OurLists) -> None:
    """Be ready for the next choice."""
    part.box.clear()
    over(part)
