"""What the key costs: the same SQL on a file with one and on a file without, in one run."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.measures.timing import beside
from vcse_desktop.store import bind
from vcse_desktop.store.engine import PRAGMAS, connect

ROWS, TIMES = 20_000, 5
TABLE = """CREATE TABLE row(id INTEGER PRIMARY KEY, day TEXT, person INTEGER, mins INTEGER) STRICT;
CREATE INDEX row_list ON row(day DESC, id DESC, person, mins);
CREATE VIRTUAL TABLE words USING fts5(body)"""
PAGE = "SELECT day, id, person, mins FROM row WHERE (day, id)<(?, ?) ORDER BY day DESC, id DESC LIMIT 200"
TOP = "SELECT rowid FROM words WHERE words MATCH 'volun*' ORDER BY rowid DESC LIMIT 50"
Line = tuple[str, float, float, float]


def measured(folder: Path) -> list[Line]:
    """Return name, value, target and limit of each ratio."""
    keyed, plain = connect(folder / "keyed.db", bytes(32), new=True), bind.connect(folder / "plain.db")
    for pragma in ("journal_mode=WAL", *PRAGMAS):
        plain.execute(f"PRAGMA {pragma}").fetchall()
    took = dict(zip(("keyed", "plain"), _timed(keyed, plain), strict=True))
    keyed.close()
    plain.close()
    targets = {"a page on a covering index": 1.2, "FTS5, the newest 50": 1.6, "rows written at once": 1.6}
    return [
        (f"{what}, keyed against keyless", took["keyed"][what] / took["plain"][what], target, target * 1.5)
        for what, target in targets.items()
    ]


def _timed(*both: bind.Connection) -> list[dict[str, float]]:
    """Return the ms that each piece of work takes on each file; they take turns."""
    for con in both:
        con.executescript(TABLE)
    day = "2026-%02d-%02d"
    rows = [(day % (1 + n % 12, 1 + n % 28), n % 500, n % 300) for n in range(ROWS)]

    def written(con: bind.Connection) -> None:
        con.execute("BEGIN")
        con.executemany("INSERT INTO row(day, person, mins) VALUES(?,?,?)", rows)
        con.execute("COMMIT")

    def each(work: Callable[[bind.Connection], object], rounds: int = 1) -> list[float]:
        return beside([partial(work, con) for con in both], TIMES, rounds)

    bulk = each(written)
    words = [(f"a volunteer{n % 900} came",) for n in range(ROWS)]
    for con in both:
        con.executemany("INSERT INTO words(body) VALUES(?)", words)
    page = each(lambda con: con.execute(PAGE, ("2026-06-14", 5000)).fetchall(), 200)
    top = each(lambda con: con.execute(TOP).fetchall(), 50)
    names = ("rows written at once", "a page on a covering index", "FTS5, the newest 50")
    return [dict(zip(names, one, strict=True)) for one in zip(bulk, page, top, strict=True)]
