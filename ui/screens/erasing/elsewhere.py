"""The texts elsewhere that name somebody: each can be given other words, or be wiped."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ui import errors, tasks
from ui.language import isolated
from ui.tasks import Lane
from ui.theme.look import px
from ui.widgets.accessible import announce
from ui.widgets.buttons import button
from ui.widgets.frame import Thing, boxed, column, emptied, flow, rule
from ui.widgets.words import heading, text
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.erasing import Told, When, forget_mention, mend_mention
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.i18n import N_, ngettext, tr

MOST = 20
HIGH = 96
"""How many are shown at once, and how high the box for the words is."""
NOWHERE = N_("Their name was found in no other record.")
LOOK = N_(
    "Give each text other words, or leave it when it speaks of somebody else. What it said before is wiped "
    "from the history, too."
)
PLACE = N_("{kind}: {record}")
PLACE_FIELD = N_("{field}, in {place}")
WHEN = {
    When.REMOVED: N_("In a record that was removed."),
    When.BEFORE: N_("Not in the record now, but in its history."),
}
PART = N_("Only a part of the name stands here, or it is something of their own.")


class Elsewhere(QWidget):
    """``mended`` tells that one was dealt with and carries what changed."""

    mended = Signal(object)

    def __init__(self, vault: Vault, found: Sequence[Told]) -> None:
        super().__init__()
        self._vault = vault
        self._rows = column(gap=12)
        self.setLayout(self._rows)
        self.fill(found)

    def fill(self, found: Sequence[Told]) -> None:
        """Show these."""
        self._left = list(found)
        self._draw()

    def left(self) -> int:
        """Return how many were not dealt with."""
        return len(self._left)

    def _draw(self) -> None:
        emptied(self._rows)
        self._rows.addWidget(text(tr(LOOK if self._left else NOWHERE), "sub"))
        for number, one in enumerate(self._left[:MOST], 1):
            self._rows.addWidget(self._row(number, one))
        if len(self._left) > MOST:
            rest = len(self._left) - MOST
            self._rows.addWidget(text(ngettext("… and {n} more", "… and {n} more", rest), "small"))

    def _row(self, number: int, one: Told) -> QWidget:
        place = _place(one)
        things: list[Thing] = [rule(), heading(place, 3)]
        if one.mention.when in WHEN:
            things.append(text(tr(WHEN[one.mention.when]), "sub"))
        elif not one.mention.whole:
            things.append(text(tr(PART), "sub"))
        numbered = tr(N_("{number}. {place}"), number=number, place=place)
        wipe = button(
            tr(N_("Wipe it")), lambda: self._wipe(one), name=tr(N_("Wipe it: {place}"), place=numbered)
        )
        if one.change:
            box = QPlainTextEdit(one.words)
            box.setAccessibleName(tr(N_("The words of {place}"), place=numbered))
            box.setTabChangesFocus(True)
            box.setFixedHeight(px(HIGH))
            name = tr(N_("Keep these words: {place}"), place=numbered)
            keep = button(tr(N_("Keep these words")), lambda: self._mend(one, box), name=name)
            leave = button(
                tr(N_("Leave it")),
                lambda: self._over(one, None),
                "quiet",
                name=tr(N_("Leave it: {place}"), place=numbered),
            )
            things += [box, flow(keep, leave)]
        else:
            things.append(flow(wipe))
        return boxed(column(*things, gap=8))

    def _mend(self, one: Told, box: QPlainTextEdit) -> None:
        words = box.toPlainText()
        self._do(one, lambda: mend_mention(self._vault, one.mention, words))

    def _wipe(self, one: Told) -> None:
        self._do(one, lambda: forget_mention(self._vault, one.mention))

    def _do(self, one: Told, what: Callable[[], Changed]) -> None:
        tasks.run(self, what, partial(self._over, one), partial(errors.tell, self), Lane.ACT)

    def _over(self, one: Told, changed: Changed | None) -> None:
        if one in self._left:
            self._left.remove(one)
        self._draw()
        said = ngettext("{n} text is left to look at.", "{n} texts are left to look at.", len(self._left))
        announce(self, said)
        if changed is not None:
            self.mended.emit(changed)


def _place(one: Told) -> str:
    place = tr(PLACE, kind=one.kind, record=isolated(one.record)) if one.record else one.kind
    return tr(PLACE_FIELD, place=place, field=one.field) if one.field else place
