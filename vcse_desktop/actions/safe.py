"""A plan that was found safe, or what to do instead: less detail, then without a table, then a refusal."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from time import monotonic

from vcse_desktop.actions.alternatives import IN_FULL, LEFT_OUT, WITHOUT, as_chosen, changed
from vcse_desktop.actions.gathering import Choices, Material
from vcse_desktop.actions.weighing import Cancelled, Progress, Stopped, looked_at, weighed
from vcse_desktop.disclosure.audit import AuditReport
from vcse_desktop.disclosure.plan import Plan
from vcse_desktop.disclosure.process import Unfinished
from vcse_desktop.errors import Refused
from vcse_desktop.figures.coarser import steps
from vcse_desktop.i18n import N_, tr
from vcse_desktop.packs.summary import NotAudited

SECONDS, EACH = 300, 60
"""So long at most is looked for something that is safe, and at one thing."""
FEW = 3
"""Of so many tables each is tried by itself; of more, only all of them together."""
TITLE = N_("These numbers were not found safe to share")
GIVEN_AWAY = N_("A small number could be worked out from this pack and from what was shared before.")
NO_END = N_("The check for small numbers did not come to its end.")
LESS = N_("{why} Nothing was made. With less detail it can be made safe: {ways}.")
OUT = N_("{why} Less detail does not help. Nothing was made. It can be made safe so: {ways}.")
NO_WAY = N_(
    "{why} Neither less detail nor leaving tables out helps: {tables}. Nothing was made. Choose other days."
)
EITHER = N_("{one}, or {other}")
CHANGE, BOTH = N_("“{table}”: {step}"), N_("{one} and {other}")
Changes = tuple[tuple[str, str], ...]
"""Tables, each with the step that it is to be given in."""


@dataclass(frozen=True, slots=True)
class Way:
    """Choices that were found safe, how many numbers are then hidden, and the changes, in words too."""

    choices: Choices
    changes: Changes
    hidden: int
    numbers: int
    words: str


class NotSafe(NotAudited):
    """These numbers may not leave as they are; ``ways`` were found in which they may, the best first."""

    def __init__(self, why: str, ways: Sequence[Way], tables: Sequence[str]) -> None:
        sentence = NO_WAY
        if ways:
            sentence = OUT if any(step == WITHOUT for _, step in ways[0].changes) else LESS
        joined = _joined(EITHER, [way.words for way in ways])
        Refused.__init__(self, TITLE, sentence, why=tr(why), ways=joined, tables=_joined(BOTH, tables))
        self.ways = tuple(ways)


def safe(
    made_of: Material,
    plan: Plan | None = None,
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> tuple[Plan, AuditReport]:
    """Return a plan with its audit, which is good; ``plan`` is it where it is known already.

    NotSafe when there is none, with what would be safe instead; Stopped when ``cancelled`` says so.
    """
    try:
        plan = plan or weighed(made_of, progress, cancelled).plan
        report = looked_at(plan, made_of, cancelled)
    except Unfinished:
        everybody = [table.kind.id for table in made_of.tables if table.kind.sensitive]
        raise _not_safe(NO_END, made_of, everybody, cancelled) from None
    if report.ok:
        return plan, report
    raise _not_safe(NO_END if report.fault else GIVEN_AWAY, made_of, _named(report, made_of), cancelled)


def _named(report: AuditReport, made_of: Material) -> list[str]:
    """Return the tables of this pack whose numbers would give somebody away; all when none is named."""
    found = {
        cell.table
        for failure in report.failures
        for cell in (failure.secret.cell, *failure.secret.less)
        if not cell.release
    }
    every = [table.kind.id for table in made_of.tables if table.kind.sensitive]
    return [table for table in every if table in found] or every


def _not_safe(why: str, made_of: Material, tables: Sequence[str], cancelled: Cancelled | None) -> NotSafe:
    """Return the refusal with the first sort of ways out that there is; it tries each once, and ends."""
    end = monotonic() + SECONDS
    titles = {table.kind.id: tr(table.kind.title) for table in made_of.tables}
    for some in (_less(made_of, tables), _without(tables)):
        ways = []
        for changes in dict.fromkeys(some):
            left = min(EACH, end - monotonic())
            way = _tried(made_of, changes, titles, left, cancelled) if left > 0 else None
            ways += [way] if way else []
        if ways:
            return NotSafe(why, sorted(ways, key=lambda way: (len(way.changes), way.hidden)), ())
    return NotSafe(why, (), [titles[table] for table in tables])


def _less(made_of: Material, tables: Collection[str]) -> Iterator[Changes]:
    """Yield less detail than now: of each of a few tables, then of all of them, step by step."""
    now = dict(made_of.choices.detail)
    left: dict[str, list[str]] = {}
    for table in made_of.full:
        if table.kind.id in tables:
            codes = [step.code for step in steps(table)]
            done = now.get(table.kind.id, IN_FULL)
            left[table.kind.id] = codes[codes.index(done) + 1 :] if done in codes else codes
    for ident, codes in left.items() if len(left) <= FEW else ():
        yield from (((ident, code),) for code in codes)
    there = {ident: codes for ident, codes in left.items() if codes}
    for level in range(max(map(len, there.values()), default=0)):
        yield tuple((ident, codes[min(level, len(codes) - 1)]) for ident, codes in there.items())


def _without(tables: Sequence[str]) -> Iterator[Changes]:
    """Yield each of a few tables left out, then all of them."""
    yield from (((table, WITHOUT),) for table in tables if len(tables) <= FEW)
    yield tuple((table, WITHOUT) for table in tables)


def _tried(
    made_of: Material, changes: Changes, titles: dict[str, str], seconds: float, cancelled: Cancelled | None
) -> Way | None:
    """Return the way that these changes are, None when they are not safe or that takes too long."""
    if cancelled and cancelled():
        raise Stopped
    choices = made_of.choices
    for table, step in changes:
        choices = changed(choices, table, step)
    other = as_chosen(made_of, choices)
    try:
        tried = weighed(other, cancelled=cancelled, seconds=seconds)
        if not looked_at(tried.plan, other, cancelled).ok:
            return None
    except Unfinished:
        return None
    words = _words(made_of, changes, titles)
    return Way(choices, changes, tried.hidden, tried.numbers, words)


def _words(made_of: Material, changes: Changes, titles: dict[str, str]) -> str:
    offered = {
        (table.kind.id, step.code): step.offer
        for table in made_of.full
        for dimension in table.kind.dimensions
        for step in dimension.ladder
    }
    said = [
        tr(CHANGE, table=titles[table], step=tr(offered.get((table, step), LEFT_OUT)))
        for table, step in changes
    ]
    return _joined(BOTH, said)


def _joined(sentence: str, words: Sequence[str]) -> str:
    """Return words joined by a marked sentence."""
    made = words[0] if words else ""
    for more in words[1:]:
        made = tr(sentence, one=made, other=more)
    return made
