"""What a table would look like in less detail: each step of its ladder with how much that hides."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from vcse_desktop.actions.detailed import Detail, detailed
from vcse_desktop.actions.gathering import Choices, Material
from vcse_desktop.actions.speaking import speaking
from vcse_desktop.actions.weighing import Cancelled, Progress, Stopped, Weighed, weighed
from vcse_desktop.disclosure.atoms import beside
from vcse_desktop.disclosure.process import Unfinished
from vcse_desktop.figures.coarser import steps
from vcse_desktop.figures.table import FigureTable
from vcse_desktop.i18n import N_, ngettext, tr
from vcse_desktop.reports.ten import section_of

MOST = 48
"""So many alternatives at most are worked out: a few seconds each in a large vault."""
SECONDS = 60
"""What one may take; what takes longer is not offered."""
IN_FULL, WITHOUT = "", "-"
"""In place of a step: all detail, and no table at all."""
ALL_DETAIL, LEFT_OUT = N_("In all its detail"), N_("Leave this table out")


@dataclass(frozen=True, slots=True)
class Coarser:
    """One table in one detail: its id and title, the step with its words, and how much of it that hides.

    ``hidden`` of its ``numbers`` are hidden; both are None where that is not worked out.
    """

    table: str
    section: str
    title: str
    step: str
    words: str
    hidden: int | None = None
    numbers: int | None = None


def offers(weighed: Weighed) -> list[Coarser]:
    """Return every detail of the tables that hide something, or have less than all; the most detail first.

    How much is hidden is known of the details that were weighed.
    """
    hidden = weighed.hidden_by_table()
    chosen = weighed.made_of.choices
    now = dict(chosen.detail)
    found = []
    for table in weighed.made_of.full:
        ident = table.kind.id
        details = list(_details(table, chosen))
        if len(details) > 1 and (hidden.get(ident) or ident in now or ident in chosen.left_out):
            found += details
    return [
        _with(one, weighed) if one.step == now.get(one.table, IN_FULL) and one.table in hidden else one
        for one in found
    ]


def said(one: Coarser) -> str:
    """Return how much of a table is hidden in this detail, "" where that is not known."""
    if one.hidden is None:
        return ""
    if not one.hidden:
        return ngettext("Its number is not hidden.", "None of its {n} numbers is hidden.", one.numbers or 0)
    return ngettext(
        "1 of its {numbers} numbers is hidden.",
        "{n} of its {numbers} numbers are hidden.",
        one.hidden,
        numbers=one.numbers,
    )


def alternatives(
    weighed: Weighed, progress: Progress | None = None, cancelled: Cancelled | None = None
) -> list[Coarser]:
    """Return the offers, each with what is then hidden of it while all else stays as it was weighed.

    Stopped when ``cancelled`` says so.
    """
    made = offers(weighed)
    open_ones = [one for one in made if one.hidden is None and one.step != WITHOUT][:MOST]
    known: dict[Coarser, Coarser] = {}
    for done, one in enumerate(open_ones):
        if progress:
            progress(done, len(open_ones))
        if cancelled and cancelled():
            raise Stopped
        known[one] = _tried(one, weighed.made_of, cancelled)
    return [known.get(one, one) for one in made]


def changed(choices: Choices, table: str, step: str) -> Choices:
    """Return the choices with this table in this detail."""
    detail: Detail = frozenset(one for one in choices.detail if one[0] != table)
    if step not in (IN_FULL, WITHOUT):
        detail |= {(table, step)}
    left_out = choices.left_out - {table} | ({table} if step == WITHOUT else set())
    return replace(choices, detail=detail, left_out=left_out)


def as_chosen(made_of: Material, choices: Choices) -> Material:
    """Return the same figures in another detail; only that may differ in the choices."""
    with speaking(choices.language):
        tables = detailed(made_of.full, choices.detail, choices.left_out)
    return replace(made_of, choices=choices, tables=tables)


def _details(table: FigureTable, chosen: Choices) -> Iterator[Coarser]:
    ident, title = table.kind.id, tr(table.kind.title)
    here = ident, section_of(ident), title
    yield Coarser(*here, IN_FULL, tr(ALL_DETAIL))
    for step in steps(table):
        yield Coarser(*here, step.code, tr(step.offer))
    if ident in chosen.left_out:
        yield Coarser(*here, WITHOUT, tr(LEFT_OUT))


def _tried(one: Coarser, made_of: Material, cancelled: Cancelled | None) -> Coarser:
    other = as_chosen(made_of, changed(made_of.choices, one.table, one.step))
    (table,) = (table for table in other.tables if table.kind.id == one.table)
    other = replace(other, tables=beside(table, other.tables))
    try:
        return _with(one, weighed(other, cancelled=cancelled, seconds=SECONDS))
    except Unfinished:
        return one


def _with(one: Coarser, weighed: Weighed) -> Coarser:
    return replace(one, hidden=weighed.hidden_by_table()[one.table], numbers=weighed.numbers_in(one.table))
