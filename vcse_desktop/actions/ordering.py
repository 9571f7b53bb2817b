"""The orders in which a list of each kind of record can stand, the usual one first."""

from collections.abc import Sequence
from dataclasses import dataclass

from vcse_desktop.actions.entering import named_by
from vcse_desktop.i18n import N_
from vcse_desktop.records.catalogue import TABLES
from vcse_desktop.store.paging import NAME

DAYS = {
    "session": "date",
    "time_given": "date",
    "insight": "heard_on",
    "support": "date",
    "connection": "made_on",
    "response": "asked_on",
    "review": "reviewed_on",
    "capacity_support": "given_on",
}
"""The day by which a kind without a name is listed: each has an index in this order."""
TO_COME = {
    "engagement": ("opens", "closes", "decision_on"),
    "response": ("due_on",),
    "support": ("next_on",),
    "organisation": ("agreement_review",),
}
"""Days of which the earliest is the most pressing."""
BY_NAME, LATEST, EARLIEST, ADDED = (
    N_("By name"),
    N_("The latest day first"),
    N_("The earliest day first"),
    N_("Added last first"),
)
BY_DAY = N_("{field}: the earliest first")


@dataclass(frozen=True, slots=True)
class Order:
    """One order: its code, the field that it goes by ("" for the name), and the field's label, if it says it.

    ``words`` is marked text with a place for the label.
    """

    code: str
    by: str
    words: str
    label: str = ""
    oldest: bool = False


def orders(kind: str) -> Sequence[Order]:
    """Return the orders of a kind's list; the first is the usual one and its code is ""."""
    labels = {field.code: field.label for field in TABLES[kind].fields}
    if named_by(kind):
        usual = [Order("", NAME, BY_NAME)]
    else:
        usual = [Order("", DAYS[kind], LATEST), Order("earliest", DAYS[kind], EARLIEST, oldest=True)]
    more = [Order(code, code, BY_DAY, labels[code], oldest=True) for code in TO_COME.get(kind, ())]
    return (*usual, *more, Order("added", "id", ADDED))


def order_of(kind: str, code: str) -> Order:
    """Return the order with this code, the usual one when there is none."""
    known = orders(kind)
    return next((one for one in known if one.code == code), known[0])
