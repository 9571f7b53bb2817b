"""Which small numbers stay open: a world of whole people at either end of each, checked in exact integers."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from math import inf

from vcse_desktop.disclosure.leftovers import Family
from vcse_desktop.disclosure.solver import Solver, World
from vcse_desktop.disclosure.system import Guard, System

Narrow = tuple[int, bool]
"""A guard by its place, and whether it is the high end that nobody could find a world for."""


class Worlds:
    """The worlds found so far for one system; they answer later questions too, for as long as they fit."""

    def __init__(self, system: System) -> None:
        ends = [high for _, high in system.windows if high is not None]
        top = max(ends, default=0) + max((guard.high for guard in system.guards), default=0) + 50
        self.system = system
        self._solver = Solver(system.rows, system.size, top)
        self.families: list[Family] = []
        self._sums: list[list[int]] = []
        self._untold = False
        self.engine = self._solver.engine

    def guard(self, families: Iterable[Family], threshold: int) -> None:
        """Look from now on for worlds for these differences of people, too."""
        self.families += families
        more = tuple(Guard(number, less, 1, threshold - 1) for number, less in families)
        self.system = replace(self.system, guards=self.system.guards + more)

    def __len__(self) -> int:
        return len(self._sums)

    def narrow(
        self,
        hidden: Collection[int],
        only: Sequence[Narrow],
        *,
        first: bool = False,
        untold: bool = False,
    ) -> list[Narrow]:
        """Return the guards that do not stay open, with these numbers hidden beside those without window.

        Only these ends are looked at; ``first`` stops at the first that is found; ``untold`` is how it would
        be if nothing at all was said of these numbers, not even that they are hidden.
        """
        self._untold = untold
        every = [(place, high) for place in range(len(self.system.guards)) for high in (True, False)]
        fitting = [sums for sums in self._sums if self._fits(sums, hidden)]
        still = [ask for ask in every if not any(self._answers(sums, ask) for sums in fitting)]
        found: list[Narrow] = []
        for ask in only:
            if ask not in still or (first and found):
                continue
            sums = self._search(ask, hidden, [other for other, high in still if high == ask[1]])
            if sums is None:
                found.append(ask)
            else:
                still = [other for other in still if not self._answers(sums, other)]
        return found

    def settle(self, hidden: Collection[int], places: Iterable[int]) -> None:
        """Ask of these guards no lower end than the one that is open when these numbers are hidden."""
        for place, _ in self.narrow(hidden, [(place, False) for place in places]):
            guard = self.system.guards[place]
            narrow = True
            while narrow and guard.low < guard.high:
                guard = replace(guard, low=guard.low + 1)
                guards = [*self.system.guards[:place], guard, *self.system.guards[place + 1 :]]
                self.system = replace(self.system, guards=tuple(guards))
                narrow = bool(self.narrow(hidden, [(place, False)]))

    def _search(self, ask: Narrow, hidden: Collection[int], still: Iterable[int]) -> list[int] | None:
        place, high = ask
        windows = enumerate(self.system.windows)
        bounds = [
            (self._floor(n), inf) if n in hidden else (low, inf if top is None else top)
            for n, (low, top) in windows
        ]
        guard, sign = self.system.guards[place], 1 if high else -1
        least, most = (guard.high, inf) if high else (-inf, guard.low)
        push = self._weights(still, sign)
        for world in self._solver.guesses(bounds, (least, most, self._weights([place], 1)), push):
            sums = self._added(world)
            sound = min(world.values(), default=0) >= 0 and self._fits(sums, hidden)
            if sound and self._answers(sums, ask):
                self._solver.keep(world)
                self._sums.append(sums)
                return sums
        return None

    def _answers(self, sums: Sequence[int], ask: Narrow) -> bool:
        guard = self.system.guards[ask[0]]
        return guard.value(sums) >= guard.high if ask[1] else guard.value(sums) <= guard.low

    def _weights(self, places: Iterable[int], sign: int) -> list[int]:
        weights = [0] * len(self.system.rows)
        for guard in (self.system.guards[place] for place in places):
            weights[guard.number] += sign
            for inner in guard.less:
                weights[inner] -= sign
        return weights

    def _added(self, world: World) -> list[int]:
        return [sum(n for atom, n in world.items() if row >> atom & 1) for row in self.system.rows]

    def _fits(self, sums: Sequence[int], hidden: Collection[int]) -> bool:
        windows = enumerate(zip(sums, self.system.windows, strict=True))
        return all(
            self._floor(n) <= s if n in hidden else low <= s <= (s if top is None else top)
            for n, (s, (low, top)) in windows
        )

    def _floor(self, number: int) -> int:
        """Return the least that a number can be once it is hidden: none at all would be shown."""
        return 0 if self._untold else min(1, self.system.windows[number][0])
