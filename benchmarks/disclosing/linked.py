"""Forty tables about the same people: seven things known of each, two and three of them at a time."""

import random
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import combinations
from math import prod

from vcse_desktop.figures.table import Code, Counted, Dimension, FigureTable, Measure, Period, TableKind, Unit

QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
PEOPLE = Measure("supported", "People supported", Unit.PERSON, "people")
SIZES = {"area": 5, "age": 4, "kind": 3, "moment": 3, "carer": 2, "role": 2, "told": 2}
"""How many codes each dimension has."""
TABLES, LARGEST, MEMBERS = 40, 120, 130


def forty(seed: int = 0) -> list[FigureTable]:
    """Make the tables of one quarter of a group that never was: every two dimensions, and many threes.

    About 1,800 numbers of 780 sorts of people, and 1,400 small ones and small differences under 5.
    """
    rng = random.Random(seed)  # noqa: S311 - made-up people, not keys
    people = [{code: _chosen(rng, code, size) for code, size in SIZES.items()} for _ in range(MEMBERS)]
    threes = [some for some in combinations(SIZES, 3) if _numbers(some) <= LARGEST]
    crossed = [*combinations(SIZES, 2), *sorted(threes, key=_numbers, reverse=True)]
    return [crossing(people, SIZES, some) for some in crossed[:TABLES]]


def crossing(
    people: Sequence[Mapping[str, str]], sizes: Mapping[str, int], by: Sequence[str], ident: str = ""
) -> FigureTable:
    """Return one table of people, each of whom has a code in every dimension."""
    counted = (
        Counted(PEOPLE.code, member, 1, frozenset({tuple(person[code] for code in by)}))
        for member, person in enumerate(people, 1)
    )
    dimensions = tuple(Dimension(code, code.title(), about_people=True) for code in by)
    kind = TableKind(ident or "_".join(("by", *by)), 1, "Made up", (PEOPLE,), dimensions)
    codes = tuple(tuple(Code(one, one.title()) for one in codes_of(code, sizes[code])) for code in by)
    return FigureTable(kind, QUARTER, codes, tuple(counted))


def codes_of(code: str, size: int) -> list[str]:
    """Return the codes of a dimension."""
    return [f"{code}_{n}" for n in range(1, size + 1)]


def _numbers(by: Sequence[str]) -> int:
    return prod(SIZES[code] + 1 for code in by)


def _chosen(rng: random.Random, code: str, size: int) -> str:
    """Return one of the codes: each is a quarter rarer than the one before."""
    return rng.choices(codes_of(code, size), [0.75**n for n in range(size)])[0]
