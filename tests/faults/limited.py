"""A program whose files may not grow: it saves units into a vault and says which were refused."""

import resource
import sys
from pathlib import Path

from tests.faults.stores import OURS


def main(folder: Path, tries: int) -> None:
    """Let the log grow by a little more at each try, then without a limit; say what came of each."""
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    with OURS.open(folder) as opened:
        number = 0
        for step in range(tries):
            number += 1
            allowed = (folder / "data.db-wal").stat().st_size + 1000 * step
            resource.setrlimit(resource.RLIMIT_FSIZE, (allowed, most))
            saved = number - 1
            try:
                opened.do(number)
                saved = number
            except OURS.full:
                pass
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
            right = opened.found().units == saved and not opened.problems()
            if saved != number:
                opened.do(number)
            print(f"{'right' if right else 'wrong'} {'saved' if saved == number else 'refused'}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
