"""Whether a plan keeps every small number open, as a process of its own finds from what is published."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from vcse_desktop.disclosure.plan import Plan, Secret
from vcse_desktop.figures.table import FigureTable


class End(Enum):
    """What is wrong: nobody could find a world with the secret low, or high; or the number itself is."""

    LOW = "low"
    HIGH = "high"
    NUMBER = "number"


class Fault(Enum):
    """Why an audit came to no end; it then counts as failed."""

    STOPPED = "stopped"
    TIME = "time"
    WORKER = "worker"


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
    seconds: float = 120,
    cancelled: Callable[[], bool] | None = None,
) -> AuditReport:
    """Try to work out every small number from what the plan publishes; ok only if none can be.

    A crash, a time-out or a stop is not ok.
    """
    return AuditReport(False, plan.digest, (), 0, 0.0, "", Fault.WORKER)
