"""The tables are what the declarations say, and a released step never changes."""

import inspect
from hashlib import sha256
from pathlib import Path

import pytest

from tests.store.state import key_of, raw
from tests.vaults import PASSPHRASE, make_vault
from vcse_desktop.records.catalogue import TABLES as DECLARED
from vcse_desktop.records.columns import columns, pair_tables
from vcse_desktop.records.fields import Field, Kind
from vcse_desktop.store import bind, migrations
from vcse_desktop.store.migrations import STEPS, TABLES
from vcse_desktop.store.vault import open_vault

RELEASED = {
    "m001_first": "36e63f1bbbaeb39d0ff0decc020df1687ab4f1013de4f7eaca302ca7678584bf",
    "m004_erasure": "ae4a6962d6b193506c10005322cf5f224280a9a74cb7b999766ab145ca3371c8",
    "m006_cover": "3bb9d5663046372c447daff130bd5f5b257bafb32ac1d39f4ef5ecc48f90eba2",
    "m007_tagged": "329028ba9776199d3ebd626385a54011767682578ffb7bd1ee249f832ac5b398",
    "m005_lists": "80d67e8c64832e89e069264ec3f2191e7bbe6b95872c1d8f14bf08896ad67158",
}
"""The SHA-256 of what each released step does: an edited step would be passed over without a word."""

SQL = {
    "m001_first": ("RECORDS", "PAIRS", "REGISTERS", "JOURNAL", "LOCAL", "SEARCH", "INDEXES"),
    "m004_erasure": ("ERASURE",),
    "m006_cover": ("COVER",),
    "m005_lists": ("LISTS",),
    "m007_tagged": ("TAGGED",),
}

REGISTERS = set(
    """
    slot setting own_field own_value own_item signer document sent release released_cell released_member
    cell_pattern
    """.split()
)
LOCAL = {"draft", "check_log", "backup_log", "signing_key", "ledger_key", "attachment_bytes", "cover_pin"}
JOURNAL = {"tx", "chg", "erased"}
SEARCH = {
    "find",
    "find_fts",
    "find_words",
    *(f"find_fts_{name}" for name in ("data", "idx", "docsize", "config")),
}
OF_THE_LIBRARY = {"_sqlite_migrations"}

Columns = list[tuple[str, str]]


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> bind.Database:
    """A database after all steps; without a key, since the steps know nothing of keys."""
    database = bind.wrapped(bind.connect(tmp_path_factory.mktemp("fresh") / "a.db"))
    migrations.steps.apply(database)
    return database


def columns_of(database: bind.Database, table: str) -> Columns:
    return [(name, kind) for _, name, kind, *_ in database.execute(f'PRAGMA table_info("{table}")')]


def links_of(database: bind.Database, table: str) -> dict[str, str]:
    return {row[3]: row[2] for row in database.execute(f'PRAGMA foreign_key_list("{table}")')}


def test_the_tables_are_those_of_the_declarations_and_the_named_ones(fresh: bind.Database) -> None:
    pairs = {name for kind in DECLARED.values() for name in pair_tables(kind)}
    assert (
        set(fresh.table_names())
        == {*DECLARED, *pairs} | REGISTERS | LOCAL | JOURNAL | SEARCH | OF_THE_LIBRARY
    )


@pytest.mark.parametrize("table", sorted(DECLARED))
def test_a_table_has_exactly_the_columns_and_links_of_its_declaration(
    fresh: bind.Database, table: str
) -> None:
    kind = DECLARED[table]
    assert columns_of(fresh, table) == [("id", "INTEGER"), ("alive", "INTEGER"), *columns(kind).items()]
    links = {field.code: field.to for field in kind.fields if field.kind is Kind.LINK}
    places = {field.code: "place" for field in kind.fields if field.kind is Kind.PLACE}
    assert links_of(fresh, table) == links | places


def test_pairs_have_their_two_links_and_nothing_else(fresh: bind.Database) -> None:
    fields: dict[str, tuple[str, Field]] = {
        f"{kind.code}_{field.code}": (kind.code, field)
        for kind in DECLARED.values()
        for field in kind.fields
        if field.kind is Kind.LINKS
    }
    for kind in DECLARED.values():
        for name, (mine, theirs) in pair_tables(kind).items():
            named = [(mine, "INTEGER"), (theirs, "INTEGER")]
            assert columns_of(fresh, name) == [("id", "INTEGER"), ("alive", "INTEGER"), *named]
            assert links_of(fresh, name) == {mine: kind.code, theirs: fields[name][1].to}
            assert fields[name][0] == kind.code


