"""How the process that reads workbooks is started, asked and ended.

A damaged workbook can end the process that reads it, or keep it forever; this way it is never ours.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from time import monotonic
from typing import IO, Any, Self, cast

import vcse_desktop
from vcse_desktop.errors import Refused
from vcse_desktop.exchange.tables.going import Going
from vcse_desktop.exchange.tables.grid import Cell, Grid, Merged, blank, without_end
from vcse_desktop.exchange.tables.refusals import DAMAGED, NO_ANSWER
from vcse_desktop.exchange.tables.worker import END, FRAME, REFUSED, ROWS

_START = (  # ten times as quick as the command line, which loads all it could be asked for
    "import sys; from vcse_desktop.exchange.tables.worker import worker_main;"
    " sys.exit(worker_main(sys.stdin.buffer, sys.stdout.buffer))"
)
TICK = 0.1
"""Seconds between two looks at whether somebody pressed Stop."""
PATIENCE = 600.0
"""Seconds without a word after which nothing is awaited any more."""
LAST = (REFUSED, END)
PLAIN = {(kind.__module__, kind.__name__): kind for kind in (date, datetime, time, timedelta, Merged)}
Answer = tuple[Any, ...]


def command() -> list[str]:
    """Return how it is started: by the Python that runs us, or by the built program itself.

    A built program is told by its name: its ``sys.executable`` is no Python.
    """
    if Path(sys.executable).stem.lower().startswith("python"):
        return [sys.executable, "-P", "-c", _START]
    return [sys.executable, "table-worker"]


class Reader:
    """The process, from its first question to the end of ``with``. It is killed, not asked, to stop."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._said_all = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):  # what was not read cannot be written any more
                    cast("IO[bytes]", stream).close()

    def grids(self, name: str, kind: str, raw: bytes, going: Going) -> tuple[Grid, ...]:
        """Return the sheets of a workbook that hold anything; ``kind`` is xlsx, xls or ods.

        Raises Refused with what to do when it cannot be read, Stopped when somebody wanted it to end.
        """
        self._said_all = False
        try:
            return tuple(_grids(self._answers(name, kind, raw, going), going))
        finally:
            if not self._said_all:  # it has more to say that nobody listens to, or it is gone
                self.__exit__()

    def _answers(self, name: str, kind: str, raw: bytes, going: Going) -> Iterator[Answer]:
        process = self._process = self._process or _started()
        asked = json.dumps({"name": name, "kind": kind, "bytes": len(raw)}).encode() + b"\n"
        answers: SimpleQueue[Answer | None] = SimpleQueue()
        Thread(target=_ask, args=(process, asked, raw, answers), daemon=True).start()
        heard = monotonic()
        while True:
            try:
                answer = answers.get(timeout=TICK)
            except Empty:
                going.look()
                if monotonic() - heard > PATIENCE:
                    raise Refused(*NO_ANSWER, name=name) from None
                continue
            if answer is None:
                raise Refused(*DAMAGED, name=name)
            self._said_all = answer[0] in LAST
            if answer[0] == REFUSED:
                raise Refused(answer[1], answer[2], **answer[3])
            if answer[0] == END:
                return
            heard = monotonic()
            yield answer


class _Plain(pickle.Unpickler):
    """Makes nothing but cells of what comes from a process that has read what somebody else made."""

    def find_class(self, module: str, name: str) -> Any:  # noqa: ANN401 - as inherited
        if (module, name) in PLAIN:
            return PLAIN[module, name]
        raise pickle.UnpicklingError(name)


def _started() -> "subprocess.Popen[bytes]":
    places = [str(Path(vcse_desktop.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
    return subprocess.Popen(  # noqa: S603 - the command is ours alone
        command(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # a fault there could show what is in the file
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, places))},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows would flash a black one
    )


def _ask(
    process: "subprocess.Popen[bytes]", asked: bytes, raw: bytes, answers: "SimpleQueue[Answer | None]"
) -> None:
    """Ask, and hand each answer on until the last; None when the process ended before."""
    questions, frames = cast("IO[bytes]", process.stdin), cast("IO[bytes]", process.stdout)
    answer: Answer | None = ("",)
    try:
        questions.write(asked)
        questions.write(raw)
        questions.flush()
        while answer and answer[0] not in LAST:
            head = frames.read(FRAME.size)
            answer = None
            if len(head) == FRAME.size:
                answer = _Plain(BytesIO(frames.read(*FRAME.unpack(head)))).load()
            answers.put(answer)
    except (OSError, ValueError, EOFError, pickle.UnpicklingError):  # ValueError: closed by who asked
        answers.put(None)


def _grids(answers: Iterator[Answer], going: Going) -> Iterator[Grid]:
    """Yield the sheets in which anything stands."""
    name, hidden, merged, rows, share, high = "", False, (), [], going, 0
    for answer in answers:
        if answer[0] == ROWS:
            rows += answer[1]
            share.on(len(rows), high)
            continue
        yield from _grid(name, rows, merged, hidden=hidden)
        _, (name, hidden, merged), (place, sheets), high = answer
        rows, share = [], going.part(place, sheets)
        share.on(0, high)
    yield from _grid(name, rows, merged, hidden=hidden)


def _grid(
    name: str, rows: list[tuple[Cell, ...]], merged: tuple[Merged, ...], *, hidden: bool
) -> Iterator[Grid]:
    if any(not blank(cell) for row in rows for cell in row):
        yield Grid(name, without_end(tuple(rows)), merged, hidden)
