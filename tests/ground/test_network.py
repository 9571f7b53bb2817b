"""The program refuses every connection, whoever in it tries."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ATTEMPTS = [
    "socket.create_connection(('127.0.0.1', 9))",
    "socket.getaddrinfo('example.org', 80)",
    "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('127.0.0.1', 9))",
    "socket.socket().bind(('0.0.0.0', 0))",
    "socket.gethostbyname('example.org')",
    "socket.gethostbyaddr('192.0.2.1')",
    "socket.getnameinfo(('192.0.2.1', 80), 0)",
    "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendmsg([b'x'], [], 0, ('127.0.0.1', 9))",
    "__import__('urllib.request').request.urlopen('http://example.org')",
]


STARTED = """
import socket, sys
sys.argv = ["vcse-desktop", "--version"]
from vcse_desktop.__main__ import main
main()
"""


def started(code: str) -> subprocess.CompletedProcess[str]:
    """Start the program in a process of its own, then run code in it."""
    command = [sys.executable, "-c", STARTED + code]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)


IN_TURN = f"""
import traceback
for attempt in {ATTEMPTS!r}:
    try:
        exec(attempt)
        print("made")
    except BaseException:
        print("refused" if "NetworkRefused" in traceback.format_exc() else "otherwise")
"""


@pytest.fixture(scope="module")
def told() -> dict[str, str]:
    """What came of each attempt, all in one process, as to start it takes longest."""
    ended = started(IN_TURN)
    assert ended.returncode == 0, ended.stderr
    return dict(zip(ATTEMPTS, ended.stdout.splitlines()[-len(ATTEMPTS) :], strict=True))


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_connection_is_made(attempt: str, told: dict[str, str]) -> None:
    assert told[attempt] == "refused"


def test_work_goes_on_without_one() -> None:
    ended = started("import asyncio; print(asyncio.run(asyncio.sleep(0, 'done')))")
    assert "done" in ended.stdout, ended.stderr
