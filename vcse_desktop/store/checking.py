"""When a vault was checked, what was found, and what is due again."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vcse_desktop.store.bind import Connection

QUICK, FULL = "quick", "full"
EVERY = {QUICK: timedelta(days=1), FULL: timedelta(days=7)}
KEPT = 100
"""How many entries of the log are kept."""


@dataclass(frozen=True, slots=True)
class Check:
    """One check that was finished. ``until`` is the newest own stamp that it has seen."""

    kind: str
    at: datetime
    problems: tuple[str, ...]
    until: int = 0


def note(con: Connection, kind: str, problems: list[str], until: int) -> None:
    """Write down that a check has ended; the log is not journalled: it is about this laptop's file."""
    said = json.dumps({"found": problems, "until": until})
    at = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    con.execute("INSERT INTO check_log(at, kind, problems) VALUES(?,?,?)", (at, kind, said))
    con.execute(
        "DELETE FROM check_log WHERE id NOT IN (SELECT id FROM check_log ORDER BY id DESC LIMIT ?)", (KEPT,)
    )


def last(con: Connection) -> dict[str, Check]:
    """Return the newest check of each kind."""
    found: dict[str, Check] = {}
    for kind, at, problems in con.execute("SELECT kind, at, problems FROM check_log ORDER BY id"):
        said = json.loads(problems)
        when = datetime.strptime(at, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
        found[kind] = Check(kind, when, tuple(said["found"]), int(said["until"]))
    return found


def due(done: Mapping[str, Check], now: datetime) -> str | None:
    """Return which check is due: the full one each week, and at once after one that found something; the
    quick one each day. A check from the future, by a clock that was wrong, counts as none."""
    newest = max(done.values(), key=lambda check: check.at, default=None)
    if newest is not None and newest.problems:
        return FULL
    ages = {kind: now - check.at for kind, check in done.items()}
    for kind, others in ((FULL, (FULL,)), (QUICK, (QUICK, FULL))):
        if not any(timedelta(0) <= ages[other] < EVERY[kind] for other in others if other in ages):
            return kind
    return None
