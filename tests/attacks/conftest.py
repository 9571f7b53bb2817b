"""The checking page, open in a browser."""

import os
from collections.abc import Iterator

import pytest

from tests import browser
from tests.attacks.checking_page import PAGE


@pytest.fixture(scope="session")
def checker(tmp_path_factory: pytest.TempPathFactory) -> Iterator[browser.Page]:
    """The page as it is published, opened from the disk."""
    if os.name != "posix":
        pytest.skip("the browser is driven over pipes that Windows does not have")
    assert browser.CHROMIUM, "Chromium is not installed"
    with browser.page(tmp_path_factory.mktemp("browser")) as page:
        page.open(PAGE)
        yield page
