"""What a table seems to hold, as a plan that somebody can change: kind, shape, columns, days."""

from dataclasses import dataclass

from vcse_desktop.actions.imports.opening import WHENEVER, Going, Opened
from vcse_desktop.actions.imports.remembering import recalled
from vcse_desktop.actions.standing import keepers_only
from vcse_desktop.exchange.meaning import targets as meaning
from vcse_desktop.exchange.meaning.columns import fill, kind_of
from vcse_desktop.exchange.meaning.plan import ADD, NEW, WHOLE, Double, How, Plan, Shape, Spot
from vcse_desktop.exchange.meaning.programs import export_of
from vcse_desktop.exchange.meaning.shapes import days_of, grid_shape, stand
from vcse_desktop.i18n import N_, tr
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.records.normal import fold_name
from vcse_desktop.store.vault import Vault

__all__ = [
    "ADD",
    "NEW",
    "WHOLE",
    "Double",
    "How",
    "Plan",
    "Shape",
    "Spot",
    "Target",
    "kinds",
    "shapes",
    "suggest",
    "targets",
]
BOTH = N_("{field}: {part}")
ABOVE = 6
"""Rows above the headings in which a month or an activity may stand."""
GRIDS = (Shape.HOURS, Shape.TICKS)


@dataclass(frozen=True, slots=True)
class Target:
    """Something that a column can fill: a field by its code, or a part of one such as "person.phone".

    ``label`` is shown text; ``needed`` says that a record cannot do without it.
    """

    code: str
    label: str
    needed: bool = False


def kinds() -> list[tuple[str, str]]:
    """Return every kind of record that a table can hold: its code and its label as shown."""
    return [(code, tr(TABLES[code].label)) for code in meaning.importable()]


def shapes(kind: str) -> list[Shape]:
    """Return how a table of this kind may be laid out."""
    return list(meaning.SHAPES.get(kind, (Shape.ROWS,)))


def targets(kind: str, shape: Shape = Shape.ROWS) -> list[Target]:
    """Return what the columns of such a table can fill, in the order of the form."""
    must = meaning.needed(kind, shape)
    return [
        Target(
            code,
            tr(BOTH, field=tr(part.field.label), part=tr(part.label)) if part.part else tr(part.label),
            code in must,
        )
        for code, part in meaning.parts(kind, shape).items()
    ]


def suggest(
    vault: Vault,
    opened: Opened,
    kind: str | None = None,
    shape: Shape | None = None,
    going: Going = WHENEVER,
) -> Plan:
    """Return what the table most likely means; with a ``kind`` or ``shape`` what it means as such.

    What was chosen last time for the same headings comes first. For keepers alone.
    """
    keepers_only(vault)
    going.on(0, 1)
    table = opened.table
    days = days_of(table) if shape in (None, *GRIDS) else {}
    of, form = _kind_and_shape(opened, kind, shape, days)
    if form not in GRIDS:
        days = {}
    export = export_of((column.heading for column in table.columns), of)
    found = fill(table, of, form, export, days)
    if form is Shape.ROWS and shape is None and of == "session" and _is_attendance(opened, found):
        form = Shape.ATTENDANCE
    plan = Plan(
        table,
        of,
        form,
        title=f"{opened.title} {_above(opened)}",
        program=export.program if export else "",
        columns={at: code for at, (code, _) in found.items() if code},
        why={at: how for at, (_, how) in found.items()},
        days=days,
    )
    going.on(1, 1)
    return recalled(vault, plan, kind, shape)


def _kind_and_shape(
    opened: Opened, kind: str | None, shape: Shape | None, days: dict[int, str]
) -> tuple[str, Shape]:
    if days and kind in (None, *meaning.SHAPES):
        form = shape or grid_shape(opened.table, days)
        of = kind or ("time_given" if form is Shape.HOURS else "session")
        return of, form if form in shapes(of) else shapes(of)[-1]
    export = export_of((column.heading for column in opened.table.columns), kind)
    of = kind or (export.kind if export else kind_of(opened.table))
    return of, shape if shape in shapes(of) else Shape.ROWS


def _is_attendance(opened: Opened, found: dict[int, tuple[str, How]]) -> bool:
    """Say whether each row is one who came: a day and an activity stand in more than one row."""
    stands = stand(opened.table)
    places = {code.partition(".")[0]: stands[at] for at, (code, _) in found.items()}
    if "came" not in places or "date" not in places:
        return False
    keys = [
        tuple(fold_name(str(cells[at])) for code, at in places.items() if code in ("date", "activity"))
        for _, cells in opened.table.rows
    ]
    return len(set(keys)) < len(keys)


def _above(opened: Opened) -> str:
    """Return what stands above the headings: often the month, or what it is a register of."""
    rows = opened.book.grids[opened.sheet].rows[: max((opened.header or 1) - 1, 0)]
    return " ".join(str(cell) for row in rows[-ABOVE:] for cell in row if cell is not None)
