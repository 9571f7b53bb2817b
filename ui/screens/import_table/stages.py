"""The steps of bringing in a file: what each is called, what it has to show, and what still waits in it."""

from collections.abc import Mapping

from vcse_desktop.actions.imports.previewing import PersonMatch, Preview, Question, ValueMatch
from vcse_desktop.actions.imports.proposing import NEW, WHOLE, How, Plan
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES

FILE, TABLE, COLUMNS, QUESTIONS, PEOPLE, PROBLEMS, ENTIRE, DONE = range(8)
HEADINGS: Mapping[int, str] = {
    FILE: N_("Step 1 of 5: Choose a file"),
    TABLE: N_("Step 2 of 5: Where the table is, and what it holds"),
    COLUMNS: N_("Step 3 of 5: What each column is"),
    QUESTIONS: N_("Step 3 of 5: Questions about the file"),
    PEOPLE: N_("Step 3 of 5: Who is who, and what is there already"),
    PROBLEMS: N_("Step 4 of 5: Cells that need another look"),
    ENTIRE: N_("Step 5 of 5: Exactly what will be made"),
    DONE: N_("It is in"),
}
ALWAYS = "always:"
"""How the key of a question begins that asks what holds for every row."""
ASKING = (QUESTIONS, PEOPLE, PROBLEMS)


def answer_of(plan: Plan, one: Question) -> str:
    """Return what was answered, now or when it was worked out last; "" for nothing."""
    if one.key.startswith(ALWAYS):
        return plan.always.get(one.key.removeprefix(ALWAYS), "")
    return plan.answers.get(one.key, "")


def chosen_for(plan: Plan, one: ValueMatch) -> str | None:
    """Return the code that somebody has chosen for words, "" for none of them, None where nobody did."""
    return plan.values.get((one.target, folded(one.words).strip(" .")))


def of_list(plan: Plan, one: ValueMatch) -> bool:
    """Say whether words are of a list of choices, and not the name of a record."""
    code = one.target.partition(".")[0]
    return any(field.code == code and field.vocab for field in TABLES[plan.kind].fields)


def unknown(plan: Plan, one: ValueMatch) -> bool:
    """Say whether these are words of a list that nobody has said the meaning of."""
    return one.how is None and of_list(plan, one) and chosen_for(plan, one) is None


def met(shown: Preview) -> list[PersonMatch]:
    """Return the people of the file who are in the vault, or may be: those to be asked come first."""
    found = [one for one in shown.people if one.likely or one.person != NEW]
    return sorted(found, key=lambda one: one.person is not None)


def waits(shown: Preview, plan: Plan, step: int) -> int:
    """Return how much of a step still waits for somebody."""
    if step == QUESTIONS:
        asked = sum(not answer_of(plan, one) for one in shown.questions)
        return asked + sum(unknown(plan, one) for one in shown.values)
    if step == PEOPLE:
        people = [one for one in shown.people if one.person is None and one.key not in plan.people]
        there = [one for one in shown.seeming if one.what is None and one.spot not in plan.doubles]
        return len(people) + len(there)
    return len(unmended(shown, plan)) if step == PROBLEMS else 0


def unmended(shown: Preview, plan: Plan) -> list[int]:
    """Return the places of the problems that were not touched since they were found."""
    before = shown.plan

    def touched(spot: tuple[int, int]) -> bool:
        out = spot[0] in plan.left_out
        return out or (spot[1] != WHOLE and plan.mended.get(spot) != before.mended.get(spot))

    return [place for place, one in enumerate(shown.problems) if not touched(one.spot)]


def has(shown: Preview, step: int) -> bool:
    """Say whether a step has anything to show."""
    if step == QUESTIONS:
        return bool(shown.questions) or any(one.how is not How.EXACT for one in shown.values)
    if step == PEOPLE:
        return bool(met(shown) or shown.seeming)
    return bool(shown.problems) if step == PROBLEMS else True


def after(shown: Preview, plan: Plan, step: int, reached: int) -> int:
    """Return the step that comes next: one in which something waits, or one not ``reached`` before."""
    for one in ASKING:
        if waits(shown, plan, one) and (one <= step or has(shown, one)):
            return one
        if one > max(step, reached) and has(shown, one):
            return one
    return ENTIRE


def before(shown: Preview | None, step: int) -> int:
    """Return the step that one came from."""
    if step <= COLUMNS or shown is None:
        return min(max(step - 1, FILE), COLUMNS)
    return next((one for one in reversed(ASKING) if one < step and has(shown, one)), COLUMNS)
