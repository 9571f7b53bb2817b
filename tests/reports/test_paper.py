"""How charts and tables lie on paper: the same picture as on the page, nothing wider than the column."""

from hypothesis import given, settings
from hypothesis import strategies as st

from vcse_desktop.reports.blocks import Chart, Hidden, Row, Series, Shown, Table, Text, Words
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.drawing import drawing
from vcse_desktop.reports.palette import ACCENT, PAPER
from vcse_desktop.reports.paper import COLUMN
from vcse_desktop.reports.shapes import Box, Dot, Label, Room, Rule
from vcse_desktop.reports.svg import svg
from vcse_desktop.reports.widths import widths


def test_paper_and_page_draw_the_same_shapes() -> None:
    values = (Shown(20), Hidden(), Shown(40))
    series = tuple(Series(name, values) for name in ("One", "Two", "Three"))
    for kind in ("bars", "line"):
        chart = Chart(kind, "People", ("A", "B", "C"), series, "t", lang="en", id="c")
        picture = layout(chart, Room(400, 10))
        page, paper = svg(picture, "c-0", "words"), drawing(picture).contents
        of = {kind: [s for s in picture.shapes if isinstance(s, kind)] for kind in (Box, Rule, Dot, Label)}
        stripes = sum(len(box.stripes) for box in of[Box] if isinstance(box, Box))
        names = [type(shape).__name__ for shape in paper]
        assert names.count("Rect") == page.count("<rect ") == len(of[Box])
        assert names.count("Line") == len(of[Rule]) + stripes == page.count("<line ") + page.count("M")
        assert names.count("Circle") == page.count("<circle ") == len(of[Dot])
        assert [s.text for s in paper if type(s).__name__ == "String"] == [
            s.text for s in of[Label] if isinstance(s, Label)
        ]
        fills = [f"#{s.fillColor.hexval()[2:]}" for s in paper if type(s).__name__ == "Rect"]
        assert fills == [
            ACCENT if box.pattern == "solid" else PAPER for box in of[Box] if isinstance(box, Box)
        ]
        assert all(0 <= s.y <= picture.height for s in paper if type(s).__name__ == "String")


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
