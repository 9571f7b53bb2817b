"""A stranger who holds nothing but packs: protected tables as they would read them, and what they find."""

from collections.abc import Collection, Sequence
from itertools import chain

from tests.disclosure.making import Inside
from vcse_desktop.disclosure.attack import Attack, attack
from vcse_desktop.disclosure.follows import Found
from vcse_desktop.disclosure.plan import Plan, Status
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.printed import Printed
from vcse_desktop.figures.table import FigureTable, TableKind

Said = tuple[str, str, float, float]
"""What was found: its code, where, and the least and the most."""


def read(plan: Plan, source: int = 0, *, zeros: bool = True) -> list[Printed]:
    """Return what stands in the open tables of a pack with this plan."""
    return [
        Printed(
            source,
            table.kind,
            table.period.start.isoformat(),
            table.period.end.isoformat(),
            plan.policy,
            {
                (row.codes, measure.code): (cell.status, cell.value)
                for row in table.rows
                for measure, cell in zip(table.kind.measures, row.cells, strict=True)
            },
            zeros,
            {
                (dimension.code, band.code): band.holds
                for dimension, bands in zip(table.kind.dimensions, table.bands, strict=bool(table.bands))
                for band in bands
            },
        )
        for table in plan.tables
    ]


def bare(table: FigureTable, policy: Policy, source: int = 0) -> list[Printed]:
    """Return a table as somebody would print it who hides nothing."""
    cells = {(row, code): (Status.SHOWN, value) for (code, row), value in table.cells().items()}
    start, end = table.period.start.isoformat(), table.period.end.isoformat()
    return [Printed(source, table.kind, start, end, policy, cells)]


def attacked(*packs: Sequence[Printed], kinds: Collection[TableKind] = ()) -> Attack:
    """Return all that is found in these packs of one organisation."""
    tables = [*chain(*packs)]
    with Inside() as worker:
        return attack(tables, [*kinds, *(table.kind for table in tables)], worker)  # type: ignore[arg-type]


def told(seen: Attack) -> list[Said]:
    """Return what was found, in short."""
    return [(found.what.value, _where(found), found.low, found.high) for found in seen.found]


def _where(found: Found) -> str:
    return " - ".join(
        " ".join(
            [cell.where.measure, cell.where.start[5:7] + "-" + cell.where.end[5:7], *_codes(cell.where.codes)]
        )
        for cell in found.cells
    )


def _codes(codes: Sequence[tuple[str, str]]) -> list[str]:
    return [code for _, code in codes]
