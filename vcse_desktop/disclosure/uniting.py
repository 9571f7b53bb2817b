"""What two laptops told apart from each other, put together, and whom it gives away already."""

from collections.abc import Callable, Iterable
from itertools import chain

from vcse_desktop.disclosure.atoms import told_universes
from vcse_desktop.disclosure.audit import SECONDS, Session
from vcse_desktop.disclosure.earlier import Past
from vcse_desktop.disclosure.ledger import Release
from vcse_desktop.disclosure.plan import Plan, Secret
from vcse_desktop.disclosure.policy import Policy
from vcse_desktop.disclosure.process import Worker


def united(*ledgers: Iterable[Release]) -> tuple[Release, ...]:
    """Return the releases of all of these, each once, by id: the same in whatever order they meet.

    Two that have one id and other rows are both kept, so that ``ledger.changed`` can name them.
    """
    found = {(one.id, one.rows_hash): one for one in chain.from_iterable(ledgers)}
    return tuple(found[name] for name in sorted(found))


def already_out(
    past: Past,
    policy: Policy,
    *,
    seconds: float = SECONDS,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Secret, ...]:
    """Return the groups under the threshold of this rule that a reader of all that was told can pin down.

    A pack that was sent cannot be unsent, so a keeper is told. Raises Unfinished when it is stopped or takes
    longer than this.
    """
    found = told_universes(past.tables, policy.zero_protected)
    with Worker(seconds=seconds, cancelled=cancelled) as worker:
        session = Session(Plan(policy, ()), (), past, found, worker)
        for name in session.names:
            session.guard_left_over(name)
        return tuple(session.exposed)
