"""What every test stands on: no screen, no network, a profile of its own, and no unexpected warning."""

import gc
import logging
import os
import random
import socket
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, settings

from tests import budgets
from tests.commands import Run, with_passphrase
from tests.disclosure.making import Inside
from tests.faults import tally
from tests.vaults import PASSPHRASE
from vcse_desktop.disclosure import audit, protect
from vcse_desktop.i18n import set_language
from vcse_desktop.paths import data_dir
from vcse_desktop.store.passphrase import FLOOR, stretch

os.environ["QT_QPA_PLATFORM"] = "offscreen"

LONG = "VCSE_LONG" in os.environ
INSIDE = frozenset({"actions", "ui", "accessibility", "cli", "test_words_typed.py", "test_real_data.py"})
"""Folders and files whose tests ask about hiding on a thread of their own."""
DRAWN = random.SystemRandom().randrange(10**6)
settings.register_profile(
    "ours",
    deadline=None,
    derandomize=not LONG,
    max_examples=100 if LONG else 30,
    suppress_health_check=[HealthCheck.too_slow],
)  # how long something takes is the benchmarks' business; the same examples each time unless --long
settings.load_profile("ours")


def pytest_collection_finish() -> None:
    """Spare every later look for what refers to itself all that stays until the end anyhow."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def _profiles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give each time another folder that is not there yet; to number them, pytest would list them all."""
    folder = tmp_path_factory.mktemp("profiles")
    return (folder / str(number) for number in count())


@pytest.fixture(autouse=True)
def _own_profile(_profiles: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VCSE_DESKTOP_HOME", str(next(_profiles)))


@pytest.fixture(autouse=True, scope="session")
def _derived_once() -> Iterator[None]:
    """Derive the key of a passphrase once for each salt: vaults are opened again and again."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("vcse_desktop.store.slots.stretch", cache(stretch))
        yield


@pytest.fixture(autouse=True, scope="module")
def _answered_inside(request: pytest.FixtureRequest) -> Iterator[None]:
    """Spare what stands on hiding the start of two processes for each pack: journeys start them."""
    with pytest.MonkeyPatch.context() as patch:
        if INSIDE & {*request.path.parts}:
            for one in (audit, protect):
                patch.setattr(one, "Worker", Inside)
        yield


@pytest.fixture(autouse=True)
def _in_english() -> Iterator[None]:
    """Leave no other language behind: what is made once for many tests is made before any of them begins."""
    set_language("en", data_dir("translations"))
    yield
    set_language("en", data_dir("translations"))


@pytest.fixture(autouse=True)
def _tidied() -> Iterator[None]:
    """Afterwards what a window left is taken apart on the thread that made it (see ``ui.tasks.tidy``)."""
    yield
    if not gc.isenabled():
        gc.collect()
        gc.freeze()  # what is left now stays: the next look need not go through it
        gc.enable()


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


@pytest.fixture(scope="session")
def seed(request: pytest.FixtureRequest) -> int:
    """The number that decides all chance of this run, the same for each worker; VCSE_SEED sets it."""
    run = getattr(request.config, "workerinput", {}).get("testrunuid", "")
    drawn = int(sha256(run.encode()).hexdigest(), 16) % 10**6 if run else DRAWN
    return int(os.environ.get("VCSE_SEED", drawn))


@pytest.fixture
def root() -> Path:
    """The folder of the checkout."""
    return Path(__file__).parents[1]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print what each suite took beside what it may take, and what the faults have cost."""
    reports = [report for found in terminalreporter.stats.values() for report in found]
    took = [(r.nodeid, r.duration) for r in reports if isinstance(r, pytest.TestReport)]
    workers = int(config.getoption("numprocesses", None) or 1)
    terminalreporter.section("seconds for each suite")
    for line in budgets.lines(took, workers):
        terminalreporter.write_line(line)
    for line in tally.lines(r for r in reports if isinstance(r, pytest.TestReport)):
        terminalreporter.write_line(line)
