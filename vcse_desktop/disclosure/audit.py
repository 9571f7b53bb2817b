"""Whether a plan keeps every small number open, as a process of its own finds from what is published."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from enum import Enum
from time import monotonic

from vcse_desktop.disclosure.atoms import Universe, universes
from vcse_desktop.disclosure.plan import CellKey, Plan, Secret
from vcse_desktop.disclosure.process import Fault, Unfinished, Worker
from vcse_desktop.disclosure.published import other_numbers, told, window, wrongly_told
from vcse_desktop.disclosure.secrets import secrets
from vcse_desktop.disclosure.system import System, to_plain
from vcse_desktop.figures.table import FigureTable

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
    """The outcome for the plan with this digest: ``worlds`` found in ``seconds`` with ``engine``."""

    ok: bool
    plan: str
    failures: tuple[Failure, ...]
    worlds: int
    seconds: float
    engine: str
    fault: Fault | None = None


def audit(
    plan: Plan,
    tables: Sequence[FigureTable],
    *,
    seconds: float = SECONDS,
    cancelled: Callable[[], bool] | None = None,
) -> AuditReport:
    """Try to work out every small number from what the plan publishes; ok only if none can be.

    ``tables`` are the true ones that the plan was made of. A crash, a time-out or a stop is not ok.
    """
    began = monotonic()
    found = universes(tables, plan.policy.zero_protected)
    odd = other_numbers(plan, tables)
    wrong = odd or wrongly_told(plan, tables, found)
    failures = [Failure(Secret(where), End.NUMBER) for where in wrong]
    fault, worlds, engine = None, 0, ""
    try:
        with Worker(seconds=seconds, cancelled=cancelled) as worker:
            session = Session(plan, tables, [] if odd else found, worker)
            for name in session.names:
                failures += session.narrow(name)
            worlds, engine = session.worlds, session.engine
    except Unfinished as unfinished:
        fault = unfinished.fault
    ok = not failures and fault is None
    return AuditReport(ok, plan.digest, tuple(failures), worlds, monotonic() - began, engine, fault)


class Session:
    """An audit that can be asked again with more of the plan hidden; ``names`` are its universes."""

    def __init__(
        self, plan: Plan, tables: Sequence[FigureTable], found: Sequence[Universe], worker: Worker
    ) -> None:
        cells = told(plan)
        hidden = {where for where, cell in cells.items() if cell.value is None}
        self.worlds, self.engine = 0, ""
        self._worker = worker
        self._parts: dict[str, _Part] = {}
        for universe in found:
            guarded = secrets(universe, tables, hidden, plan.policy)
            if guarded:
                windows = tuple(window(plan.policy, n.unit, cells[n.key]) for n in universe.numbers)
                rows = tuple(number.atoms for number in universe.numbers)
                system = System(universe.size, rows, windows, tuple(guard for _, guard in guarded))
                answer = worker.ask({"system": to_plain(system)})
                self.engine = answer["engine"]
                places = {number.key: place for place, number in enumerate(universe.numbers)}
                self._parts[universe.name] = _Part(answer["system"], [s for s, _ in guarded], places)
        self.names = list(self._parts)

    def narrow(
        self, name: str, hidden: Collection[CellKey] = (), only: Secret | None = None, *, first: bool = False
    ) -> list[Failure]:
        """Return the secrets of a universe that do not stay open when these numbers are hidden as well.

        ``only`` looks at one secret; ``first`` stops at the first that is found.
        """
        part = self._parts[name]
        question = {
            "narrow": part.number,
            "hidden": sorted(part.places[where] for where in hidden),
            "only": None if only is None else [part.secrets.index(only)],
            "first": first,
        }
        answer = self._worker.ask(question)
        self.worlds += answer["worlds"]
        return [
            Failure(part.secrets[guard], End.HIGH if high else End.LOW) for guard, high in answer["narrow"]
        ]


@dataclass(frozen=True, slots=True)
class _Part:
    """One universe as the worker knows it: its number there, what is guarded, and where each cell stands."""

    number: int
    secrets: list[Secret]
    places: dict[CellKey, int]
