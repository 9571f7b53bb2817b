"""Where the journal ends, so that a shorter or another one is noticed at the next door."""

from dataclasses import dataclass

from vcse_desktop.store.bind import Connection


@dataclass(frozen=True, slots=True)
class Ending:
    """Where the journal ends: how many units and changes, and the newest unit of one device."""

    units: int
    changes: int
    newest: int
    hash: str


def ending(con: Connection, device: int) -> Ending:
    """Return where the journal ends, seen from this device; no row of it is ever deleted."""
    found = con.execute(
        "SELECT hlc, hash FROM tx WHERE dev=? ORDER BY hlc DESC LIMIT 1", (device,)
    ).fetchone()
    units, changes = con.execute(
        "SELECT (SELECT coalesce(max(n), 0) FROM tx), (SELECT coalesce(max(seq), 0) FROM chg)"
    ).fetchone()
    newest, hashed = found or (0, b"")
    return Ending(units, changes, newest, bytes(hashed).hex())


def goes_on(con: Connection, device: int, before: Ending) -> bool:
    """Say whether the journal has all that it had when it ended so, and at its place."""
    now = ending(con, device)
    found = con.execute("SELECT hash FROM tx WHERE dev=? AND hlc=?", (device, before.newest)).fetchone()
    same = bytes(found[0]).hex() == before.hash if found else not before.hash
    return same and now.units >= before.units and now.changes >= before.changes
