"""The form in which one thing is asked of the records of a list: what about, and which answers fit."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame

from ui.forms.choosing import NO, YES, Several
from ui.forms.editor import Editor
from ui.forms.editors import editor_for
from ui.forms.linking import LongChoice
from ui.screens.filters.period import Period
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, emptied, flow
from ui.widgets.notice import Notice
from ui.widgets.words import text
from vcse_desktop.actions.filter_offer import Offered
from vcse_desktop.actions.filtering import ELSEWHERE, Part
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Field, Kind

WHAT = N_("What shall be looked at?")
WHICH = N_("Which of these?")
NOTHING = N_("Choose something first, or close this. The list stays as it is.")
BLANK = N_("Where it was not recorded, too")


class Asking(QFrame):
    """``asked`` carries the Part that was put together; ``leaving`` is the wish to close it."""

    asked = Signal(object)
    leaving = Signal()

    def __init__(self, offered: Offered) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._offered = offered
        self._questions = {one.code: one for one in offered.questions}
        self.what = LongChoice(tr(WHAT), [(one.code, tr(one.label)) for one in offered.questions])
        self.what.name(tr(WHAT), "")
        self.answer: Editor | Period | None = None
        self.blank = QCheckBox(tr(BLANK))
        self.notice = Notice()
        self._place = column(gap=8)
        self._holder = boxed(self._place)
        self._holder.hide()
        self.add = button(tr(N_("Show these")), self.give, "primary")
        leave = button(tr(N_("Close")), self.leaving.emit, "quiet", picture="close")
        top = column(text(tr(WHAT), "label", buddy=self.what.control), self.what, gap=6)
        self.setLayout(column(top, self._holder, self.notice, flow(self.add, leave), gap=16, margin=16))
        self.setFocusProxy(self.what.control)
        self.what.picker.picked.connect(lambda _: self._ask())

    def question(self) -> Field | None:
        """Return what is asked about, None while that is not chosen."""
        return self._questions.get(str(self.what.value() or ""))

    def _ask(self) -> None:
        emptied(self._place)
        self.answer = None
        self.notice.clear()
        chosen = self.question()
        self._holder.setVisible(chosen is not None)
        if chosen is None:
            return
        label = tr(chosen.label)
        if chosen.kind is Kind.DATE:
            self.answer = Period(label)
            self._place.addWidget(self.answer)
        else:
            self.answer = self._editor(chosen)
            self.answer.name(label, "")
            self._place.addLayout(
                column(text(tr(WHICH), "label", buddy=self.answer.control), self.answer, gap=6)
            )
        self.blank = QCheckBox(tr(BLANK))
        self._place.addWidget(self.blank)
        self.blank.setVisible(ELSEWHERE not in chosen.code)
        self.answer.setFocus()

    def _editor(self, chosen: Field) -> Editor:
        if chosen.kind is Kind.YES_NO_UNKNOWN:
            return Several(tr(chosen.label), [(YES, tr(N_("Yes"))), (NO, tr(N_("No")))])
        several = Kind.CHOICES if chosen.kind in (Kind.CHOICE, Kind.CHOICES) else Kind.LINKS
        to = chosen.to or ("place" if chosen.kind is Kind.PLACE else "")
        return editor_for(replace(chosen, kind=several, to=to), self._offered.lists, self._offered.names)

    def give(self) -> None:
        """Tell what is asked, or what is missing."""
        part = self._part()
        if part is not None:
            self.asked.emit(part)

    def _part(self) -> Part | None:
        made = self._put_together()
        if made is not None and made == Part(made.code):
            self.notice.say(tr(NOTHING), "info")
            (self.answer or self.what).setFocus()
            return None
        return made

    def _put_together(self) -> Part | None:
        chosen, blank = self.question(), self.blank.isChecked()
        if chosen is None or self.answer is None:
            return Part("")
        if isinstance(self.answer, Period):
            days = self.answer.days()
            if days is None:
                self.answer.first.box.setFocus()
                return None
            span, first, last = days
            return Part(chosen.code, span=span, first=first, last=last, blank=blank)
        given = self.answer.value()
        held = given if isinstance(given, list) else []
        choice = chosen.vocab or chosen.kind is Kind.YES_NO_UNKNOWN
        codes = tuple(one for one in held if isinstance(one, str) and choice)
        return Part(chosen.code, codes, tuple(one for one in held if isinstance(one, int)), blank=blank)
