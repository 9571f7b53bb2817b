"""What one key in a box of names costs with ten thousand people: processor time, beside one sort of them."""

import random
import sys
import time
from collections.abc import Callable

from vcse_desktop.actions.suggesting import Name, Names

PEOPLE, KEY_MS, TIMES_A_SORT = 10_000, 50.0, 25.0
PARTS = "an be car do el fi go ha in jo ka lu me no op pe ra si to ur va wy zo \u0175yn \u00e9".split()
TYPED = ("bethan", "carlo jnoan", "xqzwkj", "elinwyn dofigo")


def words(dice: random.Random) -> str:
    """Return a name that nobody has."""
    return " ".join("".join(dice.choice(PARTS) for _ in range(dice.randint(2, 4))).title() for _ in range(2))


def spent(work: Callable[[], object]) -> float:
    """Return the milliseconds of processor time that this thread spends on it, at best of five."""
    took = []
    for _ in range(5):
        began = time.thread_time()
        work()
        took.append((time.thread_time() - began) * 1000)
    return min(took)


def main() -> int:
    """Print what was measured beside its limit; 1 when a limit is passed."""
    dice = random.Random(7)  # noqa: S311 - names for a measurement
    called = [words(dice) for _ in range(PEOPLE)]
    names = Names([Name(number, name) for number, name in enumerate(called)])
    sort = spent(lambda: sorted(called))
    slowest = max(
        spent(lambda typed=typed[:end]: names.suggest(typed))  # type: ignore[misc]
        for typed in TYPED
        for end in range(1, len(typed) + 1)
    )
    lines = (
        ("slowest key, processor time", slowest, KEY_MS, "ms"),
        ("slowest key, times one sort of the names", slowest / sort, TIMES_A_SORT, "x"),
    )
    for what, measured, limit, unit in lines:
        print(f"{what:<45}{measured:8.1f} {unit}   at most {limit:g} {unit}")
    return int(any(measured > limit for _, measured, limit, _ in lines))


if __name__ == "__main__":
    sys.exit(main())
