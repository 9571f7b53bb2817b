"""One list that people are counted by: its name, and a counter for each group on it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.screens.tally.counter import Counter
from ui.screens.tally.lines import Lines
from ui.screens.tally.words import called, name
from ui.theme.look import px
from ui.theme.tokens import SPACE
from ui.widgets.frame import column
from ui.widgets.words import heading, text
from vcse_desktop.actions.entering import today
from vcse_desktop.i18n import pgettext
from vcse_desktop.records.fields import Item, Lists
from vcse_desktop.records.vocabularies import label, offered


class OneList(QWidget):
    """``counters`` are those of its groups by their codes; ``changed`` tells each change."""

    changed = Signal()

    def __init__(self, vocab: str, head: str = "") -> None:
        super().__init__()
        self.vocab = vocab
        self.counters: dict[str, Counter] = {}
        self.inside: QVBoxLayout = column(heading(head or name(vocab), 3), gap=8)
        self.setLayout(self.inside)

    def put(self, code: str, words: str) -> None:
        """Show a number, as it was typed, at a group; one that is not on the list any more is passed over."""
        if code in self.counters:
            self.counters[code].box.setText(words)

    def first(self) -> QWidget:
        """Return where the counting begins."""
        return next((one.more for one in self.counters.values()), self)

    def new(self) -> Mapping[str, str]:
        """Return the names of what was added to the list here, by code."""
        return {}

    def count_by(self, lines: Lines, code: str, words: str, spoken: str) -> Counter:
        """Add a counter."""
        made = self.counters[code] = Counter(words, spoken)
        made.changed.connect(self.changed)
        lines.add(made)
        return made


class ListOfGroups(OneList):
    """A list that the program brings or the group keeps, in its order and under its headings."""

    def __init__(self, vocab: str, lists: Lists, kept: Sequence[str], head: str = "") -> None:
        super().__init__(vocab, head)
        shown: Lines | None = None
        last = ""
        for item in offered(lists[vocab], today(), kept):
            if shown is None or item.group != last:
                shown, last = self._under(item), item.group
            self.count_by(shown, item.code, label(lists, vocab, item.code), called(lists, vocab, item.code))

    def _under(self, item: Item) -> Lines:
        """Return where groups of the same heading stand."""
        made = Lines()
        if item.group:
            self.inside.addSpacing(px(SPACE["tight"]) if self.counters else 0)
            self.inside.addWidget(text(pgettext(self.vocab, item.group), "label"))
        self.inside.addWidget(made)
        return made
