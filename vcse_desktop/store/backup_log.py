"""What this laptop remembers of its backups: made, copied to a second place, tried."""

from datetime import UTC, date, datetime

from vcse_desktop.store.bind import Connection

SECOND = "second/"
"""Before the name of a file: this line tells of its copy in the second place."""
AT = "%Y-%m-%dT%H:%M:%SZ"


def note(con: Connection, file: str, size: int, sha256: str) -> None:
    """Note that this file was made; SECOND before its name says that it was copied."""
    con.execute(
        "INSERT INTO backup_log(at, file, bytes, sha256) VALUES(?,?,?,?)",
        (datetime.now(UTC).strftime(AT), file, size, sha256),
    )


def note_rehearsal(con: Connection, file: str, sha256: str, day: date) -> None:
    """Note that a file was restored on trial that day, whether or not it was made here."""
    rehearsed = (day.isoformat(), sha256)
    if con.execute("SELECT 1 FROM backup_log WHERE sha256=?", (sha256,)).fetchone():
        con.execute("UPDATE backup_log SET rehearsed_on=? WHERE sha256=?", rehearsed)
    else:
        con.execute("INSERT INTO backup_log(file, rehearsed_on, sha256) VALUES(?,?,?)", (file, *rehearsed))


def last_copied(con: Connection) -> datetime | None:
    """Return when a backup was last put into the second place."""
    found = con.execute("SELECT max(at) FROM backup_log WHERE file GLOB ?", (f"{SECOND}*",)).fetchone()[0]
    return datetime.strptime(found, AT).replace(tzinfo=UTC) if found else None


def last_rehearsed(con: Connection) -> date | None:
    """Return the day on which a backup was last restored on trial."""
    found = con.execute("SELECT max(rehearsed_on) FROM backup_log").fetchone()[0]
    return date.fromisoformat(found) if found else None


def first_unit(con: Connection) -> date | None:
    """Return the day from which there is something to back up."""
    found = con.execute("SELECT min(at) FROM tx").fetchone()[0]
    return date.fromisoformat(found[:10]) if found else None
