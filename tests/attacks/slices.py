"""How much of a long attack runs: a slice that another seed draws elsewhere, or all when VCSE_LONG is set."""

import os
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
LONG = "VCSE_LONG" in os.environ


def some(of: Sequence[T], count: int, seed: int) -> Sequence[T]:
    """Return so many of these, chosen by the seed, which is printed; all of them in the long run."""
    print(f"VCSE_SEED={seed}")  # noqa: T201 - shown when a test fails, to run the same slice again
    return of if LONG or len(of) <= count else random.Random(seed).sample(of, count)  # noqa: S311
