"""What people of the example organisation said, on which day, and what they agreed to."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Any

from vcse_desktop.actions.example_book import LAST, ExampleRecord, book
from vcse_desktop.actions.example_consents import quoting, telling
from vcse_desktop.actions.example_dice import Dice
from vcse_desktop.actions.example_weeks import meetings
from vcse_desktop.actions.reading_over import TABLE, check_value
from vcse_desktop.actions.recording import CHECKED_TEXTS

AGREED = ("unnamed", "named")
ASKED_BY = ("Welcome host", "Note taker", "Listener", "Carers' worker")
NOT_FIELDS = {"activity", "month", "consent", "kept"}
"""What a voice in the file has besides its fields: where and when, what was agreed, which words may stay."""


def voices() -> Iterator[ExampleRecord]:
    """Return the insights, each followed by the consents to share it."""
    dice = Dice("voices")
    for own, said in book("voices")["insight"].items():
        yield from _voice(f"insight:{own}", said, dice)


def _voice(key: str, said: Mapping[str, Any], dice: Dice) -> Iterator[ExampleRecord]:
    values = {code: value for code, value in said.items() if code not in NOT_FIELDS} | _heard(said, dice)
    consent = dict(said.get("consent", {}))
    story = consent.pop("story", False)
    given = {"given_on": values.get("heard_on"), "how": "in_person", "asked_by": dice.one(ASKED_BY)}
    checked = _later(values.get("heard_on"), dice)
    if said.get("may_quote") in AGREED:
        values = {
            "quote_scope": "partners",
            "share_words": said["words"],
            **values,
            "names_checked_on": checked,
        }
    if "share_translation" in values:
        values["translation_checked_on"] = checked
    yield ExampleRecord("insight", key, values)
    for code, day in CHECKED_TEXTS.items():
        if values.get(code) and values.get(day):
            read = {"record": key, "value": check_value(code, values[code], said.get("kept", {}))}
            yield ExampleRecord(TABLE, f"{TABLE}:{key}:{code}", read)
    if said.get("may_quote") in AGREED:
        yield quoting(key, said["words"], {"scope": "partners", **given, **consent})
    if story:
        yield telling(key, {"scope": "partners", **given, **consent})


def _heard(said: Mapping[str, Any], dice: Dice) -> dict[str, str]:
    """Return the day and the session: of the month that is named, or as it was written down; or nothing."""
    if "session" in said:
        return {"heard_on": next(one.day for one in meetings() if one.key == said["session"])}
    if "activity" in said:
        heard_at = [
            m for m in meetings() if m.ran and (m.activity, m.day[:7]) == (said["activity"], said["month"])
        ]
        meeting = dice.one(heard_at)
        return {"heard_on": meeting.day, "session": meeting.key}
    return {"heard_on": dice.weekday(said["month"])} if "month" in said else {}


def _later(day: object, dice: Dice) -> str | None:
    """Return the day, some days on, on which the words were checked for names."""
    checked = (date.fromisoformat(str(day)) + timedelta(days=dice.between(1, 9))).isoformat() if day else None
    return min(checked, LAST) if checked else None
