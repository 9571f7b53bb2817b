"""What is said of single pieces of asking: whom each way reached, barriers, money decided on, programmes."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from vcse_desktop.actions.asked_words import Words
from vcse_desktop.actions.entry import opening
from vcse_desktop.actions.point import Group, Point
from vcse_desktop.figures.gathering import Row
from vcse_desktop.figures.reading import ident, number, text
from vcse_desktop.i18n import N_, tr
from vcse_desktop.reports import numbers

AUDIENCES, BARRIERS = N_("Whom we asked, and how"), N_("Each barrier, and what was done about it")
MONEY, GIVEN_OUT = N_("Money that people themselves decided on"), N_("{how}: {question}")
WAY, BARRIER, FIXED = N_("{community}: {how}"), N_("{barrier}: nothing was done yet"), N_("{barrier}: {fix}")
DECIDED, NOBODY = N_("£{amount} (decided by: {whom})"), N_("£{amount}")
INFORMING = ("website", "newsletter", "press_release", "social_media")
"""Ways that tell people something: what was given out."""


def groups(words: Words) -> dict[str, tuple[Group, ...]]:
    """Return the groups of points of each thing that one can look at."""
    return {
        "methods": _group(AUDIENCES, _audiences(words)),
        "barriers": _group(BARRIERS, _barriers(words)),
        "cost": _group(MONEY, (one for row in words.askings.values() for one in money(row))),
        "programmes": tuple(_programmes(words)),
    }


def money(row: Row) -> Iterator[Point]:
    """Yield the money that people themselves decided on in a piece of asking: never a cost."""
    if pence := number(row, "budget_decided"):
        amount, whom = numbers.pounds(pence), text(row, "decided_by")
        said = tr(DECIDED, amount=amount, whom=whom) if whom else tr(NOBODY, amount=amount)
        yield Point(said, opening(text(row, "question")), "engagement", ident(row))


def _audiences(words: Words) -> Iterator[Point]:
    rows = [(words.choice("own:community", row, "community"), row) for row in words.mine("audience")]
    for community, row in sorted(rows, key=lambda one: (one[0].casefold(), ident(one[1]))):
        how = words.choice("engagement_technique", row, "technique")
        said = [words.reached(row), text(row, "why"), words.question(row)]
        yield words.point(tr(WAY, community=community, how=how), said, row)


def _barriers(words: Words) -> Iterator[Point]:
    for row in words.mine("barrier"):
        what, fix = words.choice("barrier", row, "barrier"), text(row, "fix")
        said = tr(FIXED, barrier=what, fix=fix) if fix else tr(BARRIER, barrier=what)
        result = words.choice("barrier_result", row, "result") if text(row, "result") else ""
        yield words.point(said, [result, words.question(row)], row)


def _programmes(words: Words) -> Iterator[Group]:
    """Yield each programme: its pieces of asking, and what was given out in them, to whom."""
    found: Mapping[str, list[Row]] = defaultdict(list)
    for row in words.askings.values():
        if text(row, "part_of").strip():
            found[text(row, "part_of").strip().casefold()].append(row)
    for _, rows in sorted(found.items()):
        pieces = [words.piece(row) for row in sorted(rows, key=lambda row: text(row, "opens"))]
        mine = {ident(row) for row in rows}
        out = [row for row in words.mine("audience") if number(row, "engagement") in mine]
        told = [_given_out(words, row) for row in out if text(row, "technique") in INFORMING]
        yield Group(text(rows[0], "part_of").strip(), (*pieces, *told))


def _given_out(words: Words, row: Row) -> Point:
    how = words.choice("engagement_technique", row, "technique")
    whom = words.choice("own:community", row, "community") if text(row, "community") else ""
    said = tr(GIVEN_OUT, question=words.question(row), how=how)
    return words.point(said, [whom, words.reached(row)], row)


def _group(title: str, points: Iterable[Point]) -> tuple[Group, ...]:
    made = tuple(points)
    return (Group(tr(title), made),) if made else ()
