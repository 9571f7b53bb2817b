"""How times are taken: the least of several, of works that take turns, and as on the usual processor."""

import json
import time
from collections.abc import Callable, Sequence
from hashlib import sha256
from itertools import pairwise
from statistics import median

USUAL = 7.5
"""Milliseconds that the fixed piece takes on the computer for which the limits in milliseconds were set."""
PIECES = 40
Work = Callable[[], object]


def least(work: Work, times: int, rounds: int = 1) -> float:
    """Return the least milliseconds of the processor that one of these rounds took."""
    return beside([work], times, rounds)[0]


def beside(works: Sequence[Work], times: int, rounds: int = 1) -> list[float]:
    """Return the same for several, which take turns: a processor that slows down slows all of them."""
    best = [float("inf")] * len(works)
    for _ in range(times):
        for place, work in enumerate(works):
            begun = time.process_time()
            for _ in range(rounds):
                work()
            best[place] = min(best[place], (time.process_time() - begun) * 1000 / rounds)
    return best


def usual(work: Work, times: int) -> float:
    """Return the milliseconds of a work as on that computer: a slow hour is no slow program.

    The fixed piece is taken right before and right after each work, so both meet the same hour, and of what
    the works took as pieces the middle is returned. A work should take about as long as a piece.
    """
    pieces = [_spent(_piece)]
    works = []
    for _ in range(times):
        works.append(_spent(work))
        pieces.append(_spent(_piece))
    beside_it = (before + after for before, after in pairwise(pieces))
    taken = (2 * one / piece for one, piece in zip(works, beside_it, strict=True))
    return median(taken) * USUAL


def usual_seconds(work: Callable[[], float]) -> float:
    """Return as on that computer what a longer work says that it took, in seconds of the processor.

    The fixed piece is taken several times before and after, as it is much shorter than the work.
    """
    pieces = [_spent(_piece) for _ in range(5)]
    took = work()
    pieces += [_spent(_piece) for _ in range(5)]
    return took * USUAL / 1000 / median(pieces)


def fixed_piece() -> float:
    """Return the milliseconds that the fixed piece takes now; on the usual computer it takes USUAL."""
    return _spent(_piece) * 1000


def _spent(work: Work) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def _piece() -> None:
    """Do what the program mostly does, with small objects, text and hashes."""
    kept = {}
    for number in range(PIECES):
        rows = [{"id": row, "words": f"row {row} of {number}", "n": row % 7} for row in range(100)]
        text = json.dumps(rows, sort_keys=True)
        kept[sha256(text.encode()).hexdigest()] = sorted(json.loads(text), key=lambda row: row["words"])
    assert len(kept) == PIECES
