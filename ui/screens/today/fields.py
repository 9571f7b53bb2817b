"""The fields of the form for hours: who, doing what, how long, when, how sure; and what they begin with."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QCheckBox

from ui.screens.today.altogether import altogether
from ui.screens.today.usual import UsualHours, id_of
from ui.screens.today.who import EACH, Who
from ui.widgets.boxes import DateBox, HoursBox
from ui.widgets.chips import OneOf
from ui.widgets.type_ahead import Suggestion, TypeAhead
from ui.widgets.words import text
from vcse_desktop.actions.suggesting import MOST, Names
from vcse_desktop.actions.today import LastTime, Offered
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.vocabularies import label, lists

OFFERS = (30, 60, 90, 120, 180, 240)
"""Minutes that the chips offer."""
COUNTED, ROUGH = "counted", ("estimated", "remembered")
"""How sure one is: unless one says otherwise, and otherwise."""


class HoursFields(QObject):
    """The controls, not yet on a page."""

    def __init__(self) -> None:
        super().__init__()
        self._activities = Names()
        self.who = Who()
        self.what = TypeAhead(tr(N_("Doing what")), tr(N_("An activity, or leave empty")), self._offers)
        self.hours = HoursBox(tr(N_("How long")), OFFERS)
        self.usual = UsualHours(self.hours)
        self.altogether = text("", "small")
        self.when = DateBox(tr(N_("When")))
        self.rough = QCheckBox(tr(N_("Not counted at the time")))
        words = [(code, label(lists(), "certainty", code)) for code in ROUGH]
        self.sure = OneOf(tr(N_("How sure?")), words, ROUGH[0])
        self.sure.hide()
        self.rough.toggled.connect(self.sure.setVisible)
        self.what.picked.connect(self._named)
        self.who.box.picked.connect(self._named)
        self.who.changed.connect(lambda: self._named(self.who.unnamed.isChecked()))
        for changed in (
            self.hours.changed,
            self.who.count.textChanged,
            self.who.way.chosen,
            self.who.changed,
        ):
            changed.connect(self._tell)
        self._tell()
        self.first = self.state()

    def offer(self, offered: Offered) -> None:
        """Offer these from now on."""
        with _by_itself(self):
            self.who.set_people(offered.people)
            self._activities = offered.activities
            self.usual.know(offered.usual_hours)
            for code, words in offered.certainties:
                if code in self.sure.buttons:
                    self.sure.buttons[code].setText(words)
            if self.what.choice() is not None:
                self.usual.offer(id_of(self.what.choice()))

    def begin_with(self, last: LastTime) -> None:
        """Begin where the last time was, as far as nothing was typed yet."""
        with _by_itself(self):
            if last == self.usual.last:
                return
            found = self._activities.get(last.activity or 0)
            if last.activity and found is None:
                return  # it was made a moment ago: the next answer brings its name
            self.usual.last = last
            if found is not None and not self.what.text():
                self.what.picked.disconnect(self._named)  # the program chose it: that is no sign of anybody
                self.what.pick(Suggestion(found.id, found.text))
                self.what.picked.connect(self._named)
            self.usual.offer(id_of(self.what.choice()))

    def next_one(self) -> None:
        """Be ready for the next: whom alone it asks for again."""
        self.who.clear()
        self.who.clear_problem()
        self.rough.setChecked(False)
        self.usual.begin_anew()
        self.first = self.state()

    def is_typed(self) -> bool:
        """Say whether somebody has typed or chosen something that is not logged yet."""
        return self.state() != self.first

    def minutes(self, people: int | None) -> int | None:
        """Return the minutes altogether, None when none were written; raises NotUnderstood."""
        minutes = self.hours.minutes()
        each = people is not None and self.who.way.code() == EACH
        return minutes * (people or 0) if each and minutes is not None else minutes

    def certainty(self) -> str | None:
        """Return the code of how sure one is."""
        return self.sure.code() if self.rough.isChecked() else COUNTED

    def state(self) -> object:
        """Return what stands in the fields, to see whether it has changed."""
        boxes = (self.who.box.box, self.who.count, self.what.box, self.hours.box, self.when.box)
        chosen = (self.when.chips.code(), self.certainty(), self.who.way.code(), self.who.unnamed.isChecked())
        return (*(box.text() for box in boxes), *chosen)

    def _named(self, picked: object) -> None:
        """Take it that somebody is named, or a number of people, or what they did."""
        if picked:
            self.usual.named(id_of(self.what.choice()))

    def _offers(self, words: str) -> list[Suggestion]:
        found = self._activities.suggest(words) if words else self._activities.names[:MOST]
        return [Suggestion(one.id, one.text, one.hint) for one in found]

    def _tell(self) -> None:
        """Say for a number of people both: what each gave, and what that is altogether."""
        sentence = altogether(self.who, self.hours)
        self.altogether.setText(sentence)
        self.altogether.setVisible(bool(sentence))


@contextmanager
def _by_itself(fields: HoursFields) -> Iterator[None]:
    """Let what changes meanwhile be what the form begins with, unless somebody has typed already."""
    before = fields.is_typed()
    yield
    if not before:
        fields.first = fields.state()
