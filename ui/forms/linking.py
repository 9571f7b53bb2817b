"""Editors for what is found by its name: a record, several records, several choices of a long list."""

from abc import abstractmethod
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from ui.forms.editor import Editor
from ui.language import isolated
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.chips import Offer
from ui.widgets.frame import boxed, column, emptied, flow, row
from ui.widgets.type_ahead import Suggestion, TypeAhead, only_looking
from ui.widgets.words import text
from vcse_desktop.actions.entering import New, named_by, whole
from vcse_desktop.actions.one_line import clipped
from vcse_desktop.actions.suggesting import MOST, Names, folded
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES

TYPE_NAME = N_("Type a name")
TYPE_PLACE = N_("Type a place or a postcode")
TYPE_WORD = N_("Type a word of it")
TYPE_LETTERS = N_("Type two letters")
NONE_YET = N_("There are none yet")
ADD = N_("Add {name} as new: {kind}")
REMOVED = N_("A record that was removed")
PLACE = "place"
AREA_OF = N_("The area of {postcode}: the postcode itself is not kept")
TAKE_OUT = N_("Take out {name}")
TAKEN_OUT = N_("{name} is taken out.")
ADDED = N_("{name} is added.")
LONGEST = 40

Ask = Callable[[str], Sequence[Suggestion]]


def asking(kind: str, names: Names) -> Ask:
    """Return how a box asks for records of a kind; where a name is enough, it can be added as new."""

    def ask(words: str) -> list[Suggestion]:
        found = names.suggest(words) if words else names.names[:MOST]
        offers = [Suggestion(one.id, one.text, one.hint) for one in found]
        if words and named_by(kind) and names.may_add:
            new = tr(ADD, name=isolated(clipped(words)), kind=tr(TABLES[kind].label))
            offers = [*offers[: MOST - 1], Suggestion(None, new)]
        if kind == PLACE and names.may_add and (code := whole(words)):
            offers = [*offers[: MOST - 1], Suggestion(None, tr(AREA_OF, postcode=isolated(code)))]
        return offers

    return ask


def choosing_records(names: Names, but: int) -> Ask:
    """Return how a box asks for one of the records that there are, but for this one."""

    def ask(words: str) -> list[Suggestion]:
        return [Suggestion(one.id, one.text, one.hint) for one in names.suggest(words) if one.id != but]

    return ask


def choosing(offer: Offer) -> Ask:
    """Return how a box asks for choices of a long list; an empty box offers all of them."""
    known = [(Suggestion(code, words), folded(words)) for code, words in offer]

    def ask(words: str) -> list[Suggestion]:
        return [one for one, line in known if folded(words) in line]

    return ask


def suggestion(names: Names, record: object) -> Suggestion:
    """Return a record as a box shows it, one that is gone, too."""
    if isinstance(record, New):
        return Suggestion(None, record.name)
    number = int(str(record))
    name = names.get(number)
    return Suggestion(number, name.text, name.hint) if name else Suggestion(number, tr(REMOVED))


def _can_be_new(kind: str) -> bool:
    return bool(named_by(kind)) or kind == PLACE


def _hint(kind: str) -> str:
    if kind == PLACE:
        return TYPE_PLACE
    return TYPE_NAME if named_by(kind) else TYPE_WORD


class Link(Editor):
    """One record by its name; a name that was only typed stays words until somebody takes a suggestion."""

    def __init__(self, label: str, kind: str, names: Names) -> None:
        self.picker = TypeAhead(
            label,
            tr(_hint(kind) if names.names or (names.may_add and _can_be_new(kind)) else NONE_YET),
            asking(kind, names),
        )
        super().__init__(self.picker)
        self.control = self.picker.box
        self._kind, self._names = kind, names
        _tell(self, self.picker)

    def under(self, thing: QWidget) -> None:
        """Put something to do under the box."""
        self._box.addWidget(thing)

    def value(self) -> object:
        """Return the id of the record, a New one, words that are neither, or None."""
        chosen = self.picker.choice()
        return _settled(self._kind, chosen, self.picker.text()) if self.picker.text() else None

    def put(self, value: object) -> None:
        """Show a record, or none."""
        self.picker.clear()
        if isinstance(value, str | New):  # as it was typed, and not yet saved
            self.picker.box.setText(value if isinstance(value, str) else value.name)
        if value is not None and not isinstance(value, str):
            self.picker.pick(suggestion(self._names, value))
            self.picker.box.setCursorPosition(0)

    def mark(self, *, wrong: bool) -> None:
        """Show at the edge that something needs another look."""
        self.picker.mark_wrong(wrong)


