"""How what people said, and what was answered, is counted (rules 15, 18 and 19)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date

from vcse_desktop.figures.clock import asked_on
from vcse_desktop.figures.facts import Fact, Touched
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.notes import UNDATED
from vcse_desktop.figures.reading import choices, day, ident, links, text
from vcse_desktop.figures.table import NOT_RECORDED
from vcse_desktop.figures.view import View

_ANSWERED = ("done", "not_possible")


def facts(view: View) -> Iterator[Fact | Touched]:
    """Count what was heard in the period, whether it was answered by now, and the answers asked for."""
    heard = {ident(row): day(row, "heard_on") for row in view.records.insight}
    answers: Mapping[int, list[Row]] = defaultdict(list)
    for row in view.records.response:
        for insight in links(row, "insights"):
            answers[insight].append(row)
        yield from _response(view, row, asked_on(row, heard))
    for row in view.records.insight:
        yield from _insight(view, row, answers[ident(row)])


def _insight(view: View, row: Row, answers: list[Row]) -> Iterator[Fact | Touched]:
    when, insight = day(row, "heard_on"), ident(row)
    if when is None:
        yield Fact("undated_insights", insight, {})
        yield Touched("insights", UNDATED)
    elif when in view.period:
        at = view.at(when, view.session(row)) | {"role": text(row, "from_role") or NOT_RECORDED}
        at |= {code: text(row, code) or NOT_RECORDED for code in ("kind", "feeling")}
        for theme in [*choices(row, "themes")] or [NOT_RECORDED]:
            yield Fact("insights", insight, at | {"theme": theme})
        if text(row, "kind") == "would_help":
            needs = text(row, "needs_service") or NOT_RECORDED
            yield Fact("would_help", insight, at | {"needs_service": needs})
        if any(text(answer, "status") in _ANSWERED for answer in answers):
            yield Fact("insights_answered", insight, at)
        if any(day(answer, "told_on") for answer in answers):
            yield Fact("insights_told", insight, at)


def _response(view: View, row: Row, when: date | None) -> Iterator[Fact | Touched]:
    status = text(row, "status") or NOT_RECORDED
    if when is None:
        yield Fact("undated_responses", ident(row), {})
        yield Touched("responses", UNDATED)
    elif when in view.period:
        yield Fact("responses", ident(row), {"state": status})
        if status in _ANSWERED:
            yield Fact("responses_answered", ident(row), {})
