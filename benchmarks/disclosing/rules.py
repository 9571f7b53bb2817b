"""Which rules for hiding are measured in a run: one, drawn by VCSE_SEED; all with --long."""

import os
import random
from collections.abc import Sequence


def drawn(codes: Sequence[str]) -> tuple[str, ...]:
    """Return one of these codes, or all of them with ``--long``."""
    seed = os.environ.get("VCSE_SEED")
    return tuple(codes) if "VCSE_LONG" in os.environ else (random.Random(seed).choice(codes),)  # noqa: S311
