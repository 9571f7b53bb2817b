"""What stands half written in forms: kept in the vault, outside the journal, for whoever typed it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from vcse_desktop.store.bind import Connection


@dataclass(frozen=True, slots=True)
class Draft:
    """One form that somebody has begun. ``form`` is what is asked in it, ``record`` what it is about, if any.

    ``at`` is when it was begun (UTC, 2026-11-21T10:42:00Z); ``body`` is what stands in it, "" where it is
    somebody else's.
    """

    id: int
    form: str
    record: int | None
    member: int
    at: str
    body: str


def write(con: Connection, kept: Iterable[Draft], dropped: Collection[int] = ()) -> None:
    """Keep these drafts, each in place of itself, and drop those of these ids: all of it or nothing."""
    con.execute("BEGIN IMMEDIATE")
    try:
        con.executemany("DELETE FROM draft WHERE id=?", [(one,) for one in dropped])
        con.executemany(
            "INSERT INTO draft(id, tbl, record, member, at, body) VALUES(?,?,?,?,?,?) "
            "ON CONFLICT(id) DO UPDATE SET tbl=excluded.tbl, record=excluded.record, body=excluded.body",
            [(one.id, one.form, one.record, one.member, one.at, one.body) for one in kept],
        )
        con.execute("COMMIT")
    except BaseException:
        if con.in_transaction:  # a full disk has rolled back already
            con.execute("ROLLBACK")
        raise


def read(con: Connection, member: int) -> list[Draft]:
    """Return every draft, oldest first; the words of the member's own alone."""
    rows = con.execute(
        "SELECT id, tbl, record, member, at, iif(member=?, body, '') FROM draft ORDER BY at, id", (member,)
    )
    return [Draft(*row) for row in rows.fetchall()]


def drop_of(con: Connection, member: int) -> None:
    """Drop every draft of a member, within the transaction that is open."""
    con.execute("DELETE FROM draft WHERE member=?", (member,))
