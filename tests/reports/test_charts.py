"""What a chart draws and says: never anything of a hidden value."""

import re
from dataclasses import replace
from itertools import cycle

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from tests.reports.sample import HIDDEN, protected
from tests.reports.sample import shown as ready
from vcse_desktop.figures.table import NOT_RECORDED, Dimension, Measure, TableKind, Unit
from vcse_desktop.reports.blocks import Cell, Chart, Hidden, NotRecorded, Series, Shown, Table
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.lettering import length
from vcse_desktop.reports.paper import kit
from vcse_desktop.reports.plain import plain
from vcse_desktop.reports.shapes import Box, Dot, Label, Picture, Room, Rule, amount
from vcse_desktop.reports.spoken import alt_text
from vcse_desktop.reports.styles import BOLD
from vcse_desktop.reports.svg import svg
from vcse_desktop.reports.tables import table_blocks

WIDE, NARROW = Room(480, 10), Room(300, 14, stacked=True)
ROOMS, KINDS = (WIDE, NARROW), ("bars", "line", "ladder")
RUNGS = ("Informing", "Consulting", "Involving", "Collaborating", "Devolving")
NAMES = ("Carers identified", "Carers supported", "Carers involved")


def chart(kind: str, *series: tuple[Cell, ...]) -> Chart:
    labels = tuple(f"Place {chr(65 + n)}" for n in range(len(series[0])))
    named = tuple(Series(name, values) for name, values in zip(NAMES, series, strict=False))
    return Chart(kind, "Carers by place", labels, named, "table", lang="en", id="c")


def bars(picture: Picture) -> list[Box]:
    """The boxes that stand for numbers: not those of the key, which are as high as a letter."""
    return [s for s in picture.shapes if isinstance(s, Box) and s.height != picture.size - 1]


def key(picture: Picture) -> list[Box]:
    return [s for s in picture.shapes if isinstance(s, Box) and s.height == picture.size - 1]


def texts(picture: Picture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Label)]


def test_a_bar_is_as_long_as_its_number_and_begins_at_nought() -> None:
    short, long = bars(layout(chart("bars", (Shown(10), Shown(40))), WIDE))
    assert long.width == 4 * short.width
    assert long.x == short.x


def test_hidden_and_missing_values_have_words_and_no_bar() -> None:
    for room in (WIDE, NARROW):
        picture = layout(chart("bars", (Hidden(), NotRecorded(), Shown(0))), room)
        assert bars(picture) == []
        assert texts(picture)[0] == "Carers identified"
        assert {"[c]", "not recorded", "0"} <= set(texts(picture))


def test_a_line_joins_only_neighbours_that_are_both_shown() -> None:
    picture = layout(chart("line", (Shown(5), Shown(10), Hidden(), Shown(15))), WIDE)
    trends = [shape for shape in picture.shapes if isinstance(shape, Rule) and shape.role == "trend"]
    assert len(trends) == 1
    assert sum(isinstance(shape, Dot) for shape in picture.shapes) == 3
    assert "[c]" in texts(picture)


def test_a_line_in_a_narrow_place_stands_as_bars() -> None:
    assert len(bars(layout(chart("line", (Shown(5), Shown(10))), NARROW))) == 2


def test_series_differ_in_pattern_and_are_named_in_a_key() -> None:
    values = (Shown(20), Shown(30))
    picture = layout(chart("bars", values, values, values), WIDE)
    assert [box.pattern for box in key(picture)] == ["solid", "striped", "open"]
    assert [box.pattern for box in bars(picture)] == ["solid", "striped", "open"] * 2
    assert texts(picture)[:3] == list(NAMES)
    assert [bool(box.stripes) for box in bars(picture)[:3]] == [False, True, False]


def test_labels_stand_beside_bars_or_above_them() -> None:
    long = "A very long name of a place " * 3
    made = Chart("bars", "Places", (long, "B"), (Series("People", (Shown(5), Shown(9))),), "t", lang="en")
    for room, anchor in ((WIDE, "end"), (NARROW, "start")):
        picture = layout(made, room)
        named, first = [shape for shape in picture.shapes if isinstance(shape, Label)][:2]
        assert (named.text, first.anchor) == ("People", anchor)
        assert picture.width == room.width


def asked(planned: tuple[Cell, ...], reached: tuple[Cell, ...]) -> Chart:
    series = Series("Planned", planned), Series("Reached", reached)
    return Chart("ladder", "How much say people had", RUNGS, series, "table", lang="en", id="c")


