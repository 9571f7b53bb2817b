"""Time given in the example organisation: at its sessions, and apart from them."""

from collections.abc import Iterator, Mapping
from typing import Any

from vcse_desktop.actions.example_book import ExampleRecord, book, with_parts
from vcse_desktop.actions.example_dice import Dice
from vcse_desktop.actions.example_weeks import Meeting, meetings, there

THANKED = {"2024-05": "2024-06-04", "2025-05": "2025-06-05"}
"""The day on which those who gave time in a month were thanked."""


def given() -> Iterator[ExampleRecord]:
    """Return every row of time given."""
    dice = Dice("hours")
    for meeting in meetings():
        if meeting.ran:
            yield from _at(meeting, book("weeks")["weeks"][meeting.activity], dice)
    yield from _lifts(Dice("lifts"))
    for own, values in book("more_hours")["time_given"].items():
        yield from with_parts("time_given", f"time_given:{own}", values)


def _at(meeting: Meeting, plan: Mapping[str, Any], dice: Dice) -> Iterator[ExampleRecord]:
    """Return the rows of those known by name, and one for the others if anybody noted their hours."""
    for person in meeting.named:
        row = _row(meeting, plan, dice) | {"person": person, "hours": dice.one(plan["minutes"])}
        if dice.chance(0.7):
            row["role"] = dice.one(plan["roles"])
        yield _record(f"{meeting.key}:{person}", row)
    if meeting.unnamed and ("group" in plan or dice.chance(0.55)):
        hours = sum(dice.one(plan["minutes"]) for _ in range(meeting.unnamed))
        row = _row(meeting, plan, dice) | {"helpers_n": meeting.unnamed, "hours": hours}
        yield _record(f"{meeting.key}:others", row)


def _row(meeting: Meeting, plan: Mapping[str, Any], dice: Dice) -> dict[str, object]:
    row: dict[str, object] = {"session": meeting.key, "date": meeting.day, "kind": plan["kind"]}
    if not dice.chance(0.06):
        row["certainty"] = dice.weighted({"counted": 17, "estimated": 2, "remembered": 1})
    if dice.chance(0.6):
        row["what"] = dice.some(plan["what"], dice.between(1, len(plan["what"])))
    if dice.chance(0.22):
        row["expenses"] = dice.weighted({"paid": 6, "offered_not_wanted": 5, "offered": 1, "not_offered": 1})
    if thanked := THANKED.get(meeting.day[:7]):
        row["thanked_on"] = thanked
    return row


def _lifts(dice: Dice) -> Iterator[ExampleRecord]:
    """Return what neighbours did for one another, month by month; not all of it has a name or an activity."""
    plan = book("more_hours")["lifts"]
    for number, times in enumerate(plan["each_month"]):
        month = f"{2024 + number // 12}-{number % 12 + 1:02}"
        for turn in range(times):
            day = dice.weekday(month)
            row: dict[str, object] = {"date": day, "hours": dice.one(plan["minutes"]), "kind": "informal"}
            row |= {
                "what": [dice.one(plan["what"])],
                "certainty": dice.one(("counted", "estimated", "remembered")),
            }
            row |= {"person": dice.one(there(plan["crew"], day))} if dice.chance(0.75) else {"helpers_n": 1}
            if dice.chance(0.7):
                row["activity"] = "activity:lifts"
            yield _record(f"lift:{month}:{turn}", row)


def _record(key: str, values: Mapping[str, object]) -> ExampleRecord:
    return ExampleRecord("time_given", f"time_given:{key}", values)
