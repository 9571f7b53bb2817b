"""Everybody's checks and training: what ran out, what is about to, all others; never what a check says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from vcse_desktop.actions.standing import members_only
from vcse_desktop.actions.suggesting import folded
from vcse_desktop.actions.wording import group_lists
from vcse_desktop.figures.persons import resolved
from vcse_desktop.figures.reading import day, ident, number, text
from vcse_desktop.records.fields import Values
from vcse_desktop.records.vocabularies import label
from vcse_desktop.store.vault import Vault

SOON = 60
"""Days before something runs out in which it is about to."""
OF_MANY_SORTS = ("training", "reference")
"""Kinds of which a newer one does not renew an older one: it may be about something else."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One check or training of one person; None where nobody wrote down a day."""

    id: int
    person: int
    who: str
    what: str
    done: date | None
    ends: date | None
    words: str
    """Its words, folded as a search compares them."""


@dataclass(frozen=True, slots=True)
class Checks:
    """Each group by the day, then by the name; all others by the name."""

    ran_out: Sequence[Checked]
    soon: Sequence[Checked]
    others: Sequence[Checked]


def checks(vault: Vault, now: date) -> Checks:
    """Return the checks and training of everybody on a day. Who has none is not among them.

    What was renewed, and what belongs to somebody who has left, neither ran out nor is about to.
    """
    members_only(vault)
    return vault.at_once(lambda: _checks(vault, now))


def _checks(vault: Vault, now: date) -> Checks:
    rows = vault.pick("check")
    named = {person for row in rows if (person := number(row, "person"))}
    people = vault.joined("person", "merged_into", named, ("known_as", "merged_into", "left_on"))
    heads, known = resolved(people), {ident(row): row for row in people}
    newest, left = _newest(rows, heads), {heads[ident(row)] for row in people if text(row, "left_on")}
    lists, last = group_lists(vault), now + timedelta(days=SOON)
    made: tuple[list[Checked], list[Checked], list[Checked]] = ([], [], [])
    for row in rows:
        head, ends = heads.get(number(row, "person") or 0, 0), day(row, "ends_on")
        who, what = text(known.get(head, {}), "known_as"), label(lists, "check_kind", text(row, "kind"))
        one = Checked(ident(row), head, who, what, day(row, "done_on"), ends, folded(f"{who} {what}"))
        counts = ends is not None and head not in left and newest.get(_same(row, head), one.id) == one.id
        place = 2 if not counts or ends is None or ends > last else 0 if ends < now else 1
        made[place].append(one)
    by_day = sorted(made[0], key=_order), sorted(made[1], key=_order)
    return Checks(*by_day, sorted(made[2], key=lambda one: _order(one)[1:]))


def _order(one: Checked) -> tuple[date, str, str, int]:
    return one.ends or date.max, folded(one.who), one.what, one.id


def _newest(rows: Iterable[Values], heads: Mapping[int, int]) -> dict[tuple[int, str, int], int]:
    """Return, of each kind of check that a newer one renews, the newest one of each person."""
    best: dict[tuple[int, str, int], tuple[str, str, int]] = {}
    for row in rows:
        same = _same(row, heads.get(number(row, "person") or 0, 0))
        mine = text(row, "ends_on"), text(row, "done_on"), ident(row)
        best[same] = max(best.get(same, mine), mine)
    return {same: one for same, (_, _, one) in best.items()}


def _same(row: Values, head: int) -> tuple[int, str, int]:
    """Return what two checks have in common when one renews the other."""
    kind = text(row, "kind")
    return head, kind, ident(row) if kind in OF_MANY_SORTS else 0
