"""Two who were brought together: who has agreed, introducing them once both have, and how it goes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from ui import errors, tasks
from ui.language import isolated, plain
from ui.screens.connections.going import HOW, Going
from ui.screens.connections.words import agreed_words, called, missing_words, pair_words, state_words
from ui.screens.desk import Desk
from ui.screens.keyed import going_back
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import Thing, boxed, card, column, emptied, fact, flow, row
from ui.widgets.words import heading, marked, text
from vcse_desktop.actions.bringing_together import agree, introduce, part
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.matching import Pair, Side, pair
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Values

AGREES, AGREES_NAMED = N_("They agree: today"), N_("They agree: today ({name})")
AGREED, MADE = N_("{name} agreed today."), N_("{pair} were introduced today.")
PARTED = N_("They are parted again. The offer and the wish are both open.")
READY = N_("Both have agreed, so they can be introduced.")


class PairPanel(QFrame):
    """``ended`` is the wish to go back, ``opening`` to see all details of the record it carries."""

    ended = Signal()
    opening = Signal(object)

    def __init__(self, desk: Desk, record: int, kept: Values | None = None, *, asking: bool = False) -> None:
        """Go on with what ``kept`` returned before; ``asking`` begins with the question how it goes."""
        super().__init__()
        self.record = record
        self.verbs: list[QPushButton] = []
        self._desk, self._busy, self._eager = desk, False, True
        self._asking = asking or kept is not None
        self.going = Going(desk, record, kept)
        self.going.answered.connect(self._answered)
        self.title = marked(heading("", 2))
        self._inside = column(gap=12)
        shown = card(self.title, self._inside, self.going)
        self.setLayout(column(going_back(self.ended.emit), shown, gap=12))
        self.look()

    def look(self) -> None:
        """Ask again where it has got to."""
        vault, record = self._desk.vault, self.record
        tasks.run(self, lambda: pair(vault, record), self._show, self._failed)

    def first(self) -> QWidget:
        """Return where the work goes on."""
        form = self.going.form.form if self.going.form is not None else None
        return form.first() if form is not None else next(iter(self.verbs), self.title)

    def save(self) -> None:
        """Save how it goes."""
        if self.going.form is not None:
            self.going.form.save()

    def _ask(self) -> None:
        """Ask how it goes; what asked gives way to the form."""
        self.going.ask()
        for verb in self.verbs:
            verb.hide()

    def _answered(self) -> None:
        for verb in self.verbs:
            verb.show()
        self.first().setFocus()

    def _show(self, found: Pair | None) -> None:
        if found is None:
            self.ended.emit()
            return
        focus = QApplication.focusWidget()
        held = self._eager or (focus is not None and focus in self.verbs)
        self.title.setText(pair_words(found))
        emptied(self._inside)
        self.verbs = []
        for thing in self._things(found):
            if isinstance(thing, QWidget):
                self._inside.addWidget(thing)
            elif thing is not None and not isinstance(thing, int):
                self._inside.addLayout(thing)
        if self._asking:
            self._asking = False
            self._ask()
        elif self.going.form is not None and found.under_way:
            self._ask()
        elif held and self.going.form is None:
            self._eager = False
            QTimer.singleShot(0, self, lambda: self.first().setFocus())  # when it has its place

    def _things(self, found: Pair) -> list[Thing]:
        """Return what is said and what can be done, from above."""
        details = button(tr(N_("All details…")), lambda: self.opening.emit(self.record), "quiet")
        said = ((N_("Offered"), found.offer.what), (N_("Wished for"), found.wish.what))
        things: list[Thing] = [fact(tr(name), what) for name, what in said if what]
        if found.under_way:
            things.append(text(state_words(found)))
            things += [fact(tr(N_("How it goes")), found.going)] if found.going else []
            return [*things, flow(self._verb(tr(HOW), self._ask, "primary"), details)]
        things += [self._agreement(side) for side in (found.offer, found.wish) if side.asked]
        missing = missing_words(found)
        things.append(text(missing or tr(READY)))
        made = partial(self._act, introduce, tr(MADE, pair=pair_words(found)))
        go = [] if missing else [self._verb(tr(N_("Introduce them")), made, "primary")]
        parts = partial(self._act, part, tr(PARTED))
        parting = [button(tr(N_("Part them again")), parts)] if found.offer.what and found.wish.what else []
        return [*things, flow(*go, *parting, details)]

    def _agreement(self, side: Side) -> QWidget:
        """Return whether one of them has agreed, and what notes it."""
        words = text(agreed_words(side))
        if side.agreed is not None:
            return words
        note = partial(self._act, lambda vault, record: agree(vault, record, side.code), _agreed(side))
        key = self._verb(tr(AGREES), note, name=plain(tr(AGREES_NAMED, name=called(side))))
        line = row(words, key, gap=8)
        line.setStretch(0, 1)
        return boxed(line)

    def _verb(self, words: str, pressed: Callable[[], object], kind: str = "", name: str = "") -> QPushButton:
        made = button(words, pressed, kind, name=name)
        self.verbs.append(made)
        return made

    def _act(self, do: Callable[..., Changed], sentence: str) -> None:
        if self._busy:
            return
        self._busy = True
        vault, record = self._desk.vault, self.record

        def done(changed: Changed) -> None:
            self._busy = False
            self._desk.did(sentence, changed)

        tasks.run(self, lambda: do(vault, record), done, self._failed, Lane.ACT)

    def _failed(self, error: BaseException) -> None:
        self._busy = False
        errors.tell(self, error)


def _agreed(side: Side) -> str:
    return tr(AGREED, name=isolated(side.who) if side.who else called(side))
