"""What a chart draws and says: never anything of a hidden value."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from pytest import approx

from vcse_desktop.reports.blocks import Cell, Chart, Hidden, NotRecorded, Series, Shown
from vcse_desktop.reports.charts import layout
from vcse_desktop.reports.shapes import Box, Dot, Label, Picture, Room, Rule
from vcse_desktop.reports.spoken import alt_text

WIDE, NARROW = Room(480, 10), Room(300, 14, stacked=True)
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


cells = st.one_of(st.just(Hidden()), st.builds(Shown, st.integers(0, 10**6)))
rows = st.integers(2, 8).flatmap(lambda n: st.lists(st.tuples(*[cells] * n), min_size=1, max_size=3))


@given(rows, st.sampled_from(["bars", "line"]), st.sampled_from([WIDE, NARROW]))
def test_no_number_is_drawn_or_said_but_those_shown(
    series: list[tuple[Cell, ...]], kind: str, room: Room
) -> None:
    made = chart(kind, *series)
    given = [cell for values in series for cell in values]
    shown = [cell.number for cell in given if isinstance(cell, Shown)]
    picture = layout(made, room)
    written = [t.replace(",", "") for t in texts(picture) if t[:1].isdigit()]
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


@given(rows, st.sampled_from(["bars", "line"]), st.sampled_from([WIDE, NARROW]))
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
