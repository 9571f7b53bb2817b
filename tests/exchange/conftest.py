"""One process reads all workbooks of a test file, as it does those of a package."""

from collections.abc import Iterator

import pytest

from vcse_desktop.exchange.tables.process import Reader


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    """What reads workbooks."""
    with Reader() as one:
        yield one
