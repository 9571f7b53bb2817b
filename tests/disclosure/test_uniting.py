"""Two laptops that made packs apart: their ledgers become one, and a keeper hears what is out already."""

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.disclosure.histories import KEY, Books, History
from tests.disclosure.making import AREA, Inside, one_line, printed
from vcse_desktop.disclosure import uniting
from vcse_desktop.disclosure.ledger import Release, changed, head, read
from vcse_desktop.disclosure.policy import POLICIES
from vcse_desktop.disclosure.protect import protect
from vcse_desktop.disclosure.remembering import everything, remembered
from vcse_desktop.disclosure.uniting import already_out, united

U5 = POLICIES["under_5"]
TOWN = one_line({"town": 17}, ident="town")
NORTH = one_line({"north": 14}, ident="north", dimensions=(AREA,))
RELEASES = st.builds(
    Release,
    st.integers(1, 4),
    st.just("ICB"),
    st.just("2026-10-01"),
    st.sampled_from("abc"),
    st.just(()),
    st.just("d"),
)


@pytest.fixture(autouse=True)
def in_this_process(inside: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uniting, "Worker", Inside)


def laptop(number: int, *told: object) -> History:
    """Return a laptop that has sent these, with ids that no other has."""
    made = History([], U5)
    for _ in range(number * 1000):
        next(made.books._ids)
    made.packs = number
    assert made.share(list(told)).ok  # type: ignore[arg-type]
    return made


def both(*laptops: History) -> Books:
    """Return the rows of all of them."""
    made = Books()
    for one in laptops:
        for table, rows in one.books._rows.items():
            made._rows.setdefault(table, []).extend(rows)
    return made


def test_each_laptop_was_right_and_together_they_tell_of_three_people() -> None:
    first, second = laptop(1, TOWN), laptop(2, NORTH)
    assert already_out(everything(first.books, read(first.books)), U5) == ()
    books = both(first, second)
    assert read(books) == united(read(first.books), read(second.books))
    assert changed(books) == []
    (secret,) = already_out(everything(books, read(books)), U5)
    assert (secret.cell.table, [inner.table for inner in secret.less]) == ("town", ["north"])
    past = remembered(books, read(books), [NORTH], KEY)
    assert printed(protect([NORTH], U5, past)) == {"north": 14, "total": 14}, "it is out, and says no more"


def test_what_one_laptop_alone_made_gives_nobody_away() -> None:
    one = laptop(1, TOWN)
    assert one.share([NORTH]).ok
    assert already_out(everything(one.books, read(one.books)), U5) == ()


@given(st.lists(RELEASES), st.lists(RELEASES), st.lists(RELEASES))
def test_in_whatever_order_they_meet_they_know_the_same(
    one: Iterable[Release], other: Iterable[Release], third: Iterable[Release]
) -> None:
    whole = united(one, other, third)
    assert united(third, united(other, one)) == whole == united(whole, whole)
    assert head(whole) == head(united(other, third, one)) == head(reversed(whole))
    assert set(whole) == {*one, *other, *third}
