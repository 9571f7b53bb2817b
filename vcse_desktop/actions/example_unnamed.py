"""Support that the example organisation gave to people whose names it never asked."""

from collections.abc import Iterator

from vcse_desktop.actions.example_book import ExampleRecord, book
from vcse_desktop.actions.example_dice import Dice
from vcse_desktop.actions.example_support import (
    MOMENTS,
    Values,
    course,
    held_on,
    involvement,
    next_step,
    what_was_done,
)
from vcse_desktop.actions.example_weeks import meetings

KINDS = {"adult": 6, "parent": 2, "unsure": 3, "former": 1}
BANDS = {
    "hours_1_9": 2,
    "hours_10_19": 2,
    "hours_20_34": 3,
    "hours_35_49": 2,
    "hours_50_plus": 3,
    "not_said": 1,
}


def unnamed_support() -> Iterator[ExampleRecord]:
    """Return the contacts with people who gave no name."""
    dice, months = Dice("unnamed"), book("carers")["unnamed"]["each_month"]
    for number, times in enumerate(months):
        month = f"{2024 + number // 12}-{number % 12 + 1:02}"
        for turn in range(times):
            day = _day(month, dice)
            yield _record(f"{month}:{turn}", day, _carer(dice, day), dice)
    care = Dice("drawing on care")
    for number in range(8):
        day = care.weekday(f"{2024 + number // 4}-{number % 4 * 3 + 2:02}")
        yield _record(f"care:{number}", day, _drawing_on_care(care), care)


def _day(month: str, dice: Dice) -> str:
    """Return a day of the month: as a rule one on which people dropped in."""
    tuesdays = [m.day for m in meetings() if m.ran and m.activity == "activity:dropin" and m.day[:7] == month]
    return dice.one(tuesdays) if dice.chance(0.6) else dice.weekday(month)


def _carer(dice: Dice, day: str) -> Values:
    words = book("carers")["unnamed"]
    told = what_was_done(dice, book("carers")["what"]) | {"who_for": "carer"}
    told |= involvement(dice, 0.4, MOMENTS[:3])
    if dice.chance(0.7):
        told["newly_identified"] = dice.chance(0.75)
    if dice.chance(0.7):
        told["who_hint"] = dice.one(words["hints"])
    if dice.chance(0.45):
        told["matters_words"] = dice.one(words["matters_words"])
    if dice.chance(0.4):
        told |= {"carer_kind": dice.weighted(KINDS), "hours_band": dice.weighted(BANDS)}
    if dice.chance(0.3):
        told["assessment"] = dice.weighted({"told": 6, "asked": 2, "declined": 1, "not_applicable": 1})
    if dice.chance(0.4):
        told |= course(dice, day, day, dice.weighted(book("carers")["closed_why"]))
    elif dice.chance(0.3):
        told |= next_step(dice, day)
    return told | (
        {"became_words": dice.one(words["became_words"]), "became_on": day} if dice.chance(0.04) else {}
    )


def _drawing_on_care(dice: Dice) -> Values:
    words = book("carers")["drawing_on_care"]
    told = what_was_done(dice, words["what"]) | {"who_for": "person_supported"}
    told |= {"who_hint": dice.one(words["hints"]), "matters_words": dice.one(words["matters_words"])}
    return told | involvement(dice, 0.8, MOMENTS[1:])


def _record(key: str, day: str, told: Values, dice: Dice) -> ExampleRecord:
    values: Values = {"date": day, **told}
    if day in held_on() and dice.chance(0.8):
        values["session"] = held_on()[day]
    return ExampleRecord("support", f"support:unnamed:{key}", values)
