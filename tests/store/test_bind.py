"""sqlite-utils works over sqlcipher3 as over its own driver, and says so loudly when it would not."""

import subprocess
import sys
from pathlib import Path

import pytest
import sqlite_utils.utils

from vcse_desktop.store import bind


def database(folder: Path) -> bind.Database:
    con = bind.connect(folder / "a.db")
    con.execute(f"PRAGMA key=\"x'{bytes(32).hex()}'\"")
    return bind.wrapped(con)


def test_both_sides_hold_the_same_exceptions() -> None:
    assert sqlite_utils.utils.OperationalError is bind.OperationalError
    assert issubclass(bind.OperationalError, bind.Error)
    assert issubclass(bind.IntegrityError, bind.Error)
    assert "pysqlite3" not in sys.modules


def test_importing_sqlite_utils_first_stops_the_program(root: Path) -> None:
    code = "import sqlite_utils, vcse_desktop.store.bind"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "must be imported before sqlite_utils" in done.stderr


def test_a_failed_write_leaves_no_transaction_open(tmp_path: Path) -> None:
    db = database(tmp_path)
    db.execute("CREATE TABLE t(id INTEGER PRIMARY KEY)")
    with pytest.raises(bind.IntegrityError):
        list(db.query("INSERT INTO t VALUES(1), (1) RETURNING id"))
    assert not db.conn.in_transaction
    db.execute("INSERT INTO t VALUES(2)")
    db.close()
    assert [row["id"] for row in database(tmp_path).query("SELECT id FROM t")] == [2]


def test_the_usual_work_of_sqlite_utils(tmp_path: Path) -> None:
    table = database(tmp_path).table("t")
    table.insert_all([{"id": n, "name": f"n{n}"} for n in range(50)], pk="id")
    table.upsert({"id": 3, "name": "other"}, pk="id")
    table.update(4, {"name": "fourth"})
    table.add_column("more", str)
    table.create_index(["name"])
    table.delete(5)
    assert table.count == 49
    assert table.get(3)["name"] == "other"
    assert list(table.columns_dict) == ["id", "name", "more"]
    assert next(iter(table.rows_where("name = ?", ["fourth"])))["id"] == 4


def test_a_script_runs_statement_by_statement_and_none_is_left_out_in_silence(tmp_path: Path) -> None:
    made = database(tmp_path)
    made.executescript(
        "CREATE TABLE a(x, y DEFAULT ';');\nCREATE TRIGGER t AFTER INSERT ON a BEGIN "
        "UPDATE a SET y='b;c'; END;\nINSERT INTO a(x) VALUES('it''s; one')"
    )
    assert made.execute("SELECT x, y FROM a").fetchall() == [("it's; one", "b;c")]
    with pytest.raises(bind.OperationalError):
        made.executescript("INSERT INTO a(x) VALUES(2); INSERT INTO a(x) VALUES('not closed")
    made.close()
