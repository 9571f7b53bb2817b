"""How much of what a pack would tell must be hidden, and whether what is left was found safe."""

from collections.abc import Callable
from dataclasses import dataclass

from vcse_desktop.actions.gathering import Choices, Material, material
from vcse_desktop.disclosure.audit import AuditReport, audit
from vcse_desktop.disclosure.plan import Plan, Status
from vcse_desktop.disclosure.process import Fault, Unfinished
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.quoted import printed_tables
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import N_
from vcse_desktop.packs.summary import NotAudited
from vcse_desktop.reports.sections import section_of
from vcse_desktop.store.vault import Vault

Progress = Callable[[int, int], None]
"""Told how many of how many steps are done."""
Cancelled = Callable[[], bool]
"""Says whether somebody pressed Stop."""


class Stopped(Refused):
    """Somebody pressed Stop."""

    def __init__(self) -> None:
        super().__init__(N_("Stopped"), N_("Nothing was made, and your records are as they were."))


@dataclass(frozen=True, slots=True)
class Weighed:
    """Numbers with what is hidden of them. Holds true figures and never leaves."""

    tables: list[FigureTable]
    plan: Plan

    @property
    def hidden(self) -> int:
        """How many numbers are hidden."""
        return hidden_in(self.plan)

    def hidden_of(self, section: str) -> int:
        """Return how many numbers of a section are hidden."""
        cells = [
            cell
            for table in printed_tables(self.plan)
            if section_of(table.kind.id) == section
            for row in table.rows
            for cell in row.cells
        ]
        return sum(cell.status is Status.HIDDEN for cell in cells)

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
    made_of: Material, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> Weighed:
    """Hide what must be hidden beside all that was ever told; Stopped when ``cancelled`` says so."""
    try:
        plan = protect(made_of.told, made_of.policy, made_of.past, progress=progress, cancelled=cancelled)
    except Unfinished as unfinished:
        if unfinished.fault is Fault.STOPPED:
            raise Stopped from None
        raise
    if cancelled and cancelled():
        raise Stopped
    return Weighed(made_of.told, plan)


def audited(plan: Plan, made_of: Material, cancelled: Cancelled | None = None) -> AuditReport:
    """Return a good audit of the plan; NotAudited when it was not found safe, Stopped as ``weighed``."""
    report = audit(plan, made_of.told, made_of.past, cancelled=cancelled)
    if report.fault is Fault.STOPPED:
        raise Stopped
    if not report.ok:
        raise NotAudited
    return report


def hidden_in(plan: Plan) -> int:
    """Return how many numbers a plan hides."""
    cells = (cell for table in printed_tables(plan) for row in table.rows for cell in row.cells)
    return sum(cell.status is Status.HIDDEN for cell in cells)
