"""What every test stands on: no screen, no network, a profile of its own, and no unexpected warning."""

import logging
import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests import budgets
from tests.commands import Run, with_passphrase
from tests.vaults import PASSPHRASE
from vcse_desktop.store.passphrase import FLOOR

os.environ["QT_QPA_PLATFORM"] = "offscreen"

LONG = "VCSE_LONG" in os.environ
settings.register_profile(
    "ours", deadline=None, derandomize=not LONG, suppress_health_check=[HealthCheck.too_slow]
)  # how long something takes is the benchmarks' business; the same examples each time unless --long
settings.load_profile("ours")


@pytest.fixture(autouse=True)
def _own_profile(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(tmp_path_factory.mktemp("profile")))


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> NoReturn:
        raise AssertionError("the program opened a network connection")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.fixture(autouse=True)
def _no_unexpected_warning(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    for when in ("setup", "call"):
        loud = [r for r in caplog.get_records(when) if r.levelno >= logging.WARNING]
        assert not loud, f"unexpected warnings: {[record.getMessage() for record in loud]}"


@pytest.fixture
def cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Derive new keys at the floor cost, as every test does that makes a vault by the usual door."""
    monkeypatch.setattr("vcse_desktop.store.making.calibrate", lambda: FLOOR)


@pytest.fixture
def run(tmp_path: Path, cheap_keys: None) -> Run:
    """Run commands as a person would; those that open a vault get the passphrase from a file."""
    secret = tmp_path / "passphrase.txt"
    secret.write_text(PASSPHRASE + "\n", "utf-8")
    return with_passphrase(secret)


@pytest.fixture
def root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).parents[1]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what each suite took beside what it may take."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    took = [(r.nodeid, r.duration) for r in reports if isinstance(r, pytest.TestReport)]
    workers = int(config.getoption("numprocesses", None) or 1)
    terminalreporter.section("seconds for each suite")
    for line in budgets.lines(took, workers):
        terminalreporter.write_line(line)
