"""Somebody the file names, and who they are: a person who is known, and why, somebody new, or another one."""

from PySide6.QtWidgets import QFrame, QWidget

from ui.language import isolated
from ui.screens.import_table.chooser import show_choice
from ui.screens.import_table.course import Course
from ui.screens.import_table.said import short
from ui.widgets.chips import OneWithMeaning
from ui.widgets.frame import column
from ui.widgets.type_ahead import Suggestion, TypeAhead
from ui.widgets.words import text
from vcse_desktop.actions.imports.previewing import REASONS, Likely, PersonMatch
from vcse_desktop.actions.imports.proposing import NEW
from vcse_desktop.actions.suggesting import MOST, Names
from vcse_desktop.i18n import N_, ngettext, tr

SOMEBODY = N_("Who “{name}” is")
SAME = N_("The same person as {name}")
SOMEBODY_NEW = N_("Somebody new")
NEW_IS = N_("They are added to your people.")
OTHER = N_("Somebody else that you have")
OTHER_IS = N_("Type a few letters of the name.")
ALSO = N_("Also written: {names}")
SUGGESTED = N_("Suggested: {answer}")
BECAUSE = N_("{name}: {reasons}.")
ANOTHER = "another"


class OnePerson(QFrame):
    """Nobody is chosen beforehand where it is not certain."""

    def __init__(self, course: Course, match: PersonMatch, people: Names) -> None:
        super().__init__()
        self.setProperty("k", "card")
        self._course, self.match, self._people = course, match, people
        name = isolated(match.words[0])
        self._likely = {str(one.id): one for one in match.likely}
        chosen = match.person
        known = [
            (str(one.id), tr(SAME, name=isolated(short(one.name))), _who(one, people)) for one in match.likely
        ]
        offer = [*known, (str(NEW), tr(SOMEBODY_NEW), tr(NEW_IS)), (ANOTHER, tr(OTHER), tr(OTHER_IS))]
        self.choices = OneWithMeaning(tr(SOMEBODY, name=name), offer)
        self.choices.chosen.connect(self._chosen)
        for one in self.choices.buttons.values():
            said = (tr(SOMEBODY, name=name), one.accessibleDescription())
            one.setAccessibleDescription(tr(N_("{question}. {meaning}"), question=said[0], meaning=said[1]))
        title = tr(N_("Who is {name}?"), name=name)
        self.box = TypeAhead(title, tr(N_("Start typing a name")), self._offers)
        self.box.picked.connect(self._picked)
        times = ngettext("In the file once.", "In the file {n} times.", match.times)
        parts: list[QWidget] = [text(title, "label"), text(times, "small")]
        if len(match.words) > 1:
            others = ", ".join(map(isolated, match.words[1:]))
            parts.append(text(tr(ALSO, names=others), "small"))
        if match.person is None and match.suggested is not None:
            found = next((one for one in match.likely if one.id == match.suggested), None)
            likely = tr(SAME, name=isolated(found.name)) if found is not None else tr(SOMEBODY_NEW)
            parts.append(text(tr(SUGGESTED, answer=likely), "small"))
        self.setLayout(column(*parts, self.choices, self.box, gap=8, margin=16))
        self._was = chosen
        self.renew()

    def begin(self) -> QWidget:
        """Return the control that the answer begins in."""
        return self.choices

    def is_open(self) -> bool:
        """Say whether nobody has said who it is."""
        return self._person() is None

    def renew(self) -> None:
        """Show who it is by now."""
        person = self._person()
        code = None if person is None else str(person)
        if code is not None and code not in self.choices.buttons:
            found = self._people.get(int(code))
            if found is not None and self.box.choice() is None:
                self.box.pick(Suggestion(found.id, found.text, found.hint))
            code = ANOTHER
        if code != self.choices.code() and not (code is None and self.choices.code() == ANOTHER):
            show_choice(self.choices, code)
        self.box.setVisible(self.choices.code() == ANOTHER)

    def _person(self) -> int | None:
        plan = self._course.plan
        chosen = plan.people.get(self.match.key) if plan is not None else None
        return self.match.person if chosen is None else chosen

    def _chosen(self) -> None:
        code = self.choices.code()
        self.box.setVisible(code == ANOTHER)
        if code == ANOTHER:
            if self.choices.buttons[ANOTHER].hasFocus():
                self.box.setFocus()
        elif code is not None:
            self._settle(int(code))

    def _picked(self, suggestion: Suggestion | None) -> None:
        if suggestion is not None and suggestion.id is not None and self.choices.code() == ANOTHER:
            self._settle(int(suggestion.id))

    def _settle(self, person: int) -> None:
        if self._course.plan is not None:
            self._course.change(self._course.plan.with_person(self.match.key, person))

    def _offers(self, words: str) -> list[Suggestion]:
        found = self._people.suggest(words, MOST) if words else []
        return [Suggestion(one.id, one.text, one.hint) for one in found]


def _who(one: Likely, people: Names) -> str:
    """Return who somebody may be, with what tells them from a namesake, and why."""
    found = people.get(one.id)
    name = isolated(one.name)
    if found is not None and found.hint:
        name = tr(N_("{name}, {hint}"), name=name, hint=isolated(found.hint))
    known = ", ".join(tr(REASONS[code]) for code in one.why if code in REASONS)
    return tr(BECAUSE, name=name, reasons=known) if known else name
