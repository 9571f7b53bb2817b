"""The list of one kind of record: search, the lines, and a sentence where there are none."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ui.models.record_table import LineRole, RecordTable, record_list
from ui.screens.filters.bar import NONE_FIT, FilterBar
from ui.screens.keyed import keyed
from ui.screens.records.counted import counted
from ui.screens.searching import searching
from ui.theme.look import px
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, row
from ui.widgets.notice import Notice
from ui.widgets.words import text
from vcse_desktop.actions.listing import Line
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS

UNSAVED = N_("Something that you typed is not saved yet. It is still here.")
GO_ON = N_("Go on with it")
NONE_FOUND = N_("Nothing here holds these words. Try fewer letters.")


class RecordsList(QWidget):
    """``wanted`` carries the id of the record to open; ``adding`` is the wish for a new one.

    ``going_on`` is the wish to go on with what was typed and not saved. ``sought`` says that other words are
    to be looked for in a list that is too long to be held here. ``filled`` says whether there is any record.
    """

    wanted = Signal(object)
    adding = Signal()
    going_on = Signal()
    sought = Signal()
    filled = Signal(bool)

    def __init__(self, kind: str, add: str, empty: str, bar: FilterBar) -> None:
        super().__init__()
        self._kind, self._bar = kind, bar
        self.model = RecordTable()
        self.view = record_list(self.model, tr(KINDS[kind].label))
        self.box = QLineEdit()
        self.box.textChanged.connect(self._find)
        self.box.installEventFilter(self)
        self.add: QPushButton = button(add, self.adding.emit, "primary", picture="add")
        self.count = text("", "small")
        self._search = searching(self.box, kind)
        self._adds = keyed(self.add, tr(N_("Ctrl+N")))
        self._none: QLabel = text(tr(NONE_FOUND), "sub")
        self._empty = card(text(empty))
        self.beside = row(self.count)
        """What a screen offers to do with those that are listed, beside how many they are."""
        self._head = boxed(self.beside)
        self._lines = _of_lines(self._head, self._none, self.view)
        self.over = column()
        """What a screen has to say over the lines."""
        self.unsaved = Notice("info")
        self.unsaved.add(button(tr(GO_ON), self.going_on.emit))
        self.setLayout(
            column(
                self._adds,
                self.unsaved,
                self._search,
                bar,
                self._empty,
                self.over,
                self._lines,
                None,
                gap=12,
            )
        )
        self.view.activated.connect(self._open)
        self.view.clicked.connect(self._open)
        self.view.installEventFilter(self)
        self._empty.hide()
        self._asked = False

    def show_lines(self, lines: Sequence[Line], chosen: int | None = None) -> None:
        """Show these records; the one chosen, or the one that was, stays marked."""
        chosen = self.current() if chosen is None else chosen
        self.model.show_lines(lines)
        self.stand(chosen, empty=not lines and not self._bar.asks(), say=self._bar.asks())

    def stand(self, chosen: int | None = None, *, empty: bool = False, say: bool = False) -> None:
        """Show what is there by now: the one chosen, or the one that was, is marked; ``say`` how many."""
        chosen = self.current() if chosen is None else chosen
        self._asked = True
        if empty:
            self._empty.show()
        if empty and (self.box.hasFocus() or self.view.hasFocus()):
            self.add.setFocus()  # what has the focus goes now
        for part in (self._search, self._bar, self._lines):
            part.setVisible(not empty)
        _stand(self, empty=empty)
        self._empty.setVisible(empty)  # not before: the button that adds would lose the focus
        self._tell()
        self.mark(chosen)
        self.filled.emit(not empty)
        if say and (self.box.hasFocus() or self._bar.isAncestorOf(QApplication.focusWidget() or self)):
            announce(self.box, self.count.text() if self.model.found() else self._none.text())

    def mark(self, record: int | None) -> None:
        """Mark a record in the list, if it is among those shown."""
        place = self.model.place(record) if record is not None else QModelIndex()
        if place.isValid():
            self.view.setCurrentIndex(place)
            self.view.scrollTo(place)

    def current(self) -> int | None:
        """Return the id of the line that is marked."""
        place, ids = self.view.currentIndex(), self.model.pages.ids
        return ids[place.row()] if place.isValid() and place.row() < len(ids) else None

    def first(self) -> QWidget:
        """Return the search, or the button that adds where there is nothing to search."""
        return self.add if self._asked and self._search.isHidden() else self.box

    def say_unsaved(self, *, some: bool) -> None:
        """Say that something typed waits to be saved, or no longer."""
        self.unsaved.show_as("info", tr(UNSAVED) if some else "")

    def search(self) -> None:
        """Go to the search."""
        self.first().setFocus()
        self.box.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search into the lines by the arrow; Enter opens the marked line, or the first."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not _held(event)
        if watched is self.box and event.key() == Qt.Key.Key_Down:
            self.view.setFocus()
        elif watched is self.box and not enter:
            return False
        if not self.view.currentIndex().isValid():
            self.view.setCurrentIndex(self.model.index(0))
        if enter:
            self._open(self.view.currentIndex())
        return enter or watched is self.box

    def _find(self, words: str) -> None:
        if not self.model.is_whole():
            self.sought.emit()
            return
        self.model.find(words)
        self._tell()
        announce(self.box, self.count.text() if self.model.found() else self._none.text())

    def _tell(self) -> None:
        found = self.model.found()
        self.count.setText(counted(self._kind, found))
        self._head.setVisible(found > 0)
        self._none.setText(tr(NONE_FIT if self._bar.asks() and not self.box.text() else NONE_FOUND))
        self._none.setVisible(found == 0)
        self.view.setVisible(found > 0)

    def _open(self, index: QModelIndex) -> None:
        line = index.data(LineRole)
        if isinstance(line, Line):
            self.wanted.emit(line.id)


def _stand(shown: RecordsList, *, empty: bool) -> None:
    """Let the button that adds stand over the list, or under the sentence that there is none."""
    layout = (shown._empty if empty else shown).layout()
    if isinstance(layout, QVBoxLayout) and layout.indexOf(shown._adds) < 0:
        held = shown.add.hasFocus()
        layout.insertWidget(1 if empty else 0, shown._adds)
        shown._adds.show()
        if held:
            shown.add.setFocus()


def _of_lines(*things: QWidget) -> QFrame:
    """Return a card of a list whose lines have an inset of their own: what stands over them has the same."""
    made = card(*things, margin=12)
    layout = made.layout()
    if layout is not None:
        layout.setContentsMargins(px(6), px(12), px(6), px(12))
    for one in things:
        for label in [one] if isinstance(one, QLabel) else one.findChildren(QLabel):
            label.setIndent(px(14))
    return made


def _held(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)
