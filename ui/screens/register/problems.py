"""What needs another look on a register: found before it is saved, and shown where it is."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from ui.screens.register.form import Register
from ui.widgets.accessible import announce
from ui.widgets.boxes import CountBox
from ui.widgets.scrolled import soon
from vcse_desktop.actions import registering
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.records.fields import Problem
from vcse_desktop.records.typed import NotUnderstood
from vcse_desktop.records.validation import show_problem

KEEP = N_("{question} Save again to keep it.")
LOOK = N_("{count} {first}")
ELSE = "else"
"""The place of a name that was typed, and nobody taken for it."""
TAKE = N_("Take this name from the list, or add it there as somebody new.")
NOBODY = N_("Nobody here is called that. Take a person from the list, or empty this box.")


def misread(register: Register) -> list[Problem]:
    """Return what was typed and means no number, day or length of time."""
    found = list(register.fields.values()[1])
    for person, tick in register.helpers.ticks.chosen().items():
        try:
            tick.minutes()
        except NotUnderstood as error:
            found.append(Problem(f"{registering.HELPED}.{person}", error.message))
    try:
        register.helpers.others()
    except NotUnderstood as error:
        found.append(Problem(registering.OTHERS, error.message))
    register.helpers.more.choice()  # who is called just that is ticked, and the box is empty
    if register.helpers.more.text():
        found.append(Problem(ELSE, TAKE if register.names["person"].may_add else NOBODY))
    return [*found, *register.tally.problems()]


def tell(register: Register, problems: Sequence[Problem]) -> None:
    """Show each where it is, say how many there are, and go to the first."""
    elsewhere = register.fields.show_problems(problems)
    register.asked = [one for one in elsewhere if one.asked]
    left = [one for one in elsewhere if not _shown(register, one)]
    register.notice.show_as("bad", "\n".join(map(_sentence, left)))
    if problems:
        count = ngettext("{n} answer needs another look.", "{n} answers need another look.", len(problems))
        announce(register, tr(LOOK, count=count, first=show_problem(problems[0])))
        place = _place(register, problems[0])
        if place is not None:
            place.setFocus()
            soon(place)


def known(register: Register) -> list[Problem]:
    """Return what was asked about and is to be kept."""
    return [*register.fields.known(), *register.asked]


def _shown(register: Register, problem: Problem) -> bool:
    """Show a problem beneath what it is about; False where that is nothing here."""
    sentence, tick = _sentence(problem), register.helpers.ticks.ticks.get(_who(problem))
    if problem.field == registering.SAID:
        register.said.show_problem(sentence)
    elif problem.field in {registering.OTHERS, ELSE}:
        register.helpers.show_problem(sentence, _box(register, problem))
    elif tick is not None:
        tick.show_problem(sentence)
    elif (counter := register.tally.at(problem.field)) is not None:
        counter.show_problem(sentence)
    else:
        return False
    return True


def _place(register: Register, problem: Problem) -> QWidget | None:
    """Return the control that a problem is about."""
    row, tick = register.fields.rows.get(problem.field), register.helpers.ticks.ticks.get(_who(problem))
    if row is not None:
        return row.asked() if problem.asked else row.editor.control
    if tick is not None:
        return tick.hours
    if (counter := register.tally.at(problem.field)) is not None:
        return counter.box
    return register.said.words if problem.field == registering.SAID else _box(register, problem)


def _box(register: Register, problem: Problem) -> QLineEdit | None:
    """Return the box of those who are not among the names that a problem is about."""
    helpers = register.helpers
    if problem.field == registering.OTHERS:
        return helpers.hours if _counts(helpers.number) else helpers.number
    return helpers.more.box if problem.field == ELSE else None


def _counts(box: CountBox) -> bool:
    try:
        box.count()
    except NotUnderstood:
        return False
    return True


def _who(problem: Problem) -> int:
    """Return the person in the place of a problem, 0 for none."""
    place, _, who = problem.field.partition(".")
    return int(who) if place in {registering.HELPED, registering.NEW} else 0


def _sentence(problem: Problem) -> str:
    sentence = show_problem(problem)
    return tr(KEEP, question=sentence) if problem.asked else sentence