class LongChoice(Editor):
    """One choice of a long list: two letters, or the arrow for all of it."""

    def __init__(self, label: str, offer: Offer) -> None:
        self._ask, self._words = choosing(offer), dict(offer)
        self.picker = TypeAhead(label, tr(TYPE_LETTERS), self._ask)
        super().__init__(self.picker)
        self.control = self.picker.box
        _tell(self, self.picker)
        self.picker.box.editingFinished.connect(self._settle)

    def value(self) -> object:
        """Return the code chosen, None for none; words that are on no list come as they were typed."""
        self._settle()
        chosen = self.picker.choice()
        return chosen.id if chosen else self.picker.text() or None

    def put(self, value: object) -> None:
        """Show this code's words, or nothing."""
        self.picker.clear()
        if value is not None:
            self.picker.pick(Suggestion(str(value), self._words.get(str(value), str(value))))

    def mark(self, *, wrong: bool) -> None:
        """Show at the edge that something needs another look."""
        self.picker.mark_wrong(wrong)

    def _settle(self) -> None:
        """Take the only choice that holds what was typed, once somebody has gone on."""
        words = self.picker.text()
        if words and not self.picker.box.hasFocus() and self.picker.choice() is None:
            fitting = self._ask(words)
            if len(fitting) == 1:
                self.picker.pick(fitting[0])


class Gathered(Editor):
    """Several things by their names: a box that adds them, and a button for each that takes it out."""

    def __init__(self, label: str, placeholder: str, ask: Ask, kind: str = "") -> None:
        self.picker = TypeAhead(label, placeholder, ask)
        self._taken = column(gap=8)
        holder = QWidget()
        holder.setLayout(column(self.picker, self._taken, gap=8))
        super().__init__(holder)
        self.control = self.picker.box
        self.setFocusProxy(self.picker.box)
        self._kind = kind
        self._values: dict[object, str] = {}
        self.picker.picked.connect(self._picked)
        self.picker.box.textEdited.connect(lambda _: _only_told(self))

    def value(self) -> object:
        """Return what was gathered, None for nothing; words not yet taken stand among it."""
        words = self.picker.text()
        return [*sorted(self._values, key=str), *([words] if words else [])] or None

    def put(self, value: object) -> None:
        """Show these and no others."""
        self.picker.clear()
        given = value if isinstance(value, list) else []
        self._values = {one: self.words(one) for one in given if self.taken(one)}
        self._show()
        for words in given:
            if not self.taken(words):  # as they were typed, and not yet taken
                self.picker.box.setText(str(words))

    @abstractmethod
    def taken(self, value: object) -> bool:
        """Say whether this was taken from the list, and is not only typed."""

    @abstractmethod
    def words(self, value: object) -> str:
        """Return what a value is called."""

    def mark(self, *, wrong: bool) -> None:
        """Show at the edge that something needs another look."""
        self.picker.mark_wrong(wrong)

    def _picked(self, chosen: Suggestion | None) -> None:
        if chosen is None:
            return
        words = self.picker.text()
        value = _settled(self._kind, chosen, words)
        self._values[value] = words if chosen.id is None else chosen.text
        self.picker.clear()
        self._show()
        announce(self.picker, tr(ADDED, name=isolated(self._values[value])))
        self.changed.emit()

    def _take_out(self, value: object) -> None:
        name = self._values.pop(value)
        self._show()
        self.picker.box.setFocus()
        announce(self.picker, tr(TAKEN_OUT, name=isolated(name)))
        self.changed.emit()

    def _show(self) -> None:
        emptied(self._taken)
        short = {value: name for value, name in self._values.items() if len(name) <= LONGEST}
        if short:
            self._taken.addWidget(flow(*(self._chip(value, name) for value, name in short.items())))
        for value, name in self._values.items():
            if value not in short:
                line = row(text(name), self._chip(value, tr(N_("Take out"))), gap=8)
                line.setStretch(0, 1)
                self._taken.addWidget(boxed(line))

    def _chip(self, value: object, words: str) -> QPushButton:
        """Return the button that takes one out."""
        name = tr(TAKE_OUT, name=isolated(self._values[value]))
        return button(words, partial(self._take_out, value), picture="close", name=name)


class Links(Gathered):
    """Several records by their names."""

    def __init__(self, label: str, kind: str, names: Names) -> None:
        self._names = names
        super().__init__(label, tr(_hint(kind)), asking(kind, names), kind)

    def words(self, value: object) -> str:
        """Return the name of a record."""
        return suggestion(self._names, value).text

    def taken(self, value: object) -> bool:
        """Say whether this is a record, or one to be added."""
        return isinstance(value, int | New)


class LongSeveral(Gathered):
    """Several choices of a long list."""

    def __init__(self, label: str, offer: Offer) -> None:
        self._words = dict(offer)
        super().__init__(label, tr(TYPE_LETTERS), choosing(offer))

    def words(self, value: object) -> str:
        """Return the words of a choice."""
        return self._words[str(value)]

    def taken(self, value: object) -> bool:
        """Say whether this is a code of the list."""
        return value in self._words


def _tell(editor: Editor, picker: TypeAhead) -> None:
    """Let an editor tell of each key in its box, and of what is taken."""
    for signal in (picker.picked, picker.box.textEdited):
        signal.connect(lambda _: _only_told(editor))


def _only_told(editor: Editor) -> None:
    """Tell of a change; who asks what stands there now does not settle it: more may be typed."""
    with only_looking():
        editor.changed.emit()


def _settled(kind: str, chosen: Suggestion | None, words: str) -> object:
    if chosen is None:
        return New(kind, words) if kind == PLACE and whole(words) else words
    return New(kind, words) if chosen.id is None else chosen.id
