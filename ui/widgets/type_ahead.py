"""One box that offers what a few typed letters may mean; Enter takes the first, and nothing is guessed."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.language import plain
from ui.theme.look import px
from ui.widgets.accessible import announce
from ui.widgets.boxes import mark_wrong
from vcse_desktop.i18n import N_, tr

OFFERED = N_("{name}. Enter takes it.")
OFFERED_WITH = N_("{name}, {hint}. Enter takes it.")


_looking: list[bool] = []


@contextmanager
def only_looking() -> Iterator[None]:
    """Let whoever asks meanwhile what stands in a box not settle what is being typed there."""
    _looking.append(True)
    try:
        yield
    finally:
        _looking.pop()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row of the list. ``id`` None adds what was typed as new; ``hint`` tells namesakes apart."""

    id: int | str | None
    text: str
    hint: str = ""


class TypeAhead(QWidget):
    """A box with at most eight rows under it. ``ask`` is quick: it is called at every key.

    ``picked`` carries the suggestion, or None once the text changed away from it; ``submitted`` is Enter with
    nothing left to take.
    """

    picked = Signal(object)
    submitted = Signal()

    def __init__(self, name: str, placeholder: str, ask: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__()
        self._ask = ask
        self._choice: Suggestion | None = None
        self._setting = False
        self.box = QLineEdit()
        self.box.setPlaceholderText(placeholder)
        self.box.setAccessibleName(name)
        self.setFocusProxy(self.box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.rows = _Rows(name, self.box)
        self.rows.taken.connect(self.pick)
        self.destroyed.connect(self.rows.deleteLater)
        self.box.textChanged.connect(self._typed)
        self.box.installEventFilter(self)

    def choice(self) -> Suggestion | None:
        """Return what was taken; else the one suggestion that is called just what stands there."""
        if self._choice is None:
            same = self.text().casefold()
            exact = [
                one for one in self._ask(self.text()) if one.id is not None and one.text.casefold() == same
            ]
            if len(exact) == 1 and _looking:
                return exact[0]
            if len(exact) == 1:
                self.pick(exact[0])
        return self._choice

    def text(self) -> str:
        """Return what stands in the box, without blanks at its ends."""
        return self.box.text().strip()

    def pick(self, suggestion: Suggestion) -> None:
        """Take a suggestion; one that adds something new leaves the words as they were typed."""
        if suggestion.id is not None:
            self._put(suggestion.text)
        self._choice = suggestion
        self.rows.close_rows()
        self.mark_wrong(False)
        self.picked.emit(suggestion)

    def clear(self) -> None:
        """Empty the box."""
        had, self._choice = self._choice, None
        self._put("")
        self.rows.close_rows()
        if had is not None:
            self.picked.emit(None)

    def mark_wrong(self, wrong: bool) -> None:
        """Show that the box needs another look, or no longer."""
        mark_wrong(self.box, wrong)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the list while it is open; close it when the focus goes elsewhere."""
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape and self.rows.isVisible():
                event.accept()
                return True
        elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        elif kind is QEvent.Type.FocusOut:
            self.rows.close_rows()
        elif kind is QEvent.Type.MouseButtonPress and not self.text():
            self._open()
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave no name behind on the window."""
        super().hideEvent(event)
        self.rows.close_rows()

    def _put(self, words: str) -> None:
        self._setting = True
        self.box.setText(words)
        self._setting = False

    def _typed(self, _: str) -> None:
        if self._setting:
            return
        if self._choice is not None:
            self._choice = None
            self.picked.emit(None)
        if self.text() and self.box.hasFocus():
            self._open()
        else:
            self.rows.close_rows()

    def _open(self) -> None:
        self.rows.open_rows(list(self._ask(self.text())))

    def _key(self, event: QKeyEvent) -> bool:
        """Say whether a key was for the list."""
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held:
            return False
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if self.rows.isVisible():
                self.rows.step(1 if key == Qt.Key.Key_Down else -1)
            else:
                self._open()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            marked = self.rows.marked()
            if marked is None:
                self.submitted.emit()
            else:
                self.pick(marked)
        elif key == Qt.Key.Key_Escape and self.rows.isVisible():
            self.rows.close_rows()
        else:
            if key == Qt.Key.Key_Tab:
                self.choice()
            return False
        return True


class _Rows(QFrame):
    """The rows under a box, drawn over what stands there; the focus stays in the box."""

    taken = Signal(object)

    def __init__(self, name: str, box: QLineEdit) -> None:
        super().__init__(box)
        self._box = box
        self._offers: list[Suggestion] = []
        self.setProperty("k", "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setObjectName("list")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setAccessibleName(tr(N_("Suggestions for: {name}"), name=name))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWordWrap(True)
        self.list.itemClicked.connect(lambda item: self.taken.emit(self._offers[self.list.row(item)]))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self.list)
        self.hide()

    def open_rows(self, offers: list[Suggestion]) -> None:
        """Show these rows, the first one marked; none hides the list."""
        self.list.clear()
        self._offers = offers
        for one in offers:
            item = QListWidgetItem("\n".join(line for line in (one.text, one.hint) if line), self.list)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, plain(_spoken(one)))
        if not offers:
            self.hide()
            return
        self._stand()
        self.step(0)

    def close_rows(self) -> None:
        """Take the rows away, and what they say with them."""
        self.hide()
        self.list.clear()
        self._offers = []

    def marked(self) -> Suggestion | None:
        """Return the row that Enter takes."""
        place = self.list.currentRow()
        return self._offers[place] if self.isVisible() and 0 <= place < len(self._offers) else None

    def step(self, by: int) -> None:
        """Mark another row, or at first the first, and have it said."""
        place = max(0, min(self.list.currentRow() + by, len(self._offers) - 1))
        self.list.setCurrentRow(place)
        announce(self._box, _spoken(self._offers[place]))

    def _stand(self) -> None:
        """Stand under the box, or over it where there is more room."""
        window = self._box.window()
        if self.parentWidget() is not window:
            self.setParent(window)
            self._follow_scrolling()
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Stand where the box is now."""
        window, box = self._box.window(), self._box
        top = box.mapTo(window, QPoint(0, 0)).y()
        below = window.height() - top - box.height() - px(8)
        self.resize(QSize(box.width(), below))
        wanted = sum(self.list.sizeHintForRow(row) for row in range(self.list.count())) + px(14)
        over = below < wanted and top > below
        height = min(wanted, max(below, top) - px(8))
        x = box.mapTo(window, QPoint(0, 0)).x()
        self.setGeometry(x, top - height - 2 if over else top + box.height() + 2, box.width(), height)

    def _follow_scrolling(self) -> None:
        above = self._box.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.verticalScrollBar().valueChanged.connect(self._scrolled)
            above = above.parentWidget()

    def _scrolled(self) -> None:
        if self.isVisible():
            self.place()


def _spoken(one: Suggestion) -> str:
    if one.id is None:
        return one.text
    return tr(OFFERED_WITH, name=one.text, hint=one.hint) if one.hint else tr(OFFERED, name=one.text)
