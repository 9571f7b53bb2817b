"""Which few people are left over between one shown number and several shown ones inside it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vcse_desktop.disclosure.system import System

Family = tuple[int, tuple[int, ...]]
"""A number by its place, and those that are taken away from it: no two of them count the same people."""
LEAST = 3
"""Numbers that are taken away: with fewer they are guarded from the start (see ``secrets``)."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A shown number; ``fresh`` says that nobody knew as much of it before."""

    place: int
    atoms: int
    value: int
    low: int
    high: int
    fresh: bool


def left_over(
    system: System, values: Sequence[int], old: Collection[int], hidden: Collection[int], threshold: int
) -> list[Family]:
    """Return differences of 1 to ``threshold`` - 1 people that the windows of the numbers alone narrow.

    At most two for each number; none of numbers alone that are ``old``: those were told before.
    """
    import numpy as np  # noqa: PLC0415 - for the worker alone, as in Solver

    shown = list(_shown(system, values, old, hidden))
    width = system.size // 8 + 1
    raw = np.frombuffer(b"".join(one.atoms.to_bytes(width, "little") for one in shown), np.uint8)
    bits = np.unpackbits(raw.reshape(len(shown), width), axis=1, bitorder="little")
    found: list[Family] = []
    for at, whole in enumerate(shown):
        inner = [n for n, one in enumerate(shown) if n != at and not one.atoms & ~whole.atoms]
        if len(inner) >= LEAST:
            apart = np.unique(bits[inner][:, bits[at] > 0], axis=1)
            apart = apart[:, apart.sum(axis=0) > 1]
            taken = [shown[n] for n in inner]
            for narrow in ("low", "high"):
                found += _found(whole, taken, apart, threshold, narrow)
    return found


def _shown(
    system: System, values: Sequence[int], old: Collection[int], hidden: Collection[int]
) -> Iterator[_Shown]:
    """Yield each group of people of which a number is shown, once, with all that is known of it."""
    known: dict[int, list[int]] = {}
    for place, (_, high) in enumerate(system.windows):
        if system.rows[place] and high is not None and place not in hidden and values[place]:
            known.setdefault(system.rows[place], []).append(place)
    for atoms, places in known.items():
        before = [place for place in places if place in old]
        low, high = _window(system, places)
        fresh = not before or (low, high) != _window(system, before)
        yield _Shown(places[0], atoms, values[places[0]], low, high, fresh)


def _window(system: System, places: Sequence[int]) -> tuple[int, int]:
    """Return what is known of a group from these numbers."""
    windows = [system.windows[place] for place in places]
    return max(low for low, _ in windows), min(high for _, high in windows if high is not None)


def _found(
    whole: _Shown,
    inner: Sequence[_Shown],
    apart: Any,  # noqa: ANN401 - an array of an untyped library
    threshold: int,
    narrow: str,
) -> Iterator[Family]:
    """Yield some of the inner numbers that leave a few people, of whom the windows rule out one end."""
    values = [one.value for one in inner]
    rows: list[tuple[float, float, Sequence[float]]] = [
        (whole.value - (threshold - 1), whole.value - 1, values),
        (LEAST, len(inner), [1] * len(inner)),
        (0 if whole.fresh else 1, len(inner), [one.fresh for one in inner]),
    ]
    if narrow == "high":
        rows.append((whole.high - (threshold - 2), sum(values) + whole.high, [one.low for one in inner]))
    else:
        rows.append((0, whole.low - 2, [one.high for one in inner]))
    chosen = _chosen(rows, apart)
    if chosen:
        yield whole.place, tuple(inner[n].place for n in chosen)


def _chosen(rows: Sequence[tuple[float, float, Sequence[float]]], apart: Any) -> list[int]:  # noqa: ANN401
    """Return which to take so that each sum is in its bounds, no two of a column; [] where none will do."""
    import highspy  # noqa: PLC0415
    import numpy as np  # noqa: PLC0415

    size = len(rows[0][2])
    model: Any = highspy.Highs()  # type: ignore[no-untyped-call]
    for option, value in {"output_flag": False, "threads": 1, "random_seed": 0}.items():
        model.setOptionValue(option, value)
    places = np.arange(size)
    model.addVars(size, np.zeros(size), np.ones(size))
    model.changeColsIntegrality(size, places, np.array([highspy.HighsVarType.kInteger] * size))
    for low, high, weights in rows:
        model.addRow(low, high, size, places, np.array(weights, dtype=float))
    for column in apart.T:
        used = np.flatnonzero(column)
        model.addRow(0, 1, len(used), used, np.ones(len(used)))
    model.run()
    if model.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return []
    return [int(n) for n in np.flatnonzero(np.array(model.getSolution().col_value) > 0.5)]  # noqa: PLR2004
