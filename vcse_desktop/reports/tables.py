"""How a table, whatever it counts, becomes a table, a chart and large numbers."""

from collections.abc import Iterable, Sequence

from vcse_desktop.disclosure.plan import Cell as Published
from vcse_desktop.disclosure.plan import Status
from vcse_desktop.figures.table import NOT_ASKED, NOT_RECORDED, TOTAL, Measure, Note, Unit
from vcse_desktop.i18n import tr
from vcse_desktop.reports.blocks import (
    Block,
    Cell,
    Chart,
    Facts,
    Hidden,
    NotRecorded,
    Row,
    Series,
    Shown,
    Table,
    Text,
    Words,
)
from vcse_desktop.reports.exact import AnyRow, AnyTable, Exact, cells_of
from vcse_desktop.reports.numbers import month, whole

FEWEST_BARS, MOST_BARS = 2, 36
MOST_SERIES = 3
LONGEST = 300  # letters of a name: more than any list of ours holds
LINE_FROM = 4  # fewer months are told better by bars


def has_material(table: AnyTable) -> bool:
    """Say whether the table tells anything: a table of true zeros alone does not."""
    return any(cell.value != 0 for row in table.rows for cell in row.cells)


def table_blocks(table: AnyTable, language: str) -> tuple[Block, ...]:
    """Return the chart, if one helps, and the table."""
    made = _table(table, language)
    chart = _chart(table, made, language)
    return (chart, made) if chart else (made,)


def large_numbers(tables: Iterable[AnyTable], wanted: Sequence[tuple[str, str]]) -> Facts:
    """Return the wanted numbers (a table without dimensions, its measure) that are there and not nought."""
    found = {
        (table.kind.id, measure.code): (tr(measure.label), _cell(cell, measure))
        for table in tables
        if not table.kind.dimensions
        for row in table.rows
        for measure, cell in zip(table.kind.measures, cells_of(row), strict=True)
        if cell.value != 0
    }
    return Facts(tuple(found[one] for one in wanted if one in found), "figures")


def note_sentence(note: Note, language: str) -> str:
    """Return the sentence of a counting rule, its numbers written as everywhere else."""
    values = {name: whole(v, language) if type(v) is int else v for name, v in note.values}
    return tr(note.sentence, **values)


def _table(table: AnyTable, language: str) -> Table:
    kind = table.kind
    notes = [note_sentence(note, language) for note in table.notes]
    if any(cell.status is Status.HIDDEN for row in table.rows for cell in row.cells):
        notes.insert(0, tr("[c]: hidden to protect people"))
    if kind.dimensions:
        columns = tuple(tr(d.label) for d in kind.dimensions) + tuple(tr(m.label) for m in kind.measures)
        rows = tuple(_row(row, kind.measures) for row in table.rows)
    else:
        columns = (tr("What we counted"), tr("Number"))
        cells = cells_of(table.rows[0]) if table.rows else ()
        rows = tuple(
            Row((_words(tr(m.label)), _cell(c, m))) for m, c in zip(kind.measures, cells, strict=True)
        )
    return Table(
        tr(kind.title),
        columns,
        rows,
        tuple(notes),
        stub=max(1, len(kind.dimensions)),
        id=f"table-{kind.id}",
    )


def _row(row: AnyRow, measures: tuple[Measure, ...]) -> Row:
    names = tuple(_words(_label(code, text)) for code, text in zip(row.codes, row.labels, strict=True))
    cells = tuple(_cell(cell, measure) for cell, measure in zip(cells_of(row), measures, strict=True))
    return Row(names + cells, total=TOTAL in row.codes)


def _cell(cell: Published | Exact, measure: Measure) -> Cell:
    if cell.status is Status.HIDDEN:
        return Hidden()
    return NotRecorded() if cell.value is None else Shown(cell.value, measure.unit is Unit.PERSON_HOURS)


def _words(text: str) -> Text:
    return Text((Words(text),))


def _label(code: str, text: str) -> str:
    match code:
        case _ if code == TOTAL:
            return tr("Total")
        case _ if code == NOT_RECORDED:
            return tr("not recorded")
        case _ if code == NOT_ASKED:
            return tr("not asked")
        case "not_said":
            return tr("prefer not to say")
        case _:
            return text if len(text) <= LONGEST else text[:LONGEST] + "…"


def _chart(table: AnyTable, made: Table, language: str) -> Chart | None:
    """Return a chart of the measures that count the same unit as the first, or None when none helps.

    One that is nought throughout is in the table alone.
    """
    if len(table.kind.dimensions) != 1:
        return None
    ladder = table.kind.dimensions[0].code == "rung"
    apart = {TOTAL, NOT_RECORDED} if ladder else {TOTAL}  # what nobody wrote down is no rung
    rows = [row for row in table.rows if not apart & {*row.codes}]
    measures = table.kind.measures
    same = [i for i, m in enumerate(measures) if m.unit is measures[0].unit]
    same = [i for i in same if ladder or any(row.cells[i].value != 0 for row in rows)][:MOST_SERIES]
    values = [row.cells[i].value for row in rows for i in same]
    if not (any(values) if ladder else _is_drawable(values)):  # a ladder has few things on it, and tells
        return None
    months = table.kind.dimensions[0].code == "month"
    return Chart(
        "ladder" if ladder else "line" if months and len(rows) >= LINE_FROM else "bars",
        made.caption,
        tuple(month(row.codes[0], language) or _label(row.codes[0], row.labels[0]) for row in rows),
        tuple(_series(measures[i], i, rows) for i in same),
        made.id,
        id=f"chart-{table.kind.id}",
    )


def _series(measure: Measure, column: int, rows: Sequence[AnyRow]) -> Series:
    return Series(tr(measure.label), tuple(_cell(cells_of(row)[column], measure) for row in rows))


def _is_drawable(values: list[int | None]) -> bool:
    """Say whether a picture shows more than the table: some bars, and not mostly hidden or nought."""
    bars = sum(bool(value) for value in values)
    return FEWEST_BARS <= bars and len(values) <= MOST_BARS and len(values) <= bars * 3
