"""What was sent and received: each with its partner, its days and how it stands, and what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.screens.keyed import keyed
from ui.screens.packs.lines import Verb, line_received, line_sent
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, card, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.words import heading, text
from vcse_desktop.actions.documents import Received
from vcse_desktop.actions.sending import Sent
from vcse_desktop.i18n import N_, tr

EMPTY = N_("No packs yet. A pack is a signed summary you can hand to a partner.")
NOTHING_CAME = N_(
    "Nothing yet. What you check under “Check a pack” stands here, once you have compared the digits of "
    "whoever signed it."
)
HERE = N_(
    "These were signed and saved here. The program sends nothing, so it does not know what was handed over. "
    "To look at one again, check its file under “Check a pack”."
)
KEEPER = N_("A keeper can replace a pack or take it back.")


class PacksList(QWidget):
    """``making`` is the wish for a new pack, ``saving`` for a table of the list. ``asked`` carries one of
    ``lines.Verb`` and the pack that it is about."""

    making = Signal()
    saving = Signal()
    asked = Signal(object, object)

    def __init__(self, *, keeper: bool) -> None:
        super().__init__()
        self._keeper = keeper
        self.form: QWidget | None = None
        self._lines, self._place = column(gap=12), column(gap=12)
        self.new = button(tr(N_("New pack")), self.making.emit, "primary", picture="add")
        self._begin = keyed(self.new, tr(N_("Ctrl+N")))
        self.table = button(tr(N_("Save this list as a table…")), self.saving.emit, picture="file")
        self._save = flow(self.table)
        self.notice = Notice("ok")
        things = (self._begin, self.notice, boxed(self._place), boxed(self._lines), self._save, None)
        self._whole = column(*things, gap=16)
        self.setLayout(self._whole)

    def show_packs(
        self, packs: Sequence[Sent], missing: Sequence[str] = (), received: Sequence[Received] = ()
    ) -> None:
        """Show these, or what to do when there are none; ``missing`` says what else was sent."""
        held = self.new.hasFocus()
        self._whole.insertWidget(0, self._begin)  # out of what goes now
        emptied(self._lines)
        for thing in [*self._sent(packs, missing), heading(tr(N_("Received")), 2)]:
            self._lines.addWidget(thing)
        for came in received:
            self._lines.addWidget(line_received(came))
        if not received:
            self._lines.addWidget(card(text(tr(NOTHING_CAME))))
        self._begin.show()
        self._save.setVisible(bool(packs or received))
        if held:
            self.new.setFocus()

    def stand(self, form: QWidget | None) -> None:
        """Show a form over the list, or none; the list itself stays."""
        emptied(self._place)
        self.form = form
        self.notice.clear()
        if form is None:
            self.new.setFocus()
            return
        self._place.addWidget(form)
        form.show()
        form.setFocus()

    def _sent(self, packs: Sequence[Sent], missing: Sequence[str]) -> list[QWidget]:
        verbs = self.asked.emit if self._keeper else None
        if not packs:
            return [*map(text, missing), card(text(tr(EMPTY)), self._begin)]
        said = [text(tr(HERE), "sub"), *([] if self._keeper else [text(tr(KEEPER), "sub")])]
        lines = [line_sent(pack, verbs) for pack in packs]
        return [heading(tr(N_("Sent")), 2), *said, *map(text, missing), *lines]


__all__ = ["PacksList", "Verb"]
