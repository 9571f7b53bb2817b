"""A small vault with a few records of every kind, under names that are long, Welsh, Arabic or hostile."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from itertools import count

from vcse_desktop.actions import recording
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.records.catalogue import KINDS
from vcse_desktop.records.fields import Field, Form, Kind
from vcse_desktop.records.vocabularies import lists, offered

NAMES = (
    "Ŵyn ap Gwilym-Llywelyn",
    "سلمى عبد الرحمن",
    "Maximiliana-Oluwaseun Featherstonehaugh of the Old Bakery, Lower Road",
    "<b>Joan</b> & =SUM(1)",
)
"""The names of people, and of everything else that has one."""
NOTE = "They said: “it is quiet here, and nobody asks why”. Nid oes neb yn gofyn. لا أحد يسأل."
MOST = 2
"""How many records of each kind; of people and activities there is one for each name."""


def fill(vault: Vault) -> None:
    """Put a few records of every kind into an empty vault, all of them within the last days."""
    ids: dict[str, list[int]] = {}
    for kind in KINDS:
        times = len(NAMES) if kind in {"person", "activity"} else MOST
        for number in range(times):
            made = recording.add(vault, kind, values(kind, number, ids))
            ids.setdefault(kind, []).extend(made.ids)
    _around_sessions(vault, ids["activity"][0])


def _around_sessions(vault: Vault, activity: int) -> None:
    """Add sessions that are planned and cancelled, a place, and a head count at a session."""
    place = recording.add(vault, "place", {"code": "place", "name": NAMES[2], "kind": "own"})
    assert place.ids
    for days, status in ((0, "planned"), (9, "planned"), (-3, "cancelled")):
        day = (recording.today() + timedelta(days=days)).isoformat()
        recording.add(vault, "session", {"activity": activity, "date": day, "status": status})
    for session in vault.rows("session", activity=activity, status=None):
        for vocab, code in (("inclusion_groups", "homeless"), ("own:place", "place")):
            row = {"session": session["id"], "vocab": vocab, "code": code, "n": 3}
            recording.add(vault, "tally", row)


def values(kind: str, number: int, ids: Mapping[str, list[int]]) -> dict[str, object]:
    """Return values for the quick fields of a kind that its rules accept."""
    step = count(number)
    wanted = [f for f in KINDS[kind].fields if f.required or f.form is Form.QUICK]
    found = {f.code: value(f, next(step), ids) for f in wanted}
    return {code: one for code, one in found.items() if one is not None} | dict(FIXED.get(kind, {}))


def value(field: Field, number: int, ids: Mapping[str, list[int]]) -> object:
    """Return a value for a field; None when there is nothing to choose from."""
    if field.kind in {Kind.LINK, Kind.LINKS}:
        some = ids.get(field.to, [])
        one = some[number % len(some)] if some else None
        return [one] if one and field.kind is Kind.LINKS else one
    if field.kind in {Kind.CHOICE, Kind.CHOICES}:
        items = offered(lists().get(field.vocab, ()), recording.today())
        if not items:
            return None
        code = items[number % len(items)].code
        return [code] if field.kind is Kind.CHOICES else code
    return PLAIN[field.kind](number) if field.kind in PLAIN else None


def _day(number: int) -> str:
    return (recording.today() - timedelta(days=max(0, 9 - number))).isoformat()


PLAIN: Mapping[Kind, Callable[[int], object]] = {
    Kind.TEXT: lambda number: NAMES[number % len(NAMES)],
    Kind.NOTE: lambda number: f"{number}. {NOTE}",
    Kind.DATE: _day,
    Kind.COUNT: lambda number: 3 + number % 2,
    Kind.HOURS: lambda number: 90 + 15 * number,
    Kind.NUMBER: lambda number: 12_50 + number,
    Kind.YES_NO_UNKNOWN: lambda number: bool(number % 2),
}
FIXED: Mapping[str, Mapping[str, object]] = {
    "session": {"people_n": 12, "helpers_n": 3, "carers_n": 2, "date": _day(9)},
    "connection": {"state": None},
    "time_given": {"helpers_n": None, "date": _day(9)},
    "person": {"phone": "01632 960001", "email": "a.very.long.address@example-organisation.example"},
}
"""What the rules between fields ask for, and what several screens show."""
