"""How the worker's process is started, asked and ended: over pipes alone, as what it is told is secret."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import suppress
from enum import Enum
from math import inf
from pathlib import Path
from time import monotonic
from typing import IO, Any, Self, cast

import vcse_desktop
from vcse_desktop.errors import WorldError
from vcse_desktop.i18n import N_

_START = (  # ten times as quick as the command line, which loads all it could be asked for
    "import sys; from vcse_desktop.disclosure.worker import worker_main;"
    " sys.exit(worker_main(sys.stdin.buffer, sys.stdout.buffer))"
)
_ONE = {"OPENBLAS_NUM_THREADS": "1"}  # its matrices are small: more threads only wait for one another
_TICK = 0.1  # seconds between two looks at whether somebody pressed Stop


class Fault(Enum):
    """Why the worker gave no answer."""

    STOPPED = "stopped"
    TIME = "time"
    WORKER = "worker"


class Unfinished(WorldError):
    """The worker was stopped, took too long or broke down."""

    def __init__(self, fault: Fault) -> None:
        sentence = N_(
            "The check for small numbers did not come to its end, so nothing was made. Your records are"
            " as they were. Try again; if it happens again, choose a shorter period."
        )
        super().__init__(N_("The check was not finished"), sentence)
        self.fault = fault


def command() -> list[str]:
    """Return how the worker is started: by the Python that runs us, or by the built program itself.

    A built program is told by its name: its ``sys.executable`` is no Python.
    """
    if Path(sys.executable).stem.lower().startswith("python"):
        return [sys.executable, "-P", "-c", _START]
    return [sys.executable, "audit-worker"]


class Worker:
    """The process, from ``with`` to its end. It is killed, not asked, to stop."""

    def __init__(self, *, seconds: float | None = None, cancelled: Callable[[], bool] | None = None) -> None:
        self._end = inf if seconds is None else monotonic() + seconds
        self._cancelled = cancelled or (lambda: False)
        places = [str(Path(vcse_desktop.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
        self._process = subprocess.Popen(  # noqa: S603 - the command is ours alone
            command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a fault there could show numbers
            env={**os.environ, **_ONE, "PYTHONPATH": os.pathsep.join(filter(None, places))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would flash a black one
        )
        self._questions = cast("IO[bytes]", self._process.stdin)
        self._answers = cast("IO[bytes]", self._process.stdout)
        self._thread = ThreadPoolExecutor(1)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._thread.shutdown()
        self._answers.close()
        with suppress(OSError):  # what a killed worker did not read cannot be written any more
            self._questions.close()
        self._process.wait()

    def ask(self, question: dict[str, Any]) -> dict[str, Any]:
        """Return the answer to one question; raises Unfinished, after which the worker is of no more use."""
        future = self._thread.submit(self._exchange, json.dumps(question).encode() + b"\n")
        while not wait([future], timeout=_TICK).done:
            self.go_on()
        try:
            answer: dict[str, Any] = json.loads(future.result())
        except (OSError, ValueError):
            raise Unfinished(Fault.WORKER) from None
        return answer

    def go_on(self) -> None:
        """Raise Unfinished when somebody pressed Stop or the time is over; for work between questions."""
        if self._cancelled():
            raise Unfinished(Fault.STOPPED)
        if monotonic() > self._end:
            raise Unfinished(Fault.TIME)

    def _exchange(self, line: bytes) -> bytes:
        self._questions.write(line)
        self._questions.flush()
        return self._answers.readline()
