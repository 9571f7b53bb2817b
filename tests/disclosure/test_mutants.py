"""Break one thing in the program, and the audit or the attacker notices."""

import random
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache
from itertools import islice
from typing import Any

import numpy as np
import pytest

from tests.conftest import LONG
from tests.disclosure.attacker import Attacker, sheet
from tests.disclosure.cases import CASES, CROSSED, NHS, TELLING, cells
from vcse_desktop.disclosure import (
    atoms,
    crossings,
    draft,
    ends,
    hours,
    known,
    process,
    published,
    secrets,
    worlds,
)
from vcse_desktop.disclosure import audit as auditing
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.columns import Column
from vcse_desktop.disclosure.hiding import hide
from vcse_desktop.disclosure.hours import unfit
from vcse_desktop.disclosure.plan import Cell, CellKey, Plan, Secret, Why, key
from vcse_desktop.disclosure.policy import Policy, publish
from vcse_desktop.disclosure.process import Unfinished, Worker
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.published import window
from vcse_desktop.disclosure.seen import seen
from vcse_desktop.disclosure.system import Guard
from vcse_desktop.figures.table import FigureTable, Measure, Unit

pytestmark = pytest.mark.usefixtures("inside")
GROUPS, ALONE = crossings.groups, draft._alone
OF_HOURS = secrets._of_hours
SECRETS = secrets.secrets


def moved(low: int, high: int) -> Callable[..., tuple[int, int | None]]:
    def other(policy: Policy, unit: Unit, cell: Cell, *, frail: bool) -> tuple[int, int | None]:
        least, most = window(policy, unit, cell, frail=frail)
        return max(0, least - low), most if most is None else most + high

    return other


def guarded(low: int, high: int) -> Callable[..., secrets.Secrets]:
    def other(*given: Any) -> secrets.Secrets:  # noqa: ANN401 - what the real one takes
        return [(s, replace(g, low=g.low + low, high=g.high - high)) for s, g in SECRETS(*given)]

    return other


def without(less: int) -> Callable[..., secrets.Secrets]:
    return lambda *given: [(s, g) for s, g in SECRETS(*given) if len(s.less) != less]


def one_fewer(*given: Any) -> dict[CellKey, Secret]:  # noqa: ANN401 - what the real one takes
    return dict(list(hide(*given).items())[1:])


def looser(policy: Policy, number: int) -> object:
    return publish(replace(policy, threshold=policy.threshold - 1), number)


def headless(table: FigureTable, measure: Measure, *given: Any) -> bool:  # noqa: ANN401 - what the real one takes
    return unfit(table, replace(measure, heads=""), *given)


def some_left_out(columns: list[Column]) -> dict[int, int]:
    """Forget the first who was seen, and all who are like them."""
    first = {mask for mask, _ in islice(seen(columns), 1)}
    return {mask: number for mask, number in GROUPS(columns).items() if mask not in first}


def more_than_can_be(columns: list[Column]) -> dict[int, int]:
    """Reckon with people who are in one number alone, though they would be in others, too."""
    return {bit: 0 for column in columns for bit in column.bits.values()} | GROUPS(columns)


def told_to_a_fiftieth(universe: Any, tables: Any, hidden: Any, policy: Policy) -> object:  # noqa: ANN401
    return OF_HOURS(universe, tables, hidden, replace(policy, share_pct=2))


def settled(_system: object, _marked: object, guards: Iterable[Guard]) -> list[Guard]:
    """Ask nothing of low ends."""
    return [replace(guard, low=guard.high) for guard in guards]


def all_fit(sums: Any, _bounds: object) -> Any:  # noqa: ANN401 - arrays
    return np.full(len(sums), fill_value=True)


IN_THE_PROGRAM: dict[str, tuple[object, str, object]] = {
    "lower ends one lower": (published, "window", moved(1, 0)),
    "upper ends one higher": (published, "window", moved(0, 1)),
    "no single numbers": (auditing, "secrets", without(0)),
    "no number less another": (auditing, "secrets", without(1)),
    "no number less two others": (auditing, "secrets", without(2)),
    "open at 2": (auditing, "secrets", guarded(1, 0)),
    "open to t - 2": (auditing, "secrets", guarded(0, 1)),
    "worlds that do not fit": (known, "fits", all_fit),
    "worlds that answer nothing": (ends.Ends, "unanswered", lambda *_: []),
    "each table alone": (atoms, "universe_name", lambda table, measure: table.kind.id + measure.code),
    "nothing within anything": (crossings, "_with_outer", lambda pick, _: frozenset(pick)),
    "attendances are things": (atoms, "_ALWAYS", (Unit.PERSON, Unit.PERSON_HOURS)),
    "nothing more is hidden": (protecting, "hide", lambda *_: {}),
    "one too few is hidden": (protecting, "hide", one_fewer),
    "7 and 4 are shown": (draft, "publish", looser),
    "rounded down": (draft, "publish", lambda policy, n: publish(policy, max(0, n - 2))),
    "hours of few": (draft, "unfit", lambda *_: False),
    "hours without their heads": (draft, "unfit", headless),
    "hours of one person": (hours, "dominated", lambda *_: False),
    "hours are not guarded": (secrets, "_of_hours", lambda *_: iter(())),
    "hours are open to a fiftieth": (secrets, "_of_hours", told_to_a_fiftieth),
    "windows moved up": (published, "window", moved(-1, 1)),
    "windows moved down": (published, "window", moved(1, -1)),
    "a hidden number may be nobody": (
        published,
        "window",
        lambda *g, frail: (0, None) if g[2].value is None else window(*g, frail=frail),
    ),
    "a zero that tells is shown": (draft, "_alone", lambda policy, n: ALONE(policy, replace(n, frail=False))),
    "a group that was seen is left out": (atoms, "groups", some_left_out),
    "groups that cannot be": (atoms, "groups", more_than_can_be),
    "no low end need be open": (auditing, "floored", settled),
    "all units in one universe": (atoms, "universe_name", lambda *_: "people"),
}
IN_THE_AUDIT: dict[str, tuple[object, str, object]] = {
    "lower ends one higher": (published, "window", moved(-1, 0)),
    "upper ends one lower": (published, "window", moved(0, -1)),
    "open to t": (auditing, "secrets", guarded(0, -1)),
    "a hidden number is none": (
        published,
        "window",
        lambda *g, frail: (0, 0) if g[2].value is None else window(*g, frail=frail),
    ),
    "no world is ever found": (worlds.Worlds, "search", lambda *_, **__: None),
}


