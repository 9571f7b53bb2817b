"""What is read for a few days alone counts, and waits, as if everything had been read."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.actions import whole
from tests.conftest import LONG
from tests.figures.books import GONE, books
from tests.figures.making import Book
from vcse_desktop.actions.counting import MONTH, WEEK, figures
from vcse_desktop.actions.not_yet import waiting
from vcse_desktop.actions.today import usual
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.figures.gathering import gather
from vcse_desktop.figures.narrow import gather_month, gather_period
from vcse_desktop.figures.table import Period
from vcse_desktop.records.catalogue import TABLES

KINDS = ("person", "activity", "session", "time_given", "support", "insight", "response", "capacity_support")
WISHES = (None, None, ["news"], ["come_along", "decide"])
BLANK = {kind: {field.code: None for field in TABLES[kind].fields} for kind in KINDS}


def write(vault: Vault, book: Book) -> None:
    """Let the vault hold a book and nothing else; what it says is gone was there and is removed."""
    with vault.unit("import") as unit:
        for kind in KINDS:
            for row in vault.rows(kind):
                unit.remove(kind, int(str(row["id"])))
        for kind in ("person", "activity", "session", "insight"):
            unit.save(kind, GONE, {})
        for kind, rows in book.kept.items():
            for row in rows:
                values = {code: value for code, value in row.items() if code != "id"}
                unit.save(kind, int(str(row["id"])), BLANK[kind] | values)
        for kind in ("person", "activity", "session", "insight"):
            unit.remove(kind, GONE)


@given(books(), st.integers(-60, 140), st.sampled_from([0, 6, 30]), st.data())
@settings(max_examples=300 if LONG else 30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_figures_of_a_few_days_are_those_of_all_records(
    vault: Vault, book: Book, first: int, more: int, data: st.DataObject
) -> None:
    start = date(2026, 1, 1) + timedelta(first)
    period = Period(start, start + timedelta(more))
    near = st.none() | st.integers(-400, 90).map(lambda n: (start + timedelta(n)).isoformat())
    for row in book.kept["person"]:
        row |= {"involve_how": data.draw(st.sampled_from(WISHES)), "involve_asked_on": data.draw(near)}
    ways = st.sampled_from([None, "asked_by_us", "given_to_us", "asked_of_us", "given_by_us"])
    for _ in range(data.draw(st.integers(0, 3))):
        book.add(
            "capacity_support", direction=data.draw(ways), asked_on=data.draw(near), given_on=data.draw(near)
        )
    write(vault, book)
    codes = (*MONTH, *WEEK)
    assert figures(gather_month(vault, period), period, codes) == figures(gather(vault), period, codes)
    assert figures(gather_period(vault, period), period, WEEK) == figures(gather(vault), period, WEEK)


@given(books(), st.integers(-20, 500), st.data())
@settings(max_examples=300 if LONG else 30, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_waits_and_what_is_usual_is_found_without_reading_all(
    vault: Vault, book: Book, days: int, data: st.DataObject
) -> None:
    now = date(2026, 1, 1) + timedelta(days)
    near = st.none() | st.integers(-90, 90).map(lambda n: (now + timedelta(n)).isoformat())
    for row in book.kept["response"]:
        row["due_on"] = data.draw(near)
    for row in book.kept["support"]:
        row |= {"next_on": data.draw(near), "closed_on": data.draw(near)}
    for row in book.kept["person"]:
        row |= {"roles": data.draw(st.sampled_from([None, ["volunteer"]])), "left_on": data.draw(near)}
    for row in book.kept["activity"]:
        row["usual_day"] = data.draw(st.sampled_from([None, None, "Monday", "Thursday"]))
    write(vault, book)
    records, ours = gather(vault), {"sheet", "consent", "check", "agreement", "copy", "trial"}
    found = waiting(vault, now)
    assert not found.more
    assert Counter(one for one in found.waits if one.kind not in ours) == Counter(whole.waits(records, now))
    assert usual(vault, now) == whole.usual(records, now)
