"""A program that does a work and is killed at one of its writes, with part of that write done."""

import os
import signal
import sys
from pathlib import Path

from tests.faults.recording import watching
from tests.faults.struck_works import WORKS
from tests.faults.watching import WRITE, Op


def main(name: str, folder: Path, at: int) -> None:
    """Say what is promised, and die before operation ``at``, or in the middle of it when that is a write."""
    work = WORKS[name]
    with watching(work.store, folder) as watch:

        def strike(number: int, op: Op) -> bool:
            if number == at:
                if op.kind == WRITE and (folder / op.path).is_file():
                    with (folder / op.path).open("r+b", buffering=0) as file:
                        os.pwrite(file.fileno(), op.content[: len(op.content) // 2], op.place)
                os.kill(os.getpid(), signal.SIGKILL)
            return False

        watch.refuse = strike
        watch.when_said = lambda what: print(what, flush=True)  # noqa: T201
        work.run(folder, watch)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
