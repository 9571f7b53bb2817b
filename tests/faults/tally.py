"""What the fault suite has tried and what was lost by it: counted in each test, said at the end."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from random import Random

import pytest

COUNTED, SEEDED = "faults", "seed of the faults"
LOST, HALF, SILENT = "acknowledged work lost", "half units", "silent damage"
HARMS = (LOST, HALF, SILENT)
Count = tuple[str, str, int]
"""A kind of store, what is counted, how many."""


@dataclass
class Tally:
    """What one test has tried; pytest carries it to the end of the run, from whichever worker."""

    properties: list[tuple[str, object]]
    seed: int
    chance: Random
    counted: Counter[tuple[str, str]] = field(default_factory=Counter)

    def tried(self, store: str, family: str, count: int = 1) -> None:
        """Count faults of a family that have struck."""
        self.counted[store, family] += count

    def harm(self, store: str, harm: str, where: object) -> None:
        """Count a harm, "" for none; our own vaults must come to none."""
        if harm:
            self.counted[store, harm] += 1
        assert not harm or store != "vault", f"{harm} after {where}; VCSE_SEED={self.seed} does it again"

    def close(self) -> None:
        """Hand over what was counted."""
        self.properties.append((SEEDED, self.seed))
        self.properties.extend((COUNTED, (*what, count)) for what, count in self.counted.items())


def lines(reports: Iterable[pytest.TestReport]) -> list[str]:
    """Return a line for each kind of store that was tried, and one for how to try just that again."""
    told = [one for report in reports if report.when == "teardown" for one in report.user_properties]
    stores: dict[str, Counter[str]] = {}
    for name, value in told:
        if name == COUNTED and isinstance(value, list | tuple):
            store, what, count = value
            stores.setdefault(store, Counter())[what] += count
    seeds = sorted({str(value) for name, value in told if name == SEEDED})
    said = [_line(store, stores[store]) for store in sorted(stores, key=lambda name: name != "vault")]
    return [*said, f"the same faults again: VCSE_SEED={', '.join(seeds)}"] if said else []


def _line(store: str, counted: Counter[str]) -> str:
    tried = [f"{count:,} {family}" for family, count in sorted(counted.items()) if family not in HARMS]
    head = "faults" if store == "vault" else f"{store} under the same tests"
    return f"{head}: {', '.join(tried)} tried; {', '.join(f'{what} {counted[what]}' for what in HARMS)}"
