"""Which releases tell of people of whom nobody knows any more who they were, and how far that reaches."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from vcse_desktop.disclosure.beside import meet
from vcse_desktop.disclosure.earlier import Days, Forgotten, Said, Told, Where
from vcse_desktop.disclosure.entries import Member
from vcse_desktop.disclosure.ledger import Release
from vcse_desktop.disclosure.retold import days_of

_NEEDED = {"by", "unit", "within", "protected"}


def is_forgotten(release: Release, members: Sequence[Member]) -> bool:
    """Say whether a release told of people and nobody is known who was counted in it, or where.

    The first trials of this program wrote down less of a number than is needed to make it a table again.
    """
    some = any((entry.low, entry.high) != (0, 0) for entry in release.entries)
    return some and not (members and all(_NEEDED <= entry.said.keys() for entry in release.entries))


def forgotten(gone: Sequence[Release], releases: Iterable[Release]) -> Forgotten:
    """Return what these releases told of which nobody is known who was counted; all are ``releases``."""
    tables: dict[tuple[str, int, Days], dict[Where, Said]] = defaultdict(dict)
    days: dict[str, set[Days]] = defaultdict(set)
    for release in sorted(releases, key=lambda one: (one.made_at, one.id)) if gone else ():
        for entry in release.entries:
            days[entry.universe].add(days_of(entry))
            said = entry.said
            place = said["table"], said["version"], days_of(entry)
            tables[place][said["measure"], tuple(said["codes"])] = entry.state, entry.value
    lost: dict[str, set[Days]] = defaultdict(set)
    for entry in (entry for release in gone for entry in release.entries):
        lost[entry.universe].add(days_of(entry))
    return Forgotten(
        {name: frozenset(linked(mine, days[name])) for name, mine in lost.items()},
        tables,
        tuple(Told(release.audience, release.made_at[:10]) for release in gone),
    )


def linked(mine: Iterable[Days], told: Iterable[Days]) -> set[Days]:
    """Return these days with all that was told of days that meet them, or others that do."""
    found = set(mine)
    left = set(told) - found
    while near := {days for days in left if any(meet(days, other) for other in found)}:
        found |= near
        left -= near
    return found
