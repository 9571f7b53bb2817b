"""Which tables go into a pack, each in the detail that was chosen for it."""

from collections.abc import Collection, Sequence

from vcse_desktop.errors import Refused
from vcse_desktop.figures.coarser import coarser
from vcse_desktop.figures.registry import TABLES
from vcse_desktop.figures.table import FigureTable, Step
from vcse_desktop.i18n import N_

NO_STEP = (
    N_("There is no such detail"),
    N_("“{table}” cannot be given as “{step}”. Nothing was made. Choose one of these: {steps}."),
)
NO_TABLE = (
    N_("There is no such table"),
    N_("No table is called “{table}”. Nothing was made. Choose one of these: {tables}."),
)
Detail = frozenset[tuple[str, str]]
"""Ids of tables, each with the code of a step to less detail."""


def detailed(full: Sequence[FigureTable], detail: Detail, left_out: Collection[str]) -> list[FigureTable]:
    """Return the tables but those that are left out, in this detail; Refused when there is no such thing."""
    wanted = {table: _step(table, code) for table, code in sorted(detail)}
    for table in left_out:
        _known(table)
    return [
        coarser(table, wanted[table.kind.id]) if table.kind.id in wanted else table
        for table in full
        if table.kind.id not in left_out
    ]


def _step(table: str, code: str) -> Step:
    _known(table)
    steps = {step.code: step for dimension in TABLES[table].dimensions for step in dimension.ladder}
    if code not in steps:
        raise Refused(*NO_STEP, table=table, step=code, steps=", ".join(steps) or "-")
    return steps[code]


def _known(table: str) -> None:
    if table not in TABLES:
        raise Refused(*NO_TABLE, table=table, tables=", ".join(TABLES))
