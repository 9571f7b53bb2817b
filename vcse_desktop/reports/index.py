"""The six principles as an index: for each the records and sections that speak to it, and what is missing."""

from collections.abc import Collection, Iterator

from vcse_desktop.figures.table import Measure
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports.blocks import Block, Heading, Items, Para, Words
from vcse_desktop.reports.exact import AnyRow, AnyTable, cells_of
from vcse_desktop.reports.numbers import whole
from vcse_desktop.reports.ten import (
    ASKED,
    CAPACITY,
    CARERS,
    CHANGED,
    LEARNED,
    REACHED,
    SECTIONS,
    TOLD,
    VOLUNTEERING,
)

RECORDS = "principle_records"
SAYS = N_(
    "These lines say where to look. They measure nothing: the principles are no list to be ticked off, and "
    "nothing here is compared."
)
READ = N_("Read: {sections}")
MISSING = N_("What we have nothing on: {things}")
COUNT = N_("{thing}: {n}")
AND = N_("{one}; {other}")
SPEAKS = {
    "p1_person_centred": (TOLD, CHANGED),
    "p2_partnership": (ASKED, CHANGED, LEARNED),
    "p3_equality": (REACHED, ASKED),
    "p4_carers": (CARERS,),
    "p5_vcse_housing": (CAPACITY,),
    "p6_volunteering": (VOLUNTEERING,),
}
"""The sections that speak to each principle, the first one most of all."""


def index(table: AnyTable, included: Collection[str], language: str) -> Iterator[Block]:
    """Yield the principles in their order; ``included`` are the sections that have something in them."""
    yield Para((Words(tr(SAYS)),))
    for row in table.rows:
        yield Heading(3, row.labels[0])
        yield from _principle(row, table.kind.measures, included, language)


def _principle(
    row: AnyRow, measures: Collection[Measure], included: Collection[str], language: str
) -> Iterator[Block]:
    counts = {measure: cell.value or 0 for measure, cell in zip(measures, cells_of(row), strict=True)}
    said = [tr(COUNT, thing=tr(m.label), n=whole(n, language)) for m, n in counts.items() if n]
    if said:
        yield Items(tuple((Words(line),) for line in said))
    names = {section.code: tr(section.title) for section in SECTIONS}
    speaks = SPEAKS.get(row.codes[0], ())
    there = [names[code] for code in speaks if code in included]
    if there:
        yield Para((Words(tr(READ, sections=_joined(there))),))
    missing = [names[code] for code in speaks if code not in included]
    missing += [tr(measure.label) for measure, n in counts.items() if not n]
    if missing:
        yield Para((Words(tr(MISSING, things=_joined(missing))),), "nothing")


def _joined(things: list[str]) -> str:
    made = things[0]
    for more in things[1:]:
        made = tr(AND, one=made, other=more)
    return made
