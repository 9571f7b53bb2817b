"""Where the names of somebody stand in what others' records say, have said before, or said when removed."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from vcse_desktop.records.catalogue import TABLES as DECLARED
from vcse_desktop.records.fields import Kind
from vcse_desktop.store.bind import Connection
from vcse_desktop.store.gauge import Cancelled, Progress
from vcse_desktop.store.journal import Journalled, numbered
from vcse_desktop.store.search import fold
from vcse_desktop.store.verifying import Meter

NAMED_BY = ("known_as", "other_names", "phone", "email")
"""The fields of a person by which others may speak of them."""
OTHERS = {
    "own_value": ("value",),
    "own_item": ("label",),
    "own_field": ("label", "help"),
    "setting": ("value",),
}
"""Texts of the tables that have no declaration."""
SHORTEST, LONG = 3, 4
"""Letters: a word of a name that is shorter is looked for only with the rest of the name; a longer one is
found with an ending, too."""
DRAFT = "draft"
_MARKS = re.compile("[\u0300-\u036f]")
_APART = re.compile(r"[,;/\n]")


class When(Enum):
    """Whether a text stands there now, in a record that was removed, or only in the history."""

    NOW = "now"
    REMOVED = "removed"
    BEFORE = "before"


@dataclass(frozen=True, slots=True)
class Mention:
    """One field of a record that names somebody, by the whole name or by a part of it (``whole``)."""

    table: str
    id: int
    field: str
    whole: bool
    when: When


def texts(tables: Mapping[str, Journalled]) -> dict[int, dict[int, str]]:
    """Return the fields that hold words, equality details too: codes by column number by table number."""
    found: dict[int, dict[int, str]] = {}
    for name, table in tables.items():
        kinds = DECLARED[name].fields if name in DECLARED else ()
        words = [field.code for field in kinds if field.kind in (Kind.TEXT, Kind.NOTE)]
        words += OTHERS.get(name, ())
        found[table.number] = {table.columns.index(code): code for code in words}
    return found


def names(con: Connection, tables: Mapping[str, Journalled], people: Collection[int]) -> list[str]:
    """Return every name, number and address that these people ever had here, the longest first."""
    person, found = tables["person"], set[str]()
    wanted = {person.columns.index(code) for code in NAMED_BY}
    for new, old in _values(con, person.number, people):
        for number, value in (*new.items(), *old.items()):
            if number in wanted and value:
                found |= {part.strip() for part in _APART.split(str(value)) if part.strip()}
    insight = tables["insight"]
    for record in _said_by(con, people):
        for new, _ in _values(con, insight.number, [record]):
            shown = new.get(insight.columns.index("quote_name"))
            found |= {str(shown).strip()} if shown else set()
    return sorted(found, key=lambda name: (-len(name), name))


def _said_by(con: Connection, people: Collection[int]) -> list[int]:
    sql = "SELECT id FROM insight WHERE person IN (SELECT value FROM json_each(?))"
    return [record for (record,) in con.execute(sql, (json.dumps(list(people)),))]


def _values(
    con: Connection, table: int, ids: Collection[int]
) -> Iterator[tuple[dict[int, object], dict[int, object]]]:
    sql = (
        "SELECT json(new), json(old) FROM chg WHERE tbl=? AND id IN (SELECT value FROM json_each(?)) "
        "AND com IS NULL"
    )
    for new, old in con.execute(sql, (table, json.dumps(list(ids)))):
        yield numbered(new), numbered(old)


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for: patterns of whole names, and of their single words."""

    whole: re.Pattern[str] | None
    part: re.Pattern[str] | None

    def found(self, text: str) -> bool | None:
        """Say whether a text holds a whole name (True), a part of one (False), or nothing (None)."""
        bare_text = bare(text)
        if self.whole and self.whole.search(bare_text):
            return True
        return False if self.part and self.part.search(bare_text) else None


def sought(called: Iterable[str]) -> Sought:
    """Return what to look for, for these names."""
    whole = [bare(name) for name in called]
    parts = {word for name in whole for word in name.split() if len(word) >= SHORTEST and "@" not in word}
    parts = {word for word in parts if not word.isdigit()}
    return Sought(_any_of(whole), _any_of(sorted(parts - set(whole))))


def _any_of(words: Sequence[str]) -> re.Pattern[str] | None:
    kept = [_pattern(word) for word in words if word]
    return re.compile("|".join(kept)) if kept else None


def _pattern(words: str) -> str:
    """Return a pattern of words; in a script without small and great letters they may stand within others."""
    inside = r"\s+".join(map(re.escape, words.split()))
    if words.upper() == words and not any(map(str.isdigit, words)):
        return inside
    return rf"(?<!\w){inside}" + ("" if len(words) >= LONG else r"(?!\w)")


def bare(text: str) -> str:
    """Return a text as names are compared: folded as for searching, and without accents."""
    return _MARKS.sub("", unicodedata.normalize("NFD", fold(text)))


def mentions(  # noqa: PLR0913, PLR0917 - one question, all that it needs
    con: Connection,
    tables: Mapping[str, Journalled],
    wanted: Sought,
    but: Collection[int],
    progress: Progress | None = None,
    cancelled: Cancelled | None = None,
) -> list[Mention]:
    """Return every text that speaks of somebody in records other than these, whole names first.

    The journal is read from end to end: it holds what each field says now and whatever it said before.
    Stopped when somebody has cancelled.
    """
    where, found = texts(tables), dict[tuple[int, int, int], bool]()
    meter = Meter(con.execute("SELECT count(*) FROM chg").fetchone()[0], progress, cancelled)
    sql = "SELECT tbl, id, json(new), json(old) FROM chg WHERE com IS NULL"
    for table, record, new, old in con.execute(sql):
        meter.go_on(1)
        if not where[table] or record in but:
            continue
        for side in (new, old):
            for number, value in numbered(side).items():
                if number in where[table] and isinstance(value, str):
                    hit = wanted.found(value)
                    if hit is not None:
                        key = (table, record, number)
                        found[key] = hit or found.get(key, False)
    by_number = {table.number: table for table in tables.values()}
    told = [_mention(con, by_number[key[0]], key, wanted, whole) for key, whole in found.items()]
    told += _drafts(con, wanted)
    return sorted(told, key=lambda one: (not one.whole, one.when is not When.NOW, one.table, one.id))


def _drafts(con: Connection, wanted: Sought) -> Iterator[Mention]:
    """Yield the half-written forms that speak of somebody; however their letters are written down."""
    for draft, body in con.execute("SELECT id, body FROM draft WHERE body IS NOT NULL").fetchall():
        try:
            words = json.dumps(json.loads(body), ensure_ascii=False)
        except ValueError:
            words = body
        hit = wanted.found(words)
        if hit is not None:
            yield Mention(DRAFT, draft, "body", hit, When.NOW)


def _mention(
    con: Connection, table: Journalled, key: tuple[int, int, int], wanted: Sought, whole: bool
) -> Mention:
    _, record, number = key
    field = table.columns[number]
    alive, value = con.execute(
        f'SELECT alive, "{field}" FROM "{table.name}" WHERE id=?', (record,)
    ).fetchone()
    stands = value is not None and wanted.found(str(value)) is not None
    when = (When.NOW if alive else When.REMOVED) if stands else When.BEFORE
    return Mention(table.name, record, field, whole, when)
