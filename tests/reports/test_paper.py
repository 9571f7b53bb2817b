"""How charts and tables lie on paper: the same picture as on the page, nothing wider than the column."""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pikepdf
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.inked import instructions
from vcse_desktop.reports.blocks import Chart, Heading, Hidden, Row, Series, Shown, Table, Text, Words
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.letter import Letter
from vcse_desktop.reports.palette import ACCENT, PAPER
from vcse_desktop.reports.paper import COLUMN
from vcse_desktop.reports.pdf import pdf
from vcse_desktop.reports.shapes import Box, Dot, Label, Room, Rule
from vcse_desktop.reports.svg import svg
from vcse_desktop.reports.widths import widths


def test_paper_and_page_draw_the_same_shapes() -> None:
    values = (Shown(20), Hidden(), Shown(40))
    series = tuple(Series(name, values) for name in ("One", "Two", "Three"))
    for kind in ("bars", "line"):
        chart = Chart(kind, "People", ("A", "B", "C"), series, "t", number=1, lang="en", id="c")
        picture = layout(chart, Room(COLUMN, 9.5))
        page, paper = svg(picture, "c-0", "words"), drawn(chart)
        of = {kind: [s for s in picture.shapes if isinstance(s, kind)] for kind in (Box, Rule, Dot, Label)}
        stripes = sum(len(box.stripes) for box in of[Box] if isinstance(box, Box))
        operators = [operator for _, operator in paper]
        assert operators.count("re") == page.count("<rect ") == len(of[Box])
        assert operators.count("l") == len(of[Rule]) + stripes == page.count("<line ") + page.count("M")
        assert operators.count("c") == 4 * page.count("<circle ") == 4 * len(of[Dot])
        assert operators.count("TJ") == len(of[Label])
        fills, colour = [], ""
        for operands, operator in paper:
            if operator == "rg":
                colour = "#" + "".join(f"{round(float(one) * 255):02x}" for one in operands)
            if operator == "re":
                fills.append(colour)
        assert fills == [
            ACCENT if box.pattern == "solid" else PAPER for box in of[Box] if isinstance(box, Box)
        ]


def drawn(chart: Chart) -> list[tuple[list[Any], str]]:
    """What draws the figure of a chart in a finished file, with its operands."""
    head = Letter("Group", "Title", "", datetime(2026, 11, 21, tzinfo=UTC), "en")
    heading = Heading(1, "T", id="t", lang="en", dir="ltr")
    with pikepdf.open(BytesIO(pdf([heading, chart], head))) as file:
        content = list(instructions(file.pages[0]))
        begin = next(n for n, one in enumerate(content) if str(one[0][:1]).find("Figure") > 0)
        end = next(n for n in range(begin, len(content)) if content[n][1] == "EMC")
        return content[begin:end]


def table(names: list[str], columns: list[str]) -> Table:
    rows = tuple(Row((Text((Words(name),)), *(Shown(123_456),) * len(columns))) for name in names)
    return Table("A caption of some length", ("Place", *columns), rows, number=1, lang="en", id="t")


texts = st.lists(st.text("abc defghij", min_size=1, max_size=90), min_size=1, max_size=12)


@settings(deadline=None)
@given(texts, texts)
def test_a_table_is_never_wider_than_the_column_of_the_page(names: list[str], columns: list[str]) -> None:
    made = widths(table(names, columns))
    assert len(made) == len(columns) + 1
    assert sum(made) <= COLUMN + 0.01
    assert min(made) > 0


def test_words_of_a_usual_table_are_not_broken_and_numbers_stand_alike() -> None:
    place, *numbers = widths(table(["September 2026"], ["Attendances", "Sessions held", "Carers"]))
    assert place > 80
    assert len(set(numbers)) == 1
    assert numbers[0] > 62  # "Attendances" in the letters of a header
