"""Looks at every form: what has changed is kept each second, what was begun before is offered."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from ui import errors
from ui.changes import changes
from ui.screens.drafts.held import Held
from ui.screens.drafts.offers import Offers
from ui.screens.drafts.pen import Change, Pen
from ui.screens.drafts.standing import Standing
from ui.widgets.drafted import Drafted, drafted_of, forms, living
from ui.widgets.packed import packed, unpacked
from ui.widgets.type_ahead import only_looking
from vcse_desktop.actions import drafting
from vcse_desktop.actions.drafting import Begun
from vcse_desktop.actions.unlocking import Vault

EVERY = 1000
"""Milliseconds: no more typing than this is lost with the program."""


class Watch(QObject):
    """Looks after every form under ``inside``. ``changed`` tells that there is one draft more, or less."""

    changed = Signal()

    def __init__(self, inside: QWidget, vault: Vault, held: Held) -> None:
        super().__init__(inside)
        self._inside, self._held = inside, held
        self._standing = Standing(held)
        self._pen = Pen(self, vault)
        self._offers = Offers(self)
        self._offers.going_on.connect(self._go_on)
        self._offers.giving_up.connect(self._give_up)
        forms.begun.connect(self._begun, Qt.ConnectionType.QueuedConnection)  # when it stands in its page
        forms.over.connect(self._over)
        changes.changed.connect(self._after, Qt.ConnectionType.QueuedConnection)  # when its form is empty
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.write)
        self._timer.start()

    def write(self) -> None:
        """Keep what has changed since it was kept last, and drop what is no more."""
        self._look()
        self._pen.write()

    def _after(self, _: object) -> None:
        """Drop what was saved just now. Nothing is begun: a form that is going may still stand."""
        for widget, form in living(self._inside):
            if self._standing.draft_of(widget) is not None and _stands(form) is None:
                self._over(widget)

    def last(self) -> Change:
        """Return all that is not known to be written: whoever locks the vault writes it."""
        self._look()
        return self._pen.left()

    def forget(self) -> None:
        """Let every form forget what may be about somebody at risk."""
        for _, form in living(self._inside):
            form.forget()

    def hand_on(self) -> None:
        """Let the forms that come back by themselves go on with the drafts that they hold now."""
        self.write()
        held = [(form.key(), self._standing.draft_of(widget)) for widget, form in living(self._inside)]
        self._held.going_on = {key: one.id for key, one in held if one is not None}

    def _look(self) -> None:
        for widget, form in living(self._inside):
            body, before = _stands(form), self._standing.draft_of(widget)
            text = "" if body is None else packed(body)
            if not text and before is not None:
                self._over(widget)
            elif text and before is None and self._standing.same(widget, form.key(), text):
                self._offers.take_away(widget)
            elif text and (before is None or before.body != text):
                key, record = form.key()
                one = before or drafting.begin(key, record, text)
                one = replace(one, form=key, record=record, body=text)
                if self._standing.hold(widget, one):
                    self.changed.emit()
                self._pen.note([one], [])

    def _begun(self, widget: QWidget) -> None:
        """Go on with what the form held before it was made anew, or offer what was begun in it before."""
        if not isValid(widget) or not self._inside.isAncestorOf(widget):
            return
        form = drafted_of(widget)
        key = form.key()
        if form.draft() is not None:
            spare = self._standing.come_back(widget, key)
            if spare:
                self._drop(spare)
        else:
            self._standing.leave_gone(key)
        self._offers.show(widget, self._held.mine(key), self._held.theirs(key))

    def _go_on(self, widget: QWidget, one: Begun) -> None:
        """Put a draft into its form; what stood there instead stays a draft of its own."""
        self.write()
        try:
            draft = unpacked(one.body)
        except ValueError as error:
            errors.tell(self._inside, error)
            return
        self._standing.hold(widget, one)
        self._offers.take_away(widget)
        drafted_of(widget).again(draft)
        widget.setFocus()
        self.changed.emit()

    def _give_up(self, widget: QWidget, one: Begun) -> None:
        self._drop(one.id)
        self._begun(widget)
        widget.setFocus()

    def _over(self, widget: QWidget) -> None:
        """Drop what a form holds: it was saved, or given up."""
        self._offers.take_away(widget)
        number = self._standing.let_go(widget)
        if number:
            self._drop(number)

    def _drop(self, number: int) -> None:
        self._held.known.pop(number, None)
        self._pen.note([], [number])
        self._pen.write()
        self.changed.emit()


def _stands(form: Drafted) -> object:
    """Return what stands in a form and may be kept, None for nothing."""
    with only_looking():
        return None if form.held() else form.draft()
