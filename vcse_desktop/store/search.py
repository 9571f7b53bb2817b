"""How words are found in any record, in any language, and what is kept for it."""

# ruff: noqa: S608 - every name in this SQL comes from the frozen table names, none from a person

import json
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from vcse_desktop.store.bind import Connection
from vcse_desktop.store.journal import Mark
from vcse_desktop.store.on_erase import not_late
from vcse_desktop.store.shapes import Shape

_ALEF, _YEH, _KAF, _HEH = "\u0627", "\u064a", "\u0643", "\u0647"
_LIKE = {
    "l": "\u0142",  # with stroke
    "o": "\u00f8",
    "d": "\u0111\u00f0",
    "i": "\u0131",  # without dot
    _ALEF: "\u0622\u0623\u0625\u0671",  # with madda, with hamza, wasla
    _YEH: "\u0649\u0626\u06cc",  # without dots, with hamza, of Persian and Urdu
    _KAF: "\u06a9",
    _HEH: "\u0629\u06be\u06c0\u06c1\u06c3",
}
_LEFT_OUT = (0x0640, 0x0670, *range(0x064B, 0x0660), *range(0x06D6, 0x06EE))  # tatweel, marks of vowels
_SAME = (
    {0: " "}
    | dict.fromkeys(_LEFT_OUT, "")
    | {ord(other): one for one, others in _LIKE.items() for other in others}
)


@dataclass(frozen=True, slots=True)
class Hit:
    """One record in which every word was found."""

    table: str
    id: int


def fold(text: str) -> str:
    """Return the text as it is compared: small letters, no Arabic vowel marks, like letters made one."""
    if text.isascii():
        return text.casefold().replace("\0", " ")
    whole = text.encode("utf-8", "ignore").decode("utf-8")  # half of a pair is no letter
    return unicodedata.normalize("NFC", unicodedata.normalize("NFKC", whole).casefold()).translate(_SAME)


def plain(text: str) -> str:
    """Return the text as names are put in order and compared: folded, no accents, one blank between words."""
    if text.isascii():
        return " ".join(fold(text).split())
    apart = unicodedata.normalize("NFD", fold(text))
    return " ".join("".join(sign for sign in apart if unicodedata.category(sign) != "Mn").split())


def find(
    con: Connection, words: str, *, ranked: bool, limit: int, only: Collection[str] | None = None
) -> list[Hit]:
    """Return the records that have a word beginning with each of these: newest first, or best first.

    ``only`` names the tables to look through; None means all of them.
    """
    asked = [word.replace('"', '""') for word in fold(words).split() if any(map(str.isalnum, word))]
    if not asked:
        return []
    order = "rank" if ranked else "find_fts.rowid DESC"
    among = "" if only is None else "AND find.tbl IN (SELECT value FROM json_each(?)) "
    found = con.execute(
        "SELECT find.tbl, find.id FROM find_fts JOIN find ON find.id=find_fts.rowid "
        f"WHERE find_fts MATCH ? {among}ORDER BY {order} LIMIT ?",
        (
            " ".join(f'"{word}"*' for word in asked),
            *([json.dumps(list(only))] if only is not None else []),
            limit,
        ),
    )
    return [Hit(table, record) for table, record in found]


def refresh(con: Connection, shapes: Mapping[str, Shape], mark: Mark) -> None:
    """Bring the words of the records that a unit has touched up to date, inside the unit."""
    touched: dict[int, set[int]] = {}
    for table, record in con.execute("SELECT tbl, id FROM chg WHERE seq>=?", (mark.first,)):
        touched.setdefault(table, set()).add(record)
    for shape in shapes.values():
        if shape.words and shape.table.number in touched:
            _note(con, shape, sorted(touched[shape.table.number]))


def _note(con: Connection, shape: Shape, ids: list[int]) -> None:
    columns = ", ".join(f'"{code}"' for code in shape.words)
    shown = f"alive=1{not_late(shape.table.name)}"
    found = con.execute(
        f'SELECT id, {shown}, {columns} FROM "{shape.table.name}" '
        "WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(ids),),
    ).fetchall()
    living, gone = [], []
    for record, alive, *texts in found:
        words = [fold(text) for text in texts if text]
        if alive and words:
            living.append((record, shape.table.name, plain(texts[0] or "")[:60], "\n".join(words)))
        else:
            gone.append((record,))
    con.executemany(
        "INSERT INTO find(id, tbl, sort, body) VALUES(?,?,?,?) ON CONFLICT(id) DO UPDATE "
        "SET sort=excluded.sort, body=excluded.body WHERE body<>excluded.body OR sort<>excluded.sort",
        living,
    )
    con.executemany("DELETE FROM find WHERE id=?", gone)


def rebuild(con: Connection, shapes: Mapping[str, Shape]) -> None:
    """Make everything that is kept for searching anew, in one transaction of its own."""
    con.execute("BEGIN IMMEDIATE")
    try:
        con.execute("INSERT INTO find_fts(find_fts) VALUES('rebuild')")  # what is broken cannot be emptied
        con.execute("DELETE FROM find")
        for shape in shapes.values():
            if shape.words:
                ids = con.execute(f'SELECT id FROM "{shape.table.name}" WHERE alive=1').fetchall()
                _note(con, shape, [record for (record,) in ids])
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
