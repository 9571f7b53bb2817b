"""What printed quotes tell: that at least so many things were said under the theme and role beside them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product

from vcse_desktop.disclosure.plan import Plan, ProtectedTable
from vcse_desktop.disclosure.policy import Published, Status
from vcse_desktop.disclosure.quotes import Quote
from vcse_desktop.figures.table import (
    NOT_RECORDED,
    TOTAL,
    Counted,
    Dimension,
    FigureTable,
    Measure,
    TableKind,
    Unit,
)
from vcse_desktop.i18n import N_

BY_THEME, BY_ROLE = "insight_by_theme", "insight_by_role"
"""The tables that say under which themes, and from whom, each of these words is counted."""
QUOTED = TableKind(
    "quoted",
    1,
    N_("Quotes"),
    (Measure("quoted", N_("Quotes"), Unit.QUOTE, "quotes"),),
    sensitive=False,
)
"""Which quotes were printed; that they are so many can be read by counting them."""
_BESIDE = {
    1: ("quotes_by_theme", N_("Quotes by theme")),
    2: ("quotes_by_theme_and_role", N_("Quotes by theme and by who said it")),
}
"""The tables of what was printed beside quotes, by how much that was."""


@dataclass(frozen=True, slots=True)
class QuotedTable(FigureTable):
    """A table whose numbers are never printed: ``least`` is how many quotes say that somebody is in a row.

    It has the rows of ``least`` alone; the last one holds everybody.
    """

    least: Mapping[tuple[str, ...], int] = field(default_factory=dict)

    def rows(self) -> list[tuple[str, ...]]:
        """Return the codes beside quotes, and the row of everybody."""
        return list(self.least)


def quoted_tables(tables: Sequence[FigureTable], quotes: Sequence[Quote]) -> list[FigureTable]:
    """Return what these quotes tell of those who are counted in the tables of the same pack.

    Nothing without quotes. They are for ``protect``, ``audit`` and the ledger; a pack has none of them.
    """
    by = {table.kind.id: table for table in tables}
    if not quotes:
        return []
    printed = {Counted("quoted", quote.insight, 1, frozenset({()})) for quote in quotes}
    counted = tuple(sorted(printed, key=lambda one: one.member))
    beside = Counter((quote.theme or NOT_RECORDED, *([quote.role] if quote.role else [])) for quote in quotes)
    made: list[FigureTable] = [FigureTable(QUOTED, by[BY_THEME].period, (), counted)]
    for many, parts in ((1, [by[BY_THEME]]), (2, [by[BY_THEME], by[BY_ROLE]])):
        least = {codes: n for codes, n in sorted(beside.items()) if len(codes) == many}
        if least:
            made.append(_table(many, parts, least))
    return made


def at_least(table: FigureTable, row: tuple[str, ...]) -> Published | None:
    """Return what quotes tell of a row, None for a table that is printed."""
    if not isinstance(table, QuotedTable):
        return None
    return Status.AT_LEAST, table.least[row], (table.least[row], None)


def printed_tables(plan: Plan) -> list[ProtectedTable]:
    """Return the tables of a plan that leave as tables."""
    mine = {QUOTED.id, *(ident for ident, _ in _BESIDE.values())}
    return [table for table in plan.tables if table.kind.id not in mine]


def _table(many: int, parts: Sequence[FigureTable], least: Mapping[tuple[str, ...], int]) -> QuotedTable:
    ident, title = _BESIDE[many]
    dimensions: tuple[Dimension, ...] = tuple(part.kind.dimensions[0] for part in parts)
    kind = TableKind(ident, 1, title, parts[0].kind.measures, dimensions)
    where = [{one.member: {leaf[0] for leaf in one.codes} for one in part.counted} for part in parts]
    counted = tuple(
        Counted(one.measure, one.member, 1, frozenset(product(*(mine[one.member] for mine in where))))
        for one in parts[0].counted
    )
    everybody = (TOTAL,) * many
    codes = tuple(part.codes[0] for part in parts)
    return QuotedTable(kind, parts[0].period, codes, counted, least={**least, everybody: 0})
