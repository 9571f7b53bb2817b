"""A computer whose date can hardly be right is noticed by the newest record."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.vaults import make_vault
from vcse_desktop.actions.dating import doubted

NEWEST = datetime.now(UTC)


@pytest.mark.parametrize(
    ("hours", "asked"),
    [(-10 * 365 * 24, True), (-25, True), (-23, False), (0, False), (399 * 24, False), (401 * 24, True)],
)
def test_a_day_behind_the_newest_record_or_far_ahead_of_it_is_doubted(
    tmp_path: Path, hours: int, asked: bool
) -> None:
    vault, _ = make_vault(tmp_path / "vault")
    with vault:
        doubt = doubted(vault, NEWEST + timedelta(hours=hours))
    assert (doubt is not None) is asked
    if doubt is not None:
        assert abs(doubt.newest - NEWEST) < timedelta(hours=1)
        assert doubt.now - NEWEST == timedelta(hours=hours)
