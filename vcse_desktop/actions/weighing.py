"""How much of what a pack would tell must be hidden, and whether what is left was found safe."""

from collections.abc import Callable
from dataclasses import dataclass

from vcse_desktop.actions.gathering import Choices, Material, material
from vcse_desktop.disclosure import ledger
from vcse_desktop.disclosure.audit import AuditReport, audit
from vcse_desktop.disclosure.plan import Plan, Status
from vcse_desktop.disclosure.process import Fault, Unfinished
from vcse_desktop.disclosure.protect import protect
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


class Overlaps(Refused):
    """An earlier pack told other numbers of the same people and days. Its days are in ``values``."""

    def __init__(self, made: str, first: str, last: str) -> None:
        super().__init__(
            N_("An earlier pack is about some of these days"),
            N_(
                "The pack that was made on {made} is about {first} to {last}, and has other numbers of the "
                "same people. Somebody who has both could work out what is hidden, and this version cannot "
                "rule that out yet. Nothing was made. Choose days before {first} or after {last}. The same "
                "days can go again only just as they went then."
            ),
            made=made,
            first=first,
            last=last,
        )


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
            for table in self.plan.tables
            if section_of(table.kind.id) == section
            for row in table.rows
            for cell in row.cells
        ]
        return sum(cell.status is Status.HIDDEN for cell in cells)

    @property
    def numbers(self) -> int:
        """How many numbers there are in all."""
        return sum(len(row.cells) for table in self.plan.tables for row in table.rows)


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
    """Hide what must be hidden; Overlaps when earlier packs told other numbers of the same days."""
    try:
        plan = protect(made_of.tables, made_of.policy, progress=progress, cancelled=cancelled)
    except Unfinished as unfinished:
        if unfinished.fault is Fault.STOPPED:
            raise Stopped from None
        raise
    if cancelled and cancelled():
        raise Stopped
    _must_not_overlap(plan, made_of)
    return Weighed(made_of.tables, plan)


def audited(plan: Plan, made_of: Material, cancelled: Cancelled | None = None) -> AuditReport:
    """Return a good audit of the plan; Overlaps as ``weighed``, NotAudited when it was not found safe."""
    _must_not_overlap(plan, made_of)
    report = audit(plan, made_of.tables, cancelled=cancelled)
    if report.fault is Fault.STOPPED:
        raise Stopped
    if not report.ok:
        raise NotAudited
    return report


def _must_not_overlap(plan: Plan, made_of: Material) -> None:
    """Refuse numbers that others, told before, could be compared with, and name the days of those."""
    try:
        ledger.may_release(plan, made_of.tables, made_of.releases)
    except ledger.NotYet as refused:
        made = str(refused.values["day"])
        told = [r.entries for r in made_of.releases if r.made_at.startswith(made)]
        periods = [entry.period for entries in told for entry in entries if _meet(entry.period, made_of)]
        raise Overlaps(made, min(first for first, _ in periods), max(last for _, last in periods)) from None


def _meet(period: tuple[str, str], made_of: Material) -> bool:
    start, end = made_of.period.start.isoformat(), made_of.period.end.isoformat()
    return period[0] <= end and start <= period[1]


def hidden_in(plan: Plan) -> int:
    """Return how many numbers a plan hides."""
    cells = (cell for table in plan.tables for row in table.rows for cell in row.cells)
    return sum(cell.status is Status.HIDDEN for cell in cells)
