"""Step 3 of an import: who of those in the file is whom, and which of its rows are there already."""

from functools import partial

from PySide6.QtWidgets import QWidget

from ui import errors, tasks
from ui.screens.import_table.course import Course, agree
from ui.screens.import_table.leaves import Leaves
from ui.screens.import_table.one_double import OneDouble
from ui.screens.import_table.one_person import OnePerson
from ui.screens.import_table.said import DOUBLES
from ui.screens.import_table.stages import met
from ui.tasks import Lane
from ui.widgets.buttons import button
from ui.widgets.frame import boxed, column, flow
from ui.widgets.words import heading, text
from vcse_desktop.actions.imports.previewing import PersonMatch, Seeming
from vcse_desktop.actions.imports.proposing import NEW, Double, How
from vcse_desktop.actions.suggesting import Names, people
from vcse_desktop.i18n import N_, ngettext, tr

TITLE = N_("Who is who")
WHO = N_("These names are like people whom you have. Say who they are; nobody is joined by guessing.")
CERTAIN = N_("Those who are certain")
THERE = N_("Rows that seem to be there already")
AGREE = N_("Agree to all suggestions")
REST_NEW = N_("All others here are somebody new")
ALL = {
    Double.LEAVE: N_("Leave all of them out"),
    Double.FILL: N_("Fill what is blank, in all of them"),
    Double.NEW: N_("Bring all of them in as others"),
}
NOTHING = N_("Nobody in the file is like anybody whom you have.")


class People(QWidget):
    """Those who are asked about stand before those who are certain."""

    def __init__(self, course: Course) -> None:
        super().__init__()
        self._course = course
        self._names: Names | None = None
        self._opened = False
        self.agree = button(tr(AGREE), partial(agree, course))
        self.rest = button(tr(REST_NEW), self._rest)
        self._new = text("", "sub")
        title = tr(TITLE)
        self.people = Leaves[PersonMatch, OnePerson](title, self._person, lambda one: (one.key, one.likely))
        self.there = Leaves[Seeming, OneDouble](
            tr(THERE), self._double, lambda one: (one.spot, one.record, one.row, one.offered)
        )
        self.certain = Leaves[PersonMatch, OnePerson](
            tr(CERTAIN), self._person, lambda one: (one.key, one.likely)
        )
        self._certain = text("", "sub")
        self.open = button(tr(N_("Show those who are certain")), self._open)
        sure = boxed(column(self._certain, flow(self.open), self.certain, gap=12))
        self._asked = boxed(column(text(tr(WHO)), flow(self.rest), self.people, gap=12))
        self._who = boxed(column(heading(title, 3), self._new, self._asked, sure, gap=12))
        self.all = {one: button(tr(ALL[one]), partial(self._all, one)) for one in DOUBLES}
        self._rows = boxed(column(heading(tr(THERE), 3), flow(*self.all.values()), self.there, gap=12))
        self._nothing = text(tr(NOTHING))
        self.setLayout(column(flow(self.agree), self._nothing, self._who, self._rows, gap=16))
        self.renew()
        vault = course.vault
        tasks.run(self, lambda: people(vault), self._took, partial(errors.tell, self), Lane.LOOK)

    def begin(self) -> QWidget:
        """Return the first control that still waits for an answer, else the first there is."""
        who = next((at for at, one in enumerate(self.people.things) if self._who_waits(one)), None)
        row = next((at for at, one in enumerate(self.there.things) if self._row_waits(one)), None)
        found: OnePerson | OneDouble | None = None
        if who is not None:
            found = self.people.turn_to(who)
        elif row is not None:
            found = self.there.turn_to(row)
        found = found or next(iter(self._parts()), None)
        if found is None:
            return self.open if not self.open.isHidden() else self.agree
        return found.begin()

    def renew(self) -> None:
        """Show who is asked about by now."""
        shown, plan = self._course.shown, self._course.plan
        if shown is None or plan is None:
            return
        found, known = met(shown), self._names is not None
        asked = [one for one in found if one.person is None or one.how is How.CHOSEN]
        certain = [one for one in found if one not in asked]
        self.people.show_things(asked if known else [])
        self.certain.show_things(certain if known and self._opened else [])
        said = ngettext("{n} person is certain.", "{n} people are certain.", len(certain)) if certain else ""
        self._certain.setText(said)
        self._certain.setVisible(bool(certain))
        self.open.setVisible(bool(certain) and not self._opened)
        self._asked.setVisible(bool(asked))
        self.there.show_things(shown.seeming if known else [])
        for part in self._parts():
            part.renew()
        new = len(shown.people) - len(found)
        said = ngettext("{n} person is new to you.", "{n} people are new to you.", new) if new else ""
        self._new.setText(said)
        self._new.setVisible(bool(said))
        self._who.setVisible(bool(found))
        self._rows.setVisible(bool(shown.seeming))
        self._nothing.setVisible(not (found or shown.seeming))
        waits = any(self._who_waits(one) for one in found) or any(map(self._row_waits, shown.seeming))
        self.agree.setVisible(waits)
        self.rest.setVisible(sum(self._who_waits(one) for one in found) > 1)
        for what, each in self.all.items():
            each.setVisible(len(shown.seeming) > 1 and all(what in one.offered for one in shown.seeming))

    def _took(self, names: Names) -> None:
        self._names = names
        self.renew()
        if self.isVisible():
            self.begin().setFocus()

    def _parts(self) -> list[OnePerson | OneDouble]:
        return [*self.people.parts(), *self.certain.parts(), *self.there.parts()]

    def _open(self) -> None:
        """Show those about whom there is no doubt, so that somebody can say otherwise."""
        self._opened = True
        self.renew()
        for one in self.certain.parts()[:1]:
            one.begin().setFocus()

    def _who_waits(self, one: PersonMatch) -> bool:
        plan = self._course.plan
        return one.person is None and plan is not None and one.key not in plan.people

    def _row_waits(self, one: Seeming) -> bool:
        plan = self._course.plan
        return one.what is None and plan is not None and one.spot not in plan.doubles

    def _person(self, match: PersonMatch) -> OnePerson:
        return OnePerson(self._course, match, self._names or Names())

    def _double(self, seeming: Seeming) -> OneDouble:
        return OneDouble(self._course, seeming, self._names or Names())

    def _rest(self) -> None:
        """Take everybody that still waits for somebody new."""
        plan = self._course.plan
        for one in self.people.things:
            if plan is not None and self._who_waits(one):
                plan = plan.with_person(one.key, NEW)
        if plan is not None:
            self._course.change(plan)
        self.renew()
        self.begin().setFocus()

    def _all(self, what: Double) -> None:
        """Do the same with every row that seems to be there."""
        plan = self._course.plan
        if plan is not None:
            self._course.change(plan.with_doubles([one.spot for one in self.there.things], what))
        self.renew()
