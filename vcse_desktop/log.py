"""A rotating log of what the program did, with nothing in it that a person typed."""

import logging
from contextlib import suppress
from enum import Enum
from logging.handlers import RotatingFileHandler
from pathlib import Path
from traceback import extract_tb

Fact = int | float | bool | Enum

_log = logging.getLogger("vcse_desktop")
_log.setLevel(logging.INFO)


class _Quiet(RotatingFileHandler):
    """A log that cannot be written is done without."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - its name in the library
        """Say nothing: the message must not reach a screen."""


def start(folder: Path) -> None:
    """Write to ``log.txt`` in this folder from now on: at most four files of 250 kB."""
    handler = _Quiet(folder / "log.txt", maxBytes=250_000, backupCount=3, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    stop()
    _log.addHandler(handler)


def stop() -> None:
    """Close the file that ``start`` opened."""
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        with suppress(OSError):  # a full disk keeps what it could not write, and says so again
            handler.close()


def event(name: str, **facts: Fact) -> None:
    """Note that something happened. A fact is a number, yes or no, or a member of an Enum: never text."""
    for key, fact in facts.items():
        if isinstance(fact, str) or not isinstance(fact, int | float | bool | Enum):
            raise TypeError(
                f"the fact {key!r} of event {name!r} is not a number, yes or no, or an Enum member"
            )
    shown = " ".join(f"{key}={fact.name if isinstance(fact, Enum) else fact}" for key, fact in facts.items())
    _log.info("%s %s", name, shown)


def bug(error: BaseException) -> list[str]:
    """Note a fault of ours and return its lines, fit to be copied: type and steps, never the message."""
    lines = [type(error).__name__]
    lines += [f"{Path(s.filename).stem}.{s.name}:{s.lineno}" for s in extract_tb(error.__traceback__)]
    _log.info("bug %s", " < ".join(lines))
    return lines
