"""What is offered beside what is wished for, each with a short way in, and what was brought together."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from ui.forms.arranged import few
from ui.screens.connections.words import (
    NONE,
    NOTED,
    NOTES,
    TITLES,
    TOGETHER,
    one_words,
    pair_words,
    since_words,
    state_words,
)
from ui.screens.desk import Desk
from ui.screens.records.few import Few, FewFields
from ui.screens.today.lines import Line, Lines
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied
from ui.widgets.page import Columns
from vcse_desktop.actions.bringing_together import note
from vcse_desktop.actions.matching import Board, One, Pair
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.connection import SIDES
from vcse_desktop.records.fields import Values


class Side(Lines):
    """What is offered, or wished for. ``joining`` and ``opening`` carry one of them."""

    joining = Signal(object)
    opening = Signal(object)

    def __init__(self, desk: Desk, side: str) -> None:
        super().__init__(tr(TITLES[side]), tr(NONE[side]), below=True)
        self._desk, self._side = desk, side
        self.add = button(tr(NOTES[side]), self.begin, picture="add")
        self.form: FewFields | None = None
        self._place = column()
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, boxed(column(self.add, self._place)))

    def show_all(self, ones: list[One]) -> None:
        """Show these, the oldest first."""
        self.fill([self._line(one) for one in ones])

    def begin(self, kept: Values | None = None) -> None:
        """Ask who and what."""
        side = self._side
        if self.form is not None:
            self.form.setFocus()
            return
        kind = few(KINDS["connection"], (f"{side}_person", side))
        save = partial(note, self._desk.vault, side)
        asked = Few(kind, (f"connection.{side}", None), tr(NOTES[side]), tr(NOTED[side]), save)
        self.form = FewFields(self._desk, asked, kept)
        self.form.ended.connect(self._ended)
        self.add.hide()
        self._place.addWidget(self.form)
        self.form.show()

    def _ended(self) -> None:
        self.form = None
        emptied(self._place)
        self.add.show()
        self.add.setFocus()

    def _line(self, one: One) -> Line:
        bring = (tr(TOGETHER), lambda: self.joining.emit(one))
        look = (tr(N_("Open")), lambda: self.opening.emit(one.id))
        return Line(one_words(one), since_words(one), [bring, look])


class OffersAndWishes(QWidget):
    """``joining`` carries an offer or a wish, ``pairing`` and ``opening`` the id of a record."""

    joining = Signal(object)
    pairing = Signal(object)
    opening = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.sides = {side: Side(desk, side) for side in SIDES}
        self.pairs = Lines(tr(N_("Brought together")))
        for side in self.sides.values():
            side.joining.connect(self.joining)
            side.opening.connect(self.opening)
        holders = [boxed(column(side, None)) for side in self.sides.values()]
        self.setLayout(column(Columns(holders[0], holders[1]), self.pairs, gap=16))
        self.pairs.hide()

    def fill(self, found: Board) -> None:
        """Show a board."""
        self.sides["offer"].show_all(list(found.offers))
        self.sides["wish"].show_all(list(found.wishes))
        self.pairs.fill([self._line(pair) for pair in found.pairs])
        self.pairs.setVisible(bool(found.pairs))

    def first(self) -> QWidget:
        """Return where the work begins: in what was begun, else at what is open."""
        for side in self.sides.values():
            if side.form is not None and side.form.form is not None:
                return side.form.form.first()
        return self.sides["offer"].add

    def save(self) -> None:
        """Save the form that somebody is at work in, or the one that is open."""
        focus = QApplication.focusWidget()
        forms = [side.form for side in self.sides.values() if side.form is not None]
        for form in sorted(forms, key=lambda one: not one.isAncestorOf(focus or one))[:1]:
            form.save()

    def kept(self) -> dict[str, Values | None]:
        """Return what stands in the forms."""
        return {code: side.form.kept() for code, side in self.sides.items() if side.form is not None}

    def again(self, kept: dict[str, Values | None]) -> None:
        """Open the forms again as they were."""
        for code, typed in kept.items():
            self.sides[code].begin(typed)

    def _line(self, pair: Pair) -> Line:
        verb = N_("How does it go?") if pair.under_way else N_("Go on with them")
        return Line(pair_words(pair), state_words(pair), [(tr(verb), lambda: self.pairing.emit(pair.id))])
