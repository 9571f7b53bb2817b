"""Running a command as a person at a terminal does, and what it said."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from vcse_desktop.cli import main

MAKE = ("pack", "make", "--no-large-print")
"""The words that make a pack with its report in usual letters alone: large ones take half a second more."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed on its two streams, and how it ended."""

    status: int
    out: str
    err: str


class Run(Protocol):
    """Run the words of a command; one that opens a vault is given the passphrase in a file."""

    def __call__(self, *words: object) -> Said: ...


def plainly(*words: object) -> Said:
    """Run a command as it is written."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        status = main([str(word) for word in words])
    return Said(status, out.getvalue(), err.getvalue())


def with_passphrase(secret: Path) -> Run:
    """Return a runner that adds the passphrase where a vault is opened."""

    def run(*words: object) -> Said:
        needs_one = words[:2] not in {("pack", "check"), ("pack", "audit")} or "--vault" in words
        return plainly(*words, *(["--passphrase-file", secret] if needs_one else []))

    return run
