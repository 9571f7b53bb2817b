"""What a reader of every pack finds out in random histories, and in the same ones made with less care."""

import os
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.disclosing import controls
from benchmarks.disclosing.gates import Gate
from tests.disclosure.attacker import Attacker
from tests.disclosure.histories import History, history, left_between, named_late, narrowed, people, tables
from tests.disclosure.making import Inside
from vcse_desktop.disclosure import audit, protect
from vcse_desktop.disclosure.policy import POLICIES, Policy

CODES = "nhs_1_7_r5", "under_5"
PACKS = 6
FIRST = "30"
"""From this seed on: history 32 is among them, in which a reader once found somebody."""
WAYS = "small numbers hidden", "two in each line", "each pack alone", "beside all before"
OURS = WAYS[-1]
CARELESS = 4
"""Of so many histories one is made carelessly, too: that almost all of those leak is known."""
OVERHEAD = 10.0
"""Per cent more numbers hidden than where no pack knows of another."""
RULES: dict[str, controls.Rule] = {WAYS[0]: controls.small, WAYS[1]: controls.two_per_line}


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in one history: single numbers, differences, and left-overs of three or four numbers.

    ``exact`` are those of the first two that are known exactly; ``packs`` were shared, so many ``unsigned``.
    ``named_late`` are left out: nothing that is hidden later would take them back.
    """

    cells: int
    differences: int
    exact: int
    left: int
    numbers: int
    hidden: int
    packs: int
    unsigned: int
    named_late: int

    @property
    def leaks(self) -> bool:
        return self.cells + self.differences + self.left > 0


def measured() -> Iterator[Gate]:
    """Attack histories as they are made in several ways, half under each rule, and print what leaks."""
    count = 1000 if "VCSE_LONG" in os.environ else 40
    first = int(os.environ.get("VCSE_SEED", FIRST))
    jobs = [(code, first + seed) for code in CODES for seed in range(count // 2)]
    with ProcessPoolExecutor(2, initializer=inside) as pool:
        found = list(pool.map(attacked, *zip(*jobs, strict=True), chunksize=2))
    for code in CODES:
        mine = [one for (of, _), one in zip(jobs, found, strict=True) if of == code]
        print(f"histories {code}: {len(mine)} of {PACKS} packs each, and what a reader of all of them finds")
        for way in WAYS:
            _told(way, [one[way] for one in mine if way in one])
    yield from _gates(found)


def attacked(code: str, seed: int) -> dict[str, Seen]:
    """Make one history in each way, in the careless ones only some unless ``--long``, and attack it."""
    policy, all_ways = POLICIES[code], seed % CARELESS == 0 or "VCSE_LONG" in os.environ
    with Attacker() as attacker:
        found = {}
        for way in WAYS if all_ways else WAYS[2:]:
            made, safe = _made(way, seed, policy)
            found[way] = _seen(made, attacker, exposed=not safe, ours=way == OURS)
    return found


def _made(way: str, seed: int, policy: Policy) -> tuple[History, bool]:
    if way not in RULES:
        return history(seed, policy, PACKS, alone=way != OURS)
    chance = random.Random(seed)  # noqa: S311 - the same people and tables as in histories.history
    made = History(people(chance, PACKS), policy, packs=PACKS)
    for pack in range(PACKS):
        some = tables(chance, made.people, pack)
        made.published[pack] = controls.plan_by(RULES[way], some, policy), some
    return made, True


def _seen(made: History, attacker: Attacker, *, exposed: bool, ours: bool) -> Seen:
    found = narrowed(made, attacker)
    late = named_late(made, attacker, found) if ours and exposed else set()
    found = {name: span for name, span in found.items() if name not in late}
    lengths = Counter(min(len(name), 2) for name in found)
    rows = [row for plan, _ in made.published.values() for table in plan.tables for row in table.rows]
    return Seen(
        lengths[1],
        lengths[2],
        sum(high - low < 0.5 for low, high in found.values()),
        len(left_between(made, attacker)),
        len(rows),
        sum(row.cells[0].value is None for row in rows),
        len(made.published),
        made.packs - len(made.published),
        len(late),
    )


def _told(way: str, found: Sequence[Seen]) -> None:
    total = {name: sum(getattr(one, name) for one in found) for name in Seen.__slots__}
    print(
        f"  {way:<21} {sum(one.leaks for one in found):>3} of {len(found)} leak: {total['cells']} numbers,"
        f" {total['differences']} differences ({total['exact']} of both exactly), {total['left']} left-overs;"
        f" {total['hidden']} of {total['numbers']} hidden in {total['packs']} packs,"
        f" {total['unsigned']} not signed, {total['named_late']} given away before a number named them"
    )


def _gates(found: Sequence[dict[str, Seen]]) -> Iterator[Gate]:
    ours = [one[OURS] for one in found]
    recovered = sum(one.cells + one.differences + one.left for one in ours)
    yield Gate(f"{len(ours)} histories: recovered", recovered, 0)
    for way in WAYS[:-1]:
        mine = [one[way].leaks for one in found if way in one]
        yield Gate(f"histories of {len(mine)} that leak, {way}", sum(mine), 1, least=True)
    alike = [one for one in found if one[OURS].numbers == one[WAYS[2]].numbers]
    hidden, alone = (sum(one[way].hidden for one in alike) for way in (OURS, WAYS[2]))
    more = 100 * (hidden / alone - 1)
    print(
        f"  where all packs were signed both ways: {hidden} numbers hidden, {alone} where each pack is alone"
    )
    yield Gate("histories: hidden because of earlier packs", more, OVERHEAD, "% more", owed=True)


def inside() -> None:
    """Answer in the same process: to start another for every pack would take most of the time."""
    for module in (audit, protect):
        vars(module)["Worker"] = Inside
