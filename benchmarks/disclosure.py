"""Hiding small numbers: how long it takes, how much it hides more than it must, and that nobody is found out.

Further words choose among: usual, forty, loss, histories.
"""

import sys
from collections.abc import Callable, Iterator

from benchmarks.disclosing import forty, histories, loss, usual
from benchmarks.disclosing.gates import Gate, judged

PARTS: dict[str, Callable[[], Iterator[Gate]]] = {
    "usual": usual.measured,
    "forty": forty.measured,
    "loss": loss.measured,
    "histories": histories.measured,
}


def main() -> int:
    """Run the chosen parts, or all, and say which figures are past their limits."""
    chosen = sys.argv[1:] or list(PARTS)
    return judged([gate for name in chosen for gate in PARTS[name]()])


if __name__ == "__main__":
    sys.exit(main())
