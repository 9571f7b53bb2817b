"""The figures of a month in bare SQL: what is read for them, and each counted without any of our rules."""

# ruff: noqa: S608 - every word of this SQL stands here

from collections.abc import Sequence
from datetime import timedelta

from vcse_desktop.figures.narrow import READ, WISHES
from vcse_desktop.figures.table import Period
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.vault import Vault

DAYS = {"session": "date", "time_given": "date", "support": "date", "insight": "heard_on"}
SOME = {"person": "identified_on", "response": "asked_on"}
HELD = "FROM session s WHERE alive=1 AND date BETWEEN ?1 AND ?2 AND status<>'cancelled'"
CAME = "SELECT count(*) FROM session_came c WHERE c.session=s.id AND c.alive=1"
NAMED = """SELECT c.person FROM session s JOIN session_came c ON c.session=s.id AND c.alive=1
WHERE s.alive=1 AND s.date BETWEEN ?1 AND ?2
UNION SELECT person FROM time_given WHERE alive=1 AND date BETWEEN ?1 AND ?2
UNION SELECT person FROM support WHERE alive=1 AND date BETWEEN ?1 AND ?2"""
HEARD = "SELECT count(DISTINCT i.id) FROM insight i"
JOINED = """JOIN response_insights p ON p.insight=i.id AND p.alive=1
JOIN response r ON r.id=p.response AND r.alive=1"""
NAMING = tuple(NAMED.split("\nUNION "))
_IN = "alive=1 AND {} BETWEEN ? AND ?"
LINKS = (
    ("session_came", "session", f"SELECT id FROM session WHERE {_IN.format('date')}"),
    ("response_insights", "response", f"SELECT id FROM response WHERE {_IN.format('asked_on')}"),
)
IN_DAYS = "i.alive=1 AND i.heard_on BETWEEN ?1 AND ?2"
SUPPORT = "FROM support WHERE alive=1 AND date BETWEEN ?1 AND ?2"
INVOLVED = "involved IN ('yes', 'partly')"
CAPACITY = "SELECT count(*) FROM capacity_support WHERE alive=1 AND direction="
MET = """SELECT count(*) FROM (SELECT who, max(day) AS last FROM (
SELECT person AS who, date AS day FROM time_given WHERE alive=1 AND date>=?3
UNION ALL SELECT person, until FROM time_given WHERE alive=1 AND until>=?3
UNION ALL SELECT c.person, s.date FROM session s JOIN session_came c ON c.session=s.id WHERE s.alive=1
AND s.date>=?3
UNION ALL SELECT person, date FROM support WHERE alive=1 AND date>=?3
UNION ALL SELECT person, heard_on FROM insight WHERE alive=1 AND heard_on>=?3) GROUP BY who)
WHERE last<=?4"""
COUNTS = (
    f"SELECT count(*) {HELD}",
    f"SELECT sum(max(coalesce(people_n, 0), coalesce(carers_n, 0), ({CAME}))) {HELD}",
    f"SELECT count(*) FROM ({NAMED})",
    "SELECT sum(hours) FROM time_given WHERE alive=1 AND date BETWEEN ?1 AND ?2",
    "SELECT count(*) FROM person WHERE alive=1 AND identified_on BETWEEN ?1 AND ?2",
    f"SELECT count(*) {SUPPORT} AND +person IS NULL AND newly_identified=1",
    f"SELECT count(DISTINCT person) {SUPPORT} AND who_for IN ('carer', 'both')",
    f"SELECT count(*) {SUPPORT} AND +person IS NULL AND who_for IN ('carer', 'both')",
    f"SELECT count(DISTINCT person) {SUPPORT} AND who_for IN ('carer', 'both') AND {INVOLVED}",
    f"SELECT count(*) {SUPPORT} AND +person IS NULL AND {INVOLVED}",
    f"{HEARD} WHERE {IN_DAYS}",
    f"{HEARD} {JOINED} WHERE {IN_DAYS} AND r.status IN ('done', 'not_possible')",
    f"{HEARD} {JOINED} WHERE {IN_DAYS} AND r.told_on IS NOT NULL",
    "SELECT count(*) FROM person WHERE alive=1 AND involve_how IS NOT NULL AND involve_asked_on>?3",
    "SELECT count(*) FROM person WHERE alive=1 AND involve_how IS NOT NULL AND involve_asked_on<=?3",
    *(f"{CAPACITY}'{way}'" for way in ("asked_by_us", "given_to_us", "asked_of_us", "given_by_us")),
)
"""Nineteen figures of a month, joined people and spans aside; the sign keeps SQLite from a slower index."""


def read(vault: Vault, period: Period) -> object:
    """Read in bare SQL the rows that these figures count, those that they name, and their links."""
    first, last = period.start.isoformat(), period.end.isoformat()
    asked = [_rows(kind, f"{day} BETWEEN ? AND ?") for kind, day in (DAYS | SOME).items()]
    asked += [_rows("capacity_support", f"{day} BETWEEN ? AND ?") for day in ("asked_on", "given_on")]
    asked.append(_rows("time_given", "until>=? AND date<=?"))
    asked += [_rows("person", f"id IN ({named})") for named in NAMING]
    asked += [f"SELECT * FROM {pairs} WHERE alive=1 AND {mine} IN ({ids})" for pairs, mine, ids in LINKS]
    alone = [_rows("activity", "1"), _rows("person", "involve_how IS NOT NULL", WISHES)]

    def job(con: Connection) -> object:
        found = [con.execute(sql, (first, last)).fetchall() for sql in asked]
        return [*found, *(con.execute(sql).fetchall() for sql in alone)]

    return vault._inside.reader.run(job)


def _rows(kind: str, where: str, more: Sequence[str] = ()) -> str:
    columns = ", ".join(one for one in ["id", *READ[kind], *more] if one not in ("came", "insights"))
    return f"SELECT {columns} FROM {kind} WHERE alive=1 AND {where}"


def counted(vault: Vault, period: Period, counts: Sequence[str] = COUNTS) -> list[object]:
    """Count each figure in bare SQL."""

    def job(con: Connection) -> list[object]:
        return [con.execute(sql, _places(sql, period)).fetchone()[0] for sql in counts]

    return vault._inside.reader.run(job)


def _places(sql: str, period: Period) -> tuple[str, ...]:
    """Return what stands for the places ?1 to ?4 as far as they are used."""
    end = period.end
    days = (period.start, end, end - timedelta(days=365), end - timedelta(days=60))
    most = max((place for place in range(1, 5) if f"?{place}" in sql), default=0)
    return tuple(day.isoformat() for day in days[:most])