def test_every_journalled_table_is_strict_and_bears_a_merge(fresh: bind.Database) -> None:
    strict = {row[1] for row in fresh.execute("PRAGMA table_list") if row[5]}
    for table in TABLES:
        assert table in strict
        needed = [
            name for _, name, _, notnull, *_ in fresh.execute(f'PRAGMA table_info("{table}")') if notnull
        ]
        assert needed == ["alive"]
        sql = fresh.execute("SELECT sql FROM sqlite_schema WHERE name=?", (table,)).fetchone()[0]
        assert "UNIQUE" not in sql and "ON DELETE" not in sql
        assert sql.count("REFERENCES") == sql.count("DEFERRABLE INITIALLY DEFERRED")
        assert "CHECK(alive IN (0,1))" in sql
        assert "REAL" not in sql and "BLOB" not in sql


def test_every_table_that_may_change_has_a_number_of_its_own() -> None:
    pairs = {name for kind in DECLARED.values() for name in pair_tables(kind)}
    assert set(TABLES) == {*DECLARED, *pairs} | REGISTERS
    assert sorted(TABLES.values()) == list(range(1, len(TABLES) + 1))
    assert (TABLES["organisation"], TABLES["place"], TABLES["session_came"], TABLES["cell_pattern"]) == (
        1,
        24,
        27,
        43,
    )


def test_a_released_step_is_never_edited() -> None:
    made = {}
    for step in STEPS:
        texts = [getattr(migrations, name) for name in SQL[step.__name__]]
        made[step.__name__] = sha256("\n".join([inspect.getsource(step), *texts]).encode()).hexdigest()
    assert made == RELEASED


def test_the_steps_that_run_are_the_steps_that_are_known(fresh: bind.Database) -> None:
    assert [step.name for step in migrations.steps.applied(fresh)] == [step.__name__ for step in STEPS]
    assert migrations.steps.pending(fresh) == []
    assert not migrations.is_newer(fresh)


def test_steps_are_applied_once(fresh: bind.Database) -> None:
    before = fresh.execute("SELECT group_concat(sql) FROM sqlite_schema").fetchone()
    migrations.steps.apply(fresh)
    assert fresh.execute("SELECT group_concat(sql) FROM sqlite_schema").fetchone() == before


def test_an_empty_database_is_not_newer(tmp_path: Path) -> None:
    assert not migrations.is_newer(bind.wrapped(bind.connect(tmp_path / "a.db")))


def test_a_column_added_at_the_end_needs_no_change_of_what_was_written_before(tmp_path: Path) -> None:
    vault, _ = make_vault(tmp_path)
    with vault:
        with vault.unit("add") as unit:
            ann = unit.save("person", None, {"known_as": "Ann"})
        key = key_of(vault)
    con = raw(tmp_path, key)
    con.execute("ALTER TABLE person ADD COLUMN added TEXT")
    con.close()
    with open_vault(tmp_path, PASSPHRASE) as opened:
        assert opened.verify() == []
        with opened.unit("edit") as unit:
            unit.save("person", ann, {"added": "new"})
        assert unit.id
        row = opened.row("person", ann)
        assert row is not None and row["added"] == "new"
        assert opened.undo(unit.id) == []
        opened.undo(opened.units()[2].id)
        assert opened.row("person", ann) is None
        assert opened.verify() == []


@pytest.mark.parametrize(
    ("table", "day", "shown"),
    [
        ("session", "date", "activity, people_n, status"),
        ("time_given", "date", "person, hours, session, activity"),
        ("insight", "heard_on", "kind, may_quote"),
        ("support", "date", "person, who_for"),
        ("connection", "made_on", "kind, state"),
        ("engagement", "opens", "closes, rung_actual"),
        ("response", "asked_on", "to_org, status"),
        ("review", "reviewed_on", "activity, engagement"),
        ("capacity_support", "given_on", "direction, amount, hours"),
    ],
)
def test_a_list_by_day_is_read_from_its_index_alone(
    fresh: bind.Database, table: str, day: str, shown: str
) -> None:
    sql = f"SELECT {day}, id, {shown} FROM {table} WHERE alive=1 ORDER BY {day} DESC, id DESC LIMIT 200"  # noqa: S608
    plan = [row[3] for row in fresh.execute(f"EXPLAIN QUERY PLAN {sql}")]
    assert plan == [f"SCAN {table} USING COVERING INDEX {table}_list"]


@pytest.mark.parametrize("table", sorted(kind.code for kind in DECLARED.values() if kind.of))
def test_the_parts_of_a_record_are_found_by_an_index(fresh: bind.Database, table: str) -> None:
    for owner in DECLARED[table].of:
        sql = f'SELECT * FROM "{table}" WHERE alive=1 AND "{owner}" IS ?'  # noqa: S608
        plan = [row[3] for row in fresh.execute(f"EXPLAIN QUERY PLAN {sql}", [1])]
        assert plan == [f"SEARCH {table} USING INDEX {table}_of_{owner} ({owner}=?)"]
