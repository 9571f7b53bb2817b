"""What was told stands beside the new tables: once, with what its readers know, and only where it matters."""

import pytest

from tests.disclosure.histories import KEY, Books, History
from tests.disclosure.making import AUTUMN, HALF, SUMMER, at, make, one_line, where
from vcse_desktop.disclosure.atoms import Universe, universes
from vcse_desktop.disclosure.earlier import NO_RELEASE, Past
from vcse_desktop.disclosure.ledger import head, read
from vcse_desktop.disclosure.plan import CellKey
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.disclosure.words import reason
from vcse_desktop.figures.table import Counted, Dimension, FigureTable, Period

pytestmark = pytest.mark.usefixtures("inside")
NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
BY_AREA = one_line({"ashby": 14, "brook": 3, "corley": 21})
MONTH = Dimension("month", "Month")


def past_of(history: History, *tables: FigureTable) -> Past:
    return remembered(history.books, read(history.books), tables, KEY)


def by_month(months: dict[str, int], period: Period, first: int = 1) -> FigureTable:
    spread = [month for month, number in months.items() for _ in range(number)]
    entries = [Counted("supported", n, 1, at(month)) for n, month in enumerate(spread, first)]
    return make(entries, [" ".join(months)], dimensions=(MONTH,), ident="by_month", period=period)


def test_a_group_that_never_shared_has_no_past() -> None:
    assert remembered(Books(), (), [BY_AREA], KEY) == Past()
    assert head(()) == NO_RELEASE


def test_what_was_told_three_times_is_one_number_and_its_readers_know_the_most_that_was_told() -> None:
    history = History([], NHS)
    for policy in (NHS, U5, NHS):
        history.policy = policy
        assert history.share([BY_AREA]).ok
    (table,) = past_of(history, BY_AREA).tables
    known = {codes: window for (_, codes), window in table.windows.items()}
    assert known["corley",] == (21, 21)
    assert known["brook",] == (1, None)
    assert [table.value("supported", row) for row in BY_AREA.rows()] == [14, 3, 21, 38]


def test_other_days_of_the_same_pack_are_left_out() -> None:
    history = History([], NHS)
    later = one_line({"ashby": 12, "brook": 15}, period=AUTUMN)
    history.share([BY_AREA, later])
    assert [table.period for table in past_of(history, BY_AREA).tables] == [SUMMER]
    assert [table.period for table in past_of(history, later).tables] == [AUTUMN]
    longer = one_line({"ashby": 40}, period=HALF)
    assert [table.period for table in past_of(history, longer).tables] == [SUMMER, AUTUMN]


def test_people_who_are_gone_are_still_counted_where_they_were() -> None:
    history = History([], NHS)
    history.share([BY_AREA])
    fewer = make(BY_AREA.counted[5:], ["ashby brook corley"])
    (table,) = past_of(history, fewer).tables
    assert table.value("supported", ("total",)) == 38
    assert len({counted.member for counted in table.counted if counted.member < 0}) == 5


def of(found: list[Universe], table: FigureTable, *codes: str, release: int = 0) -> int:
    """Return the groups that a number counts."""
    key = where(table, *codes)
    wanted = CellKey(key.table, key.version, key.measure, key.start, key.end, key.codes, release)
    return next(number.atoms for one in found for number in one.numbers if number.key == wanted)


def test_a_month_lies_in_its_quarter_and_in_no_other() -> None:
    history = History([], U5)
    summer = {"2026-07": 20, "2026-08": 12, "2026-09": 9}
    history.share([by_month(summer, SUMMER)])
    half = by_month(summer | {"2026-10": 11, "2026-12": 7}, HALF)
    areas = one_line({"ashby": 41}, ident="areas")
    past = past_of(history, half, areas)
    found = universes([*past.tables, half, areas])
    (before,) = past.tables
    assert of(found, half, "2026-07") == of(found, before, "2026-07", release=before.release)
    assert of(found, areas, "total") == of(found, before, "total", release=before.release)
    assert not of(found, half, "2026-12") & of(found, areas, "total")
    assert of(found, half, "total") == of(found, areas, "total") | of(found, half, "2026-10") | of(
        found, half, "2026-12"
    )


def test_a_month_that_is_none_is_only_where_somebody_was_seen_in_it() -> None:
    history = History([], U5)
    odd = by_month({"jan": 20, "feb": 30}, HALF)
    history.share([odd])
    areas = one_line({"ashby": 30, "brook": 20})
    past = past_of(history, areas)
    found = universes([*past.tables, areas])
    (before,) = past.tables
    groups = of(found, before, "jan", release=before.release)
    assert bin(groups & of(found, areas, "total")).count("1") == 1  # the twenty who were there
    assert protect([areas], U5, past).tables[0].cell("supported", ("ashby",)).value == 30


def test_a_number_that_was_hidden_when_it_was_told_stays_hidden() -> None:
    history = History([], U5)
    split = one_line({"north": 14, "south": 3})
    history.share([split])
    again = protect([split], U5, past_of(history, split))
    assert reason(again, where(split, "north")) == "Hidden because an earlier pack hid it."
