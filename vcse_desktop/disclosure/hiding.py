"""Which further numbers are hidden so that nobody can take away from the others what small ones hide."""

from collections.abc import Collection, Mapping, Sequence

from vcse_desktop.disclosure.atoms import Number, Universe
from vcse_desktop.disclosure.audit import Session
from vcse_desktop.disclosure.plan import CellKey, Secret


def hide(
    universe: Universe, session: Session, fixed: Collection[CellKey], pinned: Collection[CellKey]
) -> dict[CellKey, Secret]:
    """Return the numbers to hide beside the ``fixed`` ones, each with what showing it would give away.

    ``fixed`` are hidden already, or known to all readers; so is what was told before.
    Crude but safe: the audit says what is unsafe until nothing is. None is hidden that could be shown.
    """
    free = [n for n in universe.numbers if n.value and not n.key.release and n.key not in fixed]
    more: list[CellKey] = []
    while True:
        _hide_more(universe, session, free, pinned, more)
        kept = _needed(universe, session, pinned, more)
        if not session.guard_left_over(universe.name, more):
            return kept


def _hide_more(
    universe: Universe,
    session: Session,
    free: Sequence[Number],
    pinned: Collection[CellKey],
    more: list[CellKey],
) -> None:
    """Add what must be hidden to ``more`` until nothing is unsafe."""
    numbers = {number.key: number for number in universe.numbers}
    for secret in _named(session, universe.name, more):
        while _named(session, universe.name, more, secret):
            shown = [n for n in free if n.key not in more]
            if not shown:
                return  # what was told before gives it away with the marks of what is hidden: no audit passes
            more.append(_choice(_atoms(secret, numbers), shown, pinned).key)


def _needed(
    universe: Universe, session: Session, pinned: Collection[CellKey], more: list[CellKey]
) -> dict[CellKey, Secret]:
    """Take out of ``more`` what can be shown again, and return what each of the others protects."""
    numbers = {number.key: number for number in universe.numbers}
    kept: dict[CellKey, Secret] = {}
    for where in sorted(more, key=lambda k: (numbers[k].protected, k not in pinned, -numbers[k].value, k)):
        rest = [other for other in more if other != where]
        given_away = session.narrow(universe.name, rest, first=True)
        if given_away:
            kept[where] = given_away[0].secret
        else:
            more.remove(where)
    return kept


def _named(
    session: Session, name: str, more: Collection[CellKey] = (), only: Secret | None = None
) -> list[Secret]:
    """Return the unsafe secrets, each once."""
    return list(dict.fromkeys(failure.secret for failure in session.narrow(name, more, only)))


def _atoms(secret: Secret, numbers: Mapping[CellKey, Number]) -> int:
    atoms = numbers[secret.cell].atoms
    for inner in secret.less:
        atoms &= ~numbers[inner].atoms
    return atoms


def _choice(secret: int, shown: Sequence[Number], pinned: Collection[CellKey]) -> Number:
    """Return the number to hide next: the least useful part beside the secret, of the least that holds both.

    Numbers that count no people in the sense of the rule, and pinned ones, come last.
    """

    holders = [number for number in shown if not secret & ~number.atoms]
    holder = min(holders, key=lambda number: (number.value, number.key), default=None)
    if holder:
        parts = [n for n in shown if n is holder or not n.atoms & (secret | ~holder.atoms)]
    else:
        parts = [n for n in shown if n.atoms & secret] or list(shown)
    return min(parts, key=lambda n: (not n.protected, n.key in pinned, n is holder, n.value, n.key))
