"""The numbers of the protected tables, and no others, stand in every format."""

import re
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.reading import Node, pages, tree
from tests.reports.sample import EMPTY, FULL, HIDDEN, NONE, PERIOD, shown
from vcse_desktop.disclosure.plan import Cell, ProtectedRow, ProtectedTable, Status
from vcse_desktop.figures.table import TOTAL, Dimension, Measure, TableKind, Unit
from vcse_desktop.reports.blocks import Chart
from vcse_desktop.reports.html import html
from vcse_desktop.reports.index import RECORDS
from vcse_desktop.reports.material import ReportInput
from vcse_desktop.reports.numbers import hours, whole
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.report import report_blocks
from vcse_desktop.reports.spoken import alt_text

LARGE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
"""A number that nothing but a cell of the random tables can have: no page, date or id has a comma."""


def written(cell: Cell, unit: Unit) -> str:
    if cell.value is None:
        return "[c]"
    return hours(cell.value, "en") if unit is Unit.PERSON_HOURS else whole(cell.value, "en")


def expected(table: ProtectedTable) -> list[list[str]]:
    """The words of a table's cells as they must stand in every format, row by row."""
    measures = table.kind.measures
    rows = [[written(c, m.unit) for c, m in zip(r.cells, measures, strict=True)] for r in table.rows]
    return rows if table.kind.dimensions else [[one] for one in rows[0]]


def on_page(page: Node) -> dict[str, list[list[str]]]:
    return {
        table.attributes["id"]: [[td.text for td in tr.all("td")] for tr in table.all("tbody")[0].all("tr")]
        for table in page.all("table")
    }


def in_pictures(page: Node) -> list[str]:
    return [text.text for svg in page.all("svg") for text in svg.all("text", "title")]


units = st.sampled_from([Unit.PERSON, Unit.PERSON_HOURS, Unit.EVENT])
cells = st.one_of(
    st.just(HIDDEN), st.just(NONE), st.integers(70_000, 9_000_000).map(lambda n: Cell(Status.SHOWN, n))
)


@st.composite
def tables(draw: st.DrawFn) -> ProtectedTable:
    measures = tuple(
        Measure(f"m{n}", f"Measure {chr(65 + n)}", draw(units)) for n in range(draw(st.integers(1, 5)))
    )
    many = draw(st.integers(0, 14))
    dimension = (Dimension(draw(st.sampled_from(["month", "place"])), "Place", overlaps=draw(st.booleans())),)
    kind = TableKind("people_by_place", 1, "People", measures, dimension if many else ())
    names = [chr(65 + n) for n in range(many)] + ([] if not many or kind.dimensions[0].overlaps else [TOTAL])
    rows = [(name,) for name in names] if many else [()]
    return ProtectedTable(
        kind,
        PERIOD,
        tuple(ProtectedRow(r, r, tuple(draw(cells) for _ in measures)) for r in rows),
    )


@settings(max_examples=20, deadline=None)
@given(tables())
def test_random_tables_read_back_from_every_format(table: ProtectedTable) -> None:
    material = replace(EMPTY, tables={table.kind.id: table})
    blocks = report_blocks(material)
    page = tree(html(blocks, material))
    found, said = on_page(page), "\n".join(pages(pdf(blocks, material)))
    rows = expected(table)
    told = any(cell.value != 0 for row in table.rows for cell in row.cells)
    assert found == ({"table-people_by_place": rows} if told else {})
    numbers = {one for row in rows for one in row if LARGE.fullmatch(one)}
    assert set(LARGE.findall(said)) == numbers
    assert set(LARGE.findall(" ".join(page.pieces()))) == numbers
    charts = [block for block in blocks if isinstance(block, Chart)]
    for spoken in [*map(alt_text, charts), *in_pictures(page)]:
        assert set(LARGE.findall(spoken)) <= numbers


def test_the_numbers_of_the_example_stand_in_page_and_file_alike() -> None:
    blocks = report_blocks(FULL)
    page = tree(html(blocks, FULL))
    tables = {name: table for name, table in FULL.tables.items() if name != RECORDS}
    wanted = {f"table-{name}": expected(table) for name, table in tables.items()}
    assert on_page(page) == wanted
    lines = [line.strip() for page in pages(pdf(blocks, FULL)) for line in page.splitlines()]
    for name, table in tables.items():
        labels = [row.labels[0] for row in table.rows] if table.kind.dimensions else []
        for label, row in zip(labels, wanted[f"table-{name}"], strict=False):
            said = {"not_recorded": "not recorded", "not_asked": "not asked", "total": "Total"}.get(
                label, label
            )
            run = [said, *row]
            assert any(lines[n : n + len(run)] == run for n in range(len(lines))), (name, run)


def test_a_number_that_was_hidden_is_nowhere_even_if_it_once_was_in_the_table() -> None:
    """The same table, once with the number and once hidden: only the cell's own places differ."""
    kind = TableKind(
        "people_by_place",
        1,
        "People",
        (Measure("m", "Persons", Unit.PERSON),),
        (Dimension("p", "P", overlaps=True),),
    )

    def made(cell: Cell) -> tuple[ReportInput, str]:
        rows = (ProtectedRow(("a",), ("A",), (shown(40),)), ProtectedRow(("b",), ("B",), (cell,)))
        material = replace(EMPTY, tables={kind.id: ProtectedTable(kind, PERIOD, rows)})
        blocks = report_blocks(material)
        return material, "\n".join(pages(pdf(blocks, material))) + html(blocks, material).decode("utf-8")

    assert "7777" in made(shown(7777))[1].replace(",", "")
    hidden = made(HIDDEN)[1]
    assert "7777" not in hidden.replace(",", "")
    assert hidden.count("[c]") > made(shown(7777))[1].count("[c]")
