"""Twenty made-up tables of 30 to 150 numbers, by two and by three dimensions."""

import random

from benchmarks.disclosing.linked import codes_of, crossing
from vcse_desktop.figures.table import FigureTable

SHAPES = (
    *((5, 4), (6, 4), (7, 5), (9, 5), (8, 7), (10, 6), (11, 8), (12, 9), (13, 9), (14, 9)),
    *(
        (3, 3, 2),
        (4, 3, 2),
        (3, 3, 3),
        (4, 3, 3),
        (5, 4, 2),
        (4, 4, 3),
        (5, 4, 3),
        (4, 4, 4),
        (7, 5, 2),
        (6, 4, 3),
    ),
)
NAMES = "area", "age", "carer"


TINY = (3, 3), (4, 2), (3, 2), (2, 2)


def sample(number: int) -> FigureTable:
    """Return one of the tables: a few people to each of its inner numbers, more in some than in others."""
    return _made(number, SHAPES[number])


def tiny(number: int) -> FigureTable:
    """Return a table of which every set of numbers can be tried."""
    return _made(number, TINY[number % len(TINY)])


def _made(number: int, shape: tuple[int, ...]) -> FigureTable:
    rng = random.Random(number)  # noqa: S311 - made-up people, not keys
    sizes = dict(zip(NAMES, shape, strict=False))
    weights = {code: [rng.uniform(0.3, 1) ** 2 for _ in range(size)] for code, size in sizes.items()}
    inner = 1
    for size in shape:
        inner *= size
    people = [
        {code: rng.choices(codes_of(code, size), weights[code])[0] for code, size in sizes.items()}
        for _ in range(inner * rng.randint(4, 9))
    ]
    return crossing(people, sizes, tuple(sizes), f"sample_{number}")
