"""The rows of time that belong to one session: who helped, for how long, and how many more without a name."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import number
from vcse_desktop.records.fields import Values
from vcse_desktop.store.vault import Unit, Vault

Rows = Mapping[int | None, list[Values]]
"""Rows of time by person; None for those without a name."""


def rows_of(vault: Vault, session: int) -> Rows:
    """Return the rows of time of a session."""
    made: dict[int | None, list[Values]] = defaultdict(list)
    for row in vault.rows("time_given", session=session):
        made[whole(row["person"]) or None].append(row)
    return dict(made)


def others_of(session: Values, rows: Rows) -> tuple[int | None, int | None]:
    """Return how many helped without a name, and their minutes; None where nobody noted it (rule 5)."""
    unnamed = rows.get(None, [])
    heads = sum(whole(row["helpers_n"]) for row in unnamed)
    noted = session.get("helpers_n")
    more = max(heads, whole(noted) - len(set(rows) - {None}))
    return (more if more or noted is not None else None), minutes_of(unnamed)


def minutes_of(rows: Collection[Values]) -> int | None:
    """Return the minutes of some rows altogether; None where no row has any."""
    noted = [whole(row["hours"]) for row in rows if row["hours"] is not None]
    return sum(noted) if noted else None


def rewrite(
    vault: Vault, unit: Unit, session: int, times: Mapping[int | None, Values], before: Values | None
) -> None:
    """Let a session have these rows, one a person; rows that say the same already are left alone.

    ``before`` is the session as it was, None for a new one.
    """
    rows: Rows = rows_of(vault, session) if before else {}
    for who in {**rows, **times}:
        old, new = rows.get(who, []), times.get(who)
        if new is not None and old and _same(old, new, before or {}, rows):
            continue
        first = whole(old[0]["id"]) if old and new is not None else None
        for row in old[0 if first is None else 1 :]:
            unit.remove("time_given", whole(row["id"]))
        if new is not None:
            values = new if first is None else {c: new[c] for c in ("hours", "helpers_n") if c in new}
            unit.save("time_given", first, {**values, "session": session, "person": who})


def move(vault: Vault, unit: Unit, session: int, old: object, new: object) -> None:
    """Let what had the day of its session have the new one."""
    for kind, code in (("time_given", "date"), ("insight", "heard_on")):
        for row in vault.rows(kind, session=session):
            if row[code] == old:
                unit.save(kind, whole(row["id"]), {code: new})


def whole(value: object) -> int:
    """Return a whole number, 0 where there is none."""
    return value if isinstance(value, int) else 0


def _same(old: Collection[Values], new: Values, before: Values, rows: Rows) -> bool:
    if "helpers_n" in new:
        return others_of(before, rows) == (new["helpers_n"], new["hours"])
    return minutes_of(old) == new["hours"]


def helper_of(vault: Vault, time: Values) -> int | None:
    """Return whose line on a register a record of time is; None for those without a name."""
    person = number(time, "person")
    return resolved(vault.rows("person")).get(person, person) if person else None
