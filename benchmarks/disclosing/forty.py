"""How long forty linked tables take to be protected and audited, and how soon Stop is obeyed."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from math import inf
from time import monotonic

from benchmarks.disclosing.gates import Gate
from benchmarks.disclosing.linked import forty
from benchmarks.disclosing.rules import drawn
from benchmarks.disclosing.usual import processor
from vcse_desktop.disclosure.atoms import universes
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.plan import Plan, Why
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.process import Unfinished
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.secrets import secrets
from vcse_desktop.figures.table import FigureTable

LIMIT, GOAL = 30.0, 10.0
"""Seconds for hiding, and for its audit; the goal is the audit's. By the clock, or of the processor where
that is less: then something else kept it busy."""
PATIENCE = 32.0
"""So long is waited for either: to know that it is past its limit is enough."""
STOP = 1.0
CODES = "under_5", "nhs_1_7_r5"


def measured() -> Iterator[Gate]:
    """Protect the tables, print what came of it, and yield the seconds that it took.

    Neither rule comes to its end yet: it is done under one, drawn for each run, under both with ``--long``.
    """
    tables, codes = forty(), drawn(CODES)
    for code in CODES:
        if code in codes:
            yield from _one(tables, POLICIES[code])
        else:
            print(f"40 tables {code}: not measured in this run")
    waits = {after: _stopped(tables, after) for after in (0.3, 3.0, 9.0)}
    for after, waited in waits.items():
        print(f"Stop, pressed {after:g} s after the start, is obeyed in {waited:.2f} s by the clock")
    yield Gate("40 tables: Stop is obeyed", max(waits.values()), STOP, "s")


def _one(tables: list[FigureTable], policy: Policy) -> Iterator[Gate]:
    (universe,) = universes(tables)
    different = {number.atoms for number in universe.numbers}
    guarded = len(secrets(universe, tables, (), policy))
    print(
        f"40 tables {policy.code}: {len(universe.numbers)} numbers, {len(different)} of them different,"
        f" {universe.size} atoms, {guarded} small numbers and differences"
    )
    plan, spent = _timed(lambda: protect(tables, policy, seconds=PATIENCE))
    yield Gate(f"40 tables {policy.code}: hiding", spent, LIMIT, "s", owed=True)
    if plan is None:
        print("  not protected in time")
        return
    more = sum(why is Why.PROTECTS for why in plan.reasons.values())
    hidden = [number for number in universe.numbers if number.key in plan.reasons]
    print(
        f"  protected in {spent:.1f} s: {len(hidden)} hidden, {more} of them to protect others"
        f" ({len({number.atoms for number in hidden})} different ones)"
    )
    began, of_processor = monotonic(), processor()
    report = audit(plan, tables, seconds=PATIENCE)
    spent = min(monotonic() - began, processor() - of_processor)
    print(f"  audited in {spent:.1f} s: {report.worlds} worlds, {'safe' if report.ok else 'NOT SAFE'}")
    yield Gate(f"40 tables {policy.code}: audit", spent if report.ok else inf, LIMIT, "s", GOAL, owed=True)


def _timed(work: Callable[[], Plan]) -> tuple[Plan | None, float]:
    """Return what was made and the seconds; nothing and no end when it was not finished."""
    began, of_processor = monotonic(), processor()
    with suppress(Unfinished):
        return work(), min(monotonic() - began, processor() - of_processor)
    return None, inf


def _stopped(tables: list[FigureTable], after: float) -> float:
    """Return how many seconds pass from Stop, pressed so long after the start, to the answer."""
    stop = monotonic() + after
    _timed(
        lambda: protect(
            tables, POLICIES["nhs_1_7_r5"], cancelled=lambda: monotonic() > stop, seconds=PATIENCE
        )
    )
    return max(0.0, monotonic() - stop)
