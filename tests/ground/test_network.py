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


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_no_connection_is_made(attempt: str) -> None:
    ended = started(attempt)
    assert ended.returncode != 0
    assert "NetworkRefused" in ended.stderr


def test_work_goes_on_without_one() -> None:
    ended = started("import asyncio; print(asyncio.run(asyncio.sleep(0, 'done')))")
    assert "done" in ended.stdout, ended.stderr
