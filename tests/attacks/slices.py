"""How much of a long attack runs: always the same slice, or everything when VCSE_LONG is set."""

import os
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
LONG = "VCSE_LONG" in os.environ
SEED = int(os.environ.get("VCSE_SEED", "20260101"))  # another one tries other places


def some(of: Sequence[T], count: int) -> Sequence[T]:
    """Return so many of these, chosen by the seed, which is printed; all of them in the long run."""
    print(f"VCSE_SEED={SEED}")  # noqa: T201 - shown when a test fails, to run the same slice again
    return of if LONG or len(of) <= count else random.Random(SEED).sample(of, count)  # noqa: S311
