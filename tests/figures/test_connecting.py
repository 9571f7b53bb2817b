"""What became of connections is counted apart: reached, waiting and lost are never one figure."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.figures.making import QUARTER, Book
from vcse_desktop.figures.gathering import Records
from vcse_desktop.figures.tables import figure_tables
from vcse_desktop.records.vocabularies import lists

DAYS = st.sampled_from([None, "2025-12-31", "2026-01-01", "2026-03-31", "2026-04-01"])
OUTCOMES = ("reached", "waiting", "lost", "not_known")
ROWS = st.lists(st.tuples(st.sampled_from([None, *OUTCOMES]), DAYS, DAYS, DAYS), max_size=9)


def test_each_outcome_has_its_own_row_and_an_open_offer_is_no_connection() -> None:
    book = Book()
    made = {"made_on": "2026-02-03"}
    for outcome in ("reached", "reached", "waiting", "lost"):
        book.add("connection", outcome=outcome, **made)
    book.add("connection", **made)
    book.add("connection", state="offered", offer="A lift")
    book.add("connection", outcome="lost")
    counts = [book.value("connections_outcome", "connections", one) for one in (*OUTCOMES, "not_recorded")]
    assert counts == [2, 1, 1, 0, 1]
    assert book.value("connections_outcome", "connections") == 5
    assert book.rules("connections_outcome")[15] == ["A record without a day is outside every period."]


@settings(max_examples=50)
@given(ROWS)
def test_a_second_count_of_connections_agrees(drawn: list[tuple[str | None, ...]]) -> None:
    hand: Counter[str] = Counter()
    rows = []
    for number, (outcome, made, checked, ended) in enumerate(drawn, 1):
        rows.append(
            {"id": number, "outcome": outcome, "made_on": made, "checked_on": checked, "ended_on": ended}
        )
        first = made or checked or ended or ""
        if (outcome or made) and "2026-01" <= first < "2026-04":
            hand[outcome or "not_recorded"] += 1
    (table,) = figure_tables(Records(connection=rows), QUARTER, lists=lists(), only=["connections_outcome"])
    for outcome in (*OUTCOMES, "not_recorded"):
        assert table.value("connections", (outcome,)) == hand[outcome]
    assert table.value("connections", ("total",)) == hand.total()
