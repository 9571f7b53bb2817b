"""Of whom nobody has heard lately, and what some people are called, without reading everybody."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from vcse_desktop.figures.narrow import READ
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import choices, day, ident, text
from vcse_desktop.store.vault import Vault

UNHEARD, FORGOTTEN = 60, 365
"""Days until a volunteer is listed as unheard of, and until they are no more."""
_MET = (
    ("time_given", "person", "date"),
    ("time_given", "person", "until"),
    ("time_given", "person", "session.date"),
    ("session", "came", "date"),
    ("support", "person", "date"),
    ("insight", "person", "heard_on"),
)
"""What says that somebody was met: the kind of record, the link that names them, the day."""


def unheard(vault: Vault, now: date) -> Iterator[tuple[int, int, str]]:
    """Return volunteers of the last year from whom nobody has heard lately: no time, no visit, no word.

    Each with the days since and their name.
    """
    last = _last_met(vault, now)
    lately = (now - timedelta(days=UNHEARD)).isoformat()
    unmet = [one for one, met in last.items() if met <= lately]
    rows = vault.joined("person", "merged_into", unmet, READ["person"])
    heads, met = resolved(rows), defaultdict[int, str](str)
    for one, head in heads.items():
        met[head] = max(met[head], last.get(one, ""))
    left = {heads[ident(row)] for row in rows if day(row, "left_on")}
    volunteers = {heads[ident(row)] for row in rows if "volunteer" in choices(row, "roles")}
    volunteers |= {heads[one] for one in vault.named("time_given", "person", heads)}
    names = {head: text(row, "known_as") for row in rows if (head := ident(row)) in met}
    for person in {one for one in volunteers if met[one]} - left:
        days = (now - date.fromisoformat(met[person])).days
        if UNHEARD <= days <= FORGOTTEN:
            yield person, days, names[person]


def _last_met(vault: Vault, now: date) -> Mapping[int, str]:
    """Return for each person the day on which they were met last, if that was in the last year."""
    since, met = (now - timedelta(days=FORGOTTEN)).isoformat(), dict[int, str]()
    for kind, link, field in _MET:
        for person, (last,) in vault.last_days(kind, link, field, since).items():
            met[person] = max(met.get(person, ""), last)
    return met


class Names:
    """What some persons are called; joined people have one name."""

    def __init__(self, vault: Vault, persons: Iterable[int | None]) -> None:
        rows = vault.joined("person", "merged_into", {one for one in persons if one}, READ["person"])
        called = {ident(row): text(row, "known_as") for row in rows}
        self._names = {one: called[head] for one, head in resolved(rows).items()}

    def of(self, person: int | None) -> str:
        return self._names.get(person or 0, "")
