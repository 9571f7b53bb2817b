"""A chart that is higher than a page: in parts, each whole, all on one scale, nothing lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports.inked import placed
from tests.reports.test_large import made
from vcse_desktop.reports.blocks import Chart, Hidden, Series, Shown
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.cutting import parts
from vcse_desktop.reports.editions import LARGE, USUAL
from vcse_desktop.reports.shapes import Box, Label, Room, Rule


def chart(labels: int, series: int = 3, kind: str = "bars") -> Chart:
    values = tuple(Shown(5 * n + 5) if n % 7 else Hidden() for n in range(labels))
    names = tuple(f"Label number {n}" for n in range(labels))
    each = tuple(Series(f"Series {n}", values) for n in range(series))
    return Chart(kind, "People", names, each, "t", number=1, lang="en", dir="ltr", id="c")


@settings(deadline=None, max_examples=40)
@given(st.integers(1, 60), st.integers(1, 3), st.booleans(), st.sampled_from(["bars", "line"]))
def test_every_word_and_bar_is_in_one_part_and_no_part_is_too_high(
    labels: int, series: int, stacked: bool, kind: str
) -> None:
    whole = layout(chart(labels, series, kind), Room(480, 10, stacked=stacked))
    made_of = parts(whole, 400)
    assert (
        sum(part.height for part in made_of) == whole.height
        or abs(sum(part.height for part in made_of) - whole.height) < 0.01
    )
    for one in (Box, Label):
        kept = [shape for part in made_of for shape in part.shapes if isinstance(shape, one)]
        assert len(kept) == sum(isinstance(shape, one) for shape in whole.shapes)
    widths = [shape.width for part in made_of for shape in part.shapes if isinstance(shape, Box)]
    assert widths == [shape.width for shape in whole.shapes if isinstance(shape, Box)], "one scale"
    if kind == "bars":
        assert all(part.height <= 400 for part in made_of)
    for part in made_of:
        for shape in part.shapes:
            at = [shape.y1, shape.y2] if isinstance(shape, Rule) else [shape.y]
            assert all(-1 <= y <= part.height + 1 for y in at)


def test_what_fits_stays_whole() -> None:
    picture = layout(chart(3), Room(480, 10))
    assert parts(picture, picture.height + 1) == [picture]


def test_a_chart_of_many_labels_goes_on_over_pages_in_each_edition() -> None:
    for edition in (USUAL, LARGE):
        words = placed(made([chart(45)], edition))
        shown = [word for word in words if word.text == "number"]
        assert len(shown) == 45
        assert len({word.page for word in shown}) > 1
        assert "0" not in {word.text for word in words if word.down < 60}
