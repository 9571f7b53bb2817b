"""How much of a long attack runs: a slice that another seed draws elsewhere, and how large it is."""

import os
import random
from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
LONG = os.environ.get("VCSE_LONG", "")
"""Empty for the usual run, "1" for a hundred times as many, "all" for all of them: a quarter of an hour."""


SMALL = 130
"""A family of no more than this is run whole over the pack: each of its cases stands for its own rule."""


def some(of: Sequence[T], count: int, seed: int) -> Sequence[T]:
    """Return so many of these, in the long run a hundred times as many, by the seed, which is printed."""
    print(f"VCSE_SEED={seed}")  # noqa: T201 - shown when a test fails, to run the same slice again
    most = len(of) if LONG == "all" else count * 100 if LONG else count
    return of if len(of) <= most else random.Random(seed).sample(of, most)  # noqa: S311 - an attack is no secret
