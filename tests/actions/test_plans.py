"""The questions of this month, of the principles and of how we asked are answered from indexes."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.vaults import make_vault
from vcse_desktop.actions import today
from vcse_desktop.actions.asked import asked
from vcse_desktop.actions.principles import principles
from vcse_desktop.actions.unlocking import Vault
from vcse_desktop.store.bind import Connection

NOW = date(2026, 3, 15)
LARGE = ("session", "time_given", "support", "insight", "response", "session_came", "response_insights")
MANY = {*LARGE, "person", "insight", "consent", "tally", "d", "p", "t", "o"}
"""Tables that may have very many rows, and what they are called in questions about several."""


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made, _ = make_vault(tmp_path / "vault")
    with made:
        yield made


def plans(vault: Vault, work: Callable[[], object]) -> list[tuple[str, list[str]]]:
    """Return each question that a work asks, and how SQLite goes about it."""
    asked_for: list[str] = []
    reader = vault._inside.reader
    reader.run(lambda con: con.set_trace_callback(asked_for.append))  # type: ignore[attr-defined]
    work()
    reader.run(lambda con: con.set_trace_callback(None))  # type: ignore[attr-defined]
    selects = [sql for sql in asked_for if sql.startswith(("SELECT", "WITH"))]
    return [(sql, reader.run(partial(plan, sql))) for sql in selects]


def plan(sql: str, con: Connection) -> list[str]:
    """Return the steps in which SQLite answers a question."""
    return [str(row[3]) for row in con.execute(f"EXPLAIN QUERY PLAN {sql}").fetchall()]


def scanned(found: list[tuple[str, list[str]]]) -> list[str]:
    """Return the tables, among those with many rows, of which a question looks at every row."""
    steps = [step.split() for _, whole in found for step in whole if step.startswith("SCAN")]
    return [step[1] for step in steps if step[1] in MANY and not step[-1].endswith("_tagged")]


def test_this_month_reads_no_more_than_its_days_and_who_said_how_they_want_to_be_involved(
    vault: Vault,
) -> None:
    found = plans(vault, lambda: today.month(vault, NOW))
    read = {table for sql, _ in found for table in re.findall(r'FROM "(\w+)"', sql)}
    assert {*LARGE} <= read
    assert scanned(found) == ["person"], "only for their wishes, which no index has"
    for sql, steps in found:
        if sql.startswith(('SELECT "session", "person"', 'SELECT "response", "insight"')):
            assert any("USING COVERING INDEX" in step for step in steps), sql
    lately = [
        steps for sql, steps in found if sql.startswith('SELECT d."person", d.') or " CROSS JOIN " in sql
    ]
    sought = [step for steps in lately for step in steps if step.startswith("SEARCH") and "until" not in step]
    assert len(lately) >= 6 and all("USING COVERING INDEX" in step for step in sought)


def test_the_principles_read_what_is_tagged_and_how_we_asked_what_was_asked(vault: Vault) -> None:
    tagged = plans(vault, lambda: principles(vault))
    assert scanned(tagged) == []
    for sql, steps in tagged:
        kind = re.findall(r'FROM "(\w+)"', sql)[0]
        if '"principles" IS NOT NULL' in sql:
            assert f"SCAN {kind} USING INDEX {kind}_tagged" in steps
    assert scanned(plans(vault, lambda: asked(vault, None, "en"))) == []
