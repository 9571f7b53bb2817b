"""The months of a period, up to the last day of the calendar."""

from datetime import date

from vcse_desktop.figures.days import months, parts
from vcse_desktop.figures.table import Period


def test_a_period_may_end_where_the_calendar_ends() -> None:
    last = Period(date(9999, 11, 15), date.max)
    assert [(part.start.month, part.end.day) for part in parts(last)] == [(11, 30), (12, 31)]
    assert [code.code for code in months(last)] == ["9999-11", "9999-12"]
    assert [code.code for code in months(Period(date.min, date(1, 1, 31)))] == ["0001-01"]


def test_a_period_without_days_has_no_months() -> None:
    assert months(Period(date(2026, 2, 1), date(2026, 1, 31))) == ()
