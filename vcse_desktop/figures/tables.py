"""How the records of a period become tables of figures."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from vcse_desktop.figures import (
    asking,
    carers,
    cases,
    clock,
    connecting,
    helpers,
    hours,
    insight,
    people,
    reach,
    sessions,
    standing,
    wishes,
)
from vcse_desktop.figures.days import months
from vcse_desktop.figures.dimensions import ACTIVITY, ASKING, GROUPED, MONTH
from vcse_desktop.figures.facts import Fact, Touched, counted
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.notes import notes
from vcse_desktop.figures.reading import ident, text
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import LABELS, NOT_RECORDED, Code, Dimension, FigureTable, Period, TableKind
from vcse_desktop.figures.view import Areas, View, view
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.fields import Lists
from vcse_desktop.records.vocabularies import label, offered

_Sort = TypeVar("_Sort", Fact, Touched)
NO_KIND = N_("Kind not recorded")
_COUNTS = (
    sessions.facts,
    helpers.facts,
    hours.facts,
    carers.facts,
    cases.facts,
    insight.facts,
    clock.facts,
    reach.facts,
    asking.facts,
    standing.facts,
    wishes.facts,
    connecting.facts,
)


def figure_tables(
    records: Records,
    period: Period,
    *,
    lists: Lists,
    only: Collection[str] | None = None,
    areas: Areas | None = None,
) -> list[FigureTable]:
    """Return the tables of the registry, or those with the ids in ``only``, in the registry's order.

    The order of the records does not matter. Labels are in the person's language. ``areas`` say how deprived
    small areas are, where somebody knows.
    """
    seen = view(records, period, areas)
    found: list[Fact | Touched] = [each for count in _COUNTS for each in count(seen)]
    found += list(people.facts(seen, [each for each in found if isinstance(each, Fact)]))
    found += list(wishes.living(seen, [each for each in found if isinstance(each, Fact)]))
    facts, touched = _by_measure(found, Fact), _by_measure(found, Touched)
    named = {
        ACTIVITY.code: tuple(_activities(seen, facts, lists)),
        ASKING.code: tuple(seen.askings.values()),
        GROUPED.code: tuple(reach.groups(records, lists)),
    }
    leaves = _Leaves(lists, period, named)
    kinds = [kind for kind in TABLES.values() if only is None or kind.id in only]
    return [_table(kind, leaves, facts, touched) for kind in kinds]


@dataclass(frozen=True, slots=True)
class _Leaves:
    """What there is to break tables of a period down by."""

    lists: Lists
    period: Period
    named: Mapping[str, tuple[Code, ...]]


def _by_measure(found: Iterable[Fact | Touched], sort: type[_Sort]) -> Mapping[str, list[_Sort]]:
    made: Mapping[str, list[_Sort]] = defaultdict(list)
    for each in found:
        if isinstance(each, sort):
            made[each.measure].append(each)
    return made


def _activities(seen: View, facts: Mapping[str, list[Fact]], lists: Lists) -> Iterator[Code]:
    """Yield the activities that any figure of the period speaks of, each within its kind: in every table."""
    used = {fact.at.get("activity") for each in facts.values() for fact in each}
    kinds = {ident(row): text(row, "kind") for row in seen.records.activity}
    for activity, code in seen.activities.items():
        if code.code in used:
            kind = kinds[activity]
            name = label(lists, "activity_kind", kind) if kind else tr(NO_KIND)
            yield replace(code, within=Code(f"kind_{kind or NOT_RECORDED}", name))


def _table(
    kind: TableKind,
    leaves: _Leaves,
    facts: Mapping[str, list[Fact]],
    touched: Mapping[str, list[Touched]],
) -> FigureTable:
    inside = counted(kind, facts)
    used = [{codes[place] for one in inside for codes in one.codes} for place in range(len(kind.dimensions))]
    codes = tuple(_codes(*each, leaves) for each in zip(kind.dimensions, used, strict=True))
    rules = {each.note for measure in kind.measures for each in touched[measure.code]}
    return FigureTable(kind, leaves.period, codes, inside, notes(kind, inside, rules))


def _codes(dimension: Dimension, used: Collection[str], leaves: _Leaves) -> tuple[Code, ...]:
    """Return the leaves of a dimension: the list in its order, what else was used, then the blank."""
    if dimension.code == MONTH.code:
        return months(leaves.period)
    if dimension.code in leaves.named:
        made = list(leaves.named[dimension.code])
    elif dimension.own:
        made = [replace(code, label=tr(code.label)) for code in dimension.own]
    else:
        items = offered(leaves.lists.get(dimension.vocab, ()), leaves.period.end, used)
        made = [Code(item.code, label(leaves.lists, dimension.vocab, item.code)) for item in items]
    known = {code.code for code in made} | {dimension.blank}
    made += [Code(code, label(leaves.lists, dimension.vocab, code)) for code in sorted(set(used) - known)]
    blank = [Code(dimension.blank, tr(LABELS[dimension.blank]))] if dimension.blank else []
    return tuple(code for code in (*made, *blank) if code.code in used or not dimension.used)
