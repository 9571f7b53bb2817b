"""On which days the activities of the example organisation met, and who came."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from vcse_desktop.actions.example_book import FIRST, LAST, ExampleRecord, book, with_parts
from vcse_desktop.actions.example_dice import Dice

Plan = Mapping[str, Any]
_DAY, _WEEK = timedelta(days=1), 7


@dataclass(frozen=True, slots=True)
class Meeting:
    """A session with its parts, who of the helpers is known by name, and how many more there were."""

    activity: str
    day: str
    records: tuple[ExampleRecord, ...]
    named: tuple[str, ...] = ()
    unnamed: int = 0

    @property
    def key(self) -> str:
        """The key of the session."""
        return self.records[0].key

    @property
    def ran(self) -> bool:
        """Whether people met."""
        return self.records[0].values["status"] == "ran"


@cache
def meetings() -> tuple[Meeting, ...]:
    """Return every session of the two years, and some that are planned, in order of their days."""
    plans: Mapping[str, Plan] = book("weeks")["weeks"]
    weekly = [one for activity, plan in plans.items() if "first" in plan for one in _weekly(activity, plan)]
    planned = [_one(activity, day, {"status": "planned"}) for activity, day in book("weeks")["planned"]]
    return tuple(sorted([*weekly, *_asking(), *planned], key=lambda meeting: (meeting.day, meeting.activity)))


def there(people: Sequence[str], day: str) -> list[str]:
    """Return those who were with us on that day, of people such as "person:amina from 2024-02-01"."""
    found = []
    for words in people:
        person, *rest = words.split()
        since = dict(zip(rest[::2], rest[1::2], strict=True))
        if since.get("from", FIRST) <= day <= since.get("until", LAST):
            found.append(person)
    return found


def _asking() -> Iterator[Meeting]:
    """Return the sessions that were written down one by one."""
    for own, values in book("asking_days")["session"].items():
        crew = tuple(values["crew"])
        records = with_parts(
            "session", f"session:{own}", {code: value for code, value in values.items() if code != "crew"}
        )
        others = max(0, values.get("helpers_n", 0) - len(crew))
        yield Meeting(values["activity"], values["date"], tuple(records), crew, others)


def _weekly(activity: str, plan: Plan) -> Iterator[Meeting]:
    dice = Dice(activity)
    for day in _days(plan):
        if day in plan["closed"] or dice.chance(plan.get("skip", 0)):
            continue
        if day in plan["cancelled"]:
            yield _one(activity, day, {"status": "cancelled", "note": plan["cancelled"][day]})
        else:
            yield _met(activity, day, plan, dice)


def _days(plan: Plan) -> Iterator[str]:
    first, last = date.fromisoformat(plan["first"]), date.fromisoformat(plan["last"])
    day = first
    while day <= last:
        if day.weekday() == plan["weekday"] and _due(day, first, plan):
            yield day.isoformat()
        day += _DAY


def _due(day: date, first: date, plan: Plan) -> bool:
    if "days" in plan:
        return bool((day - first).days % plan["days"] == 0)
    is_last = (day + _WEEK * _DAY).month != day.month
    nth = plan["nth"]
    fits = is_last if nth < 0 else (day.day - 1) // _WEEK + 1 == nth
    return bool(fits and (day.month - first.month) % plan["months"] == 0)


def _met(activity: str, day: str, plan: Plan, dice: Dice) -> Meeting:
    crew = there(plan["crew"], day)
    helped = dice.some(crew, dice.between(*plan["helpers"]))
    named = [person for person in helped if dice.chance(plan["named"])]
    unnamed = len(helped) - len(named) + dice.between(*plan.get("group", (0, 0)))
    came = 0 if day in plan.get("empty", ()) else _came(day, plan, dice)
    values: dict[str, object] = {"status": "ran", "setting": plan["setting"], "place": plan["place"]}
    values |= _numbers(plan, dice, came)
    if not dice.chance(plan["helpers_blank"]):
        values["helpers_n"] = len(named) + unnamed
    guests = [person for person in there(plan.get("regulars", ()), day) if person not in helped]
    if came and dice.chance(plan["register"]):
        values["came"] = dice.some(guests, dice.between(2, max(2, min(came, len(guests)))))
    return _one(activity, day, values | _about(plan, dice, came), tuple(named), unnamed)


def _came(day: str, plan: Plan, dice: Dice) -> int:
    """Return how many came: from the first number to the last over the two years, more or less."""
    low, high = plan["people"]
    gone = (date.fromisoformat(day) - date.fromisoformat(FIRST)).days
    usual = low + (high - low) * gone // 730
    return int(max(2, usual + dice.between(-plan["spread"], plan["spread"])))


def _numbers(plan: Plan, dice: Dice, came: int) -> dict[str, object]:
    """Return the counts, with the blanks that real groups leave."""
    if dice.chance(plan["people_blank"]):
        return {"certainty": "remembered"} if dice.chance(0.5) else {}
    numbers: dict[str, object] = {"people_n": came}
    if not dice.chance(plan["carers_blank"]):
        numbers["carers_n"] = sum(dice.chance(plan["carers"]) for _ in range(came))
    if dice.chance(0.7):
        numbers["new_n"] = sum(dice.chance(plan["new"]) for _ in range(came))
    numbers["certainty"] = dice.weighted({"counted": 11, "estimated": 2, "remembered": 1})
    return numbers


def _about(plan: Plan, dice: Dice, came: int) -> dict[str, object]:
    """Return what else somebody may have noted."""
    about: dict[str, object] = {}
    if plan["access"] and dice.chance(0.6):
        about["access_given"] = plan["access"]
    if came and dice.chance(plan["listened"]):
        asked = came - dice.between(0, came // 4)
        about |= {"listened_asked": asked, "listened_yes": asked - dice.between(0, 2), "explained_use": True}
    if "missing" in plan:
        about["missing"] = dice.some(plan["missing"], dice.between(1, 2))
    if dice.chance(0.5):
        about["cost"] = 50 * dice.between(*(pence // 50 for pence in plan["cost"]))
    if dice.chance(0.07):
        about["note"] = dice.one(plan["notes"])
    return about


def _one(
    activity: str, day: str, values: Mapping[str, object], named: tuple[str, ...] = (), unnamed: int = 0
) -> Meeting:
    key = f"session:{activity.partition(':')[2]}:{day}"
    record = ExampleRecord("session", key, {"activity": activity, "date": day, **values})
    return Meeting(activity, day, (record,), named, unnamed)
