"""Who helped at a session: names to tick with their hours, somebody else by name, and others without."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.forms.linking import asking
from ui.forms.written import written
from ui.language import isolated, plain
from ui.screens.register.pair import Pair
from ui.screens.register.ticks import Ticks
from ui.widgets.accessible import announce
from ui.widgets.boxes import LONGEST, CountBox, mark_wrong
from ui.widgets.chips import OneOf
from ui.widgets.frame import boxed, column, field
from ui.widgets.lengths import in_words
from ui.widgets.remark import Remark
from ui.widgets.type_ahead import Suggestion, TypeAhead
from ui.widgets.words import heading, text
from vcse_desktop.actions.sheets import Sheet
from vcse_desktop.actions.suggesting import Names
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records import typed
from vcse_desktop.records.fields import Kind
from vcse_desktop.records.typed import NotUnderstood

HEADING = N_("Who helped?")
HELP = N_("Tick who helped, with their hours.")
HELP_AS_LAST = N_("Tick who helped. The hours are as last time: change them where they were not.")
ELSE, WHO = N_("Somebody else who helped"), N_("Name of a helper")
REMOVED = N_("Somebody who was removed")
NARROW_EM = 18
EACH, ALTOGETHER = "each", "altogether"
TICKED = N_("{name} is ticked.")


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the part: for each person the name, whether it is ticked, and the hours; the boxes."""

    ticks: Mapping[int, tuple[str, bool, str]]
    new: Mapping[int, str]
    boxes: tuple[str, str, str]
    per: str | None