def test_a_ladder_has_what_was_planned_above_each_rung_and_what_was_reached_below() -> None:
    planned = (Shown(2), Shown(8), Hidden(), NotRecorded(), Shown(0))
    picture = layout(asked(planned, (Shown(4), Hidden(), Shown(1), Shown(0), Hidden())), WIDE)
    two, eight, four, one = sorted(bars(picture), key=lambda box: (box.pattern, box.x))
    assert (two.pattern, four.pattern) == ("solid", "striped")
    assert two.height * 4 == eight.height == four.height * 2 == one.height * 8
    assert two.x == four.x < eight.x
    assert two.y + two.height == eight.y + eight.height < four.y == one.y
    names = [shape for shape in picture.shapes if isinstance(shape, Label) and shape.text in RUNGS]
    assert [name.text for name in names] == list(RUNGS)
    assert all(two.y + two.height < name.y < four.y for name in names)
    assert texts(picture).count("[c]") == 3
    assert {"not recorded", "0", "Planned", "Reached"} <= set(texts(picture))


def test_pieces_of_asking_by_rung_stand_on_a_ladder() -> None:
    measures = tuple(Measure(code, code.title(), Unit.EVENT) for code in ("planned", "reached"))
    kind = TableKind("rungs", 1, "Asking", measures, (Dimension("rung", "Rung", blank=NOT_RECORDED),))
    rungs, few = [(name, name) for name in RUNGS], iter([ready(1), *[ready(0)] * 13])
    made, table = table_blocks(protected(kind, few, rungs), "en")
    assert isinstance(made, Chart) and isinstance(table, Table)
    assert (made.kind, made.labels, len(made.series)) == ("ladder", RUNGS, 2)
    assert len(table.rows) == len(RUNGS) + 2, "what nobody wrote down, and the total, are in the table"
    (alone,) = table_blocks(protected(kind, cycle([HIDDEN, ready(0)]), rungs), "en")
    assert isinstance(alone, Table), "there is nothing to draw"


def test_a_ladder_in_a_narrow_place_stands_as_bars() -> None:
    two = (Shown(1), Shown(2), Shown(3), Shown(4), Shown(5))
    assert [box.x for box in bars(layout(asked(two, two), NARROW))] == [0.5] * 10


def test_more_series_than_patterns_stand_below_one_another_on_one_scale() -> None:
    named = tuple(Series(f"Thing {n}", (Shown(n), Shown(10 * n))) for n in (1, 2, 3, 4))
    made = Chart("bars", "Things", ("A", "B"), named, "t", lang="en")
    drawn = bars(layout(made, WIDE))
    assert [box.width for box in drawn] == approx([drawn[0].width * n for n in (1, 10, 2, 20, 3, 30, 4, 40)])
    assert {box.pattern for box in drawn} == {"solid"}


def test_hours_are_drawn_as_long_as_they_are_written() -> None:
    drawn = bars(layout(chart("bars", (Shown(61, hours=True), Shown(59, hours=True))), WIDE))
    assert drawn[0].width == drawn[1].width


def test_many_months_go_on_below_one_another() -> None:
    picture = layout(chart("line", tuple(Shown(1000 + n) for n in range(36))), WIDE)
    dots = [shape for shape in picture.shapes if isinstance(shape, Dot)]
    first = {round(dot.x, 3) for dot in dots if dot.x == dots[0].x}
    assert len(dots) == 36 and len(first) == 1
    assert sum(dot.x == dots[0].x for dot in dots) > 1


def across(label: Label, size: float) -> tuple[float, float]:
    """From where to where a label reaches, in letters as wide as any."""
    wide = length(label.text, size)
    left = label.x - {"start": 0.0, "middle": wide / 2, "end": wide}[label.anchor]
    return left, left + wide


def meet(one: Label, other: Label, size: float) -> bool:
    (left, right), (start, end) = across(one, size), across(other, size)
    return abs(one.y - other.y) < size and left < end - 0.01 and start < right - 0.01


cells = st.one_of(st.just(Hidden()), st.builds(Shown, st.integers(0, 10**6)))
any_cells = st.one_of(
    cells, st.just(NotRecorded()), st.builds(Shown, st.integers(0, 10**5), hours=st.just(value=True))
)
names = st.lists(st.text("abc WM2,", min_size=1, max_size=60), min_size=1, max_size=14)


@st.composite
def charts(draw: st.DrawFn) -> Chart:
    labels = tuple(draw(names))
    many = draw(st.integers(1, 4))
    values = [tuple(draw(any_cells) for _ in labels) for _ in range(many)]
    named = tuple(Series(f"Series {n} " * 4, one) for n, one in enumerate(values))
    way = draw(st.sampled_from(["ltr", "rtl"]))
    return Chart(draw(st.sampled_from(KINDS)), "Anything", labels, named, "t", lang="en", id="c", dir=way)


