"""How many of the things that point at somebody are found in made-up quotes, and how often in vain."""

import sys
import time

from tests.disclosure.spoken import Speaker
from vcse_desktop.disclosure.identifiers import Guard

EACH, SEEDS = 200, 5
LIMITS = {
    "listed": 0.99,
    "misspelt": 0.95,
    "unlisted": 0.95,
    "nhs": 0.99,
    "ni": 0.99,
    "phone": 0.99,
    "postcode": 0.99,
    "email": 0.99,
    "date": 0.95,
    "address": 0.95,
    "place": 0.99,
    "indirect": 0.9,
    "few": 0.95,
}
"""Which part of each sort is found at least."""
VAIN = 0.2
"""Hits in a quote that has nothing in it, at most."""


def found(seed: int, each: int = EACH) -> dict[str, float]:
    """Return which part of each sort is found; ``clean`` is how many hits a quote with nothing has."""
    speaker = Speaker(seed)
    guard = Guard(speaker.people, speaker.places)
    parts = {
        sort: sum(
            one.found_by((hit.start, hit.end) for hit in guard.find(one.text))
            for one in speaker.quotes(each, sort)
        )
        / each
        for sort in LIMITS
    }
    return parts | {"clean": sum(len(guard.find(one.text)) for one in speaker.quotes(each, "clean")) / each}


def main() -> int:
    """Print each figure beside its limit; 1 when one is missed."""
    began = time.process_time()
    all_found = [found(seed) for seed in range(SEEDS)]
    took = (time.process_time() - began) * 1000 / (EACH * SEEDS * (len(LIMITS) + 1))
    missed = False
    for sort, least in LIMITS.items():
        worst = min(one[sort] for one in all_found)
        missed = missed or worst < least
        print(f"{sort:<12}found: {worst:7.1%}   at least {least:.0%}")
    vain = max(one["clean"] for one in all_found)
    print(f"{'clean':<12}hits in a quote: {vain:.3f}   at most {VAIN:g}")
    print(f"a quote takes {took:.2f} ms")
    return int(missed or vain > VAIN)


if __name__ == "__main__":
    sys.exit(main())
