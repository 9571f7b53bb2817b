"""The same figures in less detail: leaves joined into bands, each thing counted once in each."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from vcse_desktop.figures.notes import less_detailed
from vcse_desktop.figures.table import LABELS, TOTAL, Code, Counted, FigureTable, Step, Unit
from vcse_desktop.i18n import tr


def steps(table: FigureTable) -> list[Step]:
    """Return the steps that leave fewer rows than the one before, the least detail last."""
    found, rows = [], len(table.rows())
    for step in dict.fromkeys(step for dimension in table.kind.dimensions for step in dimension.ladder):
        left = len(coarser(table, step).rows())
        if left < rows:
            found.append(step)
            rows = left
    return found


def coarser(table: FigureTable, step: Step) -> FigureTable:
    """Return a table in less detail, in every dimension that has this step on its ladder.

    The bands say which leaves they hold: who reads the table knows it, and so must whoever hides in it.
    """
    into = [
        _bands(codes, step) if step in dimension.ladder else {code.code: code for code in codes}
        for dimension, codes in zip(table.kind.dimensions, table.codes, strict=True)
    ]
    return replace(
        table,
        codes=tuple(tuple(dict.fromkeys(bands.values())) for bands in into),
        counted=tuple(_counted(table, into)),
        notes=less_detailed(table, step),
    )


def _bands(codes: tuple[Code, ...], step: Step) -> dict[str, Code]:
    """Return the band of each code, with the leaves of this table that are in it."""
    named = {leaf: (band.code, tr(band.label)) for band in step.bands for leaf in band.holds}
    if step.within:
        named = {code.code: (code.within.code, code.within.label) for code in codes if code.within}
    elif not step.bands:
        named = {code.code: (TOTAL, LABELS[TOTAL]) for code in codes}
    held: dict[tuple[str, str], list[str]] = defaultdict(list)
    for code in codes:
        if code.code in named:
            held[named[code.code]] += code.leaves
    made = {name: Code(*name, tuple(leaves)) for name, leaves in held.items()}
    return {code.code: made[named[code.code]] if code.code in named else code for code in codes}


def _counted(table: FigureTable, into: Sequence[Mapping[str, Code]]) -> Iterator[Counted]:
    """Yield what is counted where it now stands; time that stands in the same place adds up."""
    timed = {measure.code for measure in table.kind.measures if measure.unit is Unit.PERSON_HOURS}
    hours: dict[tuple[str, int, frozenset[tuple[str, ...]]], Counted] = {}
    for one in table.counted:
        codes = frozenset(_moved(leaf, into) for leaf in one.codes)
        place = one.measure, one.member, codes
        if one.measure not in timed:
            yield replace(one, codes=codes)
        elif place in hours:
            hours[place] = replace(hours[place], amount=hours[place].amount + one.amount)
        else:
            hours[place] = replace(one, codes=codes)
    yield from hours.values()


def _moved(leaf: tuple[str, ...], into: Sequence[Mapping[str, Code]]) -> tuple[str, ...]:
    return tuple(bands[code].code for bands, code in zip(into, leaf, strict=True))
