"""Whether a plan keeps every small number open, as a process of its own finds from what is published."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import partial
from time import monotonic

from vcse_desktop.disclosure.atoms import Universe, universes
from vcse_desktop.disclosure.beside import newly_told
from vcse_desktop.disclosure.earlier import NO_RELEASE, NOTHING, Past
from vcse_desktop.disclosure.floors import floored
from vcse_desktop.disclosure.left_open import is_group, left_open
from vcse_desktop.disclosure.plan import CellKey, Plan, Secret
from vcse_desktop.disclosure.policy import Window
from vcse_desktop.disclosure.process import Fault, Unfinished, Worker
from vcse_desktop.disclosure.published import known, other_numbers, past_windows, wrongly_told
from vcse_desktop.disclosure.secrets import Secrets, secrets
from vcse_desktop.disclosure.system import Guard, System, guards_to_plain, to_plain
from vcse_desktop.figures.table import FigureTable, Unit

SECONDS = 120


class End(Enum):
    """What is wrong: there is no world with the secret low, or none with it high; or the number itself."""

    LOW = "low"
    HIGH = "high"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Failure:
    """A group that a reader could pin down, and from which side."""

    secret: Secret
    end: End


@dataclass(frozen=True, slots=True)
class AuditReport:
    """The outcome for the plan with this digest: ``worlds`` found in ``seconds`` with ``engine``.

    ``ledger`` is the head of all that was shared before. ``exposed`` are groups that it gives away already,
    whatever the plan does: they cannot be hidden any more, and are left out.
    """

    ok: bool
    plan: str
    failures: tuple[Failure, ...]
    worlds: int
    seconds: float
    engine: str
    fault: Fault | None = None
    ledger: str = NO_RELEASE
    exposed: tuple[Secret, ...] = ()


def audit(
    plan: Plan,
    tables: Sequence[FigureTable],
    past: Past = NOTHING,
    *,
    seconds: float = SECONDS,
    cancelled: Callable[[], bool] | None = None,
) -> AuditReport:
    """Try to work out every small number from what the plan and its past publish; ok only if none can be.

    ``tables`` are the true ones that the plan was made of. A crash, a time-out or a stop is not ok.
    """
    began = monotonic()
    found = universes([*past.tables, *tables], plan.policy.zero_protected)
    odd = other_numbers(plan, tables)
    wrong = odd or wrongly_told(plan, tables, found) + newly_told(plan, tables, past.forgotten)
    failures = [Failure(Secret(where), End.NUMBER) for where in wrong]
    fault, worlds, engine, exposed = None, 0, "", list[Secret]()
    try:
        with Worker(seconds=seconds, cancelled=cancelled) as worker:
            session = Session(plan, tables, past, [] if odd else found, worker)
            for name in session.names:
                failures += session.narrow(name)
                if session.guard_left_over(name):
                    failures += session.narrow(name)
            worlds, engine, exposed = session.worlds, session.engine, session.exposed
    except Unfinished as unfinished:
        fault = unfinished.fault
    ok = not failures and fault is None
    spent = monotonic() - began
    return AuditReport(
        ok, plan.digest, tuple(failures), worlds, spent, engine, fault, past.head, tuple(exposed)
    )


class Session:
    """An audit that can be asked again with more of the plan hidden; ``names`` are its universes.

    ``windows`` say what a reader knows of each number. ``exposed`` are the secrets that the past gives away.
    """

    def __init__(
        self,
        plan: Plan,
        tables: Sequence[FigureTable],
        past: Past,
        found: Sequence[Universe],
        worker: Worker,
    ) -> None:
        self.windows = known(plan, found) | past_windows(past)
        hidden = {where for where, (_, high) in self.windows.items() if high is None}
        self.worlds, self.engine, self._threshold = 0, "", plan.policy.threshold
        self.exposed: list[Secret] = []
        self._worker = worker
        self._parts: dict[str, _Part] = {}
        for universe in found:
            worker.go_on()
            guarded = secrets(universe, [*past.tables, *tables], hidden, plan.policy, worker.go_on)
            if guarded or universe.numbers[0].unit is not Unit.PERSON_HOURS:
                windows = tuple(self.windows[number.key] for number in universe.numbers)
                self._take_in(universe, windows, guarded)
        self.names = list(self._parts)

    def _take_in(self, universe: Universe, windows: tuple[Window, ...], guarded: Secrets) -> None:
        rows = tuple(number.atoms for number in universe.numbers)
        system = System(universe.size, rows, windows, (), universe.there)
        answer = self._worker.ask({"system": to_plain(system)})
        self.engine = answer["engine"]
        places = {number.key: place for place, number in enumerate(universe.numbers)}
        part = self._parts[universe.name] = _Part(answer["system"], universe, system, places)
        if universe.before:
            rows, there = universe.before
            before = System(len(there), rows, windows, (), there)
            part.before = self._worker.ask({"system": to_plain(before)})["system"]
        self._guard(part, guarded)

    def _guard(self, part: "_Part", guarded: Secrets) -> None:
        """Guard these too, but for what is given away anyhow.

        That is how few there can be at the least: as nobody would be shown, a hidden number is somebody, and
        a sum of two of them cannot be one. And it is what the past gives away when the plan tells nothing:
        there the ends that it leaves are guarded.
        """
        numbers, guards = part.universe.numbers, [guard for _, guard in guarded]
        if numbers[0].unit is not Unit.PERSON_HOURS:
            marked = [place for place, number in enumerate(numbers) if number.value]
            guards = []
            for guard in floored(part.system, marked, [guard for _, guard in guarded]):
                self._worker.go_on()
                guards.append(guard)
        none: set[int] = set()
        if part.before is not None:
            guards, narrowed, none = left_open(guards, partial(self._closed, part))
            self.exposed += [guarded[n][0] for n in narrowed]
        self._worker.ask({"guard": part.number, "guards": guards_to_plain(guards)})
        left = [len(part.secrets) + n for n in range(len(guards)) if n not in none]
        part.secrets += [secret for secret, _ in guarded]
        part.asked += [(n, high) for n in left for high in (True, False)]

    def _closed(self, part: "_Part", ends: Sequence[tuple[Guard, bool]], marked: bool) -> list[bool]:
        """Say which ends the past closes, alone or beside the marks; a past that cannot be closes none.

        What for the past is no group of people, as it knows nothing of the zeros of now, it leaves open.
        """
        first, rows = part.of_before, part.universe.before[0] if part.universe.before else ()
        guards = dict.fromkeys(guard for guard, _ in ends if is_group(guard, rows))
        places = {guard: first + n for n, guard in enumerate(guards)}
        part.of_before += len(guards)
        self._worker.ask({"guard": part.before, "guards": guards_to_plain(guards)})
        question = {
            "narrow": part.before,
            "hidden": [part.places[one.key] for one in part.universe.numbers if not one.key.release],
            "only": [(places[guard], high) for guard, high in ends if guard in places],
            "first": False,
            "untold": not marked or part.universe.numbers[0].unit is Unit.PERSON_HOURS,
        }
        answer = self._worker.ask(question)
        closed = {(place, high) for place, high in answer["narrow"]} if answer["possible"] else set()
        return [(places.get(guard), high) in closed for guard, high in ends]

    def guard_left_over(self, name: str, hidden: Collection[CellKey] = ()) -> bool:
        """Guard the few people who are left over between several shown numbers, and say whether any are.

        What is given away without the plan is none of them.
        """
        part = self._parts[name]
        numbers = part.universe.numbers
        if numbers[0].unit is Unit.PERSON_HOURS:
            return False
        question = {
            "left_over": part.number,
            "values": [number.value for number in numbers],
            "old": [place for place, number in enumerate(numbers) if number.key.release],
            "hidden": sorted(part.places[where] for where in hidden),
            "threshold": self._threshold,
        }
        found = [
            (
                Secret(numbers[place].key, tuple(numbers[inner].key for inner in less)),
                Guard(place, tuple(less), 1, self._threshold - 1),
            )
            for place, less in self._worker.ask(question)["left_over"]
        ]
        self._guard(part, found)
        return bool(found)

    def choose(
        self, name: str, free: Mapping[CellKey, float], begun: Collection[CellKey], budget: int
    ) -> dict[CellKey, Secret]:
        """Return which of the ``free`` numbers to hide, by what they cost, so that the secrets stay open.

        Each is told with what showing it would give away. ``begun`` were chosen before; ``budget`` is how
        many programs may be solved to hide fewer.
        """
        part = self._parts[name]
        question = {
            "choose": part.number,
            "hidden": sorted(part.places[where] for where in begun),
            "free": ([part.places[where] for where in free], list(free.values())),
            "only": part.asked,
            "untold": part.universe.numbers[0].unit is Unit.PERSON_HOURS,
            "budget": budget,
        }
        numbers = part.universe.numbers
        return {
            numbers[place].key: part.secrets[guard]
            for place, (guard, _) in sorted(self._worker.ask(question)["hide"])
        }

    def narrow(
        self, name: str, hidden: Collection[CellKey] = (), only: Secret | None = None, *, first: bool = False
    ) -> list[Failure]:
        """Return the secrets of a universe that do not stay open when these numbers are hidden as well.

        ``only`` looks at one secret; ``first`` stops at the first that is found.
        """
        part = self._parts[name]
        asked = [ask for ask in part.asked if only is None or part.secrets[ask[0]] == only]
        return self._ask(part, hidden, asked, first=first)

    def _ask(
        self,
        part: "_Part",
        hidden: Collection[CellKey],
        only: Collection[tuple[int, bool]],
        *,
        first: bool = False,
    ) -> list[Failure]:
        """Ask the worker about some ends of the secrets of a universe."""
        question = {
            "narrow": part.number,
            "hidden": sorted(part.places[where] for where in hidden),
            "only": list(only),
            "first": first,
            "untold": part.universe.numbers[0].unit is Unit.PERSON_HOURS,
        }
        answer = self._worker.ask(question)
        self.worlds += answer["worlds"]
        return [
            Failure(part.secrets[guard], End.HIGH if high else End.LOW) for guard, high in answer["narrow"]
        ]


@dataclass(slots=True)
class _Part:
    """One universe as the worker knows it: its number there, what is guarded, and where each cell stands.

    ``before`` is the number of what readers of the past know, where there is one, with ``of_before`` guards.
    ``asked`` are the ends of the secrets that are asked about: their places, and whether the high one.
    """

    number: int
    universe: Universe
    system: System
    places: dict[CellKey, int]
    before: int | None = None
    of_before: int = 0
    secrets: list[Secret] = field(default_factory=list)
    asked: list[tuple[int, bool]] = field(default_factory=list)
