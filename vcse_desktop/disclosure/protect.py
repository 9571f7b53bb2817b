"""What is hidden in the tables of a pack so that no small number of people can be worked out."""

from collections.abc import Callable, Collection, Sequence

from vcse_desktop.disclosure.atoms import Universe, universes
from vcse_desktop.disclosure.audit import Session
from vcse_desktop.disclosure.draft import Draft, told_before
from vcse_desktop.disclosure.earlier import NOTHING, Past
from vcse_desktop.disclosure.hiding import BUDGET, hide
from vcse_desktop.disclosure.plan import CellKey, Plan, Why
from vcse_desktop.disclosure.policy import ROUND_5, Policy
from vcse_desktop.disclosure.process import Worker
from vcse_desktop.errors import Refused
from vcse_desktop.figures.table import FigureTable, Unit
from vcse_desktop.i18n import N_

SECONDS = 600


def protect(  # noqa: PLR0913 - how it is kept informed and ended, besides what it hides
    tables: Sequence[FigureTable],
    policy: Policy,
    past: Past = NOTHING,
    *,
    pinned: Collection[CellKey] = (),
    budget: int = BUDGET,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
    seconds: float = SECONDS,
) -> Plan:
    """Return the tables as they may leave beside what was told before, with why each number is hidden.

    ``pinned`` ones are hidden last; ``budget`` is how many programs may be solved to hide fewer.
    ``progress`` is told how many of how many steps are done.
    Refused when ``round_5`` is asked for a sensitive table, Unfinished when stopped or past its seconds.
    """
    _refuse_rounding_people(tables, policy)
    found = universes([*past.tables, *tables], policy.zero_protected)
    draft = Draft(tables, policy, past, found)
    draft.hide_as_told()
    for universe in found:
        draft.hide_as_before(universe)
    timed = [universe for universe in found if universe.numbers[0].unit is Unit.PERSON_HOURS]
    others = [one for one in found if one not in timed]
    with Worker(seconds=seconds, cancelled=cancelled) as worker:
        for done, universe in enumerate(others):
            _step(draft, [universe], worker, pinned, budget)
            (progress or _silent)(done + 1, len(others) + 1)
        draft.hide_hours()  # counts first: hours are hidden where their head count is
        while _step(draft, timed, worker, pinned, budget):
            pass  # each number that is hidden must stay uncertain too
        while _shown_again(draft, timed, worker):  # what was hidden later may do for what was hidden before
            pass
    (progress or _silent)(len(others) + 1, len(others) + 1)
    return draft.plan()


def _refuse_rounding_people(tables: Sequence[FigureTable], policy: Policy) -> None:
    if policy.code == ROUND_5.code and any(table.kind.sensitive for table in tables):
        raise Refused(
            N_("This rule hides nothing"),
            N_("Rounding alone is only for tables without people in them. Choose another rule for hiding."),
        )


def _step(
    draft: Draft, found: Sequence[Universe], worker: Worker, pinned: Collection[CellKey], budget: int
) -> bool:
    """Hide what is needed in these universes, and say whether anything was."""
    session = Session(draft.plan(), draft.tables, draft.past, found, worker)
    before = len(draft.reasons)
    for universe in (universe for universe in found if universe.name in session.names):
        fixed = draft.reasons.keys() | told_before(universe, session.windows)
        draft.protects |= hide(universe, session, fixed, pinned, budget)
    draft.reasons |= dict.fromkeys(draft.protects, Why.PROTECTS)
    return len(draft.reasons) > before


def _shown_again(draft: Draft, timed: Sequence[Universe], worker: Worker) -> bool:
    """Show the first of these numbers that need not be hidden after all, and say whether there was one."""
    mine = {number.key for universe in timed for number in universe.numbers}
    for where in sorted(mine & draft.protects.keys()):
        del draft.reasons[where]
        session = Session(draft.plan(), draft.tables, draft.past, timed, worker)
        given_away = [found for name in session.names for found in session.narrow(name, first=True)]
        if not given_away:
            del draft.protects[where]
            return True
        draft.reasons[where], draft.protects[where] = Why.PROTECTS, given_away[0].secret
    return False


def _silent(_done: int, _all: int) -> None:
    """Say nothing."""
