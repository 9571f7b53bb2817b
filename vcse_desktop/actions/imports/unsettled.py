"""What a table leaves open before its rows are read: the order of its dates, and what holds for all rows."""

from collections.abc import Iterable, Mapping

from vcse_desktop.actions.suggesting import folded
from vcse_desktop.exchange.meaning import asked
from vcse_desktop.exchange.meaning.asked import Asked
from vcse_desktop.exchange.meaning.days import Order, day, orders
from vcse_desktop.exchange.meaning.plan import ALWAYS, Plan
from vcse_desktop.exchange.meaning.preview import Offer, Question
from vcse_desktop.exchange.meaning.shapes import stand
from vcse_desktop.exchange.meaning.targets import NAMED_BY, needed, parts, points_to
from vcse_desktop.exchange.tables.grid import Cell
from vcse_desktop.i18n import N_
from vcse_desktop.records.fields import Kind
from vcse_desktop.store.vault import Vault

WHAT = N_("No column says “{label}”. What is it for all of these rows?")
MOST_OFFERED = 8
BOTH = 2
TWO_WAYS = {Order.DAY, Order.MONTH}


def day_orders(plan: Plan, found: Asked) -> Mapping[int, Order]:
    """Return for each column of days whether the day or the month stands first; what is unclear is asked.

    A column alone decides about itself: one day that is above 12 settles all of it.
    """
    made: dict[int, Order] = {}
    open_ = parts(plan.kind, plan.shape)
    stands = stand(plan.table)
    headings = {column.at: column.heading for column in plan.table.columns}
    for at, code in plan.columns.items():
        if code in open_ and open_[code].field.kind is Kind.DATE:
            cells = [cells[stands[at]] for _, cells in plan.table.rows if isinstance(cells[stands[at]], str)]
            fits = orders(cells)
            made[at] = next(iter(fits)) if len(fits) == 1 else Order.DAY
            if len(fits) == BOTH:
                made[at] = _asked(found, at, headings.get(at, ""), cells)
    return made


def missing(plan: Plan) -> list[str]:
    """Return the codes of fields that every record needs and no column fills."""
    open_ = parts(plan.kind, plan.shape)
    filled = {open_[code].field.code for code in plan.columns.values() if code in open_}
    return [code for code in needed(plan.kind, plan.shape) if code not in filled and code in open_]


def for_all_rows(vault: Vault, plan: Plan, found: Asked) -> None:
    """Ask what holds for every row where no column says it."""
    open_ = parts(plan.kind, plan.shape)
    for code in missing(plan):
        of = points_to(open_[code].field)
        names = (
            [str(row[1]) for row in vault.values(of, fields=(NAMED_BY[of],))] if of and of != "person" else []
        )
        title = folded(plan.title)
        inside = [name for name in names if folded(name) and folded(name) in title]
        offers = tuple(Offer(name, "{name}", (("name", name),)) for name in [*inside, *names][:MOST_OFFERED])
        found.found[ALWAYS + code] = Question(
            ALWAYS + code,
            WHAT,
            tuple(dict.fromkeys(offers)),
            (("label", open_[code].label),),
            inside[0] if inside else "",
            plan.always.get(code, ""),
            free=True,
        )


def _asked(found: Asked, at: int, heading: str, cells: Iterable[Cell]) -> Order:
    """Ask which of day and month stands first; until it is answered the day does."""
    example = next(cell for cell in cells if isinstance(cell, str) and orders([cell]) == TWO_WAYS)
    readings = (day(example, Order.DAY), day(example, Order.MONTH))
    answer = found.ask(asked.order_of(at, heading, example.strip(), readings), "")
    return Order.MONTH if answer == Order.MONTH.value else Order.DAY
