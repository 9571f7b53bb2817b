"""The one door: without words after it the window opens, with words the command line answers."""

import sys
from collections.abc import Callable
from functools import partial
from io import TextIOWrapper
from typing import NoReturn

from vcse_desktop.i18n import N_, tr

SELF_TEST = "--self-test"
STOPPED = N_("Stopped before anything was done.")

REFUSED_EVENTS = tuple(
    f"socket.{name}"
    for name in (
        *("connect", "bind", "sendto", "sendmsg"),
        *("getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo"),
    )
)
LOOPBACK = ("127.0.0.1", "::1")


class NetworkRefused(PermissionError):
    """Something in the program tried to use the network, which it never does."""


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse every connection and look-up; Windows' asyncio may talk to itself."""
    if event in REFUSED_EVENTS and not _to_itself(event, arguments):
        _refuse(event)


def _to_itself(event: str, arguments: tuple[object, ...]) -> bool:
    address = arguments[1] if len(arguments) > 1 else None
    named = isinstance(address, tuple) and bool(address) and address[0] in LOOPBACK
    return sys.platform == "win32" and event in ("socket.connect", "socket.bind") and named


def _refuse(event: str) -> NoReturn:
    raise NetworkRefused(f"{event} was refused: this program never uses a network")


def main() -> int:
    """Start the program and return its exit status."""
    if getattr(sys, "frozen", False) and len(sys.argv) > 1:  # a process that checks packs beside another
        from multiprocessing import freeze_support  # noqa: PLC0415 - nothing else at start needs it

        freeze_support()
    sys.addaudithook(refuse_network)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            say_everything(stream)
    try:
        door = _door()
    except KeyboardInterrupt:
        sys.stderr.write(tr(STOPPED) + "\n")
        return 3
    return door()


def say_everything(stream: TextIOWrapper) -> None:
    """Let a stream take every letter: files and pipes are UTF-8, a terminal shows what it can."""
    stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


def _door() -> Callable[[], int]:
    if len(sys.argv) > 1:
        from vcse_desktop.cli import main as command_line  # noqa: PLC0415 - the window needs no command line

        words = partial(command_line, sys.argv[1:])
        return words if sys.argv[1] != SELF_TEST else lambda: words() or _window_tries_itself()
    from ui.app import main as window  # noqa: PLC0415 - the command line needs no Qt

    return window


def _window_tries_itself() -> int:
    from ui.app import self_test  # noqa: PLC0415 - as above

    return self_test()


if __name__ == "__main__":
    sys.exit(main())
