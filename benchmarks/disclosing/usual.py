"""How long a usual pack (6 tables, about 150 numbers) takes to be protected and audited."""

import os
import random
from collections.abc import Iterator
from datetime import date
from functools import partial
from math import inf
from time import perf_counter

from benchmarks.disclosing.gates import Gate
from benchmarks.measures.timing import usual_seconds
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.plan import Why
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import Code, Counted, Dimension, FigureTable, Period, TableKind

TARGET = 2.0  # seconds of processor time, under the default rule
QUARTER = Period(date(2026, 7, 1), date(2026, 9, 30))
KINDS = (
    "people_by_month",
    "people_by_activity",
    "people_by_carer",
    "time_by_activity",
    "carers_by_activity",
    "insight_by_role",
)
CODES = {
    "month": ("2026-07", "2026-08", "2026-09"),
    "activity": tuple(f"activity_{n:02}" for n in range(1, 10)),
    "carer": ("yes", "no", "not_said", "not_asked"),
    "role": ("carer", "volunteer", "person", "staff", "not_recorded"),
    "kind": ("formal", "informal", "social", "not_recorded"),
    "involved": ("yes", "partly", "no", "not_said", "not_asked"),
    "moment": ("assessment", "planning", "discharge", "review", "not_asked"),
    "certainty": ("counted", "estimated", "remembered"),
    "theme": ("waiting", "transport", "listening", "money", "respite"),
    "feeling": ("good", "mixed", "poor"),
    "status": ("open", "done", "not_possible"),
}
Entry = tuple[str, int, int, dict[str, set[str]], int, int]
"""Measure, member, amount, codes by dimension, heads, giver."""


def usual(seed: int, people: int = 80, kinds: tuple[str, ...] = KINDS) -> list[FigureTable]:
    """Make the tables of one quarter of a group that never was."""
    rng = random.Random(seed)  # noqa: S311 - made-up people, not keys
    entries = [entry for person in range(1, people + 1) for entry in _person(rng, person)]
    entries += [entry for insight in range(1, people // 2) for entry in _insight(rng, insight)]
    return [_table(TABLES[kind], entries) for kind in kinds]


def _person(rng: random.Random, person: int) -> Iterator[Entry]:
    carer = rng.choices(CODES["carer"], (5, 8, 1, 3))[0]
    months = set(rng.sample(CODES["month"], rng.randint(1, 3)))
    activities = set(rng.choices(CODES["activity"], (9, 7, 5, 4, 4, 3, 2, 1, 1), k=rng.randint(1, 2)))
    at = {"month": months, "activity": activities, "carer": {carer}, "kind": {rng.choice(CODES["kind"])}}
    at |= {"involved": {rng.choice(CODES["involved"])}, "moment": {rng.choice(CODES["moment"])}}
    at |= {"certainty": {rng.choice(CODES["certainty"])}}
    yield "people", person, 1, at, 1, 0
    if rng.random() < 0.8:
        yield "came", person, 1, at, 1, 0
    if rng.random() < 0.35:
        yield "supported", person, 1, at, 1, 0
    if rng.random() < 0.3:
        yield "volunteers", person, 1, at, 1, 0
        for number, month in enumerate(sorted(months)):
            row = 1000 * person + number
            one = at | {"month": {month}, "activity": {min(activities)}}
            yield "helpers", row, 1, one, 1, 0
            yield "hours", row, rng.randint(2, 40) * 30, one, 1, person
    if carer == "yes":
        yield "supported_people", person, 1, at, 1, 0
        yield "supported_contacts", 1000 * person, 1, at, 1, 0
        if rng.random() < 0.5:
            yield "identified_people", person, 1, at, 1, 0
        if rng.random() < 0.5:
            yield "involved_people", person, 1, at, 1, 0
            yield "involved_contacts", 1000 * person, 1, at, 1, 0


def _insight(rng: random.Random, insight: int) -> Iterator[Entry]:
    at = {
        code: {rng.choice(CODES[code])} for code in ("role", "theme", "kind", "feeling", "month", "activity")
    }
    yield "insights", insight, 1, at, 1, 0


def _table(kind: TableKind, entries: list[Entry]) -> FigureTable:
    measures = {measure.code: measure for measure in kind.measures}
    counted = [
        Counted(code, member, amount, frozenset(_leaves(kind.dimensions, at)), heads, giver)
        for code, member, amount, at, heads, giver in entries
        if code in measures
    ]
    codes = tuple(tuple(Code(c, c.title()) for c in CODES[d.code]) for d in kind.dimensions)
    return FigureTable(kind, QUARTER, codes, tuple(counted))


def _leaves(dimensions: tuple[Dimension, ...], at: dict[str, set[str]]) -> list[tuple[str, ...]]:
    made: list[tuple[str, ...]] = [()]
    for dimension in dimensions:
        made = [(*leaf, code) for leaf in made for code in at[dimension.code]]
    return made


def processor() -> float:
    """Return the seconds of this process and of those that it waited for (on Windows of this one alone)."""
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def measured() -> Iterator[Gate]:
    """Measure three packs under the default rule, and one under the exact rule for comparison."""
    slowest = max(usual_seconds(partial(_one, "nhs_1_7_r5", seed)) for seed in range(3))
    _one("under_5", 0)
    unit = "s of processor time, as on the usual processor"
    yield Gate("usual pack: hiding and audit, the slowest of three", slowest, TARGET, unit)


def _one(code: str, seed: int) -> float:
    """Protect and audit one pack, print what came of it, and return the seconds of processor time."""
    tables = usual(seed)
    began, wall = processor(), perf_counter()
    plan = protect(tables, POLICIES[code])
    report = audit(plan, tables)
    spent = processor() - began
    numbers = sum(len(table.rows()) * len(table.kind.measures) for table in tables)
    more = sum(why is Why.PROTECTS for why in plan.reasons.values())
    print(
        f"usual pack {code}: {numbers} numbers, {len(plan.reasons)} hidden, {more} of them to protect others:"
        f" {spent:.1f} s of processor time, {perf_counter() - wall:.1f} s by the clock,"
        f" {report.worlds} worlds, {'safe' if report.ok else 'NOT SAFE'}"
    )
    return spent if report.ok else inf
