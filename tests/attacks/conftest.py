"""The checking page, open in a browser."""

import os
from collections.abc import Iterator

import pytest

from tests import browser
from tests.attacks.checking_page import PAGE


@pytest.fixture(scope="session")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Page]:
    """The page as it is published, opened from the disk."""
    if not browser.CHROMIUM or os.name != "posix":
        pytest.skip("this needs Chromium, and pipes as other systems than Windows have them")
    with browser.page(tmp_path_factory.mktemp("browser")) as page:
        page.open(PAGE)
        yield page
