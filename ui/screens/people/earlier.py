"""Earlier contacts without a name, to be ticked by whoever knows that they were with this person."""

from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from ui import errors, tasks
from ui.language import isolated, plain, spoken
from ui.screens.desk import Desk
from ui.screens.explained import explained
from ui.screens.keyed import going_back
from ui.screens.people.whose import IT_WAS
from ui.screens.timeline.lines import NO_DAY
from ui.tasks import Lane
from ui.widgets import dates
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.words import heading, marked, text, under_words
from vcse_desktop.actions.changed import Changed
from vcse_desktop.actions.whose import AllUnnamed, Unnamed, put_name, unnamed
from vcse_desktop.i18n import N_, ngettext, tr

TITLE = N_("An earlier contact with {name}")
WHAT = N_(
    "Tick the contacts that were with them. Each stays counted as it was, and now has a name. "
    "Undo parts them again."
)
NONE = N_("There is no support without a name.")
CHOOSE_ONE = N_("Tick at least one, or go back: then nothing changes.")
HINTED, NO_HINT = N_("{day}, {hint}"), N_("No hint was written.")


class Earlier(QFrame):
    """``ended`` is the wish to go back, or that it is noted who they were."""

    ended = Signal()

    def __init__(self, desk: Desk, person: int, name: str) -> None:
        super().__init__()
        self.setProperty("k", "card")
        explained(self, "support")
        self._desk, self._person, self._name = desk, person, name
        title = tr(TITLE, name=isolated(name))
        self.setAccessibleName(title)
        self.title = marked(heading(title, 2))
        self.ticks: dict[int, QCheckBox] = {}
        self._lines = column(gap=8)
        self._told = Notice("info")
        self._more = text("", "small")
        self.keep = button(tr(N_("These were with them")), self._keep, "primary")
        self.keep.hide()
        self.setLayout(
            column(
                going_back(self.ended.emit),
                self.title,
                text(tr(WHAT), "sub"),
                self._lines,
                self._more,
                self._told,
                flow(self.keep),
                None,
                gap=12,
                margin=20,
            )
        )
        vault, language = desk.vault, spoken()
        tasks.run(self, lambda: unnamed(vault, language), self._show, partial(errors.tell, self))

    def _show(self, found: AllUnnamed) -> None:
        emptied(self._lines)
        self.ticks = {}
        for one in found.contacts:
            self._lines.addWidget(self._line(one))
        if not found.contacts:
            self._lines.addWidget(text(tr(NONE)))
        rest = found.found - len(found.contacts)
        older = ngettext("{n} older one is not shown.", "{n} older ones are not shown.", rest)
        self._more.setText(older if rest else "")
        self._more.setVisible(bool(rest))
        self.keep.setVisible(bool(found.contacts))

    def _line(self, one: Unnamed) -> QFrame:
        day = dates.in_words(date.fromisoformat(one.day)) if one.day else tr(NO_DAY)
        tick = QCheckBox(day)
        tick.setProperty("k", "person")
        hint = one.hint or tr(NO_HINT)
        tick.setAccessibleName(plain(tr(HINTED, day=day, hint=isolated(hint))))
        tick.setAccessibleDescription(plain(one.what))
        tick.toggled.connect(lambda _: self._told.clear())
        self.ticks[one.id] = tick
        holder = QFrame()
        under = [
            under_words(text(isolated(hint), "" if one.hint else "sub")),
            *([under_words(text(one.what, "small"))] if one.what else []),
        ]
        holder.setLayout(column(tick, boxed(column(*under, gap=2)), gap=2))
        return holder

    def _keep(self) -> None:
        chosen = [one for one, tick in self.ticks.items() if tick.isChecked()]
        if not chosen:
            self._told.say(tr(CHOOSE_ONE), "info")
            return
        vault, person = self._desk.vault, self._person
        work = lambda: put_name(vault, "support", chosen, person)  # noqa: E731
        tasks.run(self, work, self._done, partial(errors.tell, self), Lane.ACT)

    def _done(self, changed: Changed) -> None:
        self.ended.emit()
        self._desk.did(tr(IT_WAS, name=isolated(self._name)), changed)
