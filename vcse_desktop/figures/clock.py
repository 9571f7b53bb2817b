"""How long people wait to be told, and what became of what they said (rules 11 and 12)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from statistics import median

from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.notes import CHANGED, CLOCK
from vcse_desktop.figures.reading import day, ident, links, text
from vcse_desktop.figures.view import View

TOLD, OPEN = "told", "open"


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count what people were told in the period and what is open on its last day, and what became of it."""
    heard = {ident(row): day(row, "heard_on") for row in view.records.insight}
    told: Mapping[int, list[date]] = defaultdict(list)
    for row in view.records.response:
        when = day(row, "told_on")
        if when is not None:
            for insight in links(row, "insights"):
                told[insight].append(when)
        yield from _became(view, row, asked_on(row, heard))
    waits: Mapping[str, dict[int, int]] = {TOLD: {}, OPEN: {}}
    for insight, first in heard.items():
        clock = _clock(view, first, min(told[insight], default=None))
        if clock:
            waits[clock[0]][insight] = clock[1]
    for state, days in waits.items():
        yield from (Fact("clock_insights", insight, {"clock": state}) for insight in days)
        yield from _days(state, [*days.values()])
    if any(waits.values()):
        yield Touched("clock_insights", CLOCK)


def asked_on(row: Row, heard: Mapping[int, date | None]) -> date | None:
    """Return the day an answer was asked for, else the first day that anything it answers was heard."""
    days = [when for when in map(heard.get, links(row, "insights")) if when]
    return day(row, "asked_on") or min(days, default=None)


def is_change(row: Row) -> bool:
    """Say whether an answer counts as a change: what changed and how that is known are written down."""
    return text(row, "status") == "done" and bool(text(row, "changed") and text(row, "evidence"))


def _clock(view: View, heard: date | None, told: date | None) -> tuple[str, int] | None:
    """Return whether people were told in the period or still wait on its last day, and the days of that."""
    if heard is None or heard > view.period.end or (told is not None and told < heard):
        return None
    if told is None or told > view.period.end:
        return OPEN, (view.period.end - heard).days
    return (TOLD, (told - heard).days) if told in view.period else None


def _days(clock: str, days: Sequence[int]) -> Iterator[Fact]:
    if days:
        of = (TOLD, OPEN).index(clock)  # nobody's number: each state has its own
        yield Fact("clock_median", of, {"clock": clock}, middle(days))
        yield Fact("clock_longest", of, {"clock": clock}, max(days))


def middle(days: Iterable[int]) -> int:
    """Return the median in whole days, a half counting as a whole one."""
    return int(median(days) + 0.5)


def _became(view: View, row: Row, asked: date | None) -> Iterator[Fact | Touched]:
    told, end = day(row, "told_on"), view.period.end
    when = told or asked
    if when is not None and when in view.period:
        if is_change(row):
            yield Fact("answers_changed", ident(row), {})
        elif text(row, "status") == "done":
            yield Touched("answers_changed", CHANGED)
        if text(row, "status") == "not_possible" and (text(row, "reason_no") or text(row, "answer")):
            yield Fact("answers_refused", ident(row), {})
    if told is not None and told in view.period:
        yield Fact("answers_told", ident(row), {})
    if asked is not None and asked <= end and (told is None or told > end):
        yield Fact("answers_open", ident(row), {})
