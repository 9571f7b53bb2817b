"""One attacker for all tests of hiding, and a worker that needs no process of its own."""

from collections.abc import Iterator

import pytest

from tests.disclosure.attacker import Attacker
from tests.disclosure.making import Inside
from vcse_desktop.disclosure import audit, protect


@pytest.fixture(scope="session")
def attacker() -> Iterator[Attacker]:
    with Attacker() as one:
        yield one


@pytest.fixture
def inside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Answer in the test's own process: quicker, and what a test breaks on purpose is broken there too."""
    monkeypatch.setattr(audit, "Worker", Inside)
    monkeypatch.setattr(protect, "Worker", Inside)
