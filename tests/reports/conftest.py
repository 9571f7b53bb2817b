"""The letters of reports are made once, as the chores do before the tests."""

from pathlib import Path

import pytest

from vcse_desktop.paths import data_dir
from vcse_desktop.reports.fonts import make


@pytest.fixture(scope="session", autouse=True)
def _letters() -> None:
    make(Path(str(data_dir("resources"))) / "fonts")
