"""What the quick form asks beside the words: kind, theme, whether it may be shared, and more."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.forms.choosing import Unchoose
from ui.screens.voices.about import Source, Themes
from ui.screens.voices.copy import Copied, Copy, copied
from ui.screens.voices.names import Offers
from ui.screens.voices.sharing import NOT_ASKED, Sharing
from ui.widgets.buttons import button
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, field
from ui.widgets.typed import Typed, type_again, typed
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Problem
from vcse_desktop.records.validation import show_problem

KEPT = N_("Kept. Nobody was asked whether it may be shared: it stays with us.")
KEPT_HERE = N_("Kept. It stays with us.")
KEPT_TO_CHECK = N_("Kept. Before it is shared, somebody checks the words for names.")
KEPT_TO_SHARE = N_("Kept. It may be shared as they agreed.")
MORE, LESS = N_("More about it"), N_("Less about it")


@dataclass(frozen=True, slots=True)
class Begun:
    """What was chosen and typed and not kept yet: themes by their codes, and the copy."""

    unfolded: bool
    themes: Sequence[str]
    copy: Copied
    controls: Typed


class NoteFields(QWidget):
    """Nothing is chosen beforehand. ``changed`` tells each change to what is typed or to sharing."""

    changed = Signal()

    def __init__(self, offers: Offers) -> None:
        super().__init__()
        self._offers = offers
        kind = tr(N_("What kind is it?"))
        self.kind = OneOf(kind, offers.kinds())
        self._unkind = Unchoose(self.kind)
        self.themes = Themes(offers)
        self.sharing = Sharing(offers.lists, tr(N_("May we share it?")), tr(NOT_ASKED))
        self.copy = Copy("share_words", tr(N_("The words as shared")))
        self.copy.hide()
        self.unfold = button(tr(MORE), self._turn, "quiet")
        self.source: Source | None = None
        self._more = column()
        self._holder = boxed(self._more)
        self._holder.hide()
        parts = (self.themes, self.sharing, self.copy, self.unfold, self._holder)
        self.setLayout(column(field(kind, self.kind), *parts, gap=20))
        self.sharing.changed.connect(self._agreed)
        self.copy.changed.connect(self.changed)

    def follow(self, said: str) -> None:
        """Take over the words said into the copy, where one is shown."""
        if not self.copy.isHidden():
            self.copy.follow(said)

    def also_typed(self) -> str:
        """Return the copy, where one is shown."""
        return "" if self.copy.isHidden() else self.copy.words()

    def is_complete(self) -> bool:
        """Say whether everything was understood; what was not is shown and has the focus then."""
        source = self.source is None or self.source.is_complete()
        return source and self.themes.is_complete() and self.sharing.is_complete()

    def values(self) -> dict[str, object]:
        """Return the values by the codes of their fields."""
        made: dict[str, object] = {
            "kind": self.kind.code(),
            "themes": self.themes.codes(),
            "may_quote": self.sharing.answer(),
            "quote_name": self.sharing.shown_name(),
        }
        if self.sharing.agreed():
            made |= {"share_words": self.copy.words(), "names_checked_on": self.copy.checked_on()}
        return made | (self.source.values() if self.source else {})

    def typed(self) -> Begun:
        """Return what stands here, as it was typed."""
        return Begun(not self._holder.isHidden(), self.themes.codes(), copied(self.copy), typed(self))

    def put(self, said: str, begun: Begun) -> None:
        """Show it again, beside these words."""
        if begun.unfolded:
            self._turn()
        self.themes.take(begun.themes)
        type_again(self, begun.controls)
        self.copy.put(said, begun.copy)

    def kept_sentence(self) -> str:
        """Return the marked sentence that says what was kept."""
        if self.sharing.agreed():
            return KEPT_TO_SHARE if self.copy.checked_on() else KEPT_TO_CHECK
        return KEPT_HERE if self.sharing.answer() else KEPT

    def show_problem(self, problem: Problem) -> bool:
        """Show a problem beside its field; say whether it is one of these."""
        if problem.field == "heard_on" and self.source is not None:
            self.source.wrong_day(show_problem(problem))
        elif problem.field == "quote_name":
            self.sharing.name.wrong(show_problem(problem))
        else:
            return False
        return True

    def clear(self) -> None:
        """Choose nothing, and fold what was unfolded."""
        self.kind.choose(None)
        self.themes.clear()
        self.sharing.clear()  # first: what is shown anew in a copy in sight has the whole page laid out
        self.copy.put("", Copied())
        if self.source is not None:
            self._holder.hide()
            self.unfold.setText(tr(MORE))
            self.source.deleteLater()
            self.source = None

    def _turn(self) -> None:
        if self.source is None:
            self.source = Source(self._offers)
            self._more.addWidget(self.source)
        folded = self._holder.isHidden()
        self._holder.setVisible(folded)
        self.unfold.setText(tr(LESS if folded else MORE))

    def _agreed(self) -> None:
        """Show the copy once they say yes."""
        self.copy.setVisible(self.sharing.agreed())
        self.changed.emit()