class Helpers(QWidget):
    """``changed`` tells each change."""

    changed = Signal()

    def __init__(self, sheet: Sheet, names: Names) -> None:
        super().__init__()
        self.new: dict[int, str] = {}
        self.ticks = Ticks()
        self._help = text(tr(HELP), "small")
        self.more = TypeAhead(tr(ELSE), tr(N_("Type a name")), asking("person", names))
        self._else = text(tr(ELSE), "label", buddy=self.more)
        self.number = CountBox(tr(N_("Others, without a name")))
        self.hours = QLineEdit()
        self.hours.setMaxLength(LONGEST)
        self.per = OneOf(
            tr(N_("Those hours are")), [(EACH, tr(N_("each"))), (ALTOGETHER, tr(N_("altogether")))], EACH
        )
        self._not_taken, self._problem = Remark(self.more), Remark(self.number)
        self.sum = text("", "sub")
        self._stand()
        self.offer(sheet)
        self.fill(sheet.now.helped, sheet.now.others, sheet.now.others_minutes)
        self.more.picked.connect(self._picked)
        for signal in (self.ticks.changed, self.per.chosen):
            signal.connect(self._altered)
        for box in (self.more.box, self.number, self.hours):
            box.textChanged.connect(self._altered)

    def _stand(self) -> None:
        hours = boxed(field(tr(N_("Their hours")), self.hours))
        whose = boxed(column(text(tr(N_("Those hours are")), "label"), self.per, gap=6))
        unnamed = Pair(
            boxed(field(tr(N_("Others, without a name")), self.number)), Pair(hours, whose, NARROW_EM)
        )
        self.hours.setPlaceholderText(tr(N_("1h30 or 2")))
        self.setLayout(
            column(
                heading(tr(HEADING), 2),
                self._help,
                self.ticks,
                column(self._else, self.more, self._not_taken, gap=6),
                unnamed,
                self._problem,
                self.sum,
            )
        )

    def offer(self, sheet: Sheet) -> None:
        """Offer the names of another sheet, too; what is filled in stays."""
        self._usual = sheet.usual
        self._help.setText(tr(HELP_AS_LAST if any(sheet.minutes.values()) else HELP))
        for person in sheet.helpers:
            name = sheet.names.get(person) or tr(REMOVED)
            self.ticks.add(person, name, sheet.minutes.get(person) or sheet.usual)
        self._altered()

    def fill(self, helped: Mapping[int, int | None], others: int | None, minutes: int | None) -> None:
        """Show who helped, and how many others with how many minutes altogether."""
        self.ticks.choose(helped)
        self.number.set_count(others)
        each = bool(others and minutes is not None and minutes % others == 0)
        shown = minutes // others if each and others and minutes is not None else minutes
        self.hours.setText(written(Kind.HOURS, shown))
        self.per.choose(EACH if each or minutes is None else ALTOGETHER)
        self._altered()

    def helped(self) -> dict[int, int | None]:
        """Return the minutes of everybody who is ticked; raises NotUnderstood."""
        return {person: tick.minutes() for person, tick in self.ticks.chosen().items()}

    def others(self) -> tuple[int | None, int | None]:
        """Return how many others, and their minutes altogether; raises NotUnderstood."""
        number, words = self.number.count(), self.hours.text().strip()
        minutes = typed.minutes(words) if words else None
        if minutes is not None and self.per.code() == EACH:
            minutes *= 1 if number is None else number
        return number, minutes

    def typed(self) -> Typed:
        """Return who is ticked or not with their hours, and the other boxes, as they were typed."""
        ticks = {who: (t.person, t.box.isChecked(), t.hours.text()) for who, t in self.ticks.ticks.items()}
        boxes = (self.more.text(), self.number.text(), self.hours.text())
        return Typed(ticks, dict(self.new), boxes, self.per.code())

    def type_again(self, typed: Typed) -> None:
        """Fill in what ``typed`` returned."""
        self.new = dict(typed.new)
        for person, (name, on, hours) in typed.ticks.items():
            tick = self.ticks.add(person, name)
            tick.box.setChecked(on)
            tick.hours.setText(hours)
        for box, words in zip((self.more.box, self.number, self.hours), typed.boxes, strict=True):
            box.setText(words)
        self.per.choose(typed.per)

    def show_problem(self, sentence: str, box: QLineEdit | None = None) -> None:
        """Say beneath one of the boxes what is wrong there; "" for nothing in any of them."""
        for one in (self.more.box, self.number, self.hours):
            said = sentence if one is box else ""
            mark_wrong(one, bool(said))
            one.setAccessibleDescription(plain(said))
        self._not_taken.show_as(sentence if box is self.more.box else "")
        self._problem.show_as("" if box is self.more.box else sentence)

    def _picked(self, chosen: Suggestion | None) -> None:
        if chosen is None:
            return
        name = self.more.text() if chosen.id is None else chosen.text
        person = -len(self.new) - 1 if chosen.id is None else int(chosen.id)
        if chosen.id is None:
            person = next((one for one, called in self.new.items() if called == name), person)
            self.new[person] = name
        self.ticks.add(person, name, self._usual).box.setChecked(True)
        self.more.clear()
        announce(self, tr(TICKED, name=isolated(name)))

    def _altered(self) -> None:
        self.show_problem("")
        self.sum.setText(self.in_words())
        self.sum.setVisible(bool(self.sum.text()))
        listed = bool(self.ticks.ticks)
        for part in (self._help, self.ticks):
            part.setVisible(listed)
        called = tr(ELSE if listed else WHO)
        self._else.setText(called)
        self.more.setAccessibleName(called)
        self.more.box.setAccessibleName(called)
        self.changed.emit()

    def in_words(self) -> str:
        """Return how many helped and for how long, as far as it can be understood."""
        try:
            (number, minutes), helped = self.others(), self.helped()
        except NotUnderstood:
            return ""
        known = [one for one in (*helped.values(), minutes) if one is not None]
        heads = ngettext("{n} helper", "{n} helpers", len(helped) + (number or 0))
        if not known:
            return heads if helped or number else ""
        return tr(N_("{helpers}, {time} altogether"), helpers=heads, time=in_words(sum(known)))
