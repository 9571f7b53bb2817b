"""Support that the example organisation gave, to people known by name."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from vcse_desktop.actions.example_book import LAST, ExampleRecord, book
from vcse_desktop.actions.example_dice import Dice
from vcse_desktop.actions.example_weeks import meetings

MOMENTS = ("assessment", "planning", "review", "own_decision", "personal_budget")
"""What somebody may be involved in; the last two come up for people who draw on care themselves."""
AT_FIRST = ("carer_kind", "hours_band", "matters_tags", "wellbeing", "note", "principles", "own_tags")
ONE_EACH = ("matters_words", "assessment")
"""Of an arc in the file: what is noted at the first contact; and lists with something for each contact."""
_WORKING_DAYS = 5
Values = dict[str, object]


def support() -> Iterator[ExampleRecord]:
    """Return the contacts with people known by name."""
    for person, arc in book("carers")["contacts"].items():
        yield from _arc(person, arc, Dice(f"support {person}"))


def held_on() -> Mapping[str, str]:
    """Return for each day on which people met the key of a session of that day."""
    return {meeting.day: meeting.key for meeting in meetings() if meeting.ran}


def later(day: str, days: int) -> str:
    """Return a working day, so many days on or a little later."""
    then = date.fromisoformat(day) + timedelta(days=days)
    return (then + timedelta(days=2 if then.weekday() >= _WORKING_DAYS else 0)).isoformat()


def what_was_done(dice: Dice, weights: Mapping[str, int]) -> Values:
    """Return what was done, and for how long somebody had a break."""
    done = {dice.weighted(weights) for _ in range(dice.between(1, 3))}
    return {"what": sorted(done)} | ({"break_hours": 30 * dice.between(4, 14)} if "break" in done else {})


def involvement(dice: Dice, share: float, moments: tuple[str, ...]) -> Values:
    """Return the answer about being involved in planning the care; not everybody is asked."""
    if dice.chance(share):
        told: Values = {"involved": dice.weighted({"yes": 3, "partly": 2})}
        return told | {"involved_in": dice.some(moments, dice.between(1, 2))} if dice.chance(0.7) else told
    answer = dice.weighted({"no": 4, "not_applicable": 2, "": 4})
    return {"involved": answer} if answer else {}


def course(dice: Dice, day: str, last: str, why: str) -> Values:
    """Return when help was asked for, taken on and ended."""
    asked = max("2024-01-01", later(day, -dice.between(3, 12)))
    known: Values = {"received_on": min(asked, day), "accepted_on": day}
    ended = later(last, dice.between(10, 60))
    if ended <= LAST and dice.chance(0.85):
        known |= {"closed_on": ended, "closed_why": why}
    return known


def next_step(dice: Dice, day: str) -> Values:
    """Return what comes next, and by when."""
    return {
        "next_step": dice.one(book("carers")["unnamed"]["next_steps"]),
        "next_on": later(day, dice.between(7, 28)),
    }


def _arc(person: str, arc: Mapping[str, Any], dice: Dice) -> Iterator[ExampleRecord]:
    """Return the contacts with one person, from the first to the last."""
    days = [arc["first"], *_following(arc, dice)]
    for number, day in enumerate(days):
        who = arc.get("known_as", {}).get(str(number), person)
        values = {
            "date": day,
            "person": who,
            "who_for": _who_for(arc, number),
            **what_was_done(dice, _what(arc)),
        }
        moments = MOMENTS[:3] if values["who_for"] != "person_supported" else MOMENTS[1:]
        values |= involvement(dice, arc["involved"], moments)
        values |= _told(arc, number, len(days), day, dice)
        if number == 0 and "carer_kind" in arc:
            values |= course(dice, day, days[-1], arc.get("closed_why", "settled"))
        elif dice.chance(0.35):
            values |= next_step(dice, day)
        if day in held_on() and dice.chance(0.75):
            values["session"] = held_on()[day]
        yield ExampleRecord("support", f"support:{person}:{number}", values)


def _following(arc: Mapping[str, Any], dice: Dice) -> Iterator[str]:
    """Return the days after the first: spread out, and often a Tuesday, when people drop in."""
    gap = arc["days"] // max(1, arc["contacts"] - 1)
    for number in range(1, arc["contacts"]):
        day = later(arc["first"], number * gap + dice.between(-gap // 4, gap // 4))
        if dice.chance(0.5):
            day = later(day, (1 - date.fromisoformat(day).weekday()) % 7)
        if day <= "2025-12-19":
            yield day


def _what(arc: Mapping[str, Any]) -> Mapping[str, int]:
    source = book("carers") if "carer_kind" in arc else book("carers")["drawing_on_care"]
    return dict(source["what"])


def _who_for(arc: Mapping[str, Any], number: int) -> str:
    return str(arc.get("who_for", "both" if number == arc.get("both") else "carer"))


def _told(arc: Mapping[str, Any], number: int, contacts: int, day: str, dice: Dice) -> Values:
    """Return what the person told us that day."""
    told: Values = {code: arc[code] for code in AT_FIRST if number == 0 and code in arc}
    told |= {code: arc[code][number] for code in ONE_EACH if number < len(arc.get(code, ()))}
    if "carer_kind" in arc and (number == 0 or dice.chance(0.4)):
        told["newly_identified"] = number == 0 and arc["new"]
    if number == 1 and "caring_words" in arc:
        told["caring_words"] = arc["caring_words"]
    if number == contacts - 1 and "became_words" in arc:
        told |= {"became_words": arc["became_words"], "became_on": day}
    if day >= arc.get("former_from", "9999"):
        told["carer_kind"] = "former"
    return told
