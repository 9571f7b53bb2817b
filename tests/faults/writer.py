"""A program that writes units into a store until it is killed, and says of each that it is saved."""

import sys
from itertools import count
from pathlib import Path

from tests.faults.broken import TooEarlyStore
from tests.faults.stores import OURS, PLAIN


def main(name: str, folder: Path) -> None:
    """Go on from what is there."""
    store = next(store for store in (OURS, PLAIN, TooEarlyStore()) if store.name == name)
    with store.open(folder) as opened:
        begun = opened.found().units
        print("ready", flush=True)  # noqa: T201
        for number in count(begun + 1):
            opened.do(number)
            print(number, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
