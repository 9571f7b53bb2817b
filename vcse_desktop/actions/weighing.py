"""How much of what a pack would tell must be hidden, and whether what is left was found safe."""

from collections.abc import Callable
from dataclasses import dataclass

from vcse_desktop.actions.gathering import Choices, Material, material
from vcse_desktop.disclosure.audit import AuditReport, audit
from vcse_desktop.disclosure.contradictions import contradicts
from vcse_desktop.disclosure.plan import Plan, Status
from vcse_desktop.disclosure.process import Fault, Unfinished
from vcse_desktop.disclosure.protect import SECONDS, protect
from vcse_desktop.disclosure.quoted import printed_tables
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import N_
from vcse_desktop.reports.ten import section_of
from vcse_desktop.store.vault import Vault

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done."""
Cancelled = Callable[[], bool]
"""Says whether somebody pressed Stop."""


CONTRADICTS = (
    N_("What was shared before does not agree with itself"),
    N_(
        "The program remembers a number of these days that cannot be that of those who were counted in it, "
        "so nothing can be made safe beside it. Nothing was made. Choose days that no earlier pack is about."
    ),
)


class Stopped(Refused):
    """Somebody pressed Stop."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped"), N_("Nothing was made, and your records are as they were."))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Numbers with what is hidden of them. Holds true figures and never leaves."""

    made_of: Material
    plan: Plan

    @property
    def tables(self) -> list[FigureTable]:
        """The numbers themselves."""
        return self.made_of.told

    @property
    def hidden(self) -> int:
        """How many numbers are hidden."""
        return hidden_in(self.plan)

    def hidden_of(self, section: str) -> int:
        """Return how many numbers of a section are hidden."""
        of = self.hidden_by_table()
        return sum(hidden for table, hidden in of.items() if section_of(table) == section)

    def hidden_by_table(self) -> dict[str, int]:
        """Return how many numbers of each table are hidden, by its id."""
        return {
            table.kind.id: sum(cell.status is Status.HIDDEN for row in table.rows for cell in row.cells)
            for table in printed_tables(self.plan)
        }

    def numbers_of(self, section: str) -> int:
        """Return how many numbers a section has in the detail that was weighed."""
        mine = {table.kind.id for table in printed_tables(self.plan) if section_of(table.kind.id) == section}
        return sum(map(self.numbers_in, mine))

    def numbers_in(self, table: str) -> int:
        """Return how many numbers a table has, by its id."""
        return sum(len(row.cells) for one in self.plan.tables if one.kind.id == table for row in one.rows)

    @property
    def numbers(self) -> int:
        """How many numbers there are in all."""
        return sum(len(row.cells) for table in printed_tables(self.plan) for row in table.rows)


def weigh(
    vault: Vault, choices: Choices, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Weighed:
    """Return what would be hidden of the numbers chosen; nothing is written anywhere.

    Stopped when ``cancelled`` says so, and Refused where nothing could be shared at all.
    """
    return weighed(material(vault, choices), progress, cancelled)


def weighed(
    made_of: Material,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
    *,
    seconds: float = SECONDS,
) -> Weighed:
    """Hide what must be hidden beside all that was ever told; Stopped when ``cancelled`` says so.

    Refused when what was told before contradicts itself.
    """
    _must_agree(made_of)
    try:
        plan = protect(
            made_of.told,
            made_of.policy,
            made_of.past,
            progress=progress,
            cancelled=cancelled,
            seconds=seconds,
        )
    except Unfinished as unfinished:
        if unfinished.fault is Fault.STOPPED:
            raise Stopped from None
        raise
    if cancelled and cancelled():
        raise Stopped
    return Weighed(made_of, plan)


def looked_at(plan: Plan, made_of: Material, cancelled: Cancelled | None = None) -> AuditReport:
    """Return the audit of the plan, good or not; Stopped and Refused as ``weighed``."""
    _must_agree(made_of)
    report = audit(plan, made_of.told, made_of.past, cancelled=cancelled)
    if report.fault is Fault.STOPPED:
        raise Stopped
    return report


def _must_agree(made_of: Material) -> None:
    """Refuse to go on beside a past that cannot be true: no audit could tell then who is given away."""
    if contradicts(made_of.past):
        raise Refused(*CONTRADICTS)


def hidden_in(plan: Plan) -> int:
    """Return how many numbers a plan hides."""
    cells = (cell for table in printed_tables(plan) for row in table.rows for cell in row.cells)
    return sum(cell.status is Status.HIDDEN for cell in cells)
