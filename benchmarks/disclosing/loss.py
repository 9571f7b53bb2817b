"""How much more is hidden in small tables than the least that would do, beside the numbers that are small."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from benchmarks.disclosing.controls import plan_by
from benchmarks.disclosing.gates import Gate
from benchmarks.disclosing.histories import inside
from benchmarks.disclosing.optimum import Task, hidden_of, least_hidden, task_cost, tried_all
from benchmarks.disclosing.rules import drawn
from benchmarks.disclosing.samples import SHAPES, sample, tiny
from vcse_desktop.disclosure.audit import audit
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect

CODES = "nhs_1_7_r5", "under_5"
SECONDS = 8.0
"""So long, of processor time, the least is looked for in one table."""
PROVEN, BEST_KNOWN = 5.0, 15.0
"""Per cent over the proven least, and over the best that is known where nothing is proven."""


@dataclass(frozen=True)
class Compared:
    """One table: what the engine hides beside the small numbers, and the least, in cost and in numbers.

    ``safe`` is what the program's audit says of the least.
    """

    shape: tuple[int, ...]
    numbers: int
    ours: float
    our_count: int
    best: float
    best_count: int
    lower: float
    safe: bool

    @property
    def proven(self) -> bool:
        return self.best <= self.lower + 1e-6


def measured() -> Iterator[Gate]:
    """Compare the engine with the least on every sample, and print each.

    Under one rule, drawn for each run; under both with ``--long``.
    """
    yield Gate("loss: tiny tables where the search is wrong", sum(map(_wrong, range(12))), 0)
    codes = drawn(CODES)
    jobs = [(code, number) for code in codes for number in range(len(SHAPES))]
    with ProcessPoolExecutor(2, initializer=inside) as pool:
        found = list(pool.map(compared, *zip(*jobs, strict=True)))
    for code in codes:
        mine = [one for (of, _), one in zip(jobs, found, strict=True) if of == code]
        print(f"loss {code}: cost of what is hidden beside small numbers (1 + log(1 + number) each)")
        for one in mine:
            _told(one)
        yield from _gates(code, mine)


def compared(code: str, number: int) -> Compared:
    """Protect one sample, and look for the least that is safe."""
    table, policy = sample(number), POLICIES[code]
    task = Task(table, policy)
    ours = hidden_of(task, protect([table], policy))
    least = least_hidden(task, ours, SECONDS)
    hidden = {where.codes for where, place in task.places.items() if place in least.hidden}
    report = audit(plan_by(lambda *_: hidden, [table], policy), [table])
    return Compared(
        SHAPES[number],
        len(table.rows()),
        task_cost(task, ours),
        len(ours - task.small),
        least.cost,
        len(least.hidden - task.small),
        least.lower,
        report.ok,
    )


def _wrong(number: int) -> bool:
    """Say whether the search finds another least than whoever tries all sets."""
    task = Task(tiny(number), POLICIES["under_5"])
    every = range(len(task.values))
    return abs(least_hidden(task, every, SECONDS).lower - tried_all(task)) > 1e-6


def _told(one: Compared) -> None:
    by = "x".join(map(str, one.shape))
    below = f"none is below {one.lower:.1f}" if one.lower else "nothing is proven"
    least = "the least, proven" if one.proven else f"the best known; {below}"
    over = "" if one.ours <= one.best + 1e-6 else f"  {_over([one]):+.0f}%"
    print(
        f"  {by:<8} {one.numbers:>3} numbers: {one.ours:6.1f} ({one.our_count:>2})"
        f"  beside {one.best:6.1f} ({one.best_count:>2}), {least}{over}"
    )


def _gates(code: str, found: Sequence[Compared]) -> Iterator[Gate]:
    unsafe = sum(not one.safe for one in found)
    yield Gate(f"loss {code}: sets called the least that our audit refuses", unsafe, 0)
    for proven, bound in ((True, PROVEN), (False, BEST_KNOWN)):
        mine = [one for one in found if one.proven == proven]
        if mine:
            name = "proven least" if proven else "best known"
            at_it = sum(one.ours <= one.best + 1e-6 for one in mine)
            print(f"  {name}: {at_it} of {len(mine)} tables at it, {_over(mine):.1f}% over it together")
            yield Gate(f"loss {code}: over the {name} ({len(mine)} tables)", _over(mine), bound, "%")


def _over(found: Sequence[Compared]) -> float:
    """Return by how many per cent the engine's costs are over the least, all tables together."""
    best = sum(one.best for one in found)
    return 100 * (sum(one.ours for one in found) / best - 1) if best else 0.0