def names_the_small(plan: Plan, tables: list[FigureTable]) -> bool:
    """Say whether exactly the small numbers are hidden because they are small."""
    small = set()
    for t, _, c, here in cells(plan):
        kind = tables[t].kind
        frail = not plan.policy.zero_protected.isdisjoint(dimension.code for dimension in kind.dimensions)
        people = kind.measures[c].unit is not Unit.PERSON_HOURS
        least = 0 if frail else 1
        if people and least <= tables[t].value(here.measure, here.codes) < plan.policy.threshold:
            small.add(here)
    return small == {here for here, why in plan.reasons.items() if why is Why.SMALL}


def noticed(tables: list[FigureTable], policy: Policy, attacker: Attacker) -> bool:
    """Say whether there is no plan, the audit says no, or the attacker finds somebody."""
    try:
        plan = protect(tables, policy)
    except ValueError:
        return True
    if not audit(plan, tables).ok or not names_the_small(plan, tables):
        return True
    if all(m.unit is not Unit.PERSON_HOURS for t in tables for m in t.kind.measures):
        return bool(attacker.leaks(plan, tables))
    page = sheet(plan, "hours")
    true = {key(t, "hours", row): t.value("hours", row) for t in tables for row in t.rows()}
    hidden = [here for here, (_, cell) in page.printed.items() if cell.value is None]
    spans = attacker.spans(page, policy, [page.counts[here] for here in hidden], whole=False)
    return any(
        least > 0.9 * true[h] or most < 1.1 * true[h] for h, (least, most) in zip(hidden, spans, strict=True)
    )


def test_nothing_is_noticed_where_nothing_is_broken(attacker: Attacker) -> None:
    assert not any(noticed(tables, policy, attacker) for tables, policy in CASES)


@pytest.mark.parametrize("turn", range(len(IN_THE_PROGRAM) if LONG else len(IN_THE_PROGRAM) // 4))
def test_what_is_broken_in_the_program_is_noticed(
    turn: int, seed: int, attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = sorted(IN_THE_PROGRAM)
    name = random.Random(seed).sample(every, len(every))[turn]  # noqa: S311 - others in each run
    monkeypatch.setattr(*IN_THE_PROGRAM[name])
    told = f"{name} (VCSE_SEED={seed})"
    assert any(noticed(tables, policy, attacker) for tables, policy in TELLING), told


@cache
def sound_plans() -> list[tuple[Plan, list[FigureTable]]]:
    return [(protect(tables, policy), tables) for tables, policy in CASES]


@pytest.mark.parametrize("name", IN_THE_AUDIT)
def test_an_audit_that_asks_for_more_says_no(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = sound_plans()
    monkeypatch.setattr(*IN_THE_AUDIT[name])
    assert not all(audit(plan, tables).ok for plan, tables in plans)


class Trusting(Worker):
    """Takes a worker that gives no answer for one that finds nothing wrong."""

    asking = False

    def __init__(self, **_: object) -> None:
        super().__init__(seconds=0.2)

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        self.asking = True
        try:
            return super().ask(question)
        except Unfinished:
            nothing: dict[str, Any] = {"narrow": [], "left_over": [], "hide": []}
            return nothing | {"system": 0, "engine": "", "worlds": 0, "possible": True}
        finally:
            self.asking = False

    def go_on(self) -> None:
        """Between questions go on, whatever the time."""
        if self.asking:
            super().go_on()


@pytest.mark.parametrize(
    "script",
    ["import sys; sys.stdin.readline()", "import time; time.sleep(60)"],
    ids=["a crash is an answer", "a time-out is an answer"],
)
def test_an_audit_that_trusts_a_worker_without_answers_is_noticed(
    script: str, attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(process, "command", lambda: [sys.executable, "-c", script])
    monkeypatch.setattr(auditing, "Worker", Trusting)
    monkeypatch.setattr(protecting, "Worker", Trusting)
    assert noticed([CROSSED], NHS, attacker)