@settings(max_examples=60)
@given(charts(), st.sampled_from(ROOMS))
def test_all_of_it_lies_in_the_picture_and_no_words_lie_on_others(made: Chart, room: Room) -> None:
    picture = layout(made, room)
    labels = [shape for shape in picture.shapes if isinstance(shape, Label)]
    for label in labels:
        left, right = across(label, room.size)
        assert -0.01 <= left and right <= room.width + 0.01
        assert 0 < label.y < picture.height
    for box in (shape for shape in picture.shapes if isinstance(shape, Box)):
        assert 0 <= box.x and box.x + box.width <= room.width + 0.01
        assert 0 <= box.y and box.y + box.height <= picture.height
    assert not [
        (one, other) for n, one in enumerate(labels) for other in labels[:n] if meet(one, other, room.size)
    ]


@settings(max_examples=60)
@given(charts(), st.sampled_from(ROOMS))
def test_what_is_drawn_is_as_long_or_as_high_as_its_number(made: Chart, room: Room) -> None:
    picture = layout(made, room)
    drawn = [amount(cell) for series in made.series for cell in series.values if amount(cell)]
    upright = made.kind == "ladder" and any(shape.height > room.size * 1.25 for shape in bars(picture))
    sizes = [box.height if upright else box.width for box in bars(picture)]
    if sizes:
        assert sorted(sizes) == approx(sorted(n * max(sizes) / max(drawn) for n in drawn), abs=0.01)
    written = " ".join(texts(picture))
    assert written.count("[c]") == sum(isinstance(c, Hidden) for s in made.series for c in s.values)
    assert written.count("not recorded") == sum(c == NotRecorded() for s in made.series for c in s.values)


@given(st.text(st.characters(max_codepoint=0x17F, categories=["L", "N", "P", "Zs"]), max_size=40))
def test_words_are_never_wider_in_our_letters_than_they_are_taken_for(text: str) -> None:
    wide = float(kit().metrics.stringWidth(plain(text), BOLD, 10))
    assert wide <= length(plain(text), 10) + 0.01


rows = st.integers(2, 8).flatmap(lambda n: st.lists(st.tuples(*[cells] * n), min_size=1, max_size=3))


@given(rows, st.sampled_from(KINDS), st.sampled_from(ROOMS))
def test_no_number_is_drawn_or_said_but_those_shown(
    series: list[tuple[Cell, ...]], kind: str, room: Room
) -> None:
    made = chart(kind, *series)
    given = [cell for values in series for cell in values]
    shown = [cell.number for cell in given if isinstance(cell, Shown)]
    picture = layout(made, room)
    drawn = re.findall("<text[^>]*>([^<]*)<", svg(picture, "c", alt_text(made)))
    assert drawn == texts(picture), "the page has the same words"
    written = [t.replace(",", "") for t in drawn if t[:1].isdigit()]
    assert sorted(written) == sorted(map(str, shown))
    assert texts(picture).count("[c]") == len(given) - len(shown)
    assert len(bars(picture)) in (0, sum(number > 0 for number in shown))
    inside = [s for s in picture.shapes if isinstance(s, Box) and s.x + s.width > room.width]
    assert inside == []


@given(rows)
def test_the_words_say_the_range_shown_how_many_are_hidden_and_where_to_look(
    series: list[tuple[Cell, ...]],
) -> None:
    said = alt_text(chart("bars", *series))
    given = [cell for values in series for cell in values]
    shown = [cell.number for cell in given if isinstance(cell, Shown)]
    hidden = len(given) - len(shown)
    numbers = [int(found.replace(",", "")) for found in re.findall(r"[\d,]*\d", said)]
    assert numbers == ([min(shown), max(shown)] if shown else []) + ([hidden] if hidden else [])
    assert said.endswith("The table after this chart gives every value.")
    assert ("hidden to protect people" in said) == bool(hidden)


@given(rows, st.sampled_from(KINDS), st.sampled_from(ROOMS))
def test_a_chart_read_from_the_right_is_turned_and_none_of_its_words_is(
    series: list[tuple[Cell, ...]], kind: str, room: Room
) -> None:
    usual = layout(chart(kind, *series), room)
    turned = layout(replace(chart(kind, *series), dir="rtl"), room)
    assert texts(turned) == texts(usual)
    assert [b.x for b in bars(turned)] == approx([room.width - b.x - b.width for b in bars(usual)])
    for was, now in zip(usual.shapes, turned.shapes, strict=True):
        if isinstance(was, Label) and isinstance(now, Label):
            assert now.x == approx(room.width - was.x)
            assert {was.anchor, now.anchor} in ({"start", "end"}, {"middle"})
