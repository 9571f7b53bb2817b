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


@dataclass(frozen=True, slots=True)
class Standing:
    """The true numbers, which of them are old (told before) or hidden now, and what is too few people."""

    values: Sequence[int]
    old: Collection[int]
    hidden: Collection[int]
    threshold: int


def left_over(system: System, at: Standing, known: Collection[Family] = ()) -> list[Family]:
    """Return differences of 1 to ``threshold`` - 1 people that the windows of the numbers alone narrow.

    At most two for each number; none of old numbers alone, and none that is ``known``.
    """
    import numpy as np  # noqa: PLC0415 - for the worker alone, as in Solver

    shown = list(_shown(system, at))
    width = system.size // 8 + 1
    raw = np.frombuffer(b"".join(one.atoms.to_bytes(width, "little") for one in shown), np.uint8)
    bits = np.unpackbits(raw.reshape(len(shown), width), axis=1, bitorder="little")
    found: list[Family] = []
    for mine, whole in enumerate(shown):
        inner = [n for n, one in enumerate(shown) if n != mine and not one.atoms & ~whole.atoms]
        if len(inner) >= LEAST:
            apart = np.unique(bits[inner][:, bits[mine] > 0], axis=1)
            apart = apart[:, apart.sum(axis=0) > 1]
            taken = [shown[n] for n in inner]
            for narrow in ("low", "high"):
                rows = [*_rows(whole, taken, at.threshold, narrow), *_not(known, whole, taken)]
                chosen = _chosen(rows, apart)
                found += [(whole.place, tuple(taken[n].place for n in chosen))] if chosen else []
    return found


def _shown(system: System, at: Standing) -> Iterator[_Shown]:
    """Yield each group of people of which a number is shown, once, with all that is known of it."""
    known: dict[int, list[int]] = {}
    for place, (_, high) in enumerate(system.windows):
        if system.rows[place] and high is not None and place not in at.hidden and at.values[place]:
            known.setdefault(system.rows[place], []).append(place)
    for atoms, places in known.items():
        before = [place for place in places if place in at.old]
        low, high = _window(system, places)
        fresh = not before or (low, high) != _window(system, before)
        yield _Shown(places[0], atoms, at.values[places[0]], low, high, fresh)


def _window(system: System, places: Sequence[int]) -> tuple[int, int]:
    """Return what is known of a group from these numbers."""
    windows = [system.windows[place] for place in places]
    return max(low for low, _ in windows), min(high for _, high in windows if high is not None)


_Row = tuple[float, float, Sequence[float]]
"""The least and the most of a sum, and what each inner number weighs in it."""


def _rows(whole: _Shown, inner: Sequence[_Shown], threshold: int, narrow: str) -> Iterator[_Row]:
    """Yield what inner numbers must keep to that leave a few people of whom one end is ruled out."""
    values = [one.value for one in inner]
    yield whole.value - (threshold - 1), whole.value - 1, values
    yield LEAST, len(inner), [1] * len(inner)
    yield 0 if whole.fresh else 1, len(inner), [one.fresh for one in inner]
    if narrow == "high":
        yield whole.high - (threshold - 2), sum(values) + whole.high, [one.low for one in inner]
    else:
        yield 0, whole.low - 2, [one.high for one in inner]


def _not(known: Collection[Family], whole: _Shown, inner: Sequence[_Shown]) -> Iterator[_Row]:
    """Yield what keeps the known families of a number from being chosen again."""
    for place, less in known:
        if place == whole.place:
            yield -len(inner), len(less) - 1, [1 if one.place in less else -1 for one in inner]


def _chosen(rows: Sequence[_Row], apart: Any) -> list[int]:  # noqa: ANN401
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
