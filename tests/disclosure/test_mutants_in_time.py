"""Break what joins a pack with those before it: a reader of all of them finds somebody, or nobody signs."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

import pytest

from tests.conftest import LONG
from tests.disclosure import histories
from tests.disclosure.attacker import Attacker
from tests.disclosure.histories import found_out, history, left_between
from tests.disclosure.test_histories import LEAVES
from vcse_desktop.disclosure import crossings, remembering, worker
from vcse_desktop.disclosure import protect as protecting
from vcse_desktop.disclosure.audit import AuditReport, Session, audit
from vcse_desktop.disclosure.columns import Column
from vcse_desktop.disclosure.crossings import _closed
from vcse_desktop.disclosure.earlier import NOTHING, Past, PastTable
from vcse_desktop.disclosure.entries import token
from vcse_desktop.disclosure.ledger import Unfit, read
from vcse_desktop.disclosure.policy import POLICIES, Policy
from vcse_desktop.disclosure.remembering import remembered
from vcse_desktop.figures.table import Period

pytestmark = pytest.mark.usefixtures("inside")
NHS, U5 = POLICIES["nhs_1_7_r5"], POLICIES["under_5"]
TELLING = [(1, NHS, 4), (4, U5, 4), (10, NHS, 4), (8, NHS, 4), (5, U5, 4), (LEAVES, NHS, 6)]
"""Histories of so many packs, of which one at least shows each fault; the first shows most."""
GUARD = Session._guard
Faults = list[tuple[object, str, object]]


def past(change: Callable[[Past], Past]) -> Callable[..., Past]:
    return lambda *given: change(remembered(*given))


def forgotten(one: PastTable) -> PastTable:
    """Forget what was told of the first number that was shown."""
    shown = [where for where, (_, high) in one.windows.items() if high]
    return replace(one, windows={**one.windows, **dict.fromkeys(shown[:1], (0, None))})


def told_wider(one: PastTable) -> PastTable:
    wider = {where: (max(0, low - 1), high and high + 1) for where, (low, high) in one.windows.items()}
    return replace(one, windows=wider)


def each(change: Callable[[PastTable], PastTable]) -> Callable[..., Past]:
    return past(lambda found: replace(found, tables=tuple(map(change, found.tables))))


def mixed_up(measure: Any, counted: Any, key: bytes) -> str:  # noqa: ANN401 - what the real one takes
    return token(measure, replace(counted, member=counted.member % 7), key)


def strange(measure: Any, counted: Any, key: bytes) -> str:  # noqa: ANN401 - what the real one takes
    return token(measure, counted, key[::-1])


def days_apart(columns: Sequence[Column], days: Period) -> Iterator[frozenset[Any]]:
    return _closed([column for column in columns if column.table.period.start == days.start], days)


def forgiven(session: Session, part: Any, guarded: Any) -> None:  # noqa: ANN401 - what the real one takes
    """Call all that is not open given away already, where there is a past."""
    GUARD(session, part, guarded)
    if part.before is not None:
        part.asked.clear()


def always_good(*given: Any) -> AuditReport:  # noqa: ANN401 - what the real one takes
    return replace(audit(*given), ok=True)


MUTANTS: dict[str, Faults] = {
    "no pack knows of another": [(histories, "remembered", lambda *_: NOTHING)],
    "all that was told is forgotten but the head": [
        (histories, "remembered", past(lambda found: replace(found, tables=())))
    ],
    "the newest table is forgotten": [
        (histories, "remembered", past(lambda found: replace(found, tables=found.tables[:-1])))
    ],
    "the head of an older ledger": [
        (histories, "remembered", past(lambda found: replace(found, head=NOTHING.head)))
    ],
    "the last release is not read": [(histories, "read", lambda books: read(books)[:-1])],
    "a number that was told is forgotten": [(histories, "remembered", each(forgotten))],
    "what was told is taken for less": [(histories, "remembered", each(told_wider))],
    "tokens are mixed up": [(remembering, "token", mixed_up)],
    "tokens of another key": [(remembering, "token", strange)],
    "late records are ignored": [(remembering, "_same", lambda one, other: one.kind == other.kind)],
    "days have nothing to do with each other": [(crossings, "_closed", days_apart)],
    "days that meet are not looked for": [(remembering, "_linked", lambda *_: {})],
    "left-overs are forgotten": [(worker, "left_over", lambda *_: [])],
    "what is not open was given away before": [(Session, "_guard", forgiven)],
    "a failed audit is good": [
        (histories, "audit", always_good),
        (protecting, "hide", lambda *_: {}),
    ],
}


def noticed(seed: int, policy: Policy, packs: int, attacker: Attacker) -> bool:
    """Say whether a pack is not signed, or a reader of all packs finds somebody."""
    try:
        made, safe = history(seed, policy, packs)
    except Unfit:
        return True
    return not safe or bool(found_out(made, attacker) or left_between(made, attacker))


def test_nothing_is_noticed_where_nothing_is_broken(seed: int, attacker: Attacker) -> None:
    some = TELLING if LONG else random.Random(seed).sample(TELLING, 2)  # noqa: S311 - others in each run
    assert not [one for one in some if noticed(*one, attacker)]


@pytest.mark.parametrize("turn", range(len(MUTANTS) if LONG else len(MUTANTS) // 4))
def test_what_is_broken_between_packs_is_noticed(
    turn: int, seed: int, attacker: Attacker, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = random.Random(seed).sample(sorted(MUTANTS), len(MUTANTS))  # noqa: S311 - another half each run
    for fault in MUTANTS[names[turn]]:
        monkeypatch.setattr(*fault)
    assert any(noticed(*one, attacker) for one in TELLING), f"{names[turn]} (VCSE_SEED={seed})"
