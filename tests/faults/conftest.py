"""What every test of the faults stands on: its own chance, what it counts, and keys that are derived once."""

import random
from collections.abc import Iterator

import pytest

from tests.faults.tally import Tally


@pytest.fixture
def tally(request: pytest.FixtureRequest, seed: int) -> Iterator[Tally]:
    """What this test counts, and its chance."""
    chance = random.Random(f"{seed} {request.node.name}")  # noqa: S311
    made = Tally(request.node.user_properties, seed, chance)
    yield made
    made.close()
